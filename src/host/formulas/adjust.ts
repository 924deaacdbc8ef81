import type { Area } from '../model/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../model/cell';
import { cellAddress, columnLetters, isOnSheet, quoteSheetName } from './address';
import type { StructuredReference } from './ast';
import { FormulaSyntaxError, tokenize } from './tokens';
import type { Corner, ReferenceText, Token } from './tokens';
import { parseStructured, printStructured } from './structured';

/**
 * Something that happens to a workbook and that formulas have to follow. Indexes are zero-based.
 * - insert, delete: cells of a band of columns (or rows) move down or up (right or left) from `at` on; whole rows are
 *   the band of all columns
 * - move: an area is cut and pasted with its corner at another cell
 * - deleteSheet: `order` holds the names of all sheets before
 * - deleteColumns: `before` and `after` name the table's columns in order
 * - convertTable: `resolve` gives the plain reference to the cells that a structured one means
 */
export type FormulaChange =
  | { kind: 'insert' | 'delete'; sheet: string; axis: 'rows' | 'columns'; at: number; count: number; band?: Band }
  | { kind: 'move'; sheet: string; area: Area; toSheet: string; row: number; column: number }
  | { kind: 'renameSheet'; from: string; to: string }
  | { kind: 'deleteSheet'; sheet: string; order: readonly string[] }
  | { kind: 'renameTable'; from: string; to: string }
  | { kind: 'renameColumn'; table: string; from: string; to: string }
  | { kind: 'deleteTable'; table: string }
  | { kind: 'deleteColumns'; table: string; before: readonly string[]; after: readonly string[] }
  | { kind: 'convertTable'; table: string; resolve: (reference: StructuredReference, place: FormulaPlace) => string }
  | { kind: 'renameName'; from: string; to: string };

/** First and last column (of rows that move) or row (of columns that move). */
export interface Band {
  readonly first: number;
  readonly last: number;
}

/** Where a formula stands. */
export interface FormulaPlace {
  readonly sheet: string;
  /** The table around it, which [@Column] means. */
  readonly table?: string;
  /** Its cell, zero-based, where it stands in one: what [@Column] means. */
  readonly row?: number;
  readonly column?: number;
  /** The sheet it was on before, when it moved to another: references without a sheet meant that one. */
  readonly movedFrom?: string;
}

function same(a: string | undefined, b: string): boolean {
  return a !== undefined && a.toLowerCase() === b.toLowerCase();
}

/**
 * A formula's text after a change to the workbook; what is lost becomes #REF!. All else stays as it was written.
 * @param text en-US text without '='; text that is no formula is given back unchanged
 * @example adjustFormula('SUM(A2:A9)', { kind: 'insert', sheet: 'S', axis: 'rows', at: 4, count: 2 }, { sheet: 'S' }) //=> 'SUM(A2:A11)'
 */
export function adjustFormula(text: string, change: FormulaChange, place: FormulaPlace): string {
  return rewrite(text, (token) => {
    switch (token.kind) {
      case 'reference':
        return adjustReference(token.reference, change, place);
      case 'structured':
        return adjustStructured(token.table, token.brackets, change, place);
      case 'name':
        return adjustName(token.name, token.sheet, change, place);
      case 'error':
        return change.kind === 'renameSheet' && same(token.sheet, change.from)
          ? `${quoteSheetName(change.to)}!${token.code}`
          : undefined;
      default:
        return undefined;
    }
  });
}

/**
 * A formula's text as a copy some rows and columns away has it: relative references move along.
 * @example shiftFormula('A1+$B$1', 1, 0) //=> 'A2+$B$1'
 */
export function shiftFormula(text: string, rows: number, columns: number): string {
  return rewrite(text, (token) => {
    if (token.kind !== 'reference') return undefined;
    const { reference } = token;
    const shift = (corner: Corner): Corner => ({
      ...corner,
      row: corner.absoluteRow ? corner.row : corner.row + rows,
      column: corner.absoluteColumn ? corner.column : corner.column + columns,
    });
    return printReference({ ...reference, first: shift(reference.first), last: shift(reference.last) });
  });
}

/** Puts a new text for each token that `replace` gives one for. */
function rewrite(text: string, replace: (token: Token) => string | undefined): string {
  let tokens: Token[];
  try {
    tokens = tokenize(text);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return text;
    throw error;
  }
  let result = '';
  let position = 0;
  for (const token of tokens) {
    const replacement = replace(token);
    if (replacement === undefined) continue;
    result += text.slice(position, token.start) + replacement;
    position = token.end;
  }
  return result + text.slice(position);
}

