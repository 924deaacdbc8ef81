import type { Area } from '../model/cell';

/** Something that occupies a rectangle. */
export interface Located {
  readonly area: Area;
}

/** Room for 2^14 columns' blocks beside the rows' blocks in one number. */
const COLUMN_ROOM = 32_768;

/**
 * Finds the rectangles that hold a cell. Each rectangle is filed under blocks of about its own size (the smallest
 * power of two that is no smaller), of which it touches at most two by two; a look-up asks one block per size in use.
 */
export class RangeIndex<T extends Located> {
  /** By size class of rows and columns: items by block. */
  private readonly levels = new Map<number, Map<number, T[]>>();

  add(item: T): void {
    this.eachBlock(item.area, (level, block) => {
      let blocks = this.levels.get(level);
      if (!blocks) this.levels.set(level, (blocks = new Map()));
      const items = blocks.get(block);
      if (items) items.push(item);
      else blocks.set(block, [item]);
    });
  }

  remove(item: T): void {
    this.eachBlock(item.area, (level, block) => {
      const blocks = this.levels.get(level);
      const items = blocks?.get(block);
      if (!blocks || !items) return;
      const at = items.indexOf(item);
      if (at >= 0) items.splice(at, 1);
      if (items.length === 0) blocks.delete(block);
      if (blocks.size === 0) this.levels.delete(level);
    });
  }

  /** Visits every item whose rectangle holds the cell, once. */
  visitAt(row: number, column: number, visit: (item: T) => void): void {
    for (const [level, blocks] of this.levels) {
      const items = blocks.get(blockAt(row, column, level));
      if (!items) continue;
      for (const item of items) {
        const { top, left, bottom, right } = item.area;
        if (row >= top && row <= bottom && column >= left && column <= right) visit(item);
      }
    }
  }

  /** Every item whose rectangle meets the area, once. */
  overlapping(area: Area): Set<T> {
    const found = new Set<T>();
    for (const [level, blocks] of this.levels) {
      for (const block of blocksOf(area, level, blocks)) {
        for (const item of blocks.get(block) ?? []) if (overlaps(item.area, area)) found.add(item);
      }
    }
    return found;
  }

  private eachBlock(area: Area, visit: (level: number, block: number) => void): void {
    const rowSize = sizeClass(area.bottom - area.top + 1);
    const columnSize = sizeClass(area.right - area.left + 1);
    const level = rowSize * 32 + columnSize;
    for (let r = area.top >> rowSize; r <= area.bottom >> rowSize; r++)
      for (let c = area.left >> columnSize; c <= area.right >> columnSize; c++) visit(level, r * COLUMN_ROOM + c);
  }
}

function sizeClass(length: number): number {
  return length <= 1 ? 0 : 32 - Math.clz32(length - 1);
}

function blockAt(row: number, column: number, level: number): number {
  return (row >> (level >> 5)) * COLUMN_ROOM + (column >> (level & 31));
}

/** Blocks of one level that an area touches: counted out, or the ones in use when those are fewer. */
function* blocksOf(area: Area, level: number, blocks: ReadonlyMap<number, unknown>): Iterable<number> {
  const rowSize = level >> 5;
  const columnSize = level & 31;
  const [top, bottom] = [area.top >> rowSize, area.bottom >> rowSize];
  const [left, right] = [area.left >> columnSize, area.right >> columnSize];
  if ((bottom - top + 1) * (right - left + 1) > blocks.size) {
    yield* blocks.keys();
    return;
  }
  for (let r = top; r <= bottom; r++) for (let c = left; c <= right; c++) yield r * COLUMN_ROOM + c;
}

/** Whether two rectangles have a cell in common. */
export function overlaps(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
