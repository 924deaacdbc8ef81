import type { Shortage, ShortageCause } from '../../planning/resultBalance';
import type { SheetSpec } from '../spec';
import type { BalancePlaces } from './balance';
import type { OutputContext } from './context';
import { byCodeUnits, phraseOr } from './context';
import { closeSheet, FIRST_ROW, heightFor, openSheet, tableOver } from './frame';
import type { Content, Grid, Look, Place } from './grid';
import { cellOfRow, cellPlace, refer } from './grid';
import { periodHeading } from './words';

/** Where the shortages and their money stand, largest first. */
export interface ShortagePlaces {
  readonly rows: readonly { readonly shortage: Shortage; readonly quantity: Place; readonly money: Place }[];
  readonly totalMoney: Place;
}

const COLUMNS = [
  'family',
  'period',
  'start',
  'kind',
  'quantity',
  'money',
  'cause',
  'since',
  'causePrice',
  'otherCauses',
  'fix',
  'fixCost',
] as const;
type Column = (typeof COLUMNS)[number];
const WIDTHS: Readonly<Record<Column, number>> = {
  family: 34,
  period: 12,
  start: 13,
  kind: 12,
  quantity: 11,
  money: 13,
  cause: 32,
  since: 13,
  causePrice: 15,
  otherCauses: 32,
  fix: 40,
  fixCost: 14,
};

/**
 * The Shortages, dearest first: what is late or lost, since when, which constraint is to blame, what one more unit of it is worth, and the
 * cheapest fix. Quantities are read from the Balance.
 *
 * @returns undefined when nothing is short.
 */
export function buildShortages(
  context: OutputContext,
  balance: BalancePlaces | undefined,
): { spec: SheetSpec; places: ShortagePlaces } | undefined {
  const shortages = [...context.plan.shortages].sort(
    (a, b) => b.money - a.money || byCodeUnits(a.family, b.family) || a.bucket - b.bucket,
  );
  if (shortages.length === 0) return undefined;
  const { t } = context;
  const grid = openSheet(context, 'shortages', t('sheets.hint.shortages'));
  grid.put(FIRST_ROW, 0, t('sheets.shortages.totalMoney'), { style: 'keyLabel' });
  const header = FIRST_ROW + 2;
  const top = header + 1;
  const money = COLUMNS.indexOf('money');
  grid.put(
    FIRST_ROW,
    1,
    {
      formula: `=SUM(${refer({ sheet: grid.sheet, row: top, column: money, rows: shortages.length, columns: 1 }, grid.sheet)})`,
    },
    {
      style: 'keyFigure',
      number: 'money',
    },
  );
  COLUMNS.forEach((column, i) => grid.put(header, i, t(`sheets.shortages.${column}`), headingLook(column)));
  shortages.forEach((shortage, i) =>
    COLUMNS.forEach((column, at) => {
      const { content, look } = cellOf(context, shortage, column, grid.sheet, balance);
      grid.put(top + i, at, content, look);
    }),
  );
  const blameAt = top + shortages.length + 1;
  const blamed = putAttribution(context, grid, blameAt);
  const spec = closeSheet(context, 'shortages', grid, {
    columnWidths: COLUMNS.map((column) => WIDTHS[column]),
    tables: [
      tableOver('CadenzaShortages', header, 0, shortages.length + 1, COLUMNS.length),
      ...(blamed > 0 ? [tableOver('CadenzaShortageCauses', blameAt + 1, 0, blamed + 1, 3)] : []),
    ],
    conditionalFormats: [
      { kind: 'dataBar', range: { row: top, column: money, rows: shortages.length, columns: 1 }, color: '#E7B8B5' },
    ],
    names: [{ name: 'CadenzaShortageMoney', range: { row: FIRST_ROW, column: 1, rows: 1, columns: 1 } }],
    subjects: shortages.map(({ family, bucket, kind }, i) => ({
      range: { row: top + i, column: 0, rows: 1, columns: COLUMNS.length },
      subject: { kind: 'shortage', family, bucket, short: kind, label: family },
    })),
    rowHeights: { [header]: 30, ...Object.fromEntries(shortages.map((own, i) => [top + i, heightOf(context, own)])) },
    freeze: { rows: top, columns: 1 },
    print: { orientation: 'landscape', fitToWidth: true, titleRows: top },
  });
  const places: ShortagePlaces = {
    rows: shortages.map((shortage, i) => ({
      shortage,
      quantity: cellPlace(grid.sheet, top + i, COLUMNS.indexOf('quantity')),
      money: cellPlace(grid.sheet, top + i, money),
    })),
    totalMoney: cellPlace(grid.sheet, FIRST_ROW, 1),
  };
  return { spec, places };
}

