import type { CostKind } from '../../planning/resultBalance';
import type { NumberFormatName } from '../spec';
import type { OutputContext } from './context';

/** Money of a family that its own rows carry, and money of a resource. */
export const FAMILY_COSTS = [
  'production',
  'subcontract',
  'purchase',
  'setup',
  'holding',
  'backlog',
  'lostSales',
] as const;
export const RESOURCE_COSTS = ['regular', 'overtime', 'wages', 'hiring', 'layoff'] as const;
/** Rows of the Balance's checks that must read zero. */
export const CHECK_ROWS = ['negativeStock', 'overStock', 'negativeMade', 'overLimit', 'costDifference'] as const;
export type FamilyCost = (typeof FAMILY_COSTS)[number];
export type ResourceCost = (typeof RESOURCE_COSTS)[number];

/** The label of a kind of cost: the same in every block, since totals add up by label. */
export function costLabel(context: OutputContext, kind: CostKind): string {
  return context.t(`sheets.cost.${kind}`);
}

/** Key of a family's block, of a resource's block, and of rows that exist once a mode, parent or routing. */
export const familyKey = (family: string): string => `family:${family}`;
export const resourceKey = (resource: string): string => `resource:${resource}`;
export const costKey = (kind: CostKind): string => `cost:${kind}`;
export const modeKey = (mode: string): string => `mode:${mode}`;
export const usedByKey = (parent: string): string => `usedBy:${parent}`;
export const loadKey = (family: string, mode: string): string => `load:${family}:${mode}`;
export const setupKey = (family: string, mode: string): string => `setup:${family}:${mode}`;

/** Whole units where all are, else one decimal. */
export function quantityNumber(whole: boolean): NumberFormatName {
  return whole ? 'quantity' : 'decimal1';
}
