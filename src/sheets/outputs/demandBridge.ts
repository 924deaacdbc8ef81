import type { FamilyDemand } from '../../planning/result';
import type { BucketSheet } from './bucketSheet';
import type { OutputContext } from './context';
import type { Grid } from './grid';
import { a1, sumOf } from './grid';

const HEADS = [
  'family',
  'targetUnits',
  'targetPrice',
  'units',
  'price',
  'volume',
  'mix',
  'priceEffect',
  'new',
  'total',
] as const;
/** Heading, headings of the columns, total, an empty row. */
const FRAME_ROWS = 4;

interface Compared {
  readonly family: string;
  readonly price: number;
  /** Money a unit that the targets count on: their revenue ÷ their units where they give both, else the price. */
  readonly targetPrice: number;
}

/** Families whose targets say units, with a price; the bridge needs both. */
function comparedFamilies(context: OutputContext): readonly Compared[] {
  const { plan } = context;
  return plan.demand.flatMap((demand): Compared[] => {
    const price = plan.balance?.rates?.families.find((own) => own.family === demand.family)?.price ?? 0;
    if (price <= 0 || !hasTargets(demand)) return [];
    const of = (metric: string): number =>
      plan.cascade
        .filter((line) => line.family === demand.family && line.metric === metric && line.aggregation === 'Sum')
        .reduce((sum, line) => sum + line.target, 0);
    const [revenue, units] = [of('Revenue'), of('Units')];
    return [{ family: demand.family, price, targetPrice: revenue > 0 && units > 0 ? revenue / units : price }];
  });
}

function hasTargets(demand: FamilyDemand): boolean {
  return demand.buckets.some((point) => (point.streams.Targets ?? 0) > 0);
}

/** Rows that the bridge takes; 0 where no family has targets in units and a price. */
export function bridgeHeight(context: OutputContext): number {
  const count = comparedFamilies(context).length;
  return count === 0 ? 0 : count + FRAME_ROWS;
}

/**
 * The gap between the demand plan and the targets, taken apart into volume, mix and price by formulas that leave no residual; families that only
 * one side has stand in a column of their own.
 *
 * @param top First of the `bridgeHeight` rows.
 * @param keyOf Key of a family's block on the sheet.
 * @see mathematics A9
 */
export function writeBridge(
  context: OutputContext,
  grid: Grid,
  sheet: BucketSheet,
  top: number,
  keyOf: (family: string) => string,
): void {
  const families = comparedFamilies(context);
  if (families.length === 0) return;
  const { t, plan } = context;
  grid.format({ row: top, column: 0, rows: 1, columns: HEADS.length }, { style: 'sectionHeader' });
  grid.put(top, 0, t('sheets.demand.bridge', { currency: plan.settings.currency }));
  HEADS.forEach((head, i) =>
    grid.put(top + 1, i, t(`sheets.demand.bridge.${head}`), {
      style: 'columnHeader',
      align: i === 0 ? 'left' : 'right',
    }),
  );
  const first = top + 2;
  const last = first + families.length - 1;
  const column = (at: number): string => `${a1(first, at)}:${a1(last, at)}`.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  // Units of the families that both sides have.
  const lasting = (at: number): string => `SUMPRODUCT((${column(1)}>0)*(${column(3)}>0)*${column(at)})`;
  families.forEach(({ family, price, targetPrice }, i) => {
    const row = first + i;
    const [aim, aimPrice, units, own] = [1, 2, 3, 4].map((at) => a1(row, at));
    const both = `AND(${aim}>0,${units}>0)`;
    const share = `${aim}/${lasting(1)}`;
    const put = (at: number, formula: string, number: 'quantity' | 'money'): void =>
      grid.put(row, at, { formula: `=${formula}` }, { style: 'result', number });
    grid.put(row, 0, family, { style: 'text' });
    put(1, sheet.total(keyOf(family), 'stream:Targets'), 'quantity');
    grid.put(row, 2, targetPrice, { style: 'parameter', number: 'price' });
    put(3, sheet.total(keyOf(family), 'consensus'), 'quantity');
    grid.put(row, 4, price, { style: 'parameter', number: 'price' });
    put(5, `IF(${both},(${lasting(3)}-${lasting(1)})*${share}*${aimPrice},0)`, 'money');
    put(6, `IF(${both},(${units}-${lasting(3)}*${share})*${aimPrice},0)`, 'money');
    put(7, `IF(${both},${units}*(${own}-${aimPrice}),0)`, 'money');
    put(8, `IF(${both},0,${units}*${own}-${aim}*${aimPrice})`, 'money');
    put(9, `SUM(${a1(row, 5)}:${a1(row, 8)})`, 'money');
  });
  grid.put(last + 1, 0, t('sheets.total'), { style: 'total' });
  HEADS.forEach((_, at) => {
    const isPrice = at === 2 || at === 4;
    if (at > 0)
      grid.put(last + 1, at, isPrice ? undefined : sumOf(first, at, families.length, 1), {
        style: 'total',
        number: at === 1 || at === 3 ? 'quantity' : 'money',
      });
  });
}
