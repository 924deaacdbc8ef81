import type { Cell, CellValue } from '../../model/cell';
import type { RowFormat } from '../../model/workbook';

const number = new Float64Array(1);
const halves = new Uint32Array(number.buffer);

/**
 * A number that stands for the contents of a row: cells (values, formulas, styles, extents) and its format. Rows with different
 * numbers differ; rows with the same number are the same but for one chance in 2⁵³. Does not depend on the order of cells.
 */
export function hashRow(cells: Iterable<readonly [number, Cell]>, format: RowFormat | undefined): number {
  let high = 0;
  let low = 0;
  for (const [column, cell] of cells) {
    if (cell.value === null && cell.formula === undefined && cell.style === 0 && !cell.quotePrefix) continue;
    const first = hashCell(column, cell, 0x811c9dc5);
    high = (high + first) >>> 0;
    low = (low + hashCell(column, cell, first ^ 0x5bd1e995)) >>> 0;
  }
  if (format) high = hashFormat(format, high);
  return high * 0x200000 + (low & 0x1fffff);
}

function hashCell(column: number, cell: Cell, seed: number): number {
  let hash = mix(mix(seed, column), cell.style);
  hash = hashValue(cell.value, hash);
  if (cell.formula !== undefined) hash = hashText(cell.formula, mix(hash, 7));
  if (cell.richText !== undefined) hash = hashText(cell.richText, mix(hash, 11));
  if (cell.spill) hash = mix(mix(mix(hash, 13), cell.spill.rows), cell.spill.columns);
  if (cell.arrayRange) hash = mix(mix(mix(hash, 17), cell.arrayRange.rows), cell.arrayRange.columns);
  if (cell.quotePrefix) hash = mix(hash, 19);
  return finish(hash);
}

function hashValue(value: CellValue, hash: number): number {
  switch (typeof value) {
    case 'number':
      number[0] = value;
      return mix(mix(mix(hash, 1), halves[0] ?? 0), halves[1] ?? 0);
    case 'string':
      return hashText(value, mix(hash, 2));
    case 'boolean':
      return mix(hash, value ? 3 : 4);
    default:
      return value === null ? mix(hash, 5) : hashText(value.code, mix(hash, 6));
  }
}

function hashFormat(format: RowFormat, seed: number): number {
  const { height, hidden, outlineLevel, collapsed, style } = format;
  const isPlain = height === undefined && !hidden && !outlineLevel && !collapsed && !style;
  if (isPlain) return seed;
  const flags = (hidden ? 1 : 0) + (collapsed ? 2 : 0);
  const hash = mix(mix(mix(seed, flags), outlineLevel ?? 0), style ?? 0);
  return finish(height === undefined ? mix(hash, 23) : hashValue(height, hash));
}

function hashText(text: string, seed: number): number {
  let hash = mix(seed, text.length);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return finish(hash);
}

function mix(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, 0x85ebca6b);
  return product ^ (product >>> 15);
}

/** The end of MurmurHash3 (A. Appleby): spreads every bit over all. */
function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
