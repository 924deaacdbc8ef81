import type { Origin } from '../../planning/issue';
import type { PlanInput, TableKind } from '../../planning/input';
import type { IssueList } from './issueList';
import { NameRegistry, resolveNames, type Reference } from './references';

/** The records of all tables, before settings and sources are known. */
export type Records = Omit<PlanInput, 'settings' | 'sources'>;

type RecordKind = keyof Records;

/**
 * Checks what one table alone cannot tell: names that another table should define, which are brought to one spelling. What follows
 * for the plan from what is missing (rates, prices, capacity) is said where it is planned.
 *
 * @param present The tables the workbook has: a table that is not there defines nothing and blames nobody.
 */
export function checkReferences(records: Records, present: ReadonlySet<TableKind>, issues: IssueList): Records {
  let checked = checkTeamsAndResources(records, present, issues);
  checked = present.has('families') ? checkFamilies(checked, issues) : checked;
  checked = present.has('stages') ? checkStages(checked, issues) : checked;
  checked = checkObjectives(checked, issues);
  checked = checkRamps(checked, issues);
  return checked;
}

function checkTeamsAndResources(records: Records, present: ReadonlySet<TableKind>, issues: IssueList): Records {
  // Without its table of targets or capacity, which is an error of its own, every team would seem unknown.
  if (!present.has('targets') || !present.has('capacity')) return records;
  const resources = records.capacity.map((own) => own.resource);
  const planned = [
    ...records.targets.map((own) => own.team),
    ...records.capacity.filter(isTeam).map((own) => own.resource),
  ];
  const peopled = records.people.map((own) => own.team);
  const staffed = new NameRegistry([...planned, ...peopled]);
  const anyone = new NameRegistry([...planned, ...peopled, ...resources]);
  const teams = new NameRegistry([...planned, ...records.activities.map((own) => own.team)]);
  const inTeam = { field: 'team', code: 'team-unknown', known: staffed } as const;
  const closed = { kind: 'holidays', field: 'for', code: 'holiday-for-unknown', known: anyone } as const;
  // A routing over an unknown resource is reported by the balance, which knows what follows.
  const line = { kind: 'routings', field: 'resource', known: new NameRegistry(resources) } as const;
  return {
    ...records,
    pipeline: resolveField(records.pipeline, { ...inTeam, kind: 'pipeline' }, issues),
    activities: resolveField(records.activities, { ...inTeam, kind: 'activities' }, issues),
    people: resolveField(records.people, { ...inTeam, kind: 'people', known: teams }, issues),
    actuals: resolveField(records.actuals, { ...inTeam, kind: 'actuals' }, issues),
    routings: resolveField(records.routings, line, issues),
    holidays: resolveField(records.holidays, closed, issues),
  };
}

/** Resolves the names in a field that holds nothing but a name. */
function resolveField<F extends string, R extends { readonly origin: Origin } & { readonly [field in F]?: string }>(
  records: readonly R[],
  reference: Reference & { readonly field: F },
  issues: IssueList,
): readonly R[] {
  const { field } = reference;
  return resolveNames(
    records,
    reference,
    (own) => own[field],
    (own, name) => ({ ...own, [field]: name }),
    issues,
  );
}

function isTeam(record: { readonly kind?: string }): boolean {
  return record.kind === undefined || record.kind === 'Team';
}

function checkFamilies(records: Records, issues: IssueList): Records {
  const known = new NameRegistry(records.families.map((own) => own.family));
  const reference = <F extends string>(kind: RecordKind, field: F) =>
    ({ kind, field, code: 'family-unknown', known }) as const;
  const families = <R extends { readonly origin: Origin; readonly family?: string }>(
    kind: RecordKind,
    own: readonly R[],
  ): readonly R[] => resolveField(own, reference(kind, 'family'), issues);
  const parents = resolveField(records.materials, reference('materials', 'parent'), issues);
  return {
    ...records,
    targets: families('targets', records.targets),
    pipeline: families('pipeline', records.pipeline),
    actuals: families('actuals', records.actuals),
    routings: families('routings', records.routings),
    receipts: families('receipts', records.receipts),
    demand: families('demand', records.demand),
    orders: families('orders', records.orders),
    overrides: families('overrides', records.overrides),
    materials: resolveField(parents, reference('materials', 'component'), issues),
    activities: resolveNames(
      records.activities,
      driven(known),
      ({ driver }) => (driver.kind === 'Production' ? driver.family : undefined),
      (own, name) => (name === undefined ? own : { ...own, driver: { kind: 'Production', family: name } }),
      issues,
    ),
  };
}

/** A driver nobody knows is reported with the activities, where it is known what follows. */
function driven(known: NameRegistry): Reference {
  return { kind: 'activities', field: 'driver', known };
}

function checkStages(records: Records, issues: IssueList): Records {
  const known = new NameRegistry(records.stages.map((own) => own.stage));
  const staged = { kind: 'pipeline', field: 'stage', code: 'stage-not-listed', known } as const;
  return {
    ...records,
    pipeline: resolveField(records.pipeline, staged, issues),
    activities: resolveNames(
      records.activities,
      driven(known),
      ({ driver }) => (driver.kind === 'Entries' ? driver.stage : undefined),
      (own, name) => (name === undefined ? own : { ...own, driver: { kind: 'Entries', stage: name } }),
      issues,
    ),
  };
}

/** Objectives that activities serve. (Parents of objectives are looked after by the hierarchy.) */
function checkObjectives(records: Records, issues: IssueList): Records {
  const known = new NameRegistry(records.targets.map((own) => own.objective));
  if (known.isEmpty) return records;
  const reference = { kind: 'activities', field: 'objective', code: 'objective-unknown', known } as const;
  return { ...records, activities: resolveField(records.activities, reference, issues) };
}

/** A ramp that names no profile falls back to its default, and says so. (Phasings are looked after by the cascade.) */
function checkRamps(records: Records, issues: IssueList): Records {
  const known = new NameRegistry(records.profiles.map((own) => own.profile));
  const rampOf = ({ ramp }: { readonly ramp?: number | string }) => (typeof ramp === 'string' ? ramp : undefined);
  const ramped = <R extends { readonly origin: Origin; readonly ramp?: number | string }>(
    kind: RecordKind,
    own: readonly R[],
  ): readonly R[] => {
    const reference = { kind, field: 'ramp', code: 'ramp-unknown', known };
    return resolveNames(own, reference, rampOf, (record, ramp) => ({ ...record, ramp }), issues, 'blank');
  };
  return {
    ...records,
    capacity: ramped('capacity', records.capacity),
    people: ramped('people', records.people),
  };
}
