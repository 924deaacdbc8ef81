import type { DemandRecord, PlanInput } from '../input';
import type { Issue } from '../issue';
import { cellOf } from '../issue';
import { compareText, nameKey } from '../names';
import type { FamilyForecast, ForecastPoint } from '../result';
import { formatIsoDay } from '../time/civil';
import type { PlanContext } from '../time/types';
import type { Day } from '../units';
import type { ForecastNote, SeriesForecast } from './automatic';
import { forecastSeries } from './automatic';
import type { FamilyHistory, Grain, HistorySpan, Period } from './history';
import { nextPeriod, spanHistory, sumHistory } from './history';
import type { BucketShares } from './mapping';
import { combineWidths, shareByWorkingDays, sumShares } from './mapping';
import { findOutliers } from './outliers';

/** Season lengths that planners' periods can have. */
const SEASONS: Readonly<Record<Grain, readonly number[]>> = { Week: [52], Month: [12] };
/** With fewer periods a forecast is hardly more than the last values: said aloud. */
const SHORT_HISTORY = 6;
/** A history that ends this many periods before the plan is old news: said aloud. */
const STALE_PERIODS = 3;

/** What all families share: the time line, the periods ahead, and how those fall into buckets. */
interface Timeline {
  readonly span: HistorySpan;
  readonly ahead: readonly Period[];
  readonly shares: BucketShares;
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
  return { span, ahead, shares: shareByWorkingDays(ahead, context.buckets, context.calendarOf()) };
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

/** Points of the buckets from those of the periods; interval widths shrink as far as errors cancel out. */
function mapToBuckets(forecast: SeriesForecast, shares: BucketShares, floor: number): ForecastPoint[] {
  const below = forecast.mean.map((mean, h) => mean - forecast.lower[h]!);
  const above = forecast.mean.map((mean, h) => forecast.upper[h]! - mean);
  return shares.map((part, bucket) => {
    const mean = sumShares(part, forecast.mean);
    return {
      bucket,
      mean,
      lower: Math.max(floor, mean - combineWidths(part, below, forecast.persistence)),
      upper: mean + combineWidths(part, above, forecast.persistence),
    };
  });
}

function notesOn(family: string, history: FamilyHistory, span: HistorySpan, asOf: Day): ForecastNote[] {
  const notes: ForecastNote[] = [];
  if (history.missing > 0) notes.push({ code: 'forecast-gaps-as-zero', params: { family, count: history.missing } });
  if (history.quantities.length < SHORT_HISTORY) {
    notes.push({ code: 'forecast-short-history', params: { family, count: history.quantities.length } });
  }
  if (history.quantities.some((quantity) => quantity < 0)) {
    notes.push({ code: 'forecast-negative-history', params: { family } });
  }
  const end = span.periods[span.periods.length - 1]!.end;
  const length = span.grain === 'Week' ? 7 : 30.4375;
  // A plan for next year is made today: history that reaches today is as fresh as it can be.
  if (asOf - end > STALE_PERIODS * length) {
    notes.push({ code: 'forecast-stale-history', params: { family, date: formatIsoDay(end) } });
  }
  return notes;
}

/** Outliers named by the first day of their period; the history stays as it is. */
function outlierNotes(family: string, history: FamilyHistory, season: number): ForecastNote[] {
  const found = findOutliers(Float64Array.from(history.quantities), season);
  if (found.length === 0) return [];
  const dates = found.map((outlier) => formatIsoDay(history.periods[outlier.index]!.start)).join(', ');
  return [{ code: 'forecast-outliers', params: { family, count: found.length, dates } }];
}

/** How the forecast came about, where that is worth a word. */
function methodNotes(family: string, history: FamilyHistory, forecast: SeriesForecast): ForecastNote[] {
  if (forecast.intermittent) return [{ code: 'forecast-intermittent', params: { family } }];
  return outlierNotes(family, history, forecast.season);
}

function forecastFamily(
  family: string,
  records: readonly DemandRecord[],
  timeline: Timeline,
  context: PlanContext,
): FamilyForecast | undefined {
  const { span, ahead, shares } = timeline;
  const history = sumHistory(records, span.periods);
  if (history.quantities.length === 0) return undefined;
  const forecast = forecastSeries(history.quantities, {
    horizon: ahead.length,
    seasons: SEASONS[span.grain],
    level: context.settings.intervalLevel,
  });
  const floor = history.quantities.every((quantity) => quantity >= 0) ? 0 : -Infinity;
  return {
    family,
    model: forecast.model,
    season: forecast.season,
    grain: span.grain,
    history: history.periods.map((period, i) => ({ start: period.start, quantity: history.quantities[i]! })),
    points: mapToBuckets(forecast, shares, floor),
    accuracy: forecast.accuracy,
    notes: [
      ...notesOn(family, history, span, Math.min(context.settings.today, context.settings.planStart) as Day),
      ...methodNotes(family, history, forecast),
      ...forecast.notes,
    ],
  };
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
