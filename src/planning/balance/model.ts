import type { BalanceData } from './data';
import type { ProgrammeBuilder } from './programme';

/** Column indices of one item's variables, one entry a bucket; −1 where a variable does not exist. */
export interface ItemColumns {
  /** X: units started, by way. */
  readonly started: readonly Int32Array[];
  /** Z: 1 where the way is used, by way. */
  readonly setup: readonly Int32Array[];
  /** N: whole lots, by way. */
  readonly lots: readonly Int32Array[];
  /** Y: shipped, by demand class. */
  readonly shipped: readonly Int32Array[];
  /** B: backlog at the end of the bucket, by demand class. */
  readonly backlog: readonly Int32Array[];
  /** L: lost, by demand class. */
  readonly lost: readonly Int32Array[];
  /** I: stock at the end of the bucket. */
  readonly stock: Int32Array;
  /** V: stock missing to safety stock. */
  readonly shortfall: Int32Array;
  /** E: stock above its maximum (elastic). */
  readonly excess: Int32Array;
  /** Stock that will outlive its shelf life (elastic). */
  readonly expiring: Int32Array;
  /** Stock missing to the closing stock wanted (elastic). */
  readonly closingShortfall: number;
}

/** Column indices of one resource's variables, one entry a bucket. */
export interface ResourceColumns {
  /** Regular capacity used. */
  readonly used: Int32Array;
  /** O: overtime. */
  readonly overtime: Int32Array;
  /** W, H, F: heads, hired and laid off. */
  readonly heads: Int32Array;
  readonly hired: Int32Array;
  readonly laidOff: Int32Array;
  /** U: idle paid hours that the settings forbid (elastic). */
  readonly idle: Int32Array;
}

/** Row indices by which prices are read, one entry a bucket. */
export interface ModelRows {
  /** By item. */
  readonly stock: readonly Int32Array[];
  /** By item and demand class. */
  readonly demand: readonly (readonly Int32Array[])[];
  /** By resource: load = used + overtime. */
  readonly load: readonly Int32Array[];
  /** By resource: used ≤ hours × heads; −1 where capacity is a number. */
  readonly workforce: readonly Int32Array[];
  /** Value shipped ≤ what can be sold, by period of `data.salesCapacity`. */
  readonly sales: Int32Array;
}

/** The balancing model: its data, its variables and rows, and the programme they make. */
export interface BalanceModel {
  readonly data: BalanceData;
  readonly builder: ProgrammeBuilder;
  readonly items: readonly ItemColumns[];
  readonly resources: readonly ResourceColumns[];
  readonly rows: ModelRows;
  /** Rise and fall of each resource's load from bucket to bucket: what levelling makes least. */
  readonly level: readonly LevelTerm[];
  readonly lotLinks: readonly LotLink[];
  /** Columns that stay closed (at zero) unless the data contradict each other. */
  readonly elastics: readonly number[];
}

/** The row X ≤ M × Z of one way and bucket. */
export interface LotLink {
  readonly item: number;
  readonly way: number;
  readonly bucket: number;
  readonly row: number;
}

/** A column with its weight in a sum. */
export interface LevelTerm {
  readonly column: number;
  readonly weight: number;
}

/** Power of two near the size of an item's flows when these are far from the tens to hundred thousands the solver likes best, else 1. */
export function scaleOf(size: number): number {
  if (!(size > 0) || (size >= 0.1 && size <= 1e5)) return 1;
  return 2 ** Math.round(Math.log2(size / 128));
}
