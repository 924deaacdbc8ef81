import type { ConditionalFormatSpec, NameSpec, Rect, SheetSpec } from '../spec';
import { columnLetters } from '../address';
import { balanceData } from './balanceData';
import { balanceCharts, CHART_BAND } from './balanceCharts';
import { familyBlock } from './balanceFamily';
import { resourceBlock } from './balanceResource';
import { certificateBlock, CHECKS, checksBlock, MONEY, moneyBlock, UNITS, unitsBlock } from './balanceTotals';
import type { TotalsScene } from './balanceTotals';
import { CHECK_ROWS, familyKey, resourceKey } from './balanceWords';
import type { BlockSpec } from './bucketSheet';
import { BODY, BucketSheet, FIRST_BUCKET } from './bucketSheet';
import type { OutputContext } from './context';
import { closeSheet, openSheet } from './frame';
import type { Place } from './grid';
import { literal } from './grid';

/** Rows and totals of the Balance that other sheets refer to; undefined where the plan has no such row. */
export interface BalancePlaces {
  readonly sheet: string;
  readonly family: (family: string, row: string) => Place | undefined;
  readonly resource: (resource: string, row: string) => Place | undefined;
  readonly units: (row: string) => Place | undefined;
  readonly unitsTotal: (row: string) => Place | undefined;
  readonly moneyTotal: (row: string) => Place | undefined;
  readonly checkTotal: (row: string) => Place | undefined;
  readonly familyTotal: (family: string, row: string) => Place | undefined;
  readonly resourceTotal: (resource: string, row: string) => Place | undefined;
  readonly labels: Rect;
}

/**
 * The Balance: totals, checks and certificate on top, then a block a family and a block a resource over the buckets. Decisions are values;
 * stock, backlog, load, money and checks are formulas over them.
 *
 * @param consensus The Demand plan's row of a family, which demand is read from.
 * @returns undefined when the plan has no balance.
 */
export function buildBalance(
  context: OutputContext,
  consensus: (family: string) => Place | undefined,
): { spec: SheetSpec; places: BalancePlaces } | undefined {
  const { balance } = context.plan;
  if (!balance || balance.items.length === 0) return undefined;
  const data = balanceData(balance);
  const grid = openSheet(context, 'balance', context.t('sheets.hint.balance'));
  const sheet = new BucketSheet(grid, context);

  // Blocks below are planned first: the totals list only what some block has.
  const families = data.families.map((family) => {
    const place = consensus(family.family);
    return familyBlock({ context, sheet, data, family, ...(place ? { consensus: place } : {}) });
  });
  const resources = data.resources.map((resource) => resourceBlock({ context, sheet, data, resource }));
  const below = [...families, ...resources];
  let body = { first: 0, last: 0 };
  const scene: TotalsScene = { context, sheet, data, present: rowKeys(below), body: () => body };
  sheet.skip(CHART_BAND);
  for (const block of [unitsBlock(scene), moneyBlock(scene), checksBlock(scene), certificateBlock(scene)])
    sheet.place(block);
  const first = sheet.nextRow;
  for (const block of below) sheet.place(block);
  body = { first, last: sheet.nextRow - 2 };
  sheet.write();

  const spec = closeSheet(context, 'balance', grid, {
    ...sheet.parts(),
    names: keyNames(sheet),
    conditionalFormats: lights(context, sheet, body),
    validations: sheet.decisions().map((range) => ({
      kind: 'decimal',
      range,
      minimum: 0,
      message: context.t('sheets.validation.notNegative'),
    })),
    charts: balanceCharts(context, sheet, data, BODY),
  });
  return { spec, places: placesOf(sheet) };
}

function rowKeys(blocks: readonly BlockSpec[]): ReadonlySet<string> {
  return new Set(blocks.flatMap((block) => block.rows.map((row) => row.key)));
}

