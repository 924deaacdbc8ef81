import type { DemandRecord, PlanInput } from '../input';
import type { Issue } from '../issue';
import { cellOf } from '../issue';
import { compareText, nameKey } from '../names';
import type { FamilyForecast, ForecastAccuracy } from '../result';
import { formatIsoDay } from '../time/civil';
import type { PlanContext } from '../time/types';
import type { Day } from '../units';
import { measureBacktest, scalesOf, valueAdded } from './accuracy';
import type { SeriesForecast } from './automatic';
import { forecastSeries } from './automatic';
import { drawBuckets, mapToBuckets } from './bucketPoints';
import { testIntervals } from './coverage';
import { divideForecast, findDimensions } from './dimensions';
import { methodNotes, notesOn } from './familyNotes';
import type { FamilyHistory, Grain, HistorySpan, Period } from './history';
import { nextPeriod, spanHistory, sumHistory } from './history';
import type { BucketShares } from './mapping';
import { shareByWorkingDays } from './mapping';
import { countWorkedDays, forecastPerDay, isBetterPerDay } from './workingDays';

/** Season lengths that planners' periods can have. */
const SEASONS: Readonly<Record<Grain, readonly number[]>> = { Week: [52], Month: [12] };
/** What all families share: the time line, the periods ahead, and how those fall into buckets. */
interface Timeline {
  readonly span: HistorySpan;
  readonly ahead: readonly Period[];
  readonly shares: BucketShares;
  /** Headings by which the demand table divides its families. */
  readonly dimensions: readonly string[];
}

/** Periods from the end of history to the end of the last bucket. */
function periodsAhead(span: HistorySpan, context: PlanContext): Period[] {
  const end = context.buckets[context.buckets.length - 1]?.end;
  const last = span.periods[span.periods.length - 1];
  if (end === undefined || last === undefined) return [];
  const ahead: Period[] = [];
  for (let period = last; period.end < end;) {
    period = nextPeriod(period, span.grain, context.settings.weekStart);
    ahead.push(period);
  }
  return ahead;
}

function layTimeline(input: PlanInput, context: PlanContext): Timeline {
  const { settings } = context;
  const span = spanHistory(input.demand, {
    planStart: settings.planStart,
    today: settings.today,
    planGrain: settings.bucket,
    weekStart: settings.weekStart,
  });
  const ahead = periodsAhead(span, context);
  const shares = shareByWorkingDays(ahead, context.buckets, context.calendarOf());
  return { span, ahead, shares, dimensions: findDimensions(input.demand) };
}

interface FamilyRows {
  readonly family: string;
  readonly records: DemandRecord[];
}

/**
 * Rows by family, families in code-unit order so that the plan is the same whatever the order of the rows. Spellings that
 * differ in case or accents are one family, named as in the Families table, else as in its first row.
 */
function groupByFamily(input: PlanInput): FamilyRows[] {
  const names = new Map(input.families.map((record) => [nameKey(record.family), record.family]));
  const groups = new Map<string, FamilyRows>();
  for (const record of input.demand) {
    const key = nameKey(record.family);
    const group = groups.get(key);
    if (group) group.records.push(record);
    else groups.set(key, { family: names.get(key) ?? record.family, records: [record] });
  }
  return [...groups.values()].sort((a, b) => compareText(a.family, b.family));
}

function forecastFamily(
  family: string,
  records: readonly DemandRecord[],
  timeline: Timeline,
  context: PlanContext,
): FamilyForecast | undefined {
  const { span, ahead, shares, dimensions } = timeline;
  const history = sumHistory(records, span.periods);
  if (history.quantities.length === 0) return undefined;
  const level = context.settings.intervalLevel;
  const options = { horizon: ahead.length, seasons: SEASONS[span.grain], level };
  const plain = forecastSeries(history.quantities, options);
  const daysOf = (own: FamilyHistory) => countWorkedDays(own.periods, ahead, context.calendarOf());
  const perDay = forecastPerDay(history.quantities, daysOf(history), options, plain);
  const better = perDay !== undefined && isBetterPerDay(plain, perDay);
  const forecast = better ? perDay : plain;
  const floor = history.quantities.every((quantity) => quantity >= 0) ? 0 : -Infinity;
  const divided = divideForecast(forecast, rowsInside(records, span), dimensions, (rows) => {
    const own = sumHistory(rows, span.periods);
    const part = forecastSeries(own.quantities, options);
    return (better ? forecastPerDay(own.quantities, daysOf(own), options, part) : undefined) ?? part;
  });
  const whole: SeriesForecast = { ...forecast, ...divided?.whole };
  const asOf = Math.min(context.settings.today, context.settings.planStart) as Day;
  return {
    family,
    model: forecast.model,
    season: forecast.season,
    grain: span.grain,
    history: history.periods.map((period, i) => ({ start: period.start, quantity: history.quantities[i]! })),
    points: forecast.intermittent ? drawBuckets(whole, shares, level) : mapToBuckets(whole, shares, floor),
    accuracy: accuracyOf(forecast, level),
    ...backtestOf(forecast, history),
    ...(divided
      ? {
          parts: divided.parts.map(({ dimension, member, forecast: part }) => ({
            dimension,
            member,
            points: mapToBuckets({ ...part, persistence: forecast.persistence }, shares, floor),
          })),
        }
      : {}),
    notes: [
      ...notesOn(family, history, span, asOf),
      ...methodNotes(family, history, forecast, better ? daysOf(history).past : undefined),
      ...(divided ? [{ code: 'forecast-reconciled', params: divided.params }] : []),
      ...forecast.notes,
    ],
  };
}

