import { reorderPoint, safetyStock, serviceOf } from '../planning/forecast/inventory';
import type { Replenishment } from '../planning/forecast/inventory';
import { FunctionError } from './errors';
import { readNumber, readShare } from './ranges';

function readNotNegative(value: unknown, name: string, fallback?: number): number {
  const number = readNumber(value, name, fallback);
  if (number < 0) throw new FunctionError('#VALUE!', 'function.error.negative', { name });
  return number;
}

function readReplenishment(
  meanDemand: unknown,
  sdDemand: unknown,
  leadTime: unknown,
  sdLeadTime: unknown,
  review: unknown,
): Replenishment {
  return {
    meanDemand: readNotNegative(meanDemand, 'meanDemand', 0),
    sdDemand: readNotNegative(sdDemand, 'demandSd'),
    leadTime: readNotNegative(leadTime, 'leadTime'),
    sdLeadTime: readNotNegative(sdLeadTime, 'leadTimeSd', 0),
    review: readNotNegative(review, 'review', 0),
  };
}

/** Safety stock for a cycle service level; the mean demand only matters where the lead time varies. */
export function safetyStockValue(
  service: unknown,
  sdDemand: unknown,
  leadTime: unknown,
  meanDemand: unknown,
  sdLeadTime: unknown,
  review: unknown,
): number {
  return safetyStock(
    readShare(service, 'service'),
    readReplenishment(meanDemand, sdDemand, leadTime, sdLeadTime, review),
  );
}

/** Reorder point for a cycle service level. */
export function reorderPointValue(
  service: unknown,
  meanDemand: unknown,
  sdDemand: unknown,
  leadTime: unknown,
  sdLeadTime: unknown,
  review: unknown,
): number {
  return reorderPoint(
    readShare(service, 'service'),
    readReplenishment(meanDemand, sdDemand, leadTime, sdLeadTime, review),
  );
}

/** Fill rate of a reorder point and a lot size. */
export function fillRateValue(
  point: unknown,
  lot: unknown,
  meanDemand: unknown,
  sdDemand: unknown,
  leadTime: unknown,
  sdLeadTime: unknown,
  review: unknown,
): number {
  const size = readNumber(lot, 'lot');
  if (!(size > 0)) throw new FunctionError('#VALUE!', 'function.error.not-positive', { name: 'lot' });
  const replenishment = readReplenishment(meanDemand, sdDemand, leadTime, sdLeadTime, review);
  return serviceOf(readNumber(point, 'reorderPoint'), size, replenishment).fillRate;
}
