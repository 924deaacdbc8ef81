import type { Cell, CellValue, ErrorCode } from '../../model/cell';
import { CellError, MAX_COLUMNS, MAX_ROWS } from '../../model/cell';
import type { Table, Worksheet } from '../../model/workbook';
import { parseArea } from '../../model/address';
import { tableAt } from '../../model/table';
import { FileError } from '../fileError';
import type { FormulaTemplate } from '../formulaText';
import { formulaFromFile, formulaTemplate, moveFormula } from '../formulaText';
import type { SharedText } from '../strings';
import { readText } from '../strings';
import { child, parseXml } from '../xml/element';
import { decodeControls, unescapeXml } from '../xml/text';
import { hashRow } from './rowHash';

/** What reading cells needs of the rest of the file. */
export interface CellContext {
  readonly strings: readonly SharedText[];
  /** Model style by cell format. */
  readonly styleOfXf: readonly number[];
  readonly quotedXfs: ReadonlySet<number>;
  /** Numbers of cell metadata that say "dynamic array" (attribute cm). */
  readonly dynamicArrays: ReadonlySet<number>;
  readonly dateSystem: 1900 | 1904;
}

/** Where a row stands in the sheet's text, and what it held when it was read. */
export interface SourceRow {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
  /** Refers to, or is referred to by, other rows' formulas: cannot be kept when another row is rewritten. */
  readonly shared: boolean;
}

const ROW = /<row\b([^>]*?)(\/?)>/g;
const CELL = /<c\b([^>]*?)(\/?)>/y;
const ATTRIBUTE = /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly template: FormulaTemplate;
}

/**
 * Reads the cells between <sheetData> and </sheetData> into a sheet.
 *
 * @param text the sheet's part; `from` and `to` where its rows begin and end. No prefixes, comments or CDATA in it (see normalizePart).
 * @returns the rows by number, for a writer that keeps what did not change.
 */
export function readCells(
  sheet: Worksheet,
  text: string,
  from: number,
  to: number,
  context: CellContext,
): Map<number, SourceRow> {
  const reader = new CellReader(sheet, text, context);
  const rows = new Map<number, SourceRow>();
  let next = 0;
  ROW.lastIndex = from;
  for (let found = ROW.exec(text); found && found.index < to; found = ROW.exec(text)) {
    const opened = found.index + found[0].length;
    const attributes = readAttributes(found[1] ?? '');
    const row = attributes['r'] === undefined ? next : Number(attributes['r']) - 1;
    if (!Number.isInteger(row) || row < 0 || row >= MAX_ROWS) throw damaged(`row ${attributes['r']}`);
    const close = found[2] ? opened : text.indexOf('</row>', opened);
    if (close < 0 || close > to) throw damaged('a row is not closed');
    const end = found[2] ? opened : close + 6;
    readRowFormat(sheet, row, attributes, context);
    const shared = reader.readRow(row, opened, close);
    const hash = hashRow(sheet.cells.rowCells(row) ?? [], sheet.rows.get(row));
    rows.set(row, { start: found.index, end, hash, shared });
    next = row + 1;
    ROW.lastIndex = end;
  }
  reader.markSpills(rows);
  return rows;
}

class CellReader {
  private readonly shared = new Map<string, SharedFormula>();
  private readonly hasTables: boolean;
  private readonly spills: { row: number; column: number; cell: Cell }[] = [];

  constructor(
    private readonly sheet: Worksheet,
    private readonly text: string,
    private readonly context: CellContext,
  ) {
    this.hasTables = sheet.tables.length > 0;
  }

