import { formatIsoDay } from '../time/civil';
import type { Day } from '../units';
import type { ForecastNote, SeriesForecast } from './automatic';
import type { FamilyHistory, Grain, HistorySpan } from './history';
import { findOutliers } from './outliers';
import { prepareSeries } from './series';

/** Periods of a year: with less than two of them no season of the year can be told from chance. */
const YEAR: Readonly<Record<Grain, number>> = { Week: 52, Month: 12 };
/** With fewer periods a forecast is hardly more than the last values: said aloud. */
const SHORT_HISTORY = 6;
/** A history that ends this many periods before the plan is old news: said aloud. */
const STALE_PERIODS = 3;

/** Outliers named one by one. */
const MOST_DATES = 5;

/** What is worth a word about a family's history. */
export function notesOn(family: string, history: FamilyHistory, span: HistorySpan, asOf: Day): ForecastNote[] {
  const notes: ForecastNote[] = [];
  if (history.missing > 0) notes.push({ code: 'forecast-gaps-as-zero', params: { family, count: history.missing } });
  if (history.quantities.length < SHORT_HISTORY) {
    notes.push({ code: 'forecast-short-history', params: { family, count: history.quantities.length } });
  } else if (history.quantities.length < 2 * YEAR[span.grain]) {
    notes.push({
      code: 'forecast-no-yearly-season',
      params: { family, grain: span.grain, count: history.quantities.length },
    });
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

/** Outliers named, the latest of them, by the first day of their period; the history stays as it is. */
function outlierNotes(family: string, history: FamilyHistory, season: number, values: Float64Array): ForecastNote[] {
  const found = findOutliers(values, season);
  if (found.length === 0) return [];
  const days = found.map((outlier) => formatIsoDay(history.periods[outlier.index]!.start));
  const dates = (days.length > MOST_DATES ? ['…', ...days.slice(-MOST_DATES)] : days).join(', ');
  return [{ code: 'forecast-outliers', params: { family, count: found.length, dates } }];
}

/**
 * How the forecast came about, where that is worth a word.
 *
 * @param workedDays of the periods of the history, where demand per working day was forecast; outliers then are so per working day
 */
export function methodNotes(
  family: string,
  history: FamilyHistory,
  forecast: SeriesForecast,
  workedDays?: readonly number[],
): ForecastNote[] {
  if (forecast.intermittent) return [{ code: 'forecast-intermittent', params: { family } }];
  const { quantities } = history;
  if (!workedDays) return outlierNotes(family, history, forecast.season, Float64Array.from(quantities));
  const rates = quantities.map((quantity, t) => (workedDays[t]! > 0 ? quantity / workedDays[t]! : NaN));
  return [
    { code: 'forecast-per-working-day', params: { family } },
    ...outlierNotes(family, history, forecast.season, prepareSeries(rates, forecast.season).values),
  ];
}
