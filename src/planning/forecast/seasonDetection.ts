import { seasonalEvidence } from './seasonality';

/** Removes a straight line: a trend would lift the autocorrelations of every lag. */
function withoutLine(values: Float64Array): Float64Array {
  const n = values.length;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let sxy = 0;
  for (let t = 0; t < n; t++) {
    sx += t;
    sy += values[t]!;
    sxx += t * t;
    sxy += t * values[t]!;
  }
  const spread = n * sxx - sx * sx;
  const slope = spread > 0 ? (n * sxy - sx * sy) / spread : 0;
  return values.map((y, t) => y - slope * t);
}

/** Evidence that makes a season: the 90 % test. */
const LEAST_EVIDENCE = 1.645;
/** A divisor of the best length with this share of its evidence is the season, and the best length its echo. */
const ECHO_SHARE = 0.8;

/** The season inside a long one: the day in the week of hours, the week in the year of days; 1 for none. */
export function innerSeasonOf(season: number): number {
  if (season === 168) return 24;
  return season === 364 || season === 365 ? 7 : 1;
}

/**
 * The season length of a history among some candidates: with one candidate that one (if two of its seasons are there, else the one inside
 * it), with several the one whose autocorrelation stands out most on the history without its line (90 % test, three seasons needed), a
 * divisor of it going first when it stands out nearly as much. 1 for none.
 *
 * @example detectSeason(Float64Array.of(1, 5, 1, 5, 1, 5, 1, 5, 1, 5, 1, 5), [4, 2]) //=> 2
 */
export function detectSeason(values: Float64Array, candidates: readonly number[]): number {
  const lengths = candidates.filter((m) => m > 1 && values.length >= 2 * m);
  if (candidates.length === 1) {
    const inner = innerSeasonOf(candidates[0]!);
    return lengths[0] ?? (values.length >= 2 * inner ? inner : 1);
  }
  const flat = withoutLine(values);
  const found = lengths
    .map((m) => ({ m, evidence: seasonalEvidence(flat, m) }))
    .filter(({ evidence }) => evidence > LEAST_EVIDENCE)
    .sort((a, b) => b.evidence - a.evidence || a.m - b.m);
  const best = found[0];
  if (!best) return 1;
  const divisors = found.filter(({ m, evidence }) => best.m % m === 0 && evidence >= ECHO_SHARE * best.evidence);
  return Math.min(...divisors.map(({ m }) => m));
}
