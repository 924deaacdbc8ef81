import { isValidFormat } from 'numfmt';
import { localFormula, englishFormula } from '../localFormula';
import { quoteSheet } from '../../model/address';
import type { Table } from '../../model/workbook';
import { cellCount, columnCount, formatArea, rowCount } from '../area';
import { isWholeColumns, isWholeRows } from '../../model/area';
import { booleanOf, textOf } from '../arguments';
import { checkWritable, restyle, styleAt } from '../cells';
import type { ObjectType } from '../define';
import { navigation, property } from '../define';
import { fail } from '../errors';
import type { Host } from '../host';
import { columnLeft, rowTop } from '../../model/geometry';
import { columnsHidden, rowsHidden, setColumns, setRows } from '../lines';
import { formatCategory } from '../numberFormats';
import { apiFormula, apiValue, calculateForReading, displayText, readGrid, valueType } from '../read';
import type { RangeTarget } from '../references';
import { areaOf } from '../references';
import { gridAt, gridOf, writeContents } from '../write';
import { conditionalFormatsOf, conditionalFormatCollectionType } from './conditionalFormats';
import { dataValidationType } from './dataValidation';
import { getHyperlink, setHyperlink } from './hyperlink';
import { rangeMethods } from './rangeMethods';
import { rangeFormatType } from './rangeFormat';
import { rangeSortType } from './sort';
import { worksheetType } from './worksheet';

export const addressOf = (target: RangeTarget) => `${quoteSheet(target.sheet.name)}!${formatArea(areaOf(target))}`;

/** Tables that a range touches. */
export function tablesOf(target: RangeTarget): readonly Table[] {
  const area = areaOf(target);
  return target.sheet.tables.filter(
    ({ area: t }) => t.top <= area.bottom && t.bottom >= area.top && t.left <= area.right && t.right >= area.left,
  );
}

function setNumberFormat(target: RangeTarget, value: unknown, host: Host): void {
  const area = areaOf(target);
  const grid = gridOf(value, area);
  checkWritable(target.sheet, undefined, host);
  if ('scalar' in grid) {
    if (grid.scalar === null) return;
    const numberFormat = readNumberFormat(grid.scalar);
    restyle(target.sheet, area, (style) => ({ ...style, numberFormat }), host);
    return;
  }
  for (let r = 0; r < rowCount(area); r++)
    for (let c = 0; c < columnCount(area); c++) {
      const input = gridAt(grid, r, c);
      if (input === null || input === undefined) continue;
      const numberFormat = readNumberFormat(input);
      const cell = { top: area.top + r, bottom: area.top + r, left: area.left + c, right: area.left + c };
      restyle(target.sheet, cell, (style) => ({ ...style, numberFormat }), host);
    }
}

function readNumberFormat(value: unknown): string {
  const text = textOf(value);
  return text === '' ? 'General' : isValidFormat(text) ? text : fail('InvalidArgument');
}

const grid =
  (pick: (sheet: RangeTarget['sheet'], row: number, column: number, host: Host) => unknown) =>
  (target: RangeTarget, host: Host) =>
    readGrid(target.sheet, areaOf(target), host, (_cell, row, column) => pick(target.sheet, row, column, host));

