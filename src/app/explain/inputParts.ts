import type { CapacityRecord, FamilyRecord } from '../../planning/input';
import type { Origin } from '../../planning/issue';
import { layOutSpans } from '../../planning/capacity/spans';
import { nameKey } from '../../planning/names';
import { bucketIndexOf } from '../../planning/time/buckets';
import { dateWords } from '../../sheets/outputs/words';
import type { ExplanationLine } from './explanation';
import { lineTo } from './explanation';
import type { Scene } from './scene';
import { inputLine, placeOf } from './scene';

/** Input rows shown at most: the first and largest tell the story. */
const MOST_ROWS = 6;

type FamilyField = Exclude<keyof FamilyRecord, 'origin' | 'family'>;
const MONEY_FIELDS: readonly FamilyField[] = [
  'price',
  'unitCost',
  'holdingCost',
  'backlogCost',
  'lostSaleCost',
  'subcontractCost',
  'purchaseCost',
  'setupCost',
  'shortfallCost',
];

/** Fields of the Families sheet that stand behind a row of a family's block. */
const FIELDS: Readonly<Record<string, readonly FamilyField[]>> = {
  opening: ['openingStock'],
  brought: ['openingBacklog', 'backlogCost'],
  made: ['unitCost', 'leadTimeWeeks', 'minLot', 'lotMultiple', 'setupCost'],
  arrived: ['leadTimeWeeks'],
  subcontracted: ['subcontractCost', 'subcontractMax', 'leadTimeWeeks'],
  bought: ['purchaseCost', 'purchaseMax', 'leadTimeWeeks'],
  shipped: ['price', 'priority'],
  lost: ['lostSaleCost', 'priority'],
  backlog: ['backlogCost', 'lostSaleCost', 'maxBacklogMonths', 'priority'],
  stock: ['holdingCost', 'safetyStock', 'coverWeeks', 'maxStock', 'closingStock', 'shelfLifeWeeks'],
  safety: ['safetyStock', 'coverWeeks', 'shortfallCost'],
  cover: ['safetyStock', 'coverWeeks'],
  price: ['price', 'unitCost', 'subcontractCost', 'purchaseCost', 'lostSaleCost'],
  revenue: ['price'],
  margin: ['price', 'unitCost'],
  'cost:production': ['unitCost'],
  'cost:subcontract': ['subcontractCost'],
  'cost:purchase': ['purchaseCost'],
  'cost:setup': ['setupCost'],
  'cost:holding': ['holdingCost', 'shortfallCost'],
  'cost:backlog': ['backlogCost'],
  'cost:lostSales': ['lostSaleCost'],
  value: ['price'],
};

/** The input cells that a quantity of a family follows from. */
export function familyInputs(
  scene: Scene,
  family: string,
  row: string,
  bucket: number | undefined,
): readonly ExplanationLine[] {
  const { input } = scene.memory;
  const key = nameKey(family);
  const base = row.startsWith('mode:') ? 'made' : row.startsWith('usedBy:') ? 'used' : row;
  const record = input.families.find((own) => nameKey(own.family) === key);
  const lines = record ? (FIELDS[base] ?? []).flatMap((field) => fieldLine(scene, record, field)) : [];
  if (base === 'made') lines.push(...routingLines(scene, key));
  if (base === 'used') lines.push(...materialLines(scene, key));
  if (base === 'receipts' && bucket !== undefined) lines.push(...receiptLines(scene, key, bucket));
  return lines;
}

function fieldLine(scene: Scene, record: FamilyRecord, field: FamilyField): readonly ExplanationLine[] {
  const value = record[field];
  if (typeof value !== 'number') return [];
  const amount = MONEY_FIELDS.includes(field) ? scene.money(value) : value;
  return inputLine(scene, 'families', record.origin, field, amount);
}

function routingLines(scene: Scene, family: string): readonly ExplanationLine[] {
  return scene.memory.input.routings
    .filter((own) => nameKey(own.family) === family)
    .slice(0, MOST_ROWS)
    .flatMap((own) => inputLine(scene, 'routings', own.origin, 'hours', own.hours, own.resource));
}

function materialLines(scene: Scene, component: string): readonly ExplanationLine[] {
  return scene.memory.input.materials
    .filter((own) => nameKey(own.component) === component)
    .slice(0, MOST_ROWS)
    .flatMap((own) => inputLine(scene, 'materials', own.origin, 'quantity', own.quantity, own.parent));
}

function receiptLines(scene: Scene, family: string, bucket: number): readonly ExplanationLine[] {
  const { input, plan } = scene.memory;
  return input.receipts
    .filter((own) => nameKey(own.family) === family && bucketIndexOf(plan.buckets, own.date) === bucket)
    .slice(0, MOST_ROWS)
    .flatMap((own) =>
      inputLine(scene, 'receipts', own.origin, 'quantity', own.quantity, dateWords(scene.context, own.date)),
    );
}

type CapacityField =
  | 'regular'
  | 'heads'
  | 'hoursPerHead'
  | 'overtime'
  | 'cost'
  | 'overtimeCost'
  | 'wage'
  | 'hireCost'
  | 'layoffCost'
  | 'maxHires';
const CAPACITY_MONEY: readonly CapacityField[] = ['cost', 'overtimeCost', 'wage', 'hireCost', 'layoffCost'];

/** The Capacity row of a resource that holds in a bucket (all its rows where none is named), by the fields asked for. */
export function resourceInputs(
  scene: Scene,
  resource: string,
  bucket: number | undefined,
  fields: readonly CapacityField[],
): readonly ExplanationLine[] {
  const { input, plan } = scene.memory;
  const own = input.capacity.filter((record) => nameKey(record.resource) === nameKey(resource));
  const span = bucket === undefined ? undefined : plan.buckets[bucket];
  const records = span
    ? layOutSpans(own, plan.settings.planStart)
        .spans.filter(({ from, to }) => from <= span.end && (to === undefined || to >= span.start))
        .map(({ record }) => record)
    : own;
  return records.slice(0, MOST_ROWS).flatMap((record) => fields.flatMap((field) => capacityLine(scene, record, field)));
}

function capacityLine(scene: Scene, record: CapacityRecord, field: CapacityField): readonly ExplanationLine[] {
  const value = record[field];
  if (value === undefined) return [];
  const amount = CAPACITY_MONEY.includes(field) ? scene.money(value) : value;
  return inputLine(scene, 'capacity', record.origin, field, amount, record.resource);
}

/** Rows of an input table that name a family, those of one bucket where one is given; each with a jump to its cell. */
export function datedLines<T extends { readonly origin: Origin; readonly family: string; readonly quantity: number }>(
  scene: Scene,
  rows: readonly T[],
  family: string,
  bucket: number | undefined,
  about: { readonly dayOf: (row: T) => Parameters<typeof dateWords>[1]; readonly words: (row: T) => string },
): readonly ExplanationLine[] {
  const { buckets } = scene.memory.plan;
  const key = nameKey(family);
  return rows
    .filter(
      (row) =>
        nameKey(row.family) === key && (bucket === undefined || bucketIndexOf(buckets, about.dayOf(row)) === bucket),
    )
    .slice(0, MOST_ROWS)
    .map((row) => {
      const cell = { sheet: row.origin.sheet, row: row.origin.row, column: row.origin.columns.quantity ?? 0 };
      return lineTo(about.words(row), scene.number(row.quantity), cell, placeOf(cell));
    });
}
