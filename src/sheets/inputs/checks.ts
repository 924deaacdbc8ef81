import type { Origin } from '../../planning/issue';
import type { OpportunityRecord, PlanInput, TableKind } from '../../planning/input';
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
  const resources = new NameRegistry(records.capacity.map((own) => own.resource));
  const planned = [
    ...records.targets.map((own) => own.team),
    ...records.capacity.filter(isTeam).map((own) => own.resource),
  ];
  const staffed = new NameRegistry([...planned, ...records.people.map((own) => own.team)]);
  const teams = new NameRegistry([...planned, ...records.activities.map((own) => own.team)]);
  const anyone = new NameRegistry([
    ...planned,
    ...records.people.map((own) => own.team),
    ...records.capacity.map((own) => own.resource),
  ]);
  const team = (kind: RecordKind, known: NameRegistry): Reference => ({
    kind,
    field: 'team',
    code: 'team-unknown',
    known,
  });
  // A routing over an unknown resource is reported by the balance, which knows what follows.
  const line: Reference = { kind: 'routings', field: 'resource', known: resources };
  const closed: Reference = { kind: 'holidays', field: 'for', code: 'holiday-for-unknown', known: anyone };
  // Without its table of targets or capacity, which is an error of its own, every team would seem unknown.
  if (!present.has('targets') || !present.has('capacity')) return records;
  return {
    ...records,
    pipeline: resolveNames(records.pipeline, team('pipeline', staffed), ...teamField<OpportunityRecord>(), issues),
    activities: resolveNames(
      records.activities,
      team('activities', staffed),
      (own) => own.team,
      (own, name = own.team) => ({ ...own, team: name }),
      issues,
    ),
    people: resolveNames(
      records.people,
      team('people', teams),
      (own) => own.team,
      (own, name = own.team) => ({ ...own, team: name }),
      issues,
    ),
    actuals: resolveNames(
      records.actuals,
      team('actuals', staffed),
      (own) => own.team,
      (own, name = own.team) => ({ ...own, team: name }),
      issues,
    ),
    routings: resolveNames(
      records.routings,
      line,
      (own) => own.resource,
      (own, name = own.resource) => ({ ...own, resource: name }),
      issues,
    ),
    holidays: resolveNames(
      records.holidays,
      closed,
      (own) => own.for,
      (own, name) => ({ ...own, for: name }),
      issues,
    ),
  };
}

function teamField<R extends { readonly team?: string }>(): [
  (record: R) => string | undefined,
  (record: R, name: string | undefined) => R,
] {
  return [(record) => record.team, (record, name) => ({ ...record, team: name })];
}

function isTeam(record: { readonly kind?: string }): boolean {
  return record.kind === undefined || record.kind === 'Team';
}

function checkFamilies(records: Records, issues: IssueList): Records {
  const known = new NameRegistry(records.families.map((own) => own.family));
  const reference = (kind: RecordKind, field = 'family'): Reference => ({ kind, field, code: 'family-unknown', known });
  /** Tables where a family must stand. */
  const must = <R extends { readonly origin: Origin; readonly family: string }>(kind: RecordKind, own: readonly R[]) =>
    resolveNames(
      own,
      reference(kind),
      (record) => record.family,
      (record, name = record.family) => ({ ...record, family: name }),
      issues,
    );
  /** Tables where it may be blank. */
  const may = <R extends { readonly origin: Origin; readonly family?: string }>(kind: RecordKind, own: readonly R[]) =>
    resolveNames(
      own,
      reference(kind),
      (record) => record.family,
      (record, family) => ({ ...record, family }),
      issues,
    );
  const parents = resolveNames(
    records.materials,
    reference('materials', 'parent'),
    (own) => own.parent,
    (own, name = own.parent) => ({ ...own, parent: name }),
    issues,
  );
  return {
    ...records,
    targets: may('targets', records.targets),
    pipeline: may('pipeline', records.pipeline),
    actuals: may('actuals', records.actuals),
    routings: must('routings', records.routings),
    receipts: must('receipts', records.receipts),
    demand: must('demand', records.demand),
    orders: must('orders', records.orders),
    overrides: must('overrides', records.overrides),
    materials: resolveNames(
      parents,
      reference('materials', 'component'),
      (own) => own.component,
      (own, name = own.component) => ({ ...own, component: name }),
      issues,
    ),
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
  const staged: Reference = { kind: 'pipeline', field: 'stage', code: 'stage-not-listed', known };
  return {
    ...records,
    pipeline: resolveNames(
      records.pipeline,
      staged,
      (own) => own.stage,
      (own, name = own.stage) => ({ ...own, stage: name }),
      issues,
    ),
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
  const reference: Reference = { kind: 'activities', field: 'objective', code: 'objective-unknown', known };
  return {
    ...records,
    activities: resolveNames(
      records.activities,
      reference,
      (own) => own.objective,
      (own, objective) => ({ ...own, objective }),
      issues,
    ),
  };
}

/** A ramp that names no profile falls back to its default, and says so. (Phasings are looked after by the cascade.) */
function checkRamps(records: Records, issues: IssueList): Records {
  const known = new NameRegistry(records.profiles.map((own) => own.profile));
  const rampOf = ({ ramp }: { readonly ramp?: number | string }) => (typeof ramp === 'string' ? ramp : undefined);
  const reference = (kind: RecordKind): Reference => ({ kind, field: 'ramp', code: 'ramp-unknown', known });
  return {
    ...records,
    capacity: resolveNames(
      records.capacity,
      reference('capacity'),
      rampOf,
      (own, ramp) => ({ ...own, ramp }),
      issues,
      'blank',
    ),
    people: resolveNames(
      records.people,
      reference('people'),
      rampOf,
      (own, ramp) => ({ ...own, ramp }),
      issues,
      'blank',
    ),
  };
}
