import type { OpportunityRecord } from '../input';
import type { Outcome } from './outcome';

/** Win rate from the first stage on where nothing is known: one deal in four. */
export const DEFAULT_WIN_RATE = 0.25;
/** A stage that wins more rarely than this is taken never to win: the entries it would need are beyond all sense. */
export const LEAST_WIN_RATE = 1e-4;
/** Weight of the default against closed deals: as if ten deals had been seen. */
export const PRIOR_STRENGTH = 10;
/** Days from the first stage to close where nothing is known: a quarter. */
export const DEFAULT_CYCLE_DAYS = 90;

/** What closed deals tell of the whole way from first stage to close. */
export interface ClosedHistory {
  readonly wins: number;
  readonly losses: number;
  /** From the first stage to won, smoothed; fraction 0..1. */
  readonly winRate: number;
  /** Days from created to won, the median; undefined where no won deal has both dates. */
  readonly cycleDays?: number;
}

/**
 * The win rate and cycle that closed deals show. Deals still open do not count: the young ones among them would bias the rate.
 *
 * @param outcome Outcome of a deal's stage.
 * @returns Rate smoothed by a Beta prior of mean 0.25 and strength 10, so that two deals are not taken for a law.
 * @example 30 won, 60 lost //=> winRate (30 + 2.5) ÷ (90 + 10) = 0.325
 * @see Beta-binomial smoothing; mathematics D
 */
export function learnFromClosed(
  pipeline: readonly OpportunityRecord[],
  outcome: (deal: OpportunityRecord) => Outcome,
): ClosedHistory {
  const won = pipeline.filter((deal) => outcome(deal) === 'Won');
  const losses = pipeline.filter((deal) => outcome(deal) === 'Lost').length;
  const cycles = won
    .flatMap((deal) =>
      deal.created !== undefined && deal.closeDate !== undefined && deal.closeDate >= deal.created
        ? [deal.closeDate - deal.created]
        : [],
    )
    .sort((left, right) => left - right);
  return {
    wins: won.length,
    losses,
    winRate: smoothRate(won.length, won.length + losses, DEFAULT_WIN_RATE, PRIOR_STRENGTH),
    cycleDays: median(cycles),
  };
}

/**
 * A rate pulled towards what is expected, the more so the fewer the trials: the mean of the Beta posterior.
 *
 * @param mean Expected rate, 0..1.
 * @param strength How many trials the expectation is worth, above 0.
 * @example smoothRate(0, 0, 0.25, 10) //=> 0.25
 */
export function smoothRate(successes: number, trials: number, mean: number, strength: number): number {
  return (successes + mean * strength) / (trials + strength);
}

/**
 * The win rate of the k-th of n open stages when only the rate of the whole way is known: each step is taken to be as hard as the others.
 *
 * @param whole Rate from the first stage to won, 0..1.
 * @param place 1 = first open stage … n = last.
 * @example stepRate(0.25, 1, 2) //=> 0.25
 * @example stepRate(0.25, 2, 2) //=> 0.5
 */
export function stepRate(whole: number, place: number, stages: number): number {
  return whole ** ((stages - place + 1) / stages);
}

/** The middle value of a sorted list, the mean of the middle two; undefined for none. */
export function median(sorted: readonly number[]): number | undefined {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
