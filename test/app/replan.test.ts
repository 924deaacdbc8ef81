import type { PlanOptions } from '../../src/app/planWorkbook';
import { planWorkbook } from '../../src/app/planWorkbook';
import type { EmbeddedWorkbook } from '../../src/host/bridge/embedded';
import { deleteSheet } from '../../src/host/model/sheets';
import { snapshot } from '../../src/host/model/snapshot';
import type { Workbook } from '../../src/host/model/workbook';
import { openXlsx } from '../../src/host/xlsx/open';
import { saveXlsx } from '../../src/host/xlsx/save';
import { dayOf } from '../../src/planning/time/civil';
import type { Planner } from '../../src/planning/tools';
import { createDirectPlanner } from '../../src/worker/directPlanner';
import { goodSheets } from '../fixtures/bad/workbooks';
import { connect } from '../excel/support';
import { workbookOf } from '../support/workbook';

const today = dayOf(2026, 11, 25);
const DECEMBER_10 = dayOf(2026, 12, 10);

/** A small manufacturer whose line can do half of what is asked of it. */
const manufacturer = (): Workbook =>
  workbookOf({
    ...goodSheets(),
    Routings: [
      ['Family', 'Resource', 'Hours'],
      ['Pumps', 'Assembly', 10],
    ],
    Orders: [
      ['Date', 'Family', 'Quantity'],
      [DECEMBER_10, 'Pumps', 2000],
    ],
    Settings: [
      ['Setting', 'Value'],
      ['Horizon', 4],
    ],
  });

const direct = createDirectPlanner();

/** Plans the connected workbook; with the same planner again and again where the plan is known, so that a fault costs no planning. */
const replan = (changes: Partial<PlanOptions> = {}) =>
  planWorkbook({ today, at: today, by: 'Anna', planner: direct, language: 'en', ...changes });

async function knownPlan(changes: Partial<PlanOptions> = {}): Promise<Planner> {
  const outcome = await replan(changes);
  if (outcome.status !== 'planned') throw new Error('The workbook of the test cannot be planned');
  const { plan } = outcome;
  const own = { ...plan, issues: plan.issues.slice(outcome.check.parsed.issues.length) };
  return { plan: () => Promise.resolve(own) };
}

/** What the titles and texts of a sheet say, row by row. */
function wordsOn(workbook: Workbook, name: string): string[] {
  const sheet = workbook.sheet(name);
  return [...(sheet?.cells.rowNumbers() ?? [])].flatMap((row) =>
    [...(sheet?.cells.rowCells(row)?.values() ?? [])].flatMap((cell) =>
      typeof cell.value === 'string' && cell.value !== '' ? [cell.value] : [],
    ),
  );
}

/** Nothing is made any more: no families, no routings, no orders, no family named. */
function stopMaking(workbook: Workbook): void {
  for (const name of ['Routings', 'Orders', 'Families']) deleteSheet(workbook.sheet(name)!);
  const pipeline = workbook.sheet('Pipeline')!;
  for (const row of [1, 2]) pipeline.put(row, 5, { value: null });
}

