import { findFunction } from '../formulas/functions/library';
import { cellAddress, columnIndex, columnLetters } from '../model/address';
import { MAX_COLUMNS, MAX_ROWS } from '../model/cell';
import type { Table, Workbook } from '../model/workbook';
import { DOTTED_FUNCTIONS, FUTURE_FUNCTIONS } from './futureFunctions';

/**
 * A formula as the file writes it, as Excel shows it: without the prefixes of functions newer than the format, `A1#` for
 * ANCHORARRAY, `@` for SINGLE, and `[@Column]` within its own table.
 *
 * @param table the table the formula's cell is in, if any.
 */
export function formulaFromFile(text: string, table: Table | undefined): string {
  let formula = text.includes('_xl') ? dropPrefixes(text) : text;
  if (table && formula.includes('[#This Row]')) formula = shortenThisRow(formula, table);
  return formula;
}

/**
 * A formula as the file is to hold it; the reverse of formulaFromFile.
 *
 * @param workbook whose defined names may be functions too (LAMBDA) and have dots as add-ins' functions have.
 */
export function formulaToFile(formula: string, table: Table | undefined, workbook?: Workbook): string {
  let text = formula;
  if (text.includes('[@')) text = lengthenThisRow(text, table);
  if (/[A-Za-z]\s*\(|#|@/.test(text)) text = addPrefixes(text, workbook);
  return text;
}

/** Splits a formula so that text in quotes is left alone: pieces at even places are code, at odd ones quoted. */
function mapCode(formula: string, change: (code: string) => string): string {
  if (!formula.includes('"') && !formula.includes("'")) return change(formula);
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((piece, i) => (i % 2 === 0 ? change(piece) : piece))
    .join('');
}

function dropPrefixes(text: string): string {
  const anchored = unwrapCalls(text, '_xlfn.ANCHORARRAY', (inner) => `${inner}#`);
  const single = unwrapCalls(anchored, '_xlfn.SINGLE', (inner) => `@${inner}`);
  return mapCode(single, (code) =>
    code
      .replace(/_xlop\.([\w.\u00c0-\uffff]+)/g, '[$1]')
      .replace(/_xlfn\.(_xlws\.)?|_xlws\.|_xlpm\.|_xleta\.|_xludf\./g, '')
      // Custom functions of add-ins: CADENZA.FORECAST is _xldudf_CADENZA_FORECAST in files (office-js issue 5611).
      .replace(/_xldudf_([A-Za-z0-9]+)_?/g, (whole, namespace: string) =>
        whole.endsWith('_') ? `${namespace}.` : namespace,
      ),
  );
}

/** Replaces `NAME(inner)` by something made of inner, wherever it stands outside of quotes; innermost calls first. */
function unwrapCalls(text: string, name: string, make: (inner: string) => string): string {
  let result = text;
  for (let at = result.lastIndexOf(`${name}(`); at >= 0; at = at === 0 ? -1 : result.lastIndexOf(`${name}(`, at - 1)) {
    const open = at + name.length;
    const close = closingParenthesis(result, open);
    if (close < 0 || isQuoted(result, at)) continue;
    result = result.slice(0, at) + make(result.slice(open + 1, close)) + result.slice(close + 1);
  }
  return result;
}

function isQuoted(text: string, at: number): boolean {
  let inside = false;
  for (let i = 0; i < at; i++) if (text[i] === '"') inside = !inside;
  return inside;
}

function closingParenthesis(text: string, open: number): number {
  let depth = 0;
  let quote = '';
  for (let i = open; i < text.length; i++) {
    const c = text[i] ?? '';
    if (quote) {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '(') depth++;
    else if (c === ')' && --depth === 0) return i;
  }
  return -1;
}

/** A single reference, as it may stand before '#' or after '@'. */
const REFERENCE = String.raw`(?:(?:'(?:[^']|'')*'|[A-Za-z0-9_.\u00c0-\uffff]+)!)?\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?`;
const SPILL = new RegExp(String.raw`("(?:[^"]|"")*")|(${REFERENCE})#`, 'g');
const INTERSECTION = new RegExp(
  String.raw`("(?:[^"]|"")*")|(?<![\w\])[@])@((?:${REFERENCE})|[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*(?:\[[^\[\]]*\])?(?!\())`,
  'g',
);

function addPrefixes(formula: string, workbook: Workbook | undefined): string {
  let text = formula;
  if (text.includes('#'))
    text = text.replace(SPILL, (whole, quoted: string | undefined, ref: string) =>
      quoted === undefined ? `_xlfn.ANCHORARRAY(${ref})` : whole,
    );
  if (text.includes('@'))
    text = text.replace(INTERSECTION, (whole, quoted: string | undefined, ref: string) =>
      quoted === undefined ? `_xlfn.SINGLE(${ref})` : whole,
    );
  const named = mapCode(text, (code) =>
    code.replace(/(?<![\w.\u00c0-\uffff])([A-Za-z][A-Za-z0-9.]*)(?=\()/g, (name: string) => {
      const upper = name.toUpperCase();
      const prefix = FUTURE_FUNCTIONS.get(upper);
      if (prefix !== undefined) return prefix + upper;
      const isCustom = name.includes('.') && !DOTTED_FUNCTIONS.has(upper) && !isNamed(upper, workbook);
      return isCustom ? `_xldudf_${upper.replaceAll('.', '_')}` : name;
    }),
  );
  const bound = /_xlfn\.(LET|LAMBDA)\(/.test(named) ? prefixParameters(named) : named;
  return TAKING_FUNCTIONS.test(bound) ? prefixFunctionNames(bound) : bound;
}

function isNamed(upper: string, workbook: Workbook | undefined): boolean {
  return workbook?.names.some(({ name }) => name.toUpperCase() === upper) ?? false;
}

/** Names that LET and LAMBDA declare bear _xlpm. in files, where declared and where used. */
function prefixParameters(text: string): string {
  const names = new Set<string>();
  for (const found of text.matchAll(/_xlfn\.(LET|LAMBDA)\(/g)) {
    const open = found.index + found[0].length - 1;
    const close = closingParenthesis(text, open);
    const parts = splitArguments(text.slice(open + 1, close < 0 ? undefined : close));
    const declared = parts.slice(0, -1).filter((_, i) => found[1] === 'LAMBDA' || i % 2 === 0);
    for (const name of declared)
      names.add(
        name
          .trim()
          .replace(/^\[|\]$/g, '')
          .toLowerCase(),
      );
  }
  return mapCode(text, (code) =>
    code
      // An optional parameter bears another prefix where it is declared, and loses its brackets.
      .replace(/(?<=[(,]\s*)\[([A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*)\](?=\s*,)/g, (whole: string, name: string) =>
        names.has(name.toLowerCase()) ? `_xlop.${name}` : whole,
      )
      .replace(
        /(?<![\w.!$\u00c0-\uffff])([A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*)(?![\w!.\u00c0-\uffff])/g,
        (name: string) => (names.has(name.toLowerCase()) ? `_xlpm.${name}` : name),
      ),
  );
}

/** Functions that take a function, which may be one of Excel's own by its name: BYROW(A1:C9,SUM). */
const TAKING_FUNCTIONS = /\b(?:BYCOL|BYROW|MAP|REDUCE|SCAN|MAKEARRAY|GROUPBY|PIVOTBY)\(/i;

/** Built-in functions passed by name bear _xleta. in files. */
function prefixFunctionNames(text: string): string {
  return mapCode(text, (code) =>
    code.replace(/(?<=,\s*)[A-Za-z][A-Za-z0-9.]*(?=\s*[,)])/g, (name: string) =>
      findFunction(name.toUpperCase()) ? `_xleta.${name.toUpperCase()}` : name,
    ),
  );
}

function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (quote) {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '(' || c === '{' || c === '[') depth++;
    else if (c === ')' || c === '}' || c === ']') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** `Table1[[#This Row],[Hours]]` in Table1 reads `[@Hours]`; with signs in the name `[@[Cost €/h]]`. */
function shortenThisRow(formula: string, table: Table): string {
  const name = table.name.replace(/[.\\?]/g, '\\$&');
  const pattern = new RegExp(
    String.raw`(?<![\w.\u00c0-\uffff])${name}\[\[#This Row\],((?:\[(?:[^\[\]']|'.)*\](?::(?=\[))?)+)\]`,
    'gi',
  );
  return mapCode2(formula, (code) =>
    code.replace(pattern, (_, columns: string) => {
      const single = /^\[([\p{L}\p{N}_]+)\]$/u.exec(columns);
      return single ? `[@${single[1]}]` : `[@${columns}]`;
    }),
  );
}

/** `[@Hours]`, `[@[Cost €/h]]` and `Table1[@Hours]` in the file's words. */
function lengthenThisRow(formula: string, table: Table | undefined): string {
  return mapCode2(formula, (code) =>
    code.replace(
      /([\p{L}_\\][\p{L}\p{N}_.\\]*)?\[@(?:\]|((?:\[(?:[^[\]']|'.)*\](?::(?=\[))?)+)\]|((?:[^[\]']|'.)+)\])/gu,
      (whole: string, owner: string | undefined, columns: string | undefined, plain: string | undefined) => {
        const name = owner ?? table?.name;
        if (!name) return whole;
        if (columns === undefined && plain === undefined) return `${name}[#This Row]`;
        return `${name}[[#This Row],${columns ?? `[${plain ?? ''}]`}]`;
      },
    ),
  );
}

/** As mapCode, but only double quotes count: an apostrophe within brackets escapes. */
function mapCode2(formula: string, change: (code: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((piece, i) => (i % 2 === 0 ? change(piece) : piece))
    .join('');
}

/** A formula cut at its relative references, so that copies of it at other places are made fast (shared formulas). */
export interface FormulaTemplate {
  readonly pieces: readonly (string | RelativeReference)[];
}

interface RelativeReference {
  readonly column?: { readonly index: number; readonly absolute: boolean };
  readonly row?: { readonly index: number; readonly absolute: boolean };
}

const SHIFTED =
  /("(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[(?:[^[\]]|\[[^[\]]*\])*\])|(?<![\w.\\\u00c0-\uffff])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w(.!\[\u00c0-\uffff])|(?<![\w.:\\\u00c0-\uffff$])(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w(.!\[\u00c0-\uffff])|(?<![\w.:\\\u00c0-\uffff$])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w(.!\[\u00c0-\uffff])/g;

/** Cuts a formula at its A1 references (text, quoted sheet names and brackets are left alone). */
export function formulaTemplate(formula: string): FormulaTemplate {
  const pieces: (string | RelativeReference)[] = [];
  let from = 0;
  for (const found of formula.matchAll(SHIFTED)) {
    if (found[1] !== undefined) continue;
    pieces.push(formula.slice(from, found.index));
    if (found[3] !== undefined)
      pieces.push({ column: columnPart(found[2], found[3]), row: rowPart(found[4], found[5]) });
    else if (found[7] !== undefined)
      pieces.push({ column: columnPart(found[6], found[7]) }, ':', { column: columnPart(found[8], found[9]) });
    else pieces.push({ row: rowPart(found[10], found[11]) }, ':', { row: rowPart(found[12], found[13]) });
    from = found.index + found[0].length;
  }
  pieces.push(formula.slice(from));
  return { pieces };
}

/** The formula moved by some rows and columns; relative references that leave the sheet wrap to #REF!. */
export function moveFormula(template: FormulaTemplate, rows: number, columns: number): string {
  let text = '';
  for (const piece of template.pieces) text += typeof piece === 'string' ? piece : moveReference(piece, rows, columns);
  return text;
}

function moveReference({ row, column }: RelativeReference, rows: number, columns: number): string {
  const r = row && (row.absolute ? row.index : row.index + rows);
  const c = column && (column.absolute ? column.index : column.index + columns);
  if ((r !== undefined && (r < 0 || r >= MAX_ROWS)) || (c !== undefined && (c < 0 || c >= MAX_COLUMNS))) return '#REF!';
  if (r !== undefined && c !== undefined && !row?.absolute && !column?.absolute) return cellAddress(r, c);
  return (
    (c === undefined ? '' : (column?.absolute ? '$' : '') + columnLetters(c)) +
    (r === undefined ? '' : `${row?.absolute ? '$' : ''}${r + 1}`)
  );
}

function columnPart(dollar: string | undefined, letters: string | undefined): { index: number; absolute: boolean } {
  return { index: columnIndex(letters ?? 'A'), absolute: dollar === '$' };
}

function rowPart(dollar: string | undefined, digits: string | undefined): { index: number; absolute: boolean } {
  return { index: Number(digits) - 1, absolute: dollar === '$' };
}
