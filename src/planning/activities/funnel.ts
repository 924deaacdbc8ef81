/** A stage of the funnel as back-solving sees it. */
export interface FunnelStage {
  readonly key: string;
  /** From this stage to won, above 0. */
  readonly winRate: number;
  /** Weeks from entering this stage to the win, 0 or more, whole. */
  readonly lagWeeks: number;
}

export interface FunnelPlan {
  /** Entries needed into each stage, by stage key, one number a week; not rounded. */
  readonly entries: ReadonlyMap<string, readonly number[]>;
  /** Wins, by week, whose entry into the first stage would lie before the first week. */
  readonly lateWins: readonly number[];
}

/**
 * How many deals must enter each stage in each week for the wins that are needed: each win takes 1 ÷ win rate entries, one lag earlier. Entries
 * that would lie before the first week are impossible; the wins that wait on them are handed back as late.
 *
 * @param winsNeeded Wins needed in each week, from the first week that can still be acted on; weeks beyond the horizon count too.
 * @param stages Open stages, first to last.
 * @example backSolveFunnel([0, 0, 10], [{ key: 'Proposal', winRate: 0.25, lagWeeks: 2 }]) //=> entries Proposal [40, 0, 0]
 * @see mathematics C, point lags
 */
export function backSolveFunnel(winsNeeded: readonly number[], stages: readonly FunnelStage[]): FunnelPlan {
  const entries = new Map<string, readonly number[]>();
  for (const stage of stages) {
    entries.set(
      stage.key,
      winsNeeded.map((_, week) => (winsNeeded[week + stage.lagWeeks] ?? 0) / stage.winRate),
    );
  }
  const longest = stages[0]?.lagWeeks ?? 0;
  return { entries, lateWins: winsNeeded.map((wins, week) => (week < longest ? wins : 0)) };
}

/** Where the weeks of a target stand in their fiscal years. */
export interface YearCourse {
  /** Money by which the first week's year is ahead of its target so far, 0 or more. */
  readonly ahead?: number;
  /** Weeks with which a new year begins: what the old one has over is of no help to it. */
  readonly newYear?: readonly boolean[];
}

/**
 * The wins needed beyond what the open pipeline is expected to bring. What a week has over helps the weeks after it in the same year; what it lacks does
 * not burden them.
 *
 * @param targets Money to win in each week, 0 or more.
 * @param covered Money expected of open and won deals in each week.
 * @param averageDeal Money per win, above 0.
 * @example winsBeyond([100, 100], [150, 0], 25) //=> [0, 2]
 * @see mathematics C: W = [R - O]+ / A
 */
export function winsBeyond(
  targets: readonly number[],
  covered: readonly number[],
  averageDeal: number,
  course: YearCourse = {},
): number[] {
  let over = course.ahead ?? 0;
  return targets.map((target, week) => {
    if (course.newYear?.[week]) over = 0;
    const missing = target - (covered[week] ?? 0) - over;
    over = Math.max(0, -missing);
    return Math.max(0, missing) / averageDeal;
  });
}