  /** Reads one row's cells; says whether it has shared formulas. */
  readRow(row: number, from: number, to: number): boolean {
    const { text } = this;
    let at = from;
    let column = -1;
    let shared = false;
    for (;;) {
      const open = text.indexOf('<c', at);
      if (open < 0 || open >= to) return shared;
      CELL.lastIndex = open;
      const found = CELL.exec(text);
      if (!found) {
        at = open + 2;
        continue;
      }
      const inner = open + found[0].length;
      const close = found[2] ? inner : text.indexOf('</c>', inner);
      if (close < 0 || close > to) throw damaged('a cell is not closed');
      const content = text.slice(inner, close);
      column = this.readCell(row, column + 1, found[1] ?? '', content);
      if (content.includes('"shared"')) shared = true;
      at = close;
    }
  }

  private readCell(row: number, expected: number, tagText: string, inner: string): number {
    const attributes = readAttributes(tagText);
    const column = attributes['r'] === undefined ? expected : columnOf(attributes['r']);
    if (column < 0 || column >= MAX_COLUMNS) throw damaged(`the cell ${attributes['r']}`);
    const xf = attributes['s'] === undefined ? 0 : Number(attributes['s']);
    const style = this.context.styleOfXf[xf] ?? 0;
    const cell: Cell = { value: null, style };
    if (this.context.quotedXfs.has(xf)) cell.quotePrefix = true;
    if (inner) this.readContent(cell, row, column, attributes, inner);
    if (cell.value !== null || cell.formula !== undefined || style !== 0 || cell.quotePrefix)
      this.sheet.cells.set(row, column, cell);
    return column;
  }

  private readContent(cell: Cell, row: number, column: number, attributes: TagAttributes, inner: string): void {
    const type = attributes['t'];
    if (type === 'inlineStr') {
      const source = `<c>${inner}</c>`;
      const item = child(parseXml(source), 'is');
      const shared = item && readText(source, item);
      if (shared) cell.value = shared.text;
      if (shared?.rich !== undefined) cell.richText = shared.rich;
    } else {
      const content = contentOf(inner, 'v');
      if (content !== undefined) this.readValue(cell, type, content);
    }
    if (inner.includes('<f')) this.readFormula(cell, row, column, attributes, inner);
  }

  private readValue(cell: Cell, type: string | undefined, content: string): void {
    if (type === 's') {
      const shared = this.context.strings[Number(content)];
      if (!shared) throw damaged(`there is no text ${content}`);
      cell.value = shared.text;
      if (shared.rich !== undefined) cell.richText = shared.rich;
    } else if (type === undefined || type === 'n') {
      const value = Number(content);
      if (content.trim() === '') return;
      if (!Number.isFinite(value)) throw damaged(`"${content.slice(0, 40)}" is no number`);
      cell.value = value;
    } else cell.value = this.typedValue(type, unescapeXml(content));
  }

  private typedValue(type: string, content: string): CellValue {
    if (type === 'str') return decodeControls(content);
    if (type === 'b') return content.trim() === '1' || content.trim() === 'true';
    if (type === 'e') return new CellError(content.trim() as ErrorCode);
    if (type === 'd') return isoSerial(content, this.context.dateSystem) ?? content;
    throw damaged(`cells of type "${type.slice(0, 20)}"`);
  }

  private readFormula(cell: Cell, row: number, column: number, attributes: TagAttributes, inner: string): void {
    const found = /<f\b([^>]*?)(?:\/>|>([\s\S]*?)<\/f>)/.exec(inner);
    if (!found) return;
    const details = readAttributes(found[1] ?? '');
    const text = unescapeXml(found[2] ?? '');
    const table = this.hasTables ? tableAt(this.sheet, row, column) : undefined;
    // A what-if data table has no formula that could be shown or calculated: its values stay (and the row, in the file).
    if (details['t'] === 'dataTable') return;
    if (details['t'] === 'shared') cell.formula = this.sharedFormula(row, column, details['si'] ?? '', text, table);
    else if (text) cell.formula = formulaFromFile(text, table);
    const area = details['t'] === 'array' ? parseArea(details['ref'] ?? '') : undefined;
    if (!area || cell.formula === undefined) return;
    const extent = { rows: area.bottom - row + 1, columns: area.right - column + 1 };
    if (extent.rows < 1 || extent.columns < 1) return;
    if (this.context.dynamicArrays.has(Number(attributes['cm']))) {
      if (extent.rows > 1 || extent.columns > 1) {
        cell.spill = extent;
        this.spills.push({ row, column, cell });
      }
    } else cell.arrayRange = extent;
  }

