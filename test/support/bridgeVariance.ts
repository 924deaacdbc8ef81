import { sum } from '../../src/planning/targets/round';

/** One item in plan and actual: units and money per unit. */
interface BridgeItem {
  readonly name: string;
  readonly planUnits: number;
  readonly planPrice: number;
  readonly actualUnits: number;
  readonly actualPrice: number;
}

/** A variance taken apart; the four parts add up to `total`. Money. */
interface Bridge {
  readonly volume: number;
  readonly mix: number;
  readonly price: number;
  /** Items that are in only one of plan and actual: they have no price to compare with. */
  readonly newAndLost: number;
  readonly total: number;
}

/**
 * Takes the variance of actual against plan apart into volume, mix and price, with no residual.
 *
 * @param items Units of 0 or more. An item without units on one side is new or lost and stands on its own line.
 * @returns Money; volume is at the plan's average price, mix at plan prices, price at actual mix.
 * @example bridgeVariance([{ name: 'A', planUnits: 10, planPrice: 5, actualUnits: 12, actualPrice: 6 }])
 *   //=> { volume: 10, mix: 0, price: 12, newAndLost: 0, total: 22 }
 * @see mathematics A9
 */
export function bridgeVariance(items: readonly BridgeItem[]): Bridge {
  const lasting = items.filter((item) => item.planUnits !== 0 && item.actualUnits !== 0);
  const passing = items.filter((item) => item.planUnits === 0 || item.actualUnits === 0);
  const plan = sum(lasting.map((item) => item.planUnits));
  const actual = sum(lasting.map((item) => item.actualUnits));
  const planValue = sum(lasting.map((item) => item.planUnits * item.planPrice));
  const actualAtPlanPrices = sum(lasting.map((item) => item.actualUnits * item.planPrice));
  const actualValue = sum(lasting.map((item) => item.actualUnits * item.actualPrice));
  const volume = plan === 0 ? 0 : ((actual - plan) * planValue) / plan;
  const newAndLost = sum(passing.map((item) => item.actualUnits * item.actualPrice - item.planUnits * item.planPrice));
  return {
    volume,
    mix: actualAtPlanPrices - planValue - volume,
    price: actualValue - actualAtPlanPrices,
    newAndLost,
    total: actualValue - planValue + newAndLost,
  };
}
