import type { BalancePlan } from '../../resultBalance';

/** Where a unit comes from. */
export interface PegSupply {
  readonly kind: 'stock' | 'receipt' | 'arrival';
  /** Bucket in which it arrives; 0 for opening stock. */
  readonly bucket: number;
}

/** A quantity of supply, and the demand that it serves. */
export interface Peg {
  readonly family: string;
  readonly supply: PegSupply;
  /** 'demand' of the bucket it was asked in, 'component' for what others take in the bucket, 'stock' for what is left at the end. */
  readonly demand: { readonly kind: 'demand' | 'component' | 'stock'; readonly bucket: number };
  /** Bucket in which it goes out; the last one for what is left. */
  readonly shipped: number;
  readonly quantity: number;
}

/** Quantities below this are rounding. */
const LEAST = 1e-9;

interface Lot {
  readonly supply: PegSupply;
  left: number;
}

/**
 * Pegs supply to demand: what comes first goes out first, and what goes out serves the oldest demand first. Rows add up to the supply, columns
 * to shipments, usage and closing stock.
 *
 * @returns Pegs in the order of family, supply and demand.
 * @see mathematics J.5
 */
export function pegSupply(balance: BalancePlan): Peg[] {
  const pegs: Peg[] = [];
  let lots: Lot[] = [];
  let open: { readonly bucket: number; left: number }[] = [];
  let family: string | undefined;
  const take = (quantity: number, shipped: number, demand: Peg['demand']): void => {
    let wanted = quantity;
    while (wanted > LEAST) {
      const lot = lots[0];
      if (!lot) return;
      const taken = Math.min(wanted, lot.left);
      if (taken > LEAST) pegs.push({ family: family ?? '', supply: lot.supply, demand, shipped, quantity: taken });
      lot.left -= taken;
      wanted -= taken;
      if (lot.left <= LEAST) lots.shift();
    }
  };
  balance.items.forEach((row, at) => {
    if (row.family !== family) {
      family = row.family;
      lots = [{ supply: { kind: 'stock', bucket: 0 }, left: row.opening }];
      open = [{ bucket: 0, left: row.openingBacklog ?? 0 }];
    }
    const { bucket } = row;
    lots.push(
      { supply: { kind: 'receipt', bucket }, left: row.receipts },
      { supply: { kind: 'arrival', bucket }, left: row.arrived },
    );
    lots = lots.filter((lot) => lot.left > LEAST);
    open.push({ bucket, left: row.demand });
    take(row.used, bucket, { kind: 'component', bucket });
    let shipped = row.shipped;
    for (const due of open) {
      const served = Math.min(shipped, due.left);
      if (served > LEAST) take(served, bucket, { kind: 'demand', bucket: due.bucket });
      due.left -= served;
      shipped -= served;
    }
    dropLost(open, row.lost);
    open = open.filter((due) => due.left > LEAST);
    if (balance.items[at + 1]?.family !== family) take(Math.max(0, row.stock), bucket, { kind: 'stock', bucket });
  });
  return pegs;
}

/** What is lost is the youngest of what is open: the older has waited in the hope of being served. */
function dropLost(open: { left: number }[], lost: number): void {
  let left = lost;
  for (const due of [...open].reverse()) {
    const dropped = Math.min(left, due.left);
    due.left -= dropped;
    left -= dropped;
  }
}