/** The rows that history counts. */
function rowsInside(records: readonly DemandRecord[], span: HistorySpan): DemandRecord[] {
  const [first, last] = [span.periods[0]!.start, span.periods[span.periods.length - 1]!.end];
  return records.filter((record) => record.date >= first && record.date <= last);
}

/** Measures of the backtest over all periods ahead, of its intervals, and what the forecast adds to the naive one. */
function accuracyOf(forecast: SeriesForecast, level: number): ForecastAccuracy {
  const { backtest, naive, values, season, accuracy } = forecast;
  if (!backtest || !naive) return accuracy;
  const other = measureBacktest(naive, values, season).all.wmape;
  const added = accuracy.wmape !== undefined && other !== undefined ? valueAdded(accuracy.wmape, other) : undefined;
  return { ...accuracy, coverage: testIntervals(forecast, level)?.coverage, valueAdded: added };
}

/** One period ahead, for a reader who wants to check by hand. */
function backtestOf(forecast: SeriesForecast, history: FamilyHistory): Pick<FamilyForecast, 'backtest'> {
  const { backtest, naive, values, season } = forecast;
  if (!backtest || !naive) return {};
  // Of a very long history the oldest values are not used.
  const unused = history.periods.length - values.length;
  const rows = backtest.origins.flatMap((origin, row) => {
    const predicted = backtest.forecasts[row * backtest.horizon]!;
    if (Number.isNaN(predicted)) return [];
    const { start } = history.periods[unused + origin]!;
    const plain = naive.forecasts[row * naive.horizon]!;
    return [{ start, actual: values[origin]!, forecast: predicted, naive: plain }];
  });
  return { backtest: { scale: scalesOf(values, season).absolute, rows } };
}

/** What is said once about the whole table: what was left out of it. */
function issuesOfSpan(span: HistorySpan, demand: readonly DemandRecord[]): Issue[] {
  const sheet = demand[0]!.origin.sheet;
  const issues: Issue[] = [];
  const say = (code: string, params: Issue['params'], severity: Issue['severity'] = 'info'): void => {
    issues.push({ code, severity, sheet, params });
  };
  if (span.futureRows > 0) say('forecast-rows-after-start', { count: span.futureRows });
  if (span.droppedLast) say('forecast-last-period-left-out', { start: formatIsoDay(span.droppedLast.start) });
  if (span.droppedFirst) say('forecast-first-period-left-out', { start: formatIsoDay(span.droppedFirst.start) });
  if (span.periods.length === 0) say('forecast-no-history', {}, 'warning');
  return issues;
}

/** Notes that a planner should act on are raised as warnings at the family's first row. */
const WARNINGS = new Set(['forecast-short-history', 'forecast-negative-history', 'forecast-stale-history']);

/**
 * Forecasts the demand of every family of the Demand table in the plan's buckets, with intervals at
 * `settings.intervalLevel`. History is counted in weeks or months as its rows are dated (daily rows in the plan's buckets),
 * forecast at that grain from its end to the end of the plan, and shared over the buckets by working days. Families come in
 * code-unit order; those without a whole period before the plan get no forecast and an issue. No demand rows: nothing.
 *
 * @param onProgress called after each family with the number done and the total
 */
export function forecastFamilies(
  input: PlanInput,
  context: PlanContext,
  onProgress?: (done: number, total: number) => void,
): { forecasts: FamilyForecast[]; issues: Issue[] } {
  if (input.demand.length === 0 || context.buckets.length === 0) return { forecasts: [], issues: [] };
  const timeline = layTimeline(input, context);
  const issues = issuesOfSpan(timeline.span, input.demand);
  const forecasts: FamilyForecast[] = [];
  if (timeline.span.periods.length === 0) return { forecasts, issues };
  const groups = groupByFamily(input);
  groups.forEach(({ family, records }, i) => {
    const cell = cellOf(records[0]!.origin, 'quantity');
    const forecast = forecastFamily(family, records, timeline, context);
    if (forecast) {
      forecasts.push(forecast);
      for (const note of forecast.notes) {
        if (WARNINGS.has(note.code)) issues.push({ ...note, severity: 'warning', cell });
      }
    } else issues.push({ code: 'forecast-family-without-history', severity: 'warning', cell, params: { family } });
    onProgress?.(i + 1, groups.length);
  });
  return { forecasts, issues };
}
