import { emptyStats } from '../../src/excel/stats';
import { writeOutputs } from '../../src/excel/write';
import { snapshot } from '../../src/host/model/snapshot';
import type { SpecCell } from '../../src/sheets/spec';
import { workbookOf } from '../support/workbook';
import { balanceSpec, connect, logSpec, read, write } from './support';

const userWorkbook = () =>
  workbookOf(
    {
      Targets: [
        ['Objective', 'Team', 'Metric', 'Year', 'Target'],
        ['Growth', 'Sales', 'Revenue', 2027, 1000],
      ],
    },
    { tables: true },
  );

describe('writing output sheets', () => {
  it('writes values, live formulas, the table, the name, the chart and the looks of a spec', async () => {
    const { workbook } = await connect(userWorkbook());
    await write([balanceSpec([5, 7, 3])]);
    const sheet = workbook.sheet('Balance')!;
    expect(sheet.value(5, 2)).toBe(15);
    expect(sheet.cell(5, 2)?.formula).toBe('C5+B6');
    expect(workbook.table('CadenzaBalance')?.area).toEqual({ top: 2, left: 0, bottom: 5, right: 2 });
    expect(workbook.names.map((name) => name.name)).toContain('Cadenza_Total');
    expect(sheet.charts).toMatchObject([{ name: 'Stock', valueAxisNumberFormat: '#,##0' }]);
    expect(workbook.styles.get(sheet.cell(0, 0)!.style).font).toMatchObject({ bold: true, size: 18 });
    expect(sheet.freeze).toEqual({ rows: 3, columns: 1 });
    expect(sheet.conditionalFormats).toHaveLength(2);
    expect(sheet.validations).toHaveLength(1);
    expect(sheet.rows.get(4)?.outlineLevel).toBe(1);
  });

  it('leaves the workbook equal, cell for cell, when the same plan is written again', async () => {
    const embedded = await connect(userWorkbook());
    await write([balanceSpec([5, 7, 3]), logSpec([46351, 'Anna', 'abc'])]);
    const before = snapshot(embedded.workbook);
    const result = await write([balanceSpec([5, 7, 3]), logSpec([46352, 'Anna', 'abc'])]);
    expect(result.unchanged).toEqual(['Balance', 'Plan log']);
    expect(snapshot(embedded.workbook)).toEqual(before);
  });

  it('adds a line to the log when something changed, and keeps the lines there are', async () => {
    const { workbook } = await connect(userWorkbook());
    await write([logSpec([46351, 'Anna', 'abc'])]);
    await write([logSpec([46352, 'Anna', 'def'])]);
    await write([logSpec([46353, '=1+1', 'def'])]);
    const sheet = workbook.sheet('Plan log')!;
    expect([3, 4, 5, 6].map((row) => sheet.value(row, 2))).toEqual(['abc', 'def', 'def', null]);
    expect(sheet.value(5, 1)).toBe('=1+1');
    expect(sheet.cell(5, 1)?.formula).toBeUndefined();
    expect(workbook.table('CadenzaLog')?.area.bottom).toBe(5);
  });

  it('writes only what changed, and the size of the sheet follows the plan', async () => {
    const { workbook } = await connect(userWorkbook());
    await write([balanceSpec([5, 7, 3])]);
    const { cellsChanged } = await write([balanceSpec([5, 8, 3])]);
    expect(cellsChanged).toBe(1);
    await write([balanceSpec([1, 2])]);
    const sheet = workbook.sheet('Balance')!;
    expect(sheet.value(4, 2)).toBe(3);
    expect(sheet.value(5, 0)).toBeNull();
    expect(sheet.value(6, 1)).toBe(3);
    expect(sheet.value(7, 0)).toBeNull();
    expect(workbook.table('CadenzaBalance')?.area.bottom).toBe(4);
    expect(sheet.charts).toHaveLength(1);
  });

  it('gives the same sheet whether it was written at once or grew', async () => {
    const grown = await connect(userWorkbook());
    await write([balanceSpec([1, 2])]);
    await write([balanceSpec([5, 7, 3, 9])]);
    // How many steps the outline took is ours to know, and differs by the way that was gone.
    grown.workbook.sheet('Balance')!.customProperties.delete('cadenza.outline');
    const grownSnapshot = snapshot(grown.workbook);
    const fresh = await connect(userWorkbook());
    await write([balanceSpec([5, 7, 3, 9])]);
    fresh.workbook.sheet('Balance')!.customProperties.delete('cadenza.outline');
    expect(grownSnapshot).toEqual(snapshot(fresh.workbook));
  });

  it('moves notes below and beside the sheet out of the way when it grows', async () => {
    const { workbook } = await connect(userWorkbook());
    await write([balanceSpec([5, 7])]);
    const sheet = workbook.sheet('Balance')!;
    sheet.put(9, 0, { value: 'my note' });
    sheet.put(1, 4, { value: 'beside' });
    await write([balanceSpec([5, 7, 3, 9])]);
    expect(sheet.value(11, 0)).toBe('my note');
    expect(sheet.value(1, 4)).toBe('beside');
    expect(sheet.value(8, 1)).toBe(24);
  });

  it('keeps a colour that somebody gave to one of our cells', async () => {
    const { workbook } = await connect(userWorkbook());
    await write([balanceSpec([5, 7, 3])]);
    const sheet = workbook.sheet('Balance')!;
    const style = workbook.styles.intern({
      ...workbook.styles.get(sheet.cell(4, 1)!.style),
      fill: { color: '#FF00FF' },
    });
    sheet.setStyle(4, 1, style);
    await write([balanceSpec([5, 8, 3])]);
    expect(workbook.styles.get(sheet.cell(4, 1)!.style).fill.color).toBe('#FF00FF');
    expect(sheet.value(4, 1)).toBe(8);
  });

  it('puts a number back that somebody overtyped a formula with', async () => {
    const { workbook } = await connect(userWorkbook());
    await write([balanceSpec([5, 7, 3])]);
    const sheet = workbook.sheet('Balance')!;
    sheet.put(4, 2, { value: 99 });
    await write([balanceSpec([5, 7, 3])]);
    expect(sheet.cell(4, 2)?.formula).toBe('C4+B5');
  });

  it('never turns text from a cell into a formula, a number or a date', async () => {
    const texts = [
      '=1+1',
      '+1',
      '-x',
      '@home',
      "'quoted",
      '1/2',
      '3 mar',
      '12%',
      'TRUE',
      '#N/A',
      '1e5',
      '€ 5',
      '2026-01-05',
      'Linea 1',
    ];
    const { workbook } = await connect(userWorkbook());
    const spec = {
      ...balanceSpec([1]),
      rows: texts.map((text) => [{ value: text }]),
      tables: [],
      names: [],
      charts: [],
      conditionalFormats: [],
      outline: [],
    };
    await write([spec]);
    const sheet = workbook.sheet('Balance')!;
    expect(texts.map((_, row) => sheet.value(row, 0))).toEqual(texts);
    expect(texts.every((_, row) => sheet.cell(row, 0)?.formula === undefined)).toBe(true);
    const before = snapshot(workbook);
    expect((await write([spec])).unchanged).toEqual(['Balance']);
    expect(snapshot(workbook)).toEqual(before);
  });

  it('does not touch the input sheets', async () => {
    const embedded = await connect(userWorkbook());
    const before = JSON.stringify((snapshot(embedded.workbook).sheets as unknown[])[0]);
    await write([balanceSpec([5, 7, 3])]);
    expect(JSON.stringify((snapshot(embedded.workbook).sheets as unknown[])[0])).toBe(before);
  });

  it('finds its sheet again under the name that somebody gave it', async () => {
    const embedded = await connect(userWorkbook());
    await write([balanceSpec([5, 7, 3])]);
    embedded.workbook.sheet('Balance')!.name = 'Our balance';
    const { owned } = await read();
    expect(owned).toMatchObject([{ key: 'balance', name: 'Our balance', rows: 8, columns: 3 }]);
  });

  it('takes two syncs for a small plan, and one more for each 2 MB', async () => {
    const embedded = await connect(userWorkbook());
    const small = emptyStats();
    await write([balanceSpec([5, 7, 3])], small);
    expect(small.syncs).toBe(2);
    const large = emptyStats();
    const wide = {
      ...balanceSpec([1]),
      key: 'daily' as const,
      name: 'Daily',
      tables: [],
      names: [],
      charts: [],
      outline: [],
    };
    const rows = Array.from({ length: 20_000 }, (_, r) =>
      Array.from({ length: 20 }, (_, c) => ({ value: r * 20.5 + c })),
    );
    embedded.counters.reset();
    await write([{ ...wide, rows }], large);
    const bytes = JSON.stringify(rows.map((row) => row.map((cell) => cell.value))).length;
    expect(large.syncs).toBeLessThanOrEqual(2 + Math.ceil(bytes / 2_000_000));
    expect(embedded.counters.requestBytesMax).toBeLessThan(2_500_000);
  });
});

