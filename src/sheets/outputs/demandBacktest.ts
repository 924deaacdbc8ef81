import type { FamilyForecast, ForecastBacktest } from '../../planning/result';
import { rangeAddress } from '../address';
import type { OutlineSpec } from '../spec';
import type { OutputContext } from './context';
import type { Grid } from './grid';
import { a1 } from './grid';

interface Tested extends FamilyForecast {
  readonly backtest: ForecastBacktest;
}

/** Columns of the two tables; the first is the family. */
const FAMILY = 0;
const PERIOD = 1;
const ACTUAL = 3;
const FORECAST = 4;
const NAIVE = 5;
const ERROR = 6;
const NAIVE_ERROR = 7;
const COLUMNS = 8;

/** Section heading, headings of the measures, an empty row, headings of the rows. */
const HEADINGS = 4;

function testedOf(context: OutputContext): readonly Tested[] {
  return context.plan.forecasts.filter((forecast): forecast is Tested => (forecast.backtest?.rows.length ?? 0) > 0);
}

/** Rows that the check of the forecasts takes; 0 where no history is long enough for one. */
export function backtestHeight(context: OutputContext): number {
  const tested = testedOf(context);
  if (tested.length === 0) return 0;
  return HEADINGS + tested.length + tested.reduce((sum, forecast) => sum + forecast.backtest.rows.length, 0);
}

/**
 * What would have been forecast one period ahead, a row for every past period, with its errors as formulas; above it the measures of
 * every family as formulas over those rows.
 *
 * @param top first of the `backtestHeight` rows
 * @returns the rows that fold
 */
export function writeBacktest(context: OutputContext, grid: Grid, top: number): readonly OutlineSpec[] {
  const tested = testedOf(context);
  if (tested.length === 0) return [];
  const { t } = context;
  grid.format({ row: top, column: 0, rows: 1, columns: COLUMNS }, { style: 'sectionHeader' });
  grid.put(top, FAMILY, t('sheets.demand.check'));
  const heads = ['family', 'periods', 'unit', 'mae', 'naiveMae', 'scale', 'mase', 'valueAdded'] as const;
  writeHeads(
    grid,
    top + 1,
    heads.map((head) => t(`sheets.demand.check.${head}`)),
  );
  const rowsTop = top + HEADINGS + tested.length;
  const rowHeads = ['family', 'period', 'unit', 'actual', 'forecast', 'naive', 'error', 'naiveError'] as const;
  writeHeads(
    grid,
    rowsTop - 1,
    rowHeads.map((head) => t(`sheets.demand.check.${head}`)),
  );
  let row = rowsTop;
  tested.forEach((forecast, i) => {
    writeMeasures(context, grid, top + 2 + i, forecast, row);
    row = writeRows(context, grid, row, forecast);
  });
  return [{ by: 'rows', from: rowsTop, to: row - 1, collapsed: true }];
}

function writeHeads(grid: Grid, row: number, heads: readonly string[]): void {
  heads.forEach((head, column) =>
    grid.put(row, column, head, { style: 'period', ...(column < ACTUAL ? { align: 'left' as const } : {}) }),
  );
}

/** MAE, MASE and value added of one family over its rows from `first` on. */
function writeMeasures(context: OutputContext, grid: Grid, row: number, forecast: Tested, first: number): void {
  const count = forecast.backtest.rows.length;
  const over = (column: number): string => rangeAddress(first, column, count, 1);
  const mean = (column: number): string => `=SUMPRODUCT(ABS(${over(column)}))/${a1(row, PERIOD)}`;
  const [mae, naive, scale] = [a1(row, ACTUAL), a1(row, FORECAST), a1(row, NAIVE)];
  grid.put(row, FAMILY, forecast.family, { style: 'text' });
  grid.put(row, PERIOD, { formula: `=ROWS(${over(ERROR)})` }, { style: 'result', number: 'integer', align: 'left' });
  grid.put(row, 2, context.t('sheets.unit.units'), { style: 'muted' });
  grid.put(row, ACTUAL, { formula: mean(ERROR) }, { style: 'result', number: 'decimal1' });
  grid.put(row, FORECAST, { formula: mean(NAIVE_ERROR) }, { style: 'result', number: 'decimal1' });
  grid.put(row, NAIVE, forecast.backtest.scale, { style: 'parameter', number: 'decimal1' });
  grid.put(row, ERROR, { formula: `=IF(${scale}=0,0,${mae}/${scale})` }, { style: 'result', number: 'decimal2' });
  grid.put(
    row,
    NAIVE_ERROR,
    { formula: `=IF(${naive}=0,0,1-${mae}/${naive})` },
    { style: 'result', number: 'percent1' },
  );
}

/** The rows of one family; returns the next free one. */
function writeRows(context: OutputContext, grid: Grid, top: number, forecast: Tested): number {
  const unit = context.t('sheets.unit.units');
  forecast.backtest.rows.forEach(({ start, actual, forecast: predicted, naive }, i) => {
    const row = top + i;
    grid.put(row, FAMILY, forecast.family, { style: 'text' });
    grid.put(row, PERIOD, start, { style: 'text', number: 'date', align: 'left' });
    grid.put(row, 2, unit, { style: 'muted' });
    grid.putRow(row, ACTUAL, [actual, predicted, naive], { style: 'parameter', number: 'decimal1' });
    grid.put(
      row,
      ERROR,
      { formula: `=${a1(row, FORECAST)}-${a1(row, ACTUAL)}` },
      { style: 'result', number: 'decimal1' },
    );
    grid.put(
      row,
      NAIVE_ERROR,
      { formula: `=${a1(row, NAIVE)}-${a1(row, ACTUAL)}` },
      { style: 'result', number: 'decimal1' },
    );
  });
  return top + forecast.backtest.rows.length;
}
