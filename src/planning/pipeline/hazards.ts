/** How a deal stood at the age at which it was last seen. */
export interface AgedDeal {
  /** Whole weeks since it was created, 0 or more: at its close, or today when it is open. */
  readonly age: number;
  readonly outcome: 'Open' | 'Won' | 'Lost';
}

/** Of the deals still open when they reach an age, the share that is won, and lost, in that week. */
export interface Hazards {
  /** One entry a week of age, from 0. */
  readonly win: readonly number[];
  readonly loss: readonly number[];
}

/**
 * How deals are won and lost as they age: two competing risks, estimated week by week from all deals that reached the age, those still open included.
 *
 * @returns Hazards up to the highest age at which a deal closed; beyond it nothing is known and nothing happens.
 * @example two deals, one won at age 1, one lost at age 2 //=> win [0, 0.5, 0], loss [0, 0, 1]
 * @see Kaplan and Meier 1958, for competing risks; mathematics D
 */
export function estimateHazards(deals: readonly AgedDeal[]): Hazards {
  const last = deals.reduce((most, deal) => (deal.outcome === 'Open' ? most : Math.max(most, deal.age)), -1);
  const [won, lost, seen] = [zeros(last + 2), zeros(last + 2), zeros(last + 2)];
  for (const { age, outcome } of deals) {
    const at = Math.min(age, last + 1);
    seen[at] = (seen[at] ?? 0) + 1;
    if (outcome === 'Won') won[at] = (won[at] ?? 0) + 1;
    if (outcome === 'Lost') lost[at] = (lost[at] ?? 0) + 1;
  }
  let atRisk = 0;
  const [win, loss] = [zeros(last + 1), zeros(last + 1)];
  for (let age = last + 1; age >= 0; age -= 1) {
    atRisk += seen[age] ?? 0;
    if (age > last || atRisk === 0) continue;
    win[age] = (won[age] ?? 0) / atRisk;
    loss[age] = (lost[age] ?? 0) / atRisk;
  }
  return { win, loss };
}

/**
 * The chance that a deal still open at an age is won within so many weeks.
 *
 * @param age Whole weeks, 0 or more; what happens in the week of this age has not happened yet.
 * @param weeks Weeks ahead, 0 or more.
 * @returns 0..1.
 * @example chanceToWin({ win: [0, 0.5, 0.5], loss: [0, 0.25, 0.5] }, 0, 3) //=> 0.625
 * @see mathematics D: P(win within h | alive at a) = Σ S(u − 1) ÷ S(a) · q(u)
 */
export function chanceToWin(hazards: Hazards, age: number, weeks: number): number {
  let [alive, chance] = [1, 0];
  for (let at = age; at < age + weeks && at < hazards.win.length; at += 1) {
    chance += alive * (hazards.win[at] ?? 0);
    alive *= Math.max(0, 1 - (hazards.win[at] ?? 0) - (hazards.loss[at] ?? 0));
  }
  return chance;
}

function zeros(length: number): number[] {
  return Array.from({ length: Math.max(0, length) }, () => 0);
}
