import type { Plan } from '../../../src/planning/result';
import type { Day } from '../../../src/planning/units';
import { translate } from '../../../src/i18n/translate';
import { planFixture } from '../../support/planFixture';
import { blockRow, outputsOf } from '../../support/outputsOf';
import { CalculatedSheets } from '../../support/sheetSpecs';

const BUCKETS = 6;
const SHEET = 'Demand plan';

/** The fixture's plan with a forecast that divides by region and was tested over six weeks. */
function planWithParts(): Plan {
  const plan = planFixture();
  const part = (member: string, mean: number) => ({
    dimension: 'Region',
    member,
    points: plan.buckets.map(({ index }) => ({ bucket: index, mean, lower: mean - 9, upper: mean + 9 })),
  });
  const rows = [10, 12, 9, 14, 11, 13].map((actual, i) => ({
    start: (46300 + 7 * i) as Day,
    actual,
    forecast: 11,
    naive: 10 + (i % 3),
  }));
  return {
    ...plan,
    forecasts: plan.forecasts.map((forecast) => ({
      ...forecast,
      accuracy: { ...forecast.accuracy, coverage: 0.83 },
      backtest: { scale: 2.5, rows },
      parts: [part('North', 60), part('', 40)],
      notes: [{ code: 'forecast-reconciled', params: { dimensions: 'Region', count: 2 } }],
    })),
  };
}

describe('the Demand plan', () => {
  const sheets = new CalculatedSheets(outputsOf(planWithParts()));
  const block = 'Sofas — weighted streams';
  const row = (label: string) => blockRow(sheets, SHEET, block, label, BUCKETS);
  const firstWords = (label: string) => sheets.at({ ...row(label).cells, columns: 1 });

  it('says the model and what is to be said of the history in rows of their own', () => {
    expect(firstWords('Model')).toBe('ETS(A,N,A), season of 52');
    expect(firstWords('Note')).toContain('the parts add up');
  });

  it('has a row for each member of a dimension, and they sum to the statistics', () => {
    expect(sheets.numbers(row('Region: North').cells)).toEqual(Array(BUCKETS).fill(60));
    expect(sheets.numbers(row('Region: none').cells)).toEqual(Array(BUCKETS).fill(40));
    expect(sheets.number(row('Region: North').total)).toBe(360);
  });

  it('tells MASE and coverage', () => {
    expect(sheets.number(row('Coverage of the 80 % interval').total)).toBe(0.83);
    expect(sheets.number(row('MASE (the lower, the better)').total)).toBe(0.82);
  });

  it('checks forecasts by formulas that follow when a figure is changed by hand', () => {
    const heading = sheets.find(SHEET, translate('en', 'sheets.demand.check'));
    const measures = { sheet: SHEET, row: heading.row + 2, column: 1, rows: 1, columns: 7 };
    const at = (column: number) => sheets.number({ ...measures, column, columns: 1 });
    const mae = (1 + 1 + 2 + 3 + 0 + 2) / 6;
    const naive = (0 + 1 + 3 + 4 + 0 + 1) / 6;
    expect([at(1), at(3), at(4), at(5)]).toEqual([6, mae, naive, 2.5]);
    expect(at(6)).toBeCloseTo(mae / 2.5, 12);
    expect(at(7)).toBeCloseTo(1 - mae / naive, 12);
    const firstRow = sheets.find(SHEET, 'Period from').row + 1;
    sheets.type({ sheet: SHEET, row: firstRow, column: 3, rows: 1, columns: 1 }, 17);
    expect(at(3)).toBeCloseTo(mae + 5 / 6, 12);
  });

  it('draws the totals and the families of most demand with their bounds, all over cells that hold numbers', () => {
    const spec = sheets.specs.find((own) => own.key === 'demandPlan')!;
    expect(spec.charts.map((chart) => chart.title)).toEqual([
      'Consensus, forecast and orders',
      'Sofas: consensus and 80 % interval',
    ]);
    for (const chart of spec.charts)
      for (const { values } of chart.series) expect(sheets.numbers({ ...values, sheet: SHEET })).toHaveLength(BUCKETS);
  });

  it('has no errors, and no check where no history is long enough for one', () => {
    expect(sheets.errors()).toEqual([]);
    const plain = new CalculatedSheets(outputsOf(planFixture()));
    expect(() => plain.find(SHEET, translate('en', 'sheets.demand.check'))).toThrow('No cell');
  });
});
