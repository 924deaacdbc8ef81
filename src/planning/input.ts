import type { Origin } from './issue';
import type { Day } from './units';

/** What planning reads. One record a row of an input table of the workbook contract, already typed; blank fields are undefined. */
export interface PlanInput {
  readonly targets: readonly TargetRecord[];
  readonly pipeline: readonly OpportunityRecord[];
  readonly capacity: readonly CapacityRecord[];
  readonly families: readonly FamilyRecord[];
  readonly routings: readonly RoutingRecord[];
  readonly materials: readonly MaterialRecord[];
  readonly receipts: readonly ReceiptRecord[];
  readonly demand: readonly DemandRecord[];
  readonly orders: readonly OrderRecord[];
  readonly overrides: readonly OverrideRecord[];
  readonly stages: readonly StageRecord[];
  readonly activities: readonly ActivityRecord[];
  readonly people: readonly PersonRecord[];
  readonly holidays: readonly HolidayRecord[];
  readonly profiles: readonly ProfileRecord[];
  readonly actuals: readonly ActualRecord[];
  readonly settings: Settings;
  /** The tables that were found, in reading order. */
  readonly sources: readonly InputSource[];
}

export const TABLE_KINDS = [
  'targets',
  'pipeline',
  'capacity',
  'families',
  'routings',
  'materials',
  'receipts',
  'demand',
  'orders',
  'overrides',
  'stages',
  'activities',
  'people',
  'holidays',
  'profiles',
  'settings',
  'actuals',
] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

export interface InputSource {
  readonly kind: TableKind;
  readonly sheet: string;
  /** Name of the Excel table; undefined for a bare range. */
  readonly table?: string;
  readonly rows: number;
}

interface Row {
  readonly origin: Origin;
}

export interface TargetRecord extends Row {
  readonly objective: string;
  readonly team: string;
  /** 'Revenue', 'Units', 'Customers', 'Orders' (canonical English where recognised) or the user's own word. */
  readonly metric: string;
  readonly year: number;
  readonly target: number;
  readonly unit?: string;
  readonly family?: string;
  readonly owner?: string;
  readonly baseline?: number;
  readonly aggregation: 'Sum' | 'End' | 'Average';
  /** 'Even', 'Working days', 'Seasonal' or a profile's name; undefined: seasonal where history exists, else working days. */
  readonly phasing?: string;
  readonly parent?: string;
}

export type ForecastCategory = 'Omitted' | 'Pipeline' | 'Best case' | 'Commit' | 'Closed';

export interface OpportunityRecord extends Row {
  readonly opportunity: string;
  readonly stage: string;
  /** Money; undefined only where the contract lets it be blank. */
  readonly amount?: number;
  /** Expected close, or actual when closed; undefined on early stages. */
  readonly closeDate?: Day;
  readonly account?: string;
  readonly owner?: string;
  readonly team?: string;
  readonly family?: string;
  /** Units. */
  readonly quantity?: number;
  /** Fraction 0..1. */
  readonly probability?: number;
  readonly category?: ForecastCategory;
  readonly created?: Day;
  readonly stageEntered?: Day;
}

export type CapacityPer = 'Day' | 'Week' | 'Month' | 'Period';

export interface CapacityRecord extends Row {
  readonly resource: string;
  /** Capacity units per `per`; undefined when heads × hoursPerHead gives it. */
  readonly regular?: number;
  readonly kind?: 'Team' | 'Line' | 'Supplier';
  readonly from?: Day;
  readonly to?: Day;
  readonly per: CapacityPer;
  /** 'h' or 'units'. */
  readonly unit: string;
  /** Money per capacity unit of regular used. */
  readonly cost: number;
  /** Capacity units per `per`; with heads: per head. */
  readonly overtime: number;
  readonly overtimeCost: number;
  readonly heads?: number;
  readonly hoursPerHead?: number;
  /** Money per head per month. */
  readonly wage: number;
  /** Money per head; undefined: the head count is fixed. */
  readonly hireCost?: number;
  readonly layoffCost?: number;
  /** Heads per month; undefined: no limit. */
  readonly maxHires?: number;
  /** Money per head per year. */
  readonly quota?: number;
  /** Months to full productivity, or a profile's name. */
  readonly ramp?: number | string;
  /** Fraction of heads per year. */
  readonly attrition: number;
}

export interface FamilyRecord extends Row {
  readonly family: string;
  readonly price?: number;
  readonly unitCost?: number;
  readonly openingStock: number;
  readonly openingBacklog: number;
  readonly safetyStock?: number;
  /** Weeks of demand, instead of safetyStock. */
  readonly coverWeeks?: number;
  readonly closingStock: number;
  readonly maxStock?: number;
  /** Money per unit per month. */
  readonly holdingCost: number;
  /** Money per unit per month; undefined: unmet demand is lost, never backlogged. */
  readonly backlogCost?: number;
  /** Money per unit lost, and per unit still in backlog at the end of the horizon. */
  readonly lostSaleCost: number;
  /** Money per unit per month below safety stock (column 'Shortfall cost'); undefined: safety stock goes before cost. */
  readonly shortfallCost?: number;
  readonly maxBacklogMonths?: number;
  readonly subcontractCost?: number;
  /** Units per month. */
  readonly subcontractMax?: number;
  readonly purchaseCost?: number;
  readonly purchaseMax?: number;
  readonly leadTimeWeeks: number;
  readonly minLot?: number;
  readonly lotMultiple?: number;
  readonly setupCost?: number;
  readonly shelfLifeWeeks?: number;
  readonly priority?: number;
}

