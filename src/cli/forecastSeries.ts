import type { AlignedSeries } from '../planning/forecast/align';
import { alignByDates, startOfStep } from '../planning/forecast/align';
import { forecastSeries } from '../planning/forecast/automatic';
import { addDays, civilOf, endOfMonth, formatIsoDay } from '../planning/time/civil';
import type { Day } from '../planning/units';
import type { LongSeries } from './forecastTable';

export interface ForecastRequest {
  readonly horizon: number;
  readonly season?: number;
  readonly level: number;
}

/** The answer for one series, and what had to be made of its rows. */
export interface ForecastAnswer {
  /** Series, date, value, lower, upper, model; none when it has no number. */
  readonly lines: readonly (string | number)[][];
  /** Periods between the first and the last that had no value. */
  readonly gaps: number;
  /** Rows whose period had another row already. */
  readonly repeated: number;
}

/** How far into its period each date of a monthly, quarterly or yearly series stands, when that is always the same. */
function placeInMonth(days: readonly number[]): 'end' | number | undefined {
  if (days.every((day) => endOfMonth(day as Day) === day)) return 'end';
  const first = civilOf(days[0]! as Day).day;
  return days.every((day) => civilOf(day as Day).day === first) ? first : undefined;
}

/** The date of a period to come, written as those before it were: the same day of the month, or its last one. */
function dateOf(line: AlignedSeries, index: number, place: ReturnType<typeof placeInMonth>): Day {
  const start = startOfStep(line, index);
  if (line.step.kind !== 'months' || place === undefined) return start;
  const end = endOfMonth(start);
  return place === 'end' ? end : (Math.min(end, addDays(start, place - 1)) as Day);
}

/** Forecasts one series of a long table; its rows may come in any order. */
export function forecastLongSeries({ series, days, values }: LongSeries, request: ForecastRequest): ForecastAnswer {
  const line = alignByDates(days, values);
  if (!line) return { lines: [], gaps: 0, repeated: 0 };
  const { horizon, season, level } = request;
  const forecast = forecastSeries(line.values, {
    horizon,
    seasons: season === undefined ? line.step.seasons : [season],
    level,
  });
  const place = placeInMonth(days);
  const gaps = line.values.filter(Number.isNaN).length;
  const known = values.filter((value) => !Number.isNaN(value)).length;
  return {
    lines: forecast.mean.map((mean, h) => [
      series,
      formatIsoDay(dateOf(line, line.values.length + h, place)),
      mean,
      forecast.lower[h]!,
      forecast.upper[h]!,
      forecast.model,
    ]),
    gaps,
    repeated: known - (line.values.length - gaps),
  };
}