export const rangeType: ObjectType<RangeTarget> = {
  name: 'Range',
  exists: (target, host) => host.workbook.sheets.includes(target.sheet),
  properties: {
    Values: property(
      (target, host) => {
        calculateForReading(host);
        return readGrid(target.sheet, areaOf(target), host, (cell) => apiValue(cell?.value ?? null));
      },
      (target, value, host) => writeContents(target.sheet, areaOf(target), value, host),
    ),
    Formulas: property(
      (target, host) => {
        calculateForReading(host);
        return readGrid(target.sheet, areaOf(target), host, (cell) => apiFormula(cell));
      },
      (target, value, host) => writeContents(target.sheet, areaOf(target), value, host),
    ),
    FormulasLocal: property(
      (target, host) => {
        calculateForReading(host);
        return readGrid(target.sheet, areaOf(target), host, (cell) => {
          const formula = apiFormula(cell);
          return cell?.formula === undefined ? formula : localFormula(String(formula), host.workbook.culture);
        });
      },
      (target, value, host) => {
        const translate = (input: unknown) =>
          typeof input === 'string' && input.startsWith('=') ? englishFormula(input, host.workbook.culture) : input;
        const translated = Array.isArray(value)
          ? value.map((row: unknown) => (Array.isArray(row) ? row.map(translate) : row))
          : translate(value);
        writeContents(target.sheet, areaOf(target), translated, host);
      },
    ),
    Text: property((target, host) => {
      calculateForReading(host);
      return grid((sheet, row, column) => displayText(sheet, row, column, host.workbook.culture))(target, host);
    }),
    ValueTypes: property((target, host) => {
      calculateForReading(host);
      return readGrid(target.sheet, areaOf(target), host, (cell) => valueType(cell?.value ?? null));
    }),
    NumberFormat: property(
      grid((sheet, row, column) => styleAt(sheet, row, column).numberFormat),
      setNumberFormat,
    ),
    NumberFormatLocal: property(
      grid((sheet, row, column) => styleAt(sheet, row, column).numberFormat),
      setNumberFormat,
      '1.7',
    ),
    NumberFormatCategories: property(
      grid((sheet, row, column) => formatCategory(styleAt(sheet, row, column).numberFormat)),
      undefined,
      '1.12',
    ),
    Address: property(addressOf),
    AddressLocal: property(addressOf),
    RowIndex: property((target) => areaOf(target).top),
    ColumnIndex: property((target) => areaOf(target).left),
    RowCount: property((target) => rowCount(areaOf(target))),
    ColumnCount: property((target) => columnCount(areaOf(target))),
    // Excel answers -1 above 2^31-1 cells.
    CellCount: property((target) => (cellCount(areaOf(target)) > 2 ** 31 - 1 ? -1 : cellCount(areaOf(target)))),
    IsEntireColumn: property((target) => isWholeColumns(areaOf(target)), undefined, '1.7'),
    IsEntireRow: property((target) => isWholeRows(areaOf(target)), undefined, '1.7'),
    Hidden: property(
      (target) =>
        rowsHidden(target.sheet, areaOf(target)) === true || columnsHidden(target.sheet, areaOf(target)) === true,
      undefined,
      '1.2',
    ),
    RowHidden: property(
      (target) => rowsHidden(target.sheet, areaOf(target)),
      (target, value, host) => {
        const hidden = booleanOf(value);
        setRows(target.sheet, areaOf(target), { hidden }, host);
      },
      '1.2',
    ),
    ColumnHidden: property(
      (target) => columnsHidden(target.sheet, areaOf(target)),
      (target, value, host) => {
        const hidden = booleanOf(value);
        setColumns(target.sheet, areaOf(target), { hidden }, host);
      },
      '1.2',
    ),
    HasSpill: property(
      (target, host) => {
        calculateForReading(host);
        return hasSpill(target);
      },
      undefined,
      '1.12',
    ),
    Top: property((target) => rowTop(target.sheet, areaOf(target).top), undefined, '1.10'),
    Left: property((target) => columnLeft(target.sheet, areaOf(target).left), undefined, '1.10'),
    Height: property(
      (target) => rowTop(target.sheet, areaOf(target).bottom + 1) - rowTop(target.sheet, areaOf(target).top),
      undefined,
      '1.10',
    ),
    Width: property(
      (target) => columnLeft(target.sheet, areaOf(target).right + 1) - columnLeft(target.sheet, areaOf(target).left),
      undefined,
      '1.10',
    ),
    Hyperlink: property(getHyperlink, setHyperlink, '1.7'),
  },
  objects: {
    Format: navigation(
      () => rangeFormatType,
      (target) => target,
    ),
    Worksheet: navigation(
      () => worksheetType,
      (target) => target.sheet,
    ),
    Sort: navigation(
      () => rangeSortType,
      (target) => target,
      '1.2',
    ),
    ConditionalFormats: navigation(
      () => conditionalFormatCollectionType,
      (target) => conditionalFormatsOf(target),
      '1.6',
    ),
    DataValidation: navigation(
      () => dataValidationType,
      (target) => target,
      '1.8',
    ),
  },
  methods: rangeMethods,
};

/** True when every cell is part of a spill, false when none is, null when they differ. */
function hasSpill(target: RangeTarget): boolean | null {
  const area = areaOf(target);
  let spilled = 0;
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) {
      const cell = target.sheet.cell(row, column);
      if (cell?.spill || cell?.spilledFrom) spilled++;
    }
  return spilled === 0 ? false : spilled === cellCount(area) ? true : null;
}
