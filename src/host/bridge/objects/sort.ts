import type { Area, Cell, CellValue } from '../../model/cell';
import { dataArea } from '../../model/table';
import type { Table, Worksheet } from '../../model/workbook';
import { choiceOf, integerOf, isAbsent, objectOf } from '../arguments';
import { checkWritable } from '../cells';
import type { ObjectType } from '../define';
import { method } from '../define';
import { fail } from '../errors';
import { shiftFormula } from '../../formulas/adjust';
import type { Host } from '../host';
import type { RangeTarget } from '../references';
import { areaOf } from '../references';

interface SortKey {
  /** Offset of the column from the area's left. */
  readonly key: number;
  readonly ascending: boolean;
}

function keysOf(fields: unknown, width: number): SortKey[] {
  if (!Array.isArray(fields) || fields.length === 0) return fail('InvalidArgument');
  return fields.map((field: unknown) => {
    const { key, ascending, sortOn } = objectOf(field);
    if (!isAbsent(sortOn) && sortOn !== 'Value') return fail('NotImplemented', 'This host sorts by values only.');
    return { key: integerOf(key, 0, width - 1), ascending: ascending !== false };
  });
}

/** Excel's order: numbers, texts, booleans, errors; blanks last whatever the direction. */
const RANKS = { number: 0, string: 1, boolean: 2, object: 3 } as const;

function compareValues(a: CellValue, b: CellValue, matchCase: boolean): number {
  if (a === null || b === null) return 0;
  const [rankA, rankB] = [rankOf(a), rankOf(b)];
  if (rankA !== rankB) return rankA - rankB;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b, matchCase);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return 0;
}

const rankOf = (value: CellValue) => RANKS[typeof value as keyof typeof RANKS];

function compareText(a: string, b: string, matchCase: boolean): number {
  const [x, y] = matchCase ? [a, b] : [a.toLowerCase(), b.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Sorts the rows of an area, stably; cells move with their formats, and relative references with their cells. */
function sortRows(sheet: Worksheet, area: Area, keys: readonly SortKey[], matchCase: boolean, host: Host): void {
  checkWritable(sheet, area, host);
  const rows: { row: number; cells: (Cell | undefined)[] }[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells: (Cell | undefined)[] = [];
    for (let column = area.left; column <= area.right; column++) cells.push(sheet.cell(row, column));
    rows.push({ row, cells });
  }
  const valueOf = (cells: readonly (Cell | undefined)[], key: number) => cells[key]?.value ?? null;
  rows.sort((a, b) => {
    for (const { key, ascending } of keys) {
      const [x, y] = [valueOf(a.cells, key), valueOf(b.cells, key)];
      if (x === null || y === null) {
        if (x !== y) return x === null ? 1 : -1;
        continue;
      }
      const order = compareValues(x, y, matchCase);
      if (order !== 0) return ascending ? order : -order;
    }
    return a.row - b.row;
  });
  rows.forEach(({ row, cells }, index) => placeRow(sheet, area, area.top + index, row, cells));
  sheet.changed(area);
}

function placeRow(sheet: Worksheet, area: Area, to: number, from: number, cells: readonly (Cell | undefined)[]): void {
  cells.forEach((cell, index) => {
    const column = area.left + index;
    if (!cell) sheet.cells.delete(to, column);
    else if (cell.formula === undefined || to === from) sheet.cells.set(to, column, cell);
    else sheet.cells.set(to, column, { ...cell, formula: shiftFormula(cell.formula, to - from, 0) });
  });
}

export const rangeSortType: ObjectType<RangeTarget> = {
  name: 'RangeSort',
  properties: {},
  objects: {},
  methods: {
    Apply: method((target, [fields, matchCase, hasHeaders, orientation], host) => {
      const way = choiceOf(isAbsent(orientation) ? 'Rows' : orientation, ['Rows', 'Columns']);
      if (way === 'Columns') return fail('NotImplemented', 'This host sorts rows only.');
      const area = areaOf(target);
      const body = hasHeaders === true ? { ...area, top: area.top + 1 } : area;
      if (body.top > body.bottom) return;
      sortRows(target.sheet, body, keysOf(fields, area.right - area.left + 1), matchCase === true, host);
    }),
  },
};

export const tableSortType: ObjectType<Table> = {
  name: 'TableSort',
  properties: {},
  objects: {},
  methods: {
    Apply: method((table, [fields, matchCase], host) =>
      sortRows(table.sheet, dataArea(table), keysOf(fields, table.columns.length), matchCase === true, host),
    ),
  },
};