/** What is to blame for all that is not served, largest relief first; returns the number of rows. */
function putAttribution(context: OutputContext, grid: Grid, start: number): number {
  const { t, plan } = context;
  const causes = plan.balance?.attribution ?? [];
  if (causes.length === 0) return 0;
  grid.putRow(start, 0, [t('sheets.shortages.blame'), undefined, undefined], { style: 'sectionHeader' });
  (['blamed', 'relief', 'share'] as const).forEach((column, i) =>
    grid.put(start + 1, i, t(`sheets.shortages.${column}`), {
      style: 'columnHeader',
      align: i === 0 ? 'left' : 'right',
    }),
  );
  causes.forEach((cause, i) => {
    grid.put(start + 2 + i, 0, causeWords(context, cause), { style: 'text' });
    grid.put(start + 2 + i, 1, cause.relief, { style: 'parameter', number: 'decimal1' });
    grid.put(start + 2 + i, 2, cause.share ?? '', { style: 'parameter', number: 'decimal1' });
  });
  return causes.length;
}

/** Points that the longest of a shortage's texts takes. */
function heightOf(context: OutputContext, shortage: Shortage): number {
  const texts = { ...causeTexts(context, shortage), family: shortage.family, fix: fixWords(context, shortage) };
  return Math.max(...Object.entries(texts).map(([column, text]) => heightFor(text, WIDTHS[column as Column] - 1)));
}

/** What blocks first, and what blocks beside it. */
function causeTexts(
  context: OutputContext,
  { causes }: Shortage,
): { readonly cause: string; readonly otherCauses: string } {
  const [cause = '', ...others] = causes.map((own) => causeWords(context, own));
  return { cause, otherCauses: others.join('; ') };
}

const NUMBERS: readonly Column[] = ['quantity', 'money', 'causePrice', 'fixCost'];

function headingLook(column: Column): Look {
  if (NUMBERS.includes(column)) return { style: 'columnHeader', align: 'right' };
  return { style: column === 'family' || column === 'start' ? 'columnHeader' : 'columnDetail' };
}

function cellOf(
  context: OutputContext,
  shortage: Shortage,
  column: Column,
  sheet: string,
  balance: BalancePlaces | undefined,
): { content: Content; look: Look } {
  const { t, plan } = context;
  const bucket = plan.buckets[shortage.bucket];
  const text = (content: Content): { content: Content; look: Look } => ({ content, look: { style: 'wrappedDetail' } });
  const [cause] = shortage.causes;
  switch (column) {
    case 'family':
      return { content: shortage.family, look: { style: 'wrappedHeader' } };
    case 'period':
      return text(periodHeading(context, bucket?.label ?? ''));
    case 'start':
      return { content: bucket?.start ?? '', look: { style: 'text', number: 'date', align: 'left' } };
    case 'kind':
      return text(t(`sheets.shortageKind.${shortage.kind}`));
    case 'quantity': {
      const row = balance?.family(shortage.family, shortage.kind === 'late' ? 'backlog' : 'lost');
      const content = row
        ? { formula: `=${refer(cellOfRow(row, shortage.bucket), sheet, 'both')}` }
        : shortage.quantity;
      return { content, look: { style: row ? 'result' : 'parameter', number: 'decimal1' } };
    }
    case 'money':
      return { content: shortage.money, look: { style: 'parameter', number: 'money' } };
    case 'cause':
      return text(causeTexts(context, shortage).cause);
    case 'since':
      return text(periodHeading(context, plan.buckets[cause?.bucket ?? -1]?.label ?? ''));
    case 'causePrice':
      return { content: cause?.price ?? '', look: { style: 'parameter', number: 'price' } };
    case 'otherCauses':
      return text(causeTexts(context, shortage).otherCauses);
    case 'fix':
      return text(fixWords(context, shortage));
    case 'fixCost':
      return { content: cheapestFix(shortage)?.cost ?? '', look: { style: 'parameter', number: 'money' } };
  }
}

/** 'Capacity: Line 2': what blocks a supply path. */
export function causeWords(context: OutputContext, cause: Pick<ShortageCause, 'kind' | 'name'>): string {
  return context.t(`sheets.cause.${cause.kind}`, { name: cause.name });
}

/** The fix that costs least; the first of equals. */
export function cheapestFix(shortage: Shortage): Shortage['fixes'][number] | undefined {
  return shortage.fixes.reduce<Shortage['fixes'][number] | undefined>(
    (best, fix) => (!best || fix.cost < best.cost ? fix : best),
    undefined,
  );
}

/** The cheapest fix as a sentence; empty where there is none. */
export function fixWords(context: OutputContext, shortage: Shortage): string {
  const fix = cheapestFix(shortage);
  return fix ? phraseOr(context, `fix.${fix.action}`, fix.action, fix.params) : '';
}
