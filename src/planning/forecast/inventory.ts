import { normalCdf, normalDensity, normalQuantile } from './normal';

/** Demand per period and the time it takes to replenish, in the same periods. */
export interface Replenishment {
  readonly meanDemand: number;
  readonly sdDemand: number;
  /** Periods, 0 or more. */
  readonly leadTime: number;
  /** Standard deviation of the lead time in periods; 0 by default. */
  readonly sdLeadTime?: number;
  /** Periods between reviews of the stock; 0 (always watched) by default. */
  readonly review?: number;
}

/** Standard deviation of the demand over lead time and review. */
export function sdOverLeadTime({ meanDemand, sdDemand, leadTime, sdLeadTime = 0, review = 0 }: Replenishment): number {
  return Math.sqrt((leadTime + review) * sdDemand ** 2 + meanDemand ** 2 * sdLeadTime ** 2);
}

/**
 * Safety stock that leaves no stock-out in a share `service` of the replenishment cycles: `z √((L + R) sD² + D² sL²)`.
 *
 * Source: Chopra & Meindl, Supply Chain Management, chapter 11; mathematics K.
 *
 * @param service in (0, 1); below 0.5 the safety stock is negative
 * @example safetyStock(0.9214, { meanDemand: 2500, sdDemand: 500, leadTime: 2 }) //=> 1000.3
 */
export function safetyStock(service: number, replenishment: Replenishment): number {
  return normalQuantile(service) * sdOverLeadTime(replenishment);
}

/** Stock at which to order: the demand expected over lead time and review, plus the safety stock. */
export function reorderPoint(service: number, replenishment: Replenishment): number {
  const { meanDemand, leadTime, review = 0 } = replenishment;
  return meanDemand * (leadTime + review) + safetyStock(service, replenishment);
}

/** What a reorder point and a lot size serve. */
export interface Service {
  readonly safetyStock: number;
  /** Probability of no stock-out in a cycle. */
  readonly cycleService: number;
  /** Units short per cycle, expected. */
  readonly shortage: number;
  /** Share of the demand served from stock, at most 1. */
  readonly fillRate: number;
}

/**
 * Service of a reorder point with normal demand: expected shortage `σ (φ(z) − z (1 − Φ(z)))` a cycle, fill rate `1 − shortage ÷ Q`.
 *
 * Source: Chopra & Meindl, Supply Chain Management, chapter 11; mathematics K.
 *
 * @param lot units ordered at a time, more than 0
 * @example serviceOf(6000, 10000, { meanDemand: 2500, sdDemand: 500, leadTime: 2 }) //=> safetyStock 1000, cycleService 0.9214, shortage 25.13, fillRate 0.99749
 */
export function serviceOf(point: number, lot: number, replenishment: Replenishment): Service {
  const { meanDemand, leadTime, review = 0 } = replenishment;
  const sigma = sdOverLeadTime(replenishment);
  const stock = point - meanDemand * (leadTime + review);
  if (!(sigma > 0)) {
    const shortage = Math.max(0, -stock);
    return {
      safetyStock: stock,
      cycleService: stock >= 0 ? 1 : 0,
      shortage,
      fillRate: Math.max(0, 1 - shortage / lot),
    };
  }
  const z = stock / sigma;
  const shortage = sigma * (normalDensity(z) - z * (1 - normalCdf(z)));
  return { safetyStock: stock, cycleService: normalCdf(z), shortage, fillRate: Math.max(0, 1 - shortage / lot) };
}