/** Text of a reference with its sheet; #REF! when it has left the sheet. */
export function printReference(reference: ReferenceText): string {
  const { sheet, lastSheet, kind, first, last } = reference;
  if (!isOnSheet(first.row, first.column) || !isOnSheet(last.row, last.column)) return '#REF!';
  const prefix = sheet === undefined ? '' : `${printSheets(sheet, lastSheet)}!`;
  const cell = (c: Corner): string => cellAddress(c.row, c.column, c.absoluteRow, c.absoluteColumn);
  const column = (c: Corner): string => `${c.absoluteColumn ? '$' : ''}${columnLetters(c.column)}`;
  const row = (c: Corner): string => `${c.absoluteRow ? '$' : ''}${c.row + 1}`;
  switch (kind) {
    case 'cell':
      return prefix + cell(first);
    case 'area':
      return `${prefix}${cell(first)}:${cell(last)}`;
    case 'columns':
      return `${prefix}${column(first)}:${column(last)}`;
    case 'rows':
      return `${prefix}${row(first)}:${row(last)}`;
  }
}

function printSheets(first: string, last: string | undefined): string {
  if (last === undefined) return quoteSheetName(first);
  const quoted = [first, last].map(quoteSheetName);
  if (!quoted.some((name) => name.startsWith("'"))) return quoted.join(':');
  return `'${[first, last].map((name) => name.replace(/'/g, "''")).join(':')}'`;
}

function adjustReference(reference: ReferenceText, change: FormulaChange, place: FormulaPlace): string | undefined {
  const sheet = reference.sheet ?? place.movedFrom ?? place.sheet;
  switch (change.kind) {
    case 'renameSheet': {
      const renamed = (name: string | undefined): string | undefined => (same(name, change.from) ? change.to : name);
      if (!same(reference.sheet, change.from) && !same(reference.lastSheet, change.from)) return undefined;
      return printReference({
        ...reference,
        sheet: renamed(reference.sheet),
        lastSheet: renamed(reference.lastSheet),
      });
    }
    case 'deleteSheet':
      return withoutSheet(reference, change.sheet, change.order);
    case 'insert':
    case 'delete': {
      // A 3-D reference keeps its cells whatever happens on one of its sheets.
      if (!same(sheet, change.sheet) || reference.lastSheet !== undefined) return undefined;
      const moved = shiftCells(reference, change);
      return moved === reference ? undefined : moved ? printReference(moved) : '#REF!';
    }
    case 'move':
      return moveReference(reference, change, place, sheet);
    default:
      return undefined;
  }
}

function withoutSheet(reference: ReferenceText, deleted: string, order: readonly string[]): string | undefined {
  const { sheet, lastSheet } = reference;
  if (!same(sheet, deleted) && !same(lastSheet, deleted)) return undefined;
  if (lastSheet === undefined || same(sheet, lastSheet)) return '#REF!';
  const position = (name: string | undefined): number => order.findIndex((s) => same(name, s));
  const [from, to] = [position(sheet), position(lastSheet)];
  const step = from < to ? 1 : -1;
  const first = same(sheet, deleted) ? order[from + step] : sheet;
  const last = same(lastSheet, deleted) ? order[to - step] : lastSheet;
  return printReference({ ...reference, sheet: first, lastSheet: first === last ? undefined : last });
}

/** Where the cells of a reference are after an insertion or deletion: itself when they stay, undefined when none is left. */
function shiftCells(
  reference: ReferenceText,
  change: Extract<FormulaChange, { kind: 'insert' | 'delete' }>,
): ReferenceText | undefined {
  const { axis, at, count, band } = change;
  if (reference.kind === (axis === 'rows' ? 'columns' : 'rows')) return reference;
  const along = axis === 'rows' ? 'row' : 'column';
  const across = axis === 'rows' ? 'column' : 'row';
  if (band && (reference.first[across] < band.first || reference.last[across] > band.last)) return reference;
  const span = shiftSpan(reference.first[along], reference.last[along], change.kind, at, count, axis);
  if (!span) return undefined;
  const [first, last] = span;
  if (first === reference.first[along] && last === reference.last[along]) return reference;
  return {
    ...reference,
    first: { ...reference.first, [along]: first },
    last: { ...reference.last, [along]: last },
  };
}

function shiftSpan(
  first: number,
  last: number,
  kind: 'insert' | 'delete',
  at: number,
  count: number,
  axis: 'rows' | 'columns',
): [number, number] | undefined {
  const limit = (axis === 'rows' ? MAX_ROWS : MAX_COLUMNS) - 1;
  if (kind === 'insert') {
    const start = first >= at ? first + count : first;
    const end = last >= at ? Math.min(last + count, limit) : last;
    return start > limit ? undefined : [start, end];
  }
  const after = at + count;
  const start = first < at ? first : first < after ? at : first - count;
  const end = last < at ? last : last < after ? at - 1 : last - count;
  return start > end ? undefined : [start, end];
}

