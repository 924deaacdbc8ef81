import type { Settings } from '../input';
import { fiscalPeriods, fiscalYearOf, type FiscalYear } from '../time/fiscal';
import type { Bucket } from '../time/types';

export interface SalesYear {
  readonly year: FiscalYear;
  /** Why it is not the fiscal year of Plan start; absent where it is. */
  readonly later?: 'noTarget' | 'littleLeft';
}

/** What is left of a year below this share of the horizon (of a year, where the horizon is longer) is no year to judge sales by. */
const LEAST_SHARE = 0.25;
const DAYS_PER_YEAR = 365;

/**
 * The fiscal year that the sales figures are of: that of Plan start, unless it has no revenue target or holds less than a quarter of the
 * horizon (counted up to a year). Then it is the year with a revenue target that holds most of the horizon, the earlier of equals.
 *
 * @param targetYears Fiscal years with a revenue target.
 * @example chooseSalesYear({ …, planStart: dayOf(2026, 11, 30) }, twentySixWeeks, new Set([2026, 2027])).year.year //=> 2027
 */
export function chooseSalesYear(
  settings: Settings,
  buckets: readonly Bucket[],
  targetYears: ReadonlySet<number>,
): SalesYear {
  const first = fiscalYearOf(settings.planStart, settings);
  const own = fiscalPeriods(first, settings);
  const end = buckets[buckets.length - 1]?.end ?? settings.planStart;
  const daysIn = (year: FiscalYear): number => Math.min(year.end, end) - Math.max(year.start, settings.planStart) + 1;
  const horizon = Math.min(end - settings.planStart + 1, DAYS_PER_YEAR);
  const hasTarget = targetYears.has(first);
  if (hasTarget && daysIn(own) >= LEAST_SHARE * horizon) return { year: own };
  let best = own;
  for (let year = first + 1; year <= fiscalYearOf(end, settings); year += 1) {
    const other = fiscalPeriods(year, settings);
    if (targetYears.has(year) && daysIn(other) > (best === own ? 0 : daysIn(best))) best = other;
  }
  return best === own || (hasTarget && daysIn(best) <= daysIn(own))
    ? { year: own }
    : { year: best, later: hasTarget ? 'littleLeft' : 'noTarget' };
}
