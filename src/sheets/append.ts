import type { Rect, SheetSpec, SpecCell } from './spec';

/** Contents as they are written: formulas with '=', text that could be taken for something else with a leading apostrophe. */
type Held = readonly (readonly (string | number | boolean)[])[];

/**
 * Lets a sheet that grows (the log) keep the rows it already holds: the spec's one new row goes below them, unless it says the same
 * as the last one (its first column, the time, aside), so that running again without change adds nothing.
 *
 * @param held What stands in the area we own now; undefined when the sheet is new.
 */
export function appendToTable(spec: SheetSpec, held: Held | undefined): SheetSpec {
  const table = spec.tables.find((t) => t.name === spec.append?.table);
  if (!table || !held) return spec;
  const first = table.range.row + 1;
  const columns = table.range.columns;
  const kept = held.slice(first).map((row) => row.slice(table.range.column, table.range.column + columns));
  while (kept.length > 0 && kept.at(-1)?.every((content) => content === '')) kept.pop();
  const fresh = spec.rows[first];
  const last = kept.at(-1);
  if (!fresh || !last) return spec;
  const repeated = sameBut(1, last, fresh.slice(table.range.column, table.range.column + columns));
  const keptRows = kept.map((row) => [...new Array<undefined>(table.range.column), ...row.map(cellOf)]);
  const added = repeated ? kept.length - 1 : kept.length;
  const grow = (range: Rect): Rect =>
    range.row <= first && range.row + range.rows > first ? { ...range, rows: range.rows + added } : range;
  const grown = <T extends { readonly range: Rect }>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, range: grow(item.range) }));
  return {
    ...spec,
    rows: [...spec.rows.slice(0, first), ...keptRows, ...(repeated ? [] : [fresh]), ...spec.rows.slice(first + 1)],
    ...(spec.rowHeights && { rowHeights: repeatHeight(spec.rowHeights, first, added) }),
    formats: grown(spec.formats),
    tables: grown(spec.tables),
    names: grown(spec.names),
    conditionalFormats: grown(spec.conditionalFormats),
    validations: grown(spec.validations),
  };
}

/** Every row of the table is as high as its new one. */
function repeatHeight(
  heights: Readonly<Record<number, number>>,
  first: number,
  added: number,
): Readonly<Record<number, number>> {
  const height = heights[first];
  if (height === undefined) return heights;
  return { ...heights, ...Object.fromEntries(Array.from({ length: added }, (_, i) => [first + 1 + i, height])) };
}

function cellOf(content: string | number | boolean): SpecCell {
  if (typeof content !== 'string') return { value: content };
  return content.startsWith('=') ? { formula: content } : { value: plain(content) };
}

function sameBut(skipped: number, last: readonly unknown[], fresh: readonly (SpecCell | undefined)[]): boolean {
  return fresh.every((cell, index) => {
    if (index < skipped) return true;
    const content = cell === undefined ? '' : 'formula' in cell ? cell.formula : cell.value;
    const held = last[index];
    return content === (typeof held === 'string' ? plain(held) : held);
  });
}

const plain = (text: string): string => (text.startsWith("'") ? text.slice(1) : text);