describe('planning again', () => {
  /** The manufacturer, planned in English. */
  let planned: Uint8Array;
  beforeAll(async () => {
    const embedded = await connect(manufacturer());
    await replan();
    planned = saveXlsx(embedded.workbook);
  });
  const connectPlanned = async (): Promise<EmbeddedWorkbook> => {
    const embedded = await connect(openXlsx(planned).workbook);
    embedded.calculation.recalculate();
    return embedded;
  };

  it('reads in at most three syncs and writes in two', async () => {
    const embedded = await connect(manufacturer());
    let requests = 0;
    embedded.requestListeners.add((request) => {
      // After Excel.run the client lets go of what it tracked, in a request of its own.
      if (request.Actions.some(({ ActionType, Name }) => ActionType !== 1 && Name !== '_RemoveReference')) requests++;
    });
    const outcome = await replan();
    expect(outcome).toMatchObject({ status: 'planned', stats: { syncs: requests } });
    expect(requests).toBeLessThanOrEqual(5);
  });

  it('adds nothing, and changes nothing', async () => {
    const embedded = await connectPlanned();
    const before = snapshot(embedded.workbook);
    const again = await replan();
    expect(again).toMatchObject({ status: 'planned', written: { created: [], rewritten: [], cellsChanged: 0 } });
    expect(snapshot(embedded.workbook)).toEqual(before);
  });

  it('empties the sheets that the new plan has nothing for, says so on them, and leaves notes alone', async () => {
    const { workbook } = await connectPlanned();
    const balance = workbook.sheet('Balance')!;
    const below = balance.usedArea(true)!.bottom + 3;
    balance.put(below, 0, { value: 'Ask Carla about the second shift' });
    expect(workbook.sheet('Shortages')).toBeDefined();
    stopMaking(workbook);
    await replan();
    expect(wordsOn(workbook, 'Balance')).toEqual([
      'Demand-supply balance',
      expect.stringMatching(/^Plan from /),
      'The present plan has nothing for this sheet. What an earlier plan wrote here has been taken away; your own notes have not.',
      'Ask Carla about the second shift',
    ]);
    expect(wordsOn(workbook, 'Shortages')[2]).toMatch(/^Nothing is short in the present plan\./);
    expect(balance.charts).toEqual([]);
    expect(balance.conditionalFormats).toEqual([]);
    expect(balance.tables).toEqual([]);
  });

  it('fills them again when there is something to say', async () => {
    const embedded = await connectPlanned();
    const before = snapshot(embedded.workbook);
    const families = goodSheets().Families!.map((row) => [...row]);
    stopMaking(embedded.workbook);
    await replan();
    for (const [name, rows] of Object.entries({
      Families: families,
      Routings: [
        ['Family', 'Resource', 'Hours'],
        ['Pumps', 'Assembly', 10],
      ],
      Orders: [
        ['Date', 'Family', 'Quantity'],
        [DECEMBER_10, 'Pumps', 2000],
      ],
    })) {
      const sheet = embedded.workbook.addSheet(name);
      rows.forEach((row, at) => row.forEach((value, column) => sheet.put(at, column, { value })));
    }
    for (const row of [1, 2]) embedded.workbook.sheet('Pipeline')!.put(row, 5, { value: 'Pumps' });
    await replan();
    const after = embedded.workbook.sheet('Balance')!;
    const first = (before.sheets as { name: string; charts?: unknown[] }[]).find((sheet) => sheet.name === 'Balance');
    expect(after.charts).toHaveLength(first?.charts?.length ?? 0);
    expect(wordsOn(embedded.workbook, 'Balance')).toContain('Pumps');
  });

  it('in another language renames its sheets, and formulas of people follow', async () => {
    const { workbook } = await connectPlanned();
    const names = workbook.sheets.map((sheet) => sheet.name);
    const own = workbook.addSheet('My page');
    own.put(0, 0, { formula: "'Plan summary'!A1" });
    workbook.sheet('Balance')!.name = 'Our balance';
    const outcome = await replan({ language: 'it' });
    expect(outcome.status === 'planned' && outcome.written.created).toEqual([]);
    const renamed = workbook.sheets.map((sheet) => sheet.name);
    expect(renamed).toHaveLength(names.length + 1);
    expect(renamed).toContain('Sintesi');
    expect(renamed).toContain('Our balance');
    expect(renamed).not.toContain('Plan summary');
    expect(own.cell(0, 0)?.formula).toBe('Sintesi!A1');
    expect(own.value(0, 0)).toBe('Sintesi del piano');
  });

  it('never takes the copy that a person made of a sheet for its own', async () => {
    const { workbook } = await connectPlanned();
    const copy = workbook.addSheet('Balance (2)');
    workbook.sheets.splice(workbook.sheets.indexOf(copy), 1);
    workbook.sheets.unshift(copy);
    copy.customProperties.set('cadenza.sheet', workbook.sheet('Balance')!.customProperties.get('cadenza.sheet')!);
    copy.put(0, 0, { value: 'As agreed in November' });
    await replan({ language: 'it' });
    expect(wordsOn(workbook, 'Balance (2)')).toEqual(['As agreed in November']);
    expect(workbook.sheet('Bilancio domanda-offerta')).toBeDefined();
  });
});

describe('a run that fails', () => {
  /** Planned in English with everything; then making was given up, and somebody left a note. */
  let planned: Uint8Array;
  /** What planning that again gives. */
  let planner: Planner;

  beforeAll(async () => {
    const embedded = await connect(manufacturer());
    await replan();
    stopMaking(embedded.workbook);
    embedded.workbook.sheet('Balance')!.put(200, 0, { value: 'my note' });
    embedded.calculation.recalculate();
    planned = saveXlsx(embedded.workbook);
    planner = await knownPlan({ language: 'it' });
  });

  /** Plans the prepared workbook anew, in Italian and without anything to balance, with a fault; tells whether it stopped the run. */
  async function failing(fault: (faults: EmbeddedWorkbook['faults']) => void): Promise<boolean> {
    const embedded = await connect(openXlsx(planned).workbook);
    embedded.calculation.recalculate();
    const held = snapshot(embedded.workbook);
    fault(embedded.faults);
    const ended = await replan({ planner, language: 'it' }).then(
      ({ status }) => status,
      () => 'failed',
    );
    if (ended === 'failed') expect(snapshot(embedded.workbook)).toEqual(held);
    return ended === 'failed';
  }

  it('leaves the workbook equal to what it was, whichever sync fails', async () => {
    const stopped: number[] = [];
    // The client has requests of its own too, in which it lets go of what it tracked: their failing stops nothing.
    for (let sync = 1; sync <= 6; sync++)
      if (await failing((faults) => faults.failAtSync(sync, 'AccessDenied'))) stopped.push(sync);
    expect(stopped.length).toBeGreaterThanOrEqual(4);
  });

  it('leaves the workbook equal to what it was, wherever in a request it fails', async () => {
    let stopped = 0;
    while (await failing((faults) => faults.failAtAction(1 + 1201 * stopped, 'AccessDenied'))) stopped++;
    expect(stopped).toBeGreaterThanOrEqual(3);
  });
});