export interface RoutingRecord extends Row {
  readonly family: string;
  readonly resource: string;
  /** Capacity units per unit made. */
  readonly hours: number;
  readonly mode?: string;
  /** Hours per bucket with production. */
  readonly setupHours: number;
  readonly modeCost: number;
  readonly offsetWeeks: number;
}

export interface MaterialRecord extends Row {
  readonly parent: string;
  readonly component: string;
  /** Units of the component per unit of the parent. */
  readonly quantity: number;
}

export interface ReceiptRecord extends Row {
  readonly family: string;
  readonly date: Day;
  readonly quantity: number;
}

export interface DemandRecord extends Row {
  readonly date: Day;
  readonly family: string;
  readonly quantity: number;
  readonly value?: number;
  /** Any further columns: heading → text. */
  readonly dimensions: Readonly<Record<string, string>>;
}

export interface OrderRecord extends Row {
  readonly date: Day;
  readonly family: string;
  readonly quantity: number;
  readonly customer?: string;
  readonly priority?: number;
}

export type DemandStream = 'Sales' | 'Marketing' | 'Finance' | 'Operations' | 'Consensus';

export interface OverrideRecord extends Row {
  readonly family: string;
  readonly period: Day;
  readonly stream: DemandStream;
  readonly quantity: number;
  readonly reason?: string;
  readonly owner?: string;
}

export interface StageRecord extends Row {
  readonly stage: string;
  readonly order?: number;
  /** Fraction 0..1. */
  readonly winRate?: number;
  readonly daysToClose?: number;
  readonly category?: ForecastCategory;
  readonly outcome?: 'Open' | 'Won' | 'Lost';
}

export interface ActivityRecord extends Row {
  readonly activity: string;
  readonly team: string;
  readonly objective?: string;
  readonly kind: 'Task' | 'Recurring' | 'Milestone';
  /** 'Fixed', 'Target', 'Entries:<stage>', 'Production:<family>'. */
  readonly driver: ActivityDriver;
  readonly rate?: number;
  readonly per: 'Day' | 'Week' | 'Month' | 'Quarter';
  /** Hours of each. */
  readonly hours: number;
  /** Working days. */
  readonly duration?: number;
  readonly start?: Day;
  readonly due?: Day;
  readonly after?: string;
  readonly owner?: string;
  readonly priority?: number;
  readonly responsible?: string;
  readonly consulted?: string;
  readonly informed?: string;
}

export type ActivityDriver =
  | { readonly kind: 'Fixed' }
  | { readonly kind: 'Target' }
  | { readonly kind: 'Entries'; readonly stage: string }
  | { readonly kind: 'Production'; readonly family: string };

export interface PersonRecord extends Row {
  readonly name: string;
  readonly team: string;
  readonly start?: Day;
  readonly end?: Day;
  readonly fte: number;
  readonly hoursPerWeek?: number;
  readonly quota?: number;
  readonly ramp?: number | string;
}

export interface HolidayRecord extends Row {
  readonly date: Day;
  readonly name?: string;
  /** Team or resource; undefined: everyone. */
  readonly for?: string;
  /** Hours worked that day; undefined: closed. */
  readonly hours?: number;
}

export interface ProfileRecord extends Row {
  readonly profile: string;
  /** 1..12, or a ramp month. */
  readonly period: number;
  readonly weight: number;
}

export interface ActualRecord extends Row {
  readonly date: Day;
  readonly team: string;
  readonly measure: string;
  readonly value: number;
  readonly family?: string;
}

export type FiscalPattern = 'Calendar' | '4-4-5' | '4-5-4' | '5-4-4';
export type Country = 'IT' | 'US' | 'GB' | 'DE' | 'FR' | 'ES' | 'none';
/** 1 = Monday … 7 = Sunday (ISO). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export type Language = 'en' | 'it';

/** Every setting with its default filled in. */
export interface Settings {
  readonly planStart: Day;
  /** Buckets. */
  readonly horizon: number;
  readonly bucket: 'Week' | 'Month';
  /** Weeks planned by day. */
  readonly dailyWeeks: number;
  readonly frozen: number;
  /** Month 1..12. */
  readonly fiscalYearStart: number;
  readonly fiscalPattern: FiscalPattern;
  readonly yearEndRule: 'Last' | 'Nearest';
  readonly yearEndWeekday: Weekday;
  readonly weekStart: Weekday;
  readonly country: Country;
  readonly localHoliday?: { readonly day: number; readonly month: number };
  readonly workingDays: readonly Weekday[];
  readonly hoursPerDay: number;
  readonly currency: string;
  readonly objective: 'Service first' | 'Max profit' | 'Min cost';
  readonly idleLabour: 'Allowed' | 'Not allowed';
  /** Setting 'Whole heads' = Yes: the balance hires and lays off whole people; absent or No: fractions (part time) are allowed. */
  readonly wholeHeads?: boolean;
  /** Fraction 0..1. */
  readonly intervalLevel: number;
  readonly language: Language;
  readonly timeLimitSeconds: number;
  readonly today: Day;
  /** The fields that stood in the workbook, with their cells; the others are defaults. */
  readonly given: Readonly<Record<string, Origin>>;
}
