import type { NumberFormatName } from '../spec';
import type { OutputContext } from './context';
import type { Content, Grid, Place } from './grid';
import { a1 } from './grid';
import { periodHeading } from './words';

export const CAPACITY_COLUMNS = [
  'team',
  'month',
  'heads',
  'productiveHeads',
  'capacity',
  'target',
  'gap',
  'hires',
  'capacityWithHires',
] as const;

const NUMBERS: readonly NumberFormatName[] = [
  'text',
  'text',
  'decimal1',
  'decimal1',
  'money',
  'money',
  'money',
  'decimal1',
  'money',
];

/**
 * What the sales teams can sell by month against their targets, and the people to begin so that they can; the gap is a formula.
 *
 * @returns The column of the gaps; undefined where no team has a quota.
 */
export function putSalesCapacity(context: OutputContext, grid: Grid, start: number): Place | undefined {
  const { t, plan } = context;
  const months = plan.sales.capacity ?? [];
  if (months.length === 0) return undefined;
  grid.format({ row: start, column: 0, rows: 1, columns: CAPACITY_COLUMNS.length }, { style: 'sectionHeader' });
  grid.put(start, 0, t('sheets.sales.capacity'));
  CAPACITY_COLUMNS.forEach((column, i) =>
    grid.put(start + 1, i, t(`sheets.salesCapacity.${column}`), {
      style: 'columnHeader',
      ...(NUMBERS[i] === 'text' ? {} : { align: 'right' as const }),
    }),
  );
  const gap = CAPACITY_COLUMNS.indexOf('gap');
  const [capacity, target] = [CAPACITY_COLUMNS.indexOf('capacity'), CAPACITY_COLUMNS.indexOf('target')];
  months.forEach((month, i) => {
    const row = start + 2 + i;
    CAPACITY_COLUMNS.forEach((column, at) => {
      const content: Content =
        column === 'gap'
          ? { formula: `=${a1(row, capacity)}-${a1(row, target)}` }
          : column === 'month'
            ? periodHeading(context, month.label)
            : month[column];
      const style =
        column === 'gap' ? 'result' : column === 'hires' ? 'decision' : NUMBERS[at] === 'text' ? 'text' : 'parameter';
      grid.put(row, at, content, { style, ...(NUMBERS[at] === 'text' ? {} : { number: NUMBERS[at] ?? 'general' }) });
    });
  });
  return { sheet: grid.sheet, row: start + 2, column: gap, rows: months.length, columns: 1 };
}
