import { roughCutOf } from '../../../src/planning/balance/roughCutPlan';
import { makePlan } from '../../../src/planning/plan';
import { blockRow, cellAt, outputsOf } from '../../support/outputsOf';
import { quietTools, readTables } from '../../support/planTables';
import { CalculatedSheets } from '../../support/sheetSpecs';

const BUCKETS = 4;

/** A table made of frames, both with a lead time, on two lines that are asked for more than they have. */
function tables() {
  const weeks = [0, 1, 2, 3].map((week) => 46027 + 7 * week);
  return {
    Capacity: [
      ['Resource', 'Regular', 'Cost'],
      ['Assembly', 60, 1],
      ['Welding', 30, 1],
    ],
    Families: [
      ['Family', 'Price', 'Unit cost', 'Opening stock', 'Lead time', 'Backlog cost'],
      ['Tables', 100, 10, 40, 1, 5],
      ['Frames', '', 5, 80, 2, ''],
    ],
    Routings: [
      ['Family', 'Resource', 'Hours'],
      ['Tables', 'Assembly', 2],
      ['Frames', 'Welding', 0.5],
    ],
    Materials: [
      ['Parent', 'Component', 'Quantity'],
      ['Tables', 'Frames', 2],
    ],
    Overrides: [
      ['Family', 'Period', 'Stream', 'Quantity'],
      ...weeks.map((week, i) => ['Tables', week, 'Consensus', 25 + 10 * i]),
    ],
    Settings: [
      ['Setting', 'Value'],
      ['Plan start', 46027],
      ['Horizon', BUCKETS],
      ['Bucket', 'Week'],
      ['Country', 'none'],
    ],
  };
}

describe('the Capacity load', () => {
  it('asks of every resource what rough-cut capacity says, lead times and components counted, and follows demand', async () => {
    const plan = await makePlan(readTables(tables()).input, await quietTools());
    const sheets = new CalculatedSheets(outputsOf(plan));
    // The overview names the resources first; their blocks come after it.
    const row = (resource: string, label: string) => {
      const block = sheets.find('Capacity load', resource, sheets.find('Capacity load', resource).row + 1);
      return {
        ...sheets.find('Capacity load', label, block.row),
        column: 5,
        rows: 1,
        columns: BUCKETS,
      };
    };
    for (const { resource, load } of roughCutOf(plan.balance!)) {
      const shown = sheets.numbers(row(resource, 'Load of the demand'));
      shown.forEach((hours, bucket) => expect(hours).toBeCloseTo(load[bucket] ?? 0, 9));
      expect(Math.max(...shown)).toBeGreaterThan(0);
    }
    expect(sheets.numbers(row('Assembly', 'Load of the demand'))).toEqual([70, 90, 110, 0]);
    const overload = row('Assembly', 'Beyond regular capacity');
    expect(sheets.numbers(overload)).toEqual([10, 30, 50, 0]);
    const consensus = blockRow(sheets, 'Demand plan', 'Tables — consensus given', 'Consensus demand', BUCKETS);
    sheets.type(cellAt(consensus.cells, 2), 100);
    expect(sheets.numbers(row('Assembly', 'Load of the demand'))[1]).toBe(200);
  });
});
