import type { StructuredReference, TableRows } from './ast';

const ROWS_BY_KEYWORD: Readonly<Record<string, TableRows>> = {
  '#all': 'all',
  '#data': 'data',
  '#headers': 'headers',
  '#totals': 'totals',
  '#this row': 'thisRow',
};
const KEYWORDS: Readonly<Record<TableRows, string>> = {
  all: '#All',
  data: '#Data',
  headers: '#Headers',
  totals: '#Totals',
  thisRow: '#This Row',
};

/**
 * Where the bracket that opens at `start` closes, minding nested brackets and the escape `'`.
 * @returns index after the closing bracket; -1 when it never closes
 */
export function findClosingBracket(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const c = text[i];
    if (c === "'") i++;
    else if (c === '[') depth++;
    else if (c === ']' && --depth === 0) return i + 1;
  }
  return -1;
}

/**
 * Reads the bracketed part of a structured reference.
 * @param brackets with the outer brackets: `[[#Headers],[Year]]`
 * @returns undefined when the text is no structured reference
 */
export function parseStructured(table: string | undefined, brackets: string): StructuredReference | undefined {
  let inside = brackets.slice(1, -1).trim();
  const rows: TableRows[] = [];
  if (inside.startsWith('@')) {
    rows.push('thisRow');
    inside = inside.slice(1).trim();
  }
  if (inside === '')
    return { table, rows: rows.length ? rows : ['data'], firstColumn: undefined, lastColumn: undefined };
  if (!inside.startsWith('[')) {
    const keyword = ROWS_BY_KEYWORD[inside.toLowerCase()];
    if (keyword) return { table, rows: [keyword], firstColumn: undefined, lastColumn: undefined };
    const column = unescapeColumn(inside);
    return { table, rows: rows.length ? rows : ['data'], firstColumn: column, lastColumn: column };
  }
  return parseParts(table, inside, rows);
}

function parseParts(table: string | undefined, inside: string, rows: TableRows[]): StructuredReference | undefined {
  const columns: string[] = [];
  let position = 0;
  while (position < inside.length) {
    const end = findClosingBracket(inside, position);
    if (end < 0) return undefined;
    const part = inside.slice(position + 1, end - 1);
    const keyword = ROWS_BY_KEYWORD[part.trim().toLowerCase()];
    if (keyword) rows.push(keyword);
    else columns.push(unescapeColumn(part));
    position = end;
    while (position < inside.length && /[\s,:]/.test(inside[position] ?? '')) position++;
    if (position < inside.length && inside[position] !== '[') return undefined;
  }
  if (columns.length > 2) return undefined;
  return {
    table,
    rows: rows.length ? rows : ['data'],
    firstColumn: columns[0],
    lastColumn: columns[1] ?? columns[0],
  };
}

function unescapeColumn(text: string): string {
  return text.replace(/'(.)/gs, '$1');
}

function escapeColumn(name: string): string {
  return name.replace(/['[\]#@]/g, (c) => `'${c}`);
}

/**
 * Text of a structured reference, as Excel writes it.
 * @example printStructured({ table: 'T', rows: ['headers'], firstColumn: 'A', lastColumn: 'A' }) //=> 'T[[#Headers],[A]]'
 */
export function printStructured(reference: StructuredReference): string {
  const { table = '', rows, firstColumn, lastColumn } = reference;
  const onlyData = rows.length === 1 && rows[0] === 'data';
  const columns =
    firstColumn === undefined
      ? ''
      : firstColumn === lastColumn || lastColumn === undefined
        ? `[${escapeColumn(firstColumn)}]`
        : `[${escapeColumn(firstColumn)}]:[${escapeColumn(lastColumn)}]`;
  if (onlyData) return table + (columns.includes(':[') ? `[${columns}]` : columns || '[]');
  if (rows.length === 1 && rows[0] === 'thisRow') {
    const plain = firstColumn !== undefined && /^[\p{L}\p{N}_]+$/u.test(firstColumn) && firstColumn === lastColumn;
    return `${table}[@${plain ? firstColumn : columns}]`;
  }
  const keywords = rows.map((r) => `[${KEYWORDS[r]}]`).join(',');
  if (columns === '') return rows.length === 1 ? table + keywords : `${table}[${keywords}]`;
  return `${table}[${keywords},${columns}]`;
}