function moveReference(
  reference: ReferenceText,
  change: Extract<FormulaChange, { kind: 'move' }>,
  place: FormulaPlace,
  sheet: string,
): string | undefined {
  const { area } = change;
  const { first, last } = reference;
  const isInside =
    reference.lastSheet === undefined &&
    same(sheet, change.sheet) &&
    first.row >= area.top &&
    last.row <= area.bottom &&
    first.column >= area.left &&
    last.column <= area.right;
  if (!isInside) {
    const changedSheet = place.movedFrom !== undefined && !same(place.movedFrom, place.sheet);
    return reference.sheet === undefined && changedSheet ? printReference({ ...reference, sheet }) : undefined;
  }
  const by = (corner: Corner): Corner => ({
    ...corner,
    row: corner.row + change.row - area.top,
    column: corner.column + change.column - area.left,
  });
  const isOwnSheet = reference.sheet === undefined && same(place.sheet, change.toSheet);
  return printReference({
    ...reference,
    sheet: isOwnSheet ? undefined : change.toSheet,
    first: by(first),
    last: by(last),
  });
}

function adjustStructured(
  table: string | undefined,
  brackets: string,
  change: FormulaChange,
  place: FormulaPlace,
): string | undefined {
  if (change.kind === 'renameTable') return same(table, change.from) ? change.to + brackets : undefined;
  if (!('table' in change) || !same(table ?? place.table, change.table)) return undefined;
  const reference = parseStructured(table, brackets);
  if (!reference) return undefined;
  switch (change.kind) {
    case 'deleteTable':
      return '#REF!';
    case 'convertTable':
      return change.resolve(reference, place);
    case 'deleteColumns':
      return withoutColumns(reference, change);
    case 'renameColumn':
      return withRenamed(reference, change);
  }
}

/** The columns that are left of a reference; `Table[#REF!]` when none is; undefined when it lost none. */
function withoutColumns(
  reference: StructuredReference,
  { table, before, after }: Extract<FormulaChange, { kind: 'deleteColumns' }>,
): string | undefined {
  const { firstColumn, lastColumn } = reference;
  if (firstColumn === undefined) return undefined;
  const first = before.findIndex((name) => same(name, firstColumn));
  const last = before.findIndex((name) => same(name, lastColumn ?? firstColumn));
  if (first < 0 || last < 0) return undefined;
  const meant = before.slice(Math.min(first, last), Math.max(first, last) + 1);
  const left = meant.filter((name) => after.includes(name));
  if (left.length === meant.length) return undefined;
  const [only] = left;
  if (only === undefined) return `${table}[#REF!]`;
  return printStructured({ ...reference, firstColumn: only, lastColumn: left[left.length - 1] });
}

function withRenamed(
  reference: StructuredReference,
  change: Extract<FormulaChange, { kind: 'renameColumn' }>,
): string | undefined {
  const renamed = (name: string | undefined): string | undefined => (same(name, change.from) ? change.to : name);
  const { firstColumn, lastColumn } = reference;
  if (!same(firstColumn, change.from) && !same(lastColumn, change.from)) return undefined;
  return printStructured({ ...reference, firstColumn: renamed(firstColumn), lastColumn: renamed(lastColumn) });
}

function wholeTable(table: string): StructuredReference {
  return { table, rows: ['data'], firstColumn: undefined, lastColumn: undefined };
}

function adjustName(
  name: string,
  sheet: string | undefined,
  change: FormulaChange,
  place: FormulaPlace,
): string | undefined {
  const prefix = (owner: string | undefined): string => (owner === undefined ? '' : `${quoteSheetName(owner)}!`);
  if (change.kind === 'renameSheet' && same(sheet, change.from)) return prefix(change.to) + name;
  if (change.kind === 'deleteSheet' && same(sheet, change.sheet)) return '#REF!';
  if (change.kind === 'renameName' && same(name, change.from)) return prefix(sheet) + change.to;
  if (sheet === undefined && 'table' in change && same(name, change.table)) {
    if (change.kind === 'deleteTable') return '#REF!';
    if (change.kind === 'convertTable') return change.resolve(wholeTable(name), place);
  }
  // A table's name alone means its data.
  if (change.kind === 'renameTable' && sheet === undefined && same(name, change.from)) return change.to;
  return undefined;
}
