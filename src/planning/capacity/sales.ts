import { sum } from '../targets/round';

/** Productivity by whole months since somebody began, 0..1. */
export type Ramp = (monthsSinceStart: number) => number;

/** People who began together. */
export interface Cohort {
  /** Full-time heads at the first month, or when they begin. */
  readonly heads: number;
  /** Whole months since they began at month 0; negative: they begin so many months after it. */
  readonly age: number;
  /** Money per head per year. */
  readonly quota: number;
  readonly ramp: Ramp;
  /** Last month (from 0) they are there; undefined: open end. */
  readonly lastMonth?: number;
}

export interface CapacityCourse {
  /** One entry a month. */
  readonly heads: readonly number[];
  readonly productiveHeads: readonly number[];
  /** Money. */
  readonly capacity: readonly number[];
}

/**
 * A linear ramp from nothing to full productivity.
 *
 * @param months Months to full productivity, 0 or more.
 * @example linearRamp(4)(1) //=> 0.25
 */
export function linearRamp(months: number): Ramp {
  return (age) => (age < 0 ? 0 : months <= 0 ? 1 : Math.min(1, age / months));
}

/**
 * A ramp by steps: the productivity of each month; after the last, that of the last.
 *
 * @param steps Productivity of the first, second … month, 0..1.
 * @example steppedRamp([0.2, 0.6, 1])(1) //=> 0.6
 */
export function steppedRamp(steps: readonly number[]): Ramp {
  return (age) => (age < 0 ? 0 : Math.min(1, Math.max(0, steps[Math.min(age, steps.length - 1)] ?? 1)));
}

/**
 * The monthly loss rate that makes a yearly one.
 *
 * @param yearly Fraction of heads per year, 0..1.
 * @example monthlyAttrition(0.12) //=> 0.0105966
 * @see mathematics E: a = 1 − (1 − A)^(1/12)
 */
export function monthlyAttrition(yearly: number): number {
  return 1 - (1 - Math.min(1, Math.max(0, yearly))) ** (1 / 12);
}

/**
 * Heads, productive heads and selling capacity month by month.
 *
 * @param shares Share of the yearly quota that falls in each month.
 * @param attrition Fraction of heads lost per year; it acts from month 0, or from when a cohort begins.
 * @param attainment What of quota a productive head sells on average, 1 for all of it.
 * @example one head of quota 1,200 without ramp, a twelfth a month //=> capacity 100 a month
 * @see mathematics E: F = Σ n (1 − a)^t ρ, K = α F q s
 */
export function capacityOfCohorts(
  cohorts: readonly Cohort[],
  shares: readonly number[],
  attrition: number,
  attainment = 1,
): CapacityCourse {
  const loss = monthlyAttrition(attrition);
  const there = shares.map((_, month) => cohorts.map((cohort) => survivors(cohort, month, loss)));
  const productive = there.map((heads, month) =>
    cohorts.map((cohort, index) => (heads[index] ?? 0) * cohort.ramp(cohort.age + month)),
  );
  return {
    heads: there.map(sum),
    productiveHeads: productive.map(sum),
    capacity: productive.map((heads, month) =>
      sum(cohorts.map((cohort, index) => (heads[index] ?? 0) * cohort.quota * (shares[month] ?? 0) * attainment)),
    ),
  };
}

function survivors(cohort: Cohort, month: number, loss: number): number {
  const begun = cohort.age + month >= 0;
  const gone = cohort.lastMonth !== undefined && month > cohort.lastMonth;
  return begun && !gone ? cohort.heads * (1 - loss) ** (month - Math.max(0, -cohort.age)) : 0;
}

export interface HiringRequest {
  /** Money wanted in each month. */
  readonly targets: readonly number[];
  /** Money the people planned can sell in each month. */
  readonly capacity: readonly number[];
  readonly shares: readonly number[];
  /** Of those to be hired: money per head per year. */
  readonly quota: number;
  readonly ramp: Ramp;
  readonly attrition: number;
  /** Most people a month; undefined: no limit. */
  readonly mostHires?: number;
  readonly attainment?: number;
}

/**
 * How many people must begin in each month so that capacity meets the targets, as few and as late as can be: what a month lacks is hired so long before
 * it that they are fully productive, earlier where recruiting is limited. Where no such time is left they begin at once and the months of their ramp stay
 * short: nobody is hired only to make up for the ramp of others.
 *
 * @returns Whole people by month of beginning.
 * @example hiresNeeded({ targets: [0, 0, 100], capacity: [0, 0, 0], shares: twelfths, quota: 1200, ramp: linearRamp(2), attrition: 0 }) //=> [1, 0, 0]
 */
export function hiresNeeded(request: HiringRequest): number[] {
  const { targets, capacity, shares, quota, attainment = 1 } = request;
  const loss = monthlyAttrition(request.attrition);
  const hires = targets.map(() => 0);
  const rampMonths = monthsToFull(request.ramp);
  const whenFull = (start: number, month: number): number =>
    (1 - loss) ** (month - start) * quota * (shares[month] ?? 0) * attainment;
  targets.forEach((target, month) => {
    const hired = sum(hires.slice(0, month + 1).map((count, start) => count * whenFull(start, month)));
    let missing = target - (capacity[month] ?? 0) - hired;
    for (const start of startsFor(month, rampMonths)) {
      const each = whenFull(start, month);
      if (missing <= 1e-6 * Math.max(1, target) || each <= 0 || request.ramp(month - start) <= 0) break;
      const room = Math.max(0, Math.floor((request.mostHires ?? Infinity) - (hires[start] ?? 0)));
      const count = Math.min(room, Math.ceil(missing / each - 1e-9));
      hires[start] = (hires[start] ?? 0) + count;
      missing -= count * each;
    }
  });
  return hires;
}

/** Months to begin in for a month's sake: the latest that leaves time to ramp, those before it, and then those that leave less time. */
function startsFor(month: number, rampMonths: number): number[] {
  const best = Math.max(0, month - rampMonths);
  const earlier = Array.from({ length: best + 1 }, (_, back) => best - back);
  const later = Array.from({ length: month - best }, (_, ahead) => best + 1 + ahead);
  return [...earlier, ...later];
}

/** The longest ramp that is looked for: five years. */
const LONGEST_RAMP = 60;

function monthsToFull(ramp: Ramp): number {
  const full = ramp(LONGEST_RAMP);
  for (let age = 0; age < LONGEST_RAMP; age += 1) if (ramp(age) >= full - 1e-9) return age;
  return LONGEST_RAMP;
}

/**
 * The rule-of-thumb capacity of a team of which a part is still ramping: the ramped sell their attainment of quota, the ramping their productivity.
 *
 * @param rampProductivity What of quota a ramping head sells, 0..1.
 * @example teamCapacity({ ramped: 7, ramping: 3, quota: 150, attainment: 0.85, rampProductivity: 0.4 }) //=> 1072.5
 */
export function teamCapacity(team: {
  readonly ramped: number;
  readonly ramping: number;
  readonly quota: number;
  readonly attainment: number;
  readonly rampProductivity: number;
}): number {
  return team.quota * (team.ramped * team.attainment + team.ramping * team.rampProductivity);
}
