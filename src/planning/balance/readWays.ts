import type { ResourceCapacity } from '../capacity/resources';
import type { FamilyRecord, RoutingRecord, Settings } from '../input';
import { cellOf, type Issue } from '../issue';
import { compareText, nameKey } from '../names';
import type { Load, Way } from './data';
import { bucketsOf, leadBuckets } from './leadTime';

/**
 * The modes of making each family: the Routings rows with the same mode are used together, one mode a name.
 *
 * @returns Modes by the family's key, by mode name; issues for unknown resources (their load is not limited), negative hours and offsets
 *   longer than the lead time.
 */
export function readModes(
  routings: readonly RoutingRecord[],
  families: ReadonlyMap<string, FamilyRecord | undefined>,
  resources: readonly ResourceCapacity[],
  settings: Settings,
): { readonly modes: ReadonlyMap<string, readonly Way[]>; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const resourceIndex = new Map(resources.map((resource, index) => [nameKey(resource.name), index]));
  const groups = new Map<string, Map<string, RoutingRecord[]>>();
  for (const record of sortRoutings(routings)) {
    const family = nameKey(record.family);
    const byMode = groups.get(family) ?? new Map<string, RoutingRecord[]>();
    groups.set(family, byMode);
    const mode = nameKey(record.mode ?? '');
    byMode.set(mode, [...(byMode.get(mode) ?? []), record]);
  }
  const modes = new Map<string, readonly Way[]>();
  for (const [family, byMode] of groups) {
    const own = [...byMode.values()].map((rows) => modeOf(rows, families.get(family), resourceIndex, settings, issues));
    modes.set(
      family,
      own.sort((left, right) => compareText(left.name, right.name)),
    );
  }
  return { modes, issues };
}

function sortRoutings(routings: readonly RoutingRecord[]): RoutingRecord[] {
  return [...routings].sort(
    (left, right) =>
      compareText(nameKey(left.family), nameKey(right.family)) ||
      compareText(nameKey(left.mode ?? ''), nameKey(right.mode ?? '')) ||
      compareText(nameKey(left.resource), nameKey(right.resource)) ||
      left.offsetWeeks - right.offsetWeeks ||
      left.hours - right.hours,
  );
}

function modeOf(
  rows: readonly RoutingRecord[],
  family: FamilyRecord | undefined,
  resourceIndex: ReadonlyMap<string, number>,
  settings: Settings,
  issues: Issue[],
): Way {
  const leadTime = leadBuckets(family?.leadTimeWeeks ?? 0, settings);
  const offsets = rows.map((row) => Math.max(0, Math.round(bucketsOf(row.offsetWeeks, settings))));
  const lead = Math.max(leadTime, ...offsets);
  const loads: Load[] = [];
  rows.forEach((row, index) => {
    const offset = offsets[index] ?? 0;
    if (offset > leadTime) report('offset-beyond-lead-time', 'info', row, 'offsetWeeks', issues);
    if (row.hours < 0 || row.setupHours < 0) report('routing-negative', 'warning', row, 'hours', issues);
    const resource = resourceIndex.get(nameKey(row.resource));
    if (resource === undefined) {
      report('routing-unknown-resource', 'warning', row, 'resource', issues);
      return;
    }
    loads.push({
      resource,
      hours: Math.max(0, row.hours),
      setupHours: Math.max(0, row.setupHours),
      // Without an offset the hours fall where the work starts; with one, so long before it is completed.
      delay: offset > 0 ? lead - offset : 0,
    });
  });
  const modeCost = rows.reduce((total, row) => total + row.modeCost, 0);
  return {
    kind: 'make',
    name: rows.find((row) => row.mode !== undefined)?.mode ?? '',
    cost: Math.max(0, family?.unitCost ?? 0) + modeCost,
    modeCost,
    lead,
    maxPerMonth: Infinity,
    loads,
    ...lotsOf(family),
  };
}

/** Lots and setups of a family, for the ways they apply to. */
export function lotsOf(family: FamilyRecord | undefined): Pick<Way, 'minLot' | 'lotMultiple' | 'setupCost'> {
  return {
    minLot: Math.max(0, family?.minLot ?? 0),
    lotMultiple: Math.max(0, family?.lotMultiple ?? 0),
    setupCost: Math.max(0, family?.setupCost ?? 0),
  };
}

/** Subcontracting and buying, where the Families row gives their cost. Lots apply to buying when nothing is made. */
export function outsideWays(family: FamilyRecord | undefined, isMade: boolean, settings: Settings): Way[] {
  if (!family) return [];
  const lead = leadBuckets(family.leadTimeWeeks, settings);
  const noLots = { minLot: 0, lotMultiple: 0, setupCost: 0 };
  const common = { name: '', modeCost: 0, lead, loads: [] };
  const ways: Way[] = [];
  if (family.subcontractCost !== undefined) {
    ways.push({
      ...common,
      ...noLots,
      kind: 'subcontract',
      cost: Math.max(0, family.subcontractCost),
      maxPerMonth: Math.max(0, family.subcontractMax ?? Infinity),
    });
  }
  if (family.purchaseCost !== undefined) {
    ways.push({
      ...common,
      ...(isMade ? noLots : lotsOf(family)),
      kind: 'buy',
      cost: Math.max(0, family.purchaseCost),
      maxPerMonth: Math.max(0, family.purchaseMax ?? Infinity),
    });
  }
  return ways;
}

function report(code: string, severity: 'info' | 'warning', row: RoutingRecord, field: string, issues: Issue[]): void {
  issues.push({
    code,
    severity,
    cell: cellOf(row.origin, field),
    params: { family: row.family, resource: row.resource, row: row.origin.row + 1 },
  });
}
