import { CellError } from '../../model/cell';
import type { Context } from '../context';
import type { FunctionDefinition } from '../define';
import { define } from '../define';
import type { Scalar, Value } from '../values';
import { ERRORS, Matrix } from '../values';
import { collectTexts } from './text';

interface Found {
  readonly start: number;
  readonly end: number;
}

/** All places of any of the delimiters, from the left, none overlapping. */
function findDelimiters(text: string, delimiters: readonly string[], ignoresCase: boolean): Found[] {
  const fold = (s: string): string => (ignoresCase ? s.toLowerCase() : s);
  const within = fold(text);
  const wanted = delimiters.filter((d) => d !== '').map(fold);
  const found: Found[] = [];
  for (let at = 0; at < within.length;) {
    const delimiter = wanted.find((d) => within.startsWith(d, at));
    if (delimiter === undefined) at++;
    else {
      found.push({ start: at, end: at + delimiter.length });
      at += delimiter.length;
    }
  }
  return found;
}

/** TEXTBEFORE and TEXTAFTER. @param instance from the left, or from the right when negative */
function textBeside(
  side: 'before' | 'after',
  text: string,
  delimiters: readonly string[],
  instance: number,
  ignoresCase: boolean,
  matchesEnd: boolean,
  notFound: Value | undefined,
): Value {
  const count = Math.trunc(instance);
  if (count === 0) return ERRORS.value;
  if (delimiters.includes('')) {
    // An empty delimiter matches at once.
    const isAtStart = count > 0;
    if (side === 'before') return isAtStart ? '' : text;
    return isAtStart ? text : '';
  }
  const found = findDelimiters(text, delimiters, ignoresCase);
  const edge: Found = count > 0 ? { start: text.length, end: text.length } : { start: 0, end: 0 };
  const all = !matchesEnd ? found : count > 0 ? [...found, edge] : [edge, ...found];
  const chosen = all[count > 0 ? count - 1 : all.length + count];
  if (!chosen) return notFound ?? ERRORS.na;
  return side === 'before' ? text.slice(0, chosen.start) : text.slice(chosen.end);
}

function defineBeside(name: string, side: 'before' | 'after'): FunctionDefinition {
  return define(
    name,
    ['text', 'any', 'number??', 'number?', 'number?', 'any?'],
    ([text, delimiter, instance = 1, matchMode = 0, matchEnd = 0, notFound], context) => {
      const delimiters = collectTexts([delimiter], true, context);
      if (delimiters instanceof CellError) return delimiters;
      return textBeside(side, text, delimiters, instance, matchMode === 1, matchEnd === 1, notFound);
    },
  );
}

function splitAt(text: string, delimiters: readonly string[], ignoresCase: boolean, skipsEmpty: boolean): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of findDelimiters(text, delimiters, ignoresCase)) {
    parts.push(text.slice(from, start));
    from = end;
  }
  parts.push(text.slice(from));
  return skipsEmpty ? parts.filter((p) => p !== '') : parts;
}

function readDelimiters(value: Value | undefined, context: Context): string[] | CellError {
  if (value === undefined || value === null) return [];
  const delimiters = collectTexts([value], true, context);
  return delimiters instanceof CellError ? delimiters : delimiters.includes('') ? ERRORS.value : delimiters;
}

function split(
  text: string,
  columns: readonly string[],
  rows: readonly string[],
  skipsEmpty: boolean,
  ignoresCase: boolean,
  padding: Scalar,
): Value {
  if (columns.length === 0 && rows.length === 0) return ERRORS.value;
  const lines = rows.length > 0 ? splitAt(text, rows, ignoresCase, skipsEmpty) : [text];
  const cells = lines.map((line) => (columns.length > 0 ? splitAt(line, columns, ignoresCase, skipsEmpty) : [line]));
  const width = cells.reduce((widest, line) => Math.max(widest, line.length), 0);
  if (width === 0) return ERRORS.calc;
  return Matrix.build(cells.length, width, (r, c) => cells[r]?.[c] ?? padding);
}

export const TEXT_PART_FUNCTIONS: readonly FunctionDefinition[] = [
  defineBeside('TEXTBEFORE', 'before'),
  defineBeside('TEXTAFTER', 'after'),
  define(
    'TEXTSPLIT',
    ['text', 'any??', 'any??', 'logical?', 'number?', 'value??'],
    ([text, columns, rows, skipsEmpty = false, matchMode = 0, padding = ERRORS.na], context) => {
      const atColumns = readDelimiters(columns, context);
      if (atColumns instanceof CellError) return atColumns;
      const atRows = readDelimiters(rows, context);
      if (atRows instanceof CellError) return atRows;
      return split(text, atColumns, atRows, skipsEmpty, matchMode === 1, padding);
    },
  ),
];