  private sharedFormula(
    row: number,
    column: number,
    group: string,
    text: string,
    table: Table | undefined,
  ): string | undefined {
    if (text) {
      const formula = formulaFromFile(text, table);
      this.shared.set(group, { row, column, template: formulaTemplate(formula) });
      return formula;
    }
    const master = this.shared.get(group);
    return master && moveFormula(master.template, row - master.row, column - master.column);
  }

  /** Cells that a dynamic array fills know where it comes from. */
  markSpills(rows: ReadonlyMap<number, SourceRow>): void {
    const { cells } = this.sheet;
    for (const { row, column, cell } of this.spills) {
      const { rows: height, columns: width } = cell.spill ?? { rows: 1, columns: 1 };
      for (let r = row; r < row + height; r++) {
        if (!rows.has(r)) continue;
        for (let c = column; c < column + width; c++) {
          const filled = cells.get(r, c);
          if (filled && filled !== cell && filled.formula === undefined) filled.spilledFrom = { row, column };
        }
      }
    }
  }
}

type TagAttributes = Record<string, string>;

function readAttributes(text: string): TagAttributes {
  const attributes: TagAttributes = {};
  ATTRIBUTE.lastIndex = 0;
  for (let found = ATTRIBUTE.exec(text); found; found = ATTRIBUTE.exec(text))
    attributes[found[1] ?? ''] = found[2] ?? found[3] ?? '';
  return attributes;
}

/** Text of a child without children of its own. */
function contentOf(inner: string, name: string): string | undefined {
  const open = inner.indexOf(`<${name}`);
  if (open < 0) return undefined;
  const from = inner.indexOf('>', open) + 1;
  if (inner.charCodeAt(from - 2) === 47) return undefined;
  const to = inner.indexOf(`</${name}>`, from);
  return to < 0 ? undefined : inner.slice(from, to);
}

function columnOf(address: string): number {
  let column = 0;
  for (let i = 0; i < address.length; i++) {
    const code = address.charCodeAt(i) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

function readRowFormat(sheet: Worksheet, row: number, attributes: TagAttributes, context: CellContext): void {
  const { ht, customHeight, hidden, outlineLevel, collapsed, s, customFormat } = attributes;
  const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';
  const format = {
    ...(ht !== undefined && isOn(customHeight) && { height: Number(ht) }),
    ...(isOn(hidden) && { hidden: true }),
    ...(outlineLevel !== undefined && outlineLevel !== '0' && { outlineLevel: Number(outlineLevel) }),
    ...(isOn(collapsed) && { collapsed: true }),
    ...(s !== undefined && isOn(customFormat) && { style: context.styleOfXf[Number(s)] ?? 0 }),
  };
  if (Object.keys(format).length > 0) sheet.rows.set(row, format);
}

/** Serial day of an ISO date or time in a cell of type d; undefined when it is none. @example isoSerial('2027-01-01', 1900) //=> 46388 */
export function isoSerial(text: string, dateSystem: 1900 | 1904): number | undefined {
  const found = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text.trim());
  if (!found || text.trim() === '') return undefined;
  const [year, month, day, hours, minutes, seconds] = found.slice(1).map((part) => (part ? Number(part) : 0));
  const time = ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) / 86400;
  if (!year) return time;
  const days = Date.UTC(year, (month ?? 1) - 1, day ?? 1) / 86_400_000;
  // Day 0 of the 1904 system is 1 January 1904; of the other 30 December 1899 (from March 1900 on).
  return days + (dateSystem === 1904 ? 24107 : 25569) + time;
}

function damaged(what: string): FileError {
  return new FileError('damaged', `The file is damaged: a sheet is broken (${what}).`);
}