function placesOf(sheet: BucketSheet): BalancePlaces {
  return {
    sheet: sheet.grid.sheet,
    family: (family, row) => sheet.placeOf(familyKey(family), row),
    resource: (resource, row) => sheet.placeOf(resourceKey(resource), row),
    units: (row) => sheet.placeOf(UNITS, row),
    unitsTotal: (row) => sheet.totalPlace(UNITS, row),
    moneyTotal: (row) => sheet.totalPlace(MONEY, row),
    checkTotal: (row) => sheet.totalPlace(CHECKS, row),
    familyTotal: (family, row) => sheet.totalPlace(familyKey(family), row),
    resourceTotal: (resource, row) => sheet.totalPlace(resourceKey(resource), row),
    labels: sheet.labels(),
  };
}

function keyNames(sheet: BucketSheet): readonly NameSpec[] {
  const candidates: readonly [string, Place | undefined][] = [
    ['CadenzaRevenue', sheet.totalPlace(MONEY, 'revenue')],
    ['CadenzaTotalCost', sheet.totalPlace(MONEY, 'totalCost')],
    ['CadenzaProfit', sheet.totalPlace(MONEY, 'profit')],
    ['CadenzaServiceLevel', sheet.totalPlace(UNITS, 'served')],
    ['CadenzaDemand', sheet.placeOf(UNITS, 'demand')],
    ['CadenzaClosingStock', sheet.placeOf(UNITS, 'stock')],
  ];
  return candidates.flatMap(([name, place]) => (place ? [{ name, range: rect(place) }] : []));
}

function rect({ row, column, rows, columns }: Place): Rect {
  return { row, column, rows, columns };
}

/** Lights over all blocks at once, by row label: a handful of rules however many families there are. */
function lights(
  context: OutputContext,
  sheet: BucketSheet,
  body: { readonly first: number; readonly last: number },
): readonly ConditionalFormatSpec[] {
  const { t } = context;
  const range: Rect = {
    row: body.first,
    column: FIRST_BUCKET - 1,
    rows: body.last - body.first + 1,
    columns: sheet.bucketCount + 1,
  };
  const label = `$A${body.first + 1}`;
  const below = `$A${body.first + 2}`;
  const cell = `${columnLetters(range.column)}${body.first + 1}`;
  const next = `${columnLetters(range.column)}${body.first + 2}`;
  const is = (key: 'stock' | 'safety' | 'backlog' | 'lost' | 'over' | 'overStock', at = label) =>
    `${at}=${literal(t(`sheets.balance.${key}`))}`;
  const utilisation = `${label}=${literal(t('sheets.utilisation'))}`;
  const rule = (formula: string, look: 'bad' | 'warn' | 'good'): ConditionalFormatSpec => ({
    kind: 'formula',
    range,
    formula,
    look,
  });
  const checks = CHECK_ROWS.flatMap((row) => sheet.rowRect(CHECKS, row, true) ?? []);
  return [
    rule(`=AND(${is('stock')},OR(${cell}<-0.0001,AND(${is('safety', below)},${cell}<${next}-0.0001)))`, 'bad'),
    rule(`=AND(OR(${is('backlog')},${is('lost')},${is('over')},${is('overStock')}),${cell}>0.0001)`, 'bad'),
    rule(`=AND(${utilisation},OR(${cell}="∞",AND(ISNUMBER(${cell}),${cell}>1.000001)))`, 'bad'),
    rule(`=AND(${utilisation},ISNUMBER(${cell}),${cell}>=0.85,${cell}<=1.000001)`, 'warn'),
    rule(`=AND(${utilisation},ISNUMBER(${cell}),${cell}>0,${cell}<0.85)`, 'good'),
    ...checks.map((range): ConditionalFormatSpec => {
      const at = `${columnLetters(range.column)}${range.row + 1}`;
      return { kind: 'formula', range, formula: `=AND(ISNUMBER(${at}),ABS(${at})>0.000001)`, look: 'bad' };
    }),
  ];
}