describe('a plan too large for one answer of Excel', () => {
  it('is looked at in pieces when it is written again', async () => {
    const long = `=IF(A1="${'x'.repeat(110)}",1,2)`;
    const cells = Array.from({ length: 50 }, (): SpecCell => ({ formula: long }));
    const spec = { ...balanceSpec([1]), tables: [], names: [], formats: [], charts: [], conditionalFormats: [] };
    const large = { ...spec, validations: [], outline: [], rows: Array.from({ length: 900 }, () => cells) };
    await connect(userWorkbook());
    await write([large]);
    const again = await write([large]);
    expect(again.unchanged).toEqual(['Balance']);
  }, 30_000);
});

describe('a run that fails', () => {
  const first = [balanceSpec([5, 7]), logSpec([46351, 'Anna', 'abc'])];
  const second = [balanceSpec([5, 8, 2, 4]), logSpec([46352, 'Anna', 'def'])];

  /** Tries the write with a failure at each sync in turn, until one goes through; gives how many failed. */
  async function failEach(before: () => Promise<unknown>, specs: typeof first): Promise<number> {
    for (let sync = 1; ; sync++) {
      const embedded = await connect(userWorkbook());
      await before();
      const held = snapshot(embedded.workbook);
      const reading = await read();
      embedded.faults.failAtSync(sync, 'AccessDenied');
      const outcome = await writeOutputs(
        { specs, owned: reading.owned, sheetCount: reading.sheetNames.length },
        emptyStats(),
      ).then(
        () => 'written',
        (error: { code: string }) => error.code,
      );
      if (outcome === 'written') return sync - 1;
      expect(outcome).toBe('excel-protected');
      expect(snapshot(embedded.workbook)).toEqual(held);
    }
  }

  it('leaves a fresh workbook as it was, whichever sync fails', async () => {
    expect(await failEach(async () => undefined, first)).toBe(2);
  });

  it('leaves an earlier plan as it was, whichever sync fails', async () => {
    expect(await failEach(() => write(first), second)).toBe(2);
  });

  it('leaves an earlier plan and the notes around it as they were, whichever action fails', async () => {
    let failures = 0;
    for (let action = 1; ; action += 5) {
      const embedded = await connect(userWorkbook());
      await write(first);
      embedded.workbook.sheet('Balance')!.put(9, 0, { value: 'my note' });
      embedded.workbook.sheet('Balance')!.put(1, 4, { value: 'beside' });
      embedded.calculation.recalculate();
      const held = snapshot(embedded.workbook);
      const reading = await read();
      embedded.faults.failAtAction(action, 'AccessDenied');
      const outcome = await writeOutputs(
        { specs: second, owned: reading.owned, sheetCount: reading.sheetNames.length },
        emptyStats(),
      ).then(
        () => 'written',
        () => 'failed',
      );
      if (outcome === 'written') break;
      failures++;
      expect(snapshot(embedded.workbook)).toEqual(held);
    }
    expect(failures).toBeGreaterThan(10);
  });

  it('leaves the workbook as it was when it is cancelled between two requests', async () => {
    const embedded = await connect(userWorkbook());
    await write(first);
    const held = snapshot(embedded.workbook);
    const reading = await read();
    const cancel = new AbortController();
    cancel.abort(new DOMException('Cancelled', 'AbortError'));
    const run = writeOutputs(
      { specs: second, owned: reading.owned, sheetCount: reading.sheetNames.length, signal: cancel.signal },
      emptyStats(),
    );
    await expect(run).rejects.toThrow('Cancelled');
    expect(snapshot(embedded.workbook)).toEqual(held);
  });
});
