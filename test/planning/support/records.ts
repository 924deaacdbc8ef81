import type {
  ActivityRecord,
  CapacityRecord,
  FamilyRecord,
  OpportunityRecord,
  PlanInput,
  Settings,
  StageRecord,
  TargetRecord,
} from '../../../src/planning/input';
import type { Origin } from '../../../src/planning/issue';
import { parseIsoDay } from '../../../src/planning/time/civil';
import type { Day } from '../../../src/planning/units';

/** The day of an ISO date that surely exists. */
export function day(text: string): Day {
  const parsed = parseIsoDay(text);
  if (parsed === undefined) throw new Error(`Not a date: ${text}`);
  return parsed;
}

/** Where a record of a test stands: row `row` of `sheet`, its fields in the columns given. */
export function origin(sheet: string, row: number, ...fields: readonly string[]): Origin {
  return { sheet, row, columns: Object.fromEntries(fields.map((field, index) => [field, index])) };
}

/** The contract's default settings, with Plan start and Today on Tuesday 1 December 2026. */
export function settingsOf(changes: Partial<Settings> = {}): Settings {
  return {
    planStart: day('2026-12-01'),
    horizon: 13,
    bucket: 'Week',
    dailyWeeks: 4,
    frozen: 0,
    fiscalYearStart: 1,
    fiscalPattern: 'Calendar',
    yearEndRule: 'Last',
    yearEndWeekday: 6,
    weekStart: 1,
    country: 'IT',
    workingDays: [1, 2, 3, 4, 5],
    hoursPerDay: 8,
    currency: 'EUR',
    objective: 'Service first',
    idleLabour: 'Allowed',
    intervalLevel: 0.8,
    language: 'en',
    timeLimitSeconds: 30,
    today: day('2026-12-01'),
    given: {},
    ...changes,
  };
}

/** A plan input with nothing in it but settings and what is given. */
export function inputOf(changes: Partial<PlanInput> = {}): PlanInput {
  return {
    targets: [],
    pipeline: [],
    capacity: [],
    families: [],
    routings: [],
    materials: [],
    receipts: [],
    demand: [],
    orders: [],
    overrides: [],
    stages: [],
    activities: [],
    people: [],
    holidays: [],
    profiles: [],
    actuals: [],
    settings: settingsOf(),
    sources: [],
    ...changes,
  };
}

/** A target row of 2027 in money, in row `row` of Targets. */
export function target(changes: Partial<TargetRecord> & { readonly row?: number } = {}): TargetRecord {
  const { row = 1, ...fields } = changes;
  return {
    origin: origin('Targets', row, 'objective', 'team', 'metric', 'year', 'target', 'phasing', 'baseline', 'parent'),
    objective: 'Grow',
    team: 'Sales',
    metric: 'Revenue',
    year: 2027,
    target: 1_200_000,
    aggregation: 'Sum',
    ...fields,
  };
}

/** An opportunity in row `row` of Pipeline. */
export function deal(changes: Partial<OpportunityRecord> & { readonly row?: number } = {}): OpportunityRecord {
  const { row = 1, ...fields } = changes;
  return {
    origin: origin('Pipeline', row, 'opportunity', 'stage', 'amount', 'closeDate', 'created', 'family', 'quantity'),
    opportunity: `O${row}`,
    stage: 'Proposal',
    ...fields,
  };
}

/** A stage in row `row` of Stages. */
export function stage(name: string, changes: Partial<StageRecord> & { readonly row?: number } = {}): StageRecord {
  const { row = 1, ...fields } = changes;
  return { origin: origin('Stages', row, 'stage', 'order', 'winRate', 'daysToClose'), stage: name, ...fields };
}

/** An activity of the playbook in row `row` of Activities; a fixed weekly hour unless told otherwise. */
export function activity(
  name: string,
  changes: Partial<ActivityRecord> & { readonly row?: number } = {},
): ActivityRecord {
  const { row = 1, ...fields } = changes;
  return {
    origin: origin('Activities', row, 'activity', 'team', 'driver', 'rate', 'after', 'duration', 'start', 'due'),
    activity: name,
    team: 'Sales',
    kind: 'Recurring',
    driver: { kind: 'Fixed' },
    per: 'Week',
    hours: 1,
    ...fields,
  };
}

/** A capacity row in row `row` of Capacity; 40 hours a week unless told otherwise. */
export function capacity(
  resource: string,
  changes: Partial<CapacityRecord> & { readonly row?: number } = {},
): CapacityRecord {
  const { row = 1, ...fields } = changes;
  return {
    origin: origin('Capacity', row, 'resource', 'regular', 'from', 'to', 'heads'),
    resource,
    regular: 40,
    per: 'Week',
    unit: 'h',
    cost: 0,
    overtime: 0,
    overtimeCost: 0,
    wage: 0,
    attrition: 0,
    ...fields,
  };
}

/** A family in row `row` of Families. */
export function family(name: string, changes: Partial<FamilyRecord> & { readonly row?: number } = {}): FamilyRecord {
  const { row = 1, ...fields } = changes;
  return {
    origin: origin('Families', row, 'family', 'price'),
    family: name,
    openingStock: 0,
    openingBacklog: 0,
    closingStock: 0,
    holdingCost: 0,
    lostSaleCost: 0,
    leadTimeWeeks: 0,
    ...fields,
  };
}
