import { issueAt, type Origin } from '../../planning/issue';
import type { Language, Settings, Weekday } from '../../planning/input';
import { addDays, formatIsoDay } from '../../planning/time/civil';
import { wholePeriod } from '../../planning/time/buckets';
import type { Day } from '../../planning/units';
import { BadCell, isBlank, isErrorValue } from './cells';
import { ColumnReading } from './columnReading';
import { cultureOf } from './culture';
import type { IssueList } from './issueList';
import { nearestName } from './match';
import type { RawValue, RawWorkbook } from './raw';
import { SETTING_DEFINITIONS, settingNamed, type SettingField } from './settingDefinitions';

/** A row of the Settings table. */
export interface SettingRow {
  readonly setting: string;
  readonly value: RawValue | undefined;
  readonly origin: Origin;
}

/** What the settings default to beyond the contract's fixed defaults. */
export interface SettingContext {
  readonly workbook: Pick<RawWorkbook, 'culture' | 'dateSystem'>;
  /** The real date, or the one the user gave for it. */
  readonly today: Day;
  /** Asked for outright: goes before what the workbook says. */
  readonly language?: Language;
  /** The language of the headings found. */
  readonly headingLanguage: Language;
}

type GivenValues = { -readonly [F in SettingField]?: NonNullable<Settings[F]> };

/**
 * Resolves every setting: what the workbook gives, else the contract's default. Plan start defaults to the first day of the next
 * bucket (today, when one begins today), the horizon to 26 weeks or 12 months, the language to that of the headings; the defaults
 * that change a plan's numbers most are told.
 */
export function resolveSettings(rows: readonly SettingRow[], context: SettingContext, issues: IssueList): Settings {
  const given: Record<string, Origin> = {};
  const values: GivenValues = {};
  for (const row of rows) {
    const field = readSetting(row, values, given, context, issues);
    if (field) given[field] = row.origin;
  }
  const bucket = values.bucket ?? 'Week';
  const weekStart = values.weekStart ?? 1;
  const settings: Settings = {
    planStart: context.today,
    horizon: values.horizon ?? (bucket === 'Week' ? 26 : 12),
    bucket,
    dailyWeeks: values.dailyWeeks ?? 4,
    frozen: values.frozen ?? 0,
    fiscalYearStart: values.fiscalYearStart ?? 1,
    fiscalPattern: values.fiscalPattern ?? 'Calendar',
    yearEndRule: values.yearEndRule ?? 'Last',
    // Years of whole weeks end on the day before a week begins.
    yearEndWeekday: values.yearEndWeekday ?? ((((weekStart + 5) % 7) + 1) as Weekday),
    weekStart,
    country: values.country ?? 'IT',
    localHoliday: values.localHoliday,
    workingDays: values.workingDays ?? [1, 2, 3, 4, 5],
    hoursPerDay: values.hoursPerDay ?? 8,
    currency: values.currency ?? 'EUR',
    objective: values.objective ?? 'Service first',
    idleLabour: values.idleLabour ?? 'Allowed',
    wholeHeads: values.wholeHeads ?? false,
    intervalLevel: values.intervalLevel ?? 0.8,
    language: context.language ?? values.language ?? context.headingLanguage,
    timeLimitSeconds: values.timeLimitSeconds ?? 30,
    today: values.today ?? context.today,
    given,
  };
  const resolved: Settings = { ...settings, planStart: values.planStart ?? nextBucketStart(settings) };
  tellDefaults(resolved, issues);
  tellFarStart(resolved, issues);
  return resolved;
}

/** The first day, today or later, on which a bucket begins. */
function nextBucketStart(settings: Settings): Day {
  const current = wholePeriod(settings.today, settings);
  return current.start === settings.today ? settings.today : addDays(current.end, 1);
}

/** Reads one row into `values`; returns its field when it was understood. */
function readSetting(
  row: SettingRow,
  values: GivenValues,
  given: Readonly<Record<string, Origin>>,
  context: SettingContext,
  issues: IssueList,
): SettingField | undefined {
  const { origin, value } = row;
  const at = (field: 'setting' | 'value') => ({
    sheet: origin.sheet,
    row: origin.row,
    column: origin.columns[field] ?? 0,
  });
  const field = settingNamed(row.setting);
  if (field === undefined) {
    const known = Object.values(SETTING_DEFINITIONS).flatMap(({ names }) => [...names]);
    const suggestion = nearestName(row.setting, known);
    issues.at('setting-unknown', 'warning', at('setting'), {
      name: row.setting,
      ...(suggestion !== undefined && { suggestion }),
    });
    return undefined;
  }
  const earlier = given[field];
  if (earlier) {
    issues.at('duplicate-row', 'warning', at('setting'), {
      kind: 'settings',
      name: row.setting,
      first: earlier.row + 1,
    });
    return undefined;
  }
  if (value === undefined || isBlank(value)) return undefined;
  const place = {
    sheet: origin.sheet,
    column: at('value').column,
    heading: row.setting,
    culture: cultureOf(context.workbook.culture),
    dateSystem: context.workbook.dateSystem,
  };
  const reading = new ColumnReading(place, [value]);
  reading.row = origin.row;
  const problem = isErrorValue(value) ? new BadCell('cell-error', { value }) : assign(field, value, values, reading);
  for (const issue of reading.issues()) issues.add(issue);
  if (!problem) return field;
  issues.at(problem.code, 'warning', at('value'), {
    ...problem.params,
    column: row.setting,
    setting: field,
    outcome: 'setting',
  });
  return undefined;
}

function assign<F extends SettingField>(
  field: F,
  value: RawValue,
  values: GivenValues,
  reading: ColumnReading,
): BadCell | undefined {
  const read = SETTING_DEFINITIONS[field].type.read(value, reading);
  if (read instanceof BadCell) return read;
  // Indexing by F gives a type the compiler cannot match with the mapped one, though both are NonNullable<Settings[F]>.
  (values as Record<F, unknown>)[field] = read;
  return undefined;
}

/** More than two years from today the start of a plan is more likely a slip than a plan. */
const FAR_DAYS = 731;

function tellFarStart({ planStart, today, given }: Settings, issues: IssueList): void {
  const origin = given.planStart;
  if (!origin || Math.abs(planStart - today) <= FAR_DAYS) return;
  issues.add(
    issueAt(origin, 'value', 'plan-start-far', 'warning', {
      date: formatIsoDay(planStart),
      side: planStart < today ? 'before' : 'after',
    }),
  );
}

function tellDefaults(settings: Settings, issues: IssueList): void {
  const { given } = settings;
  if (!given.planStart)
    issues.general('default-plan-start', 'info', { date: formatIsoDay(settings.planStart), bucket: settings.bucket });
  if (!given.horizon) issues.general('default-horizon', 'info', { count: settings.horizon, bucket: settings.bucket });
  if (!given.country) issues.general('default-country', 'info', { country: settings.country });
}
