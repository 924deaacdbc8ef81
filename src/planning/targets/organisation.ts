import { roundToTotal, sum } from './round';

/** What a node of the organisation below its parent has before the split. */
export interface Child {
  /** Its present target; undefined when it has none yet. */
  readonly target?: number;
  /** Its key: last year, capacity, or another column; equal shares where every weight is 0. */
  readonly weight: number;
  /** A locked child keeps its target. */
  readonly locked?: boolean;
}

export type SplitResult =
  | { readonly ok: true; readonly values: readonly number[] }
  | { readonly ok: false; readonly reason: 'all-locked' | 'residual-negative' };

/**
 * Splits a parent's total down to its children. Free children that have targets keep their proportions; otherwise (or where these sum to
 * zero) they share by weight; locked children stay as they are.
 *
 * @param total The parent's target.
 * @param step Rounding unit, above 0; undefined: no rounding.
 * @returns One target a child, adding up to the total; or why not.
 * @example splitDown(300, [{ target: 100, weight: 1 }, { target: 50, weight: 1 }]) //=> { ok: true, values: [200, 100] }
 * @see mathematics A4
 */
export function splitDown(total: number, children: readonly Child[], step?: number): SplitResult {
  const locked = sum(children.map((child) => (child.locked ? (child.target ?? 0) : 0)));
  const free = children.filter((child) => !child.locked);
  const residual = total - locked;
  const tolerance = 1e-9 * Math.max(1, Math.abs(total));
  if (free.length === 0) {
    return Math.abs(residual) <= tolerance && children.length > 0
      ? { ok: true, values: children.map((child) => child.target ?? 0) }
      : { ok: false, reason: 'all-locked' };
  }
  if (residual < -tolerance && total >= 0) return { ok: false, reason: 'residual-negative' };
  const shares = shareOut(residual, free);
  const rounded = step === undefined ? shares : roundToTotal(shares, step);
  let next = 0;
  return { ok: true, values: children.map((child) => (child.locked ? (child.target ?? 0) : (rounded[next++] ?? 0))) };
}

function shareOut(total: number, children: readonly Child[]): number[] {
  const present = sum(children.map((child) => child.target ?? 0));
  const scalable = present > 0 && children.every((child) => child.target !== undefined && child.target >= 0);
  if (scalable) return children.map((child) => (total * (child.target ?? 0)) / present);
  const weight = sum(children.map((child) => child.weight));
  return children.map((child) => (weight > 0 ? (total * child.weight) / weight : total / children.length));
}

/**
 * What the parent asks for beyond what its children have committed to.
 *
 * @returns Positive: commitments fall short. Money or units, as the targets.
 * @example bottomUpGap(1000, [400, 450]) //=> 150
 * @see mathematics A8
 */
export function bottomUpGap(topDown: number, bottomUp: readonly number[]): number {
  return topDown - sum(bottomUp);
}

/** What is handed down with a manager's uplift, and how far it exceeds the target. */
export interface Assignment {
  readonly assigned: readonly number[];
  /** Sum assigned ÷ target: 1 when nothing is over-assigned; undefined for a target of 0. */
  readonly overAssignment?: number;
}

/**
 * Assigns a target to children with an uplift, so that a child may miss and the target still be met.
 *
 * @param shares Each child's share of the target, 0..1; normally they sum to 1.
 * @param uplift The manager's uplift as a fraction, 0 for none.
 * @example assignWithUplift(1000, [0.6, 0.4], 0.1) //=> { assigned: [660, 440], overAssignment: 1.1 }
 * @see mathematics A8
 */
export function assignWithUplift(target: number, shares: readonly number[], uplift: number): Assignment {
  const assigned = shares.map((share) => share * target * (1 + uplift));
  return { assigned, overAssignment: target === 0 ? undefined : sum(assigned) / target };
}
