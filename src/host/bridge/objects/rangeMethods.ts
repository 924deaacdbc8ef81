import type { Area } from '../../model/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../../model/cell';
import { bound, isOnSheet } from '../area';
import { containsArea, intersectAreas } from '../../model/area';
import { choiceOf, integerOf, isAbsent, numberOf, targetOf, textOf } from '../arguments';
import type { Method } from '../define';
import { HostObject, method } from '../define';
import { fail } from '../errors';
import type { Host } from '../host';
import type { RangeTarget } from '../references';
import { clearRange } from '../clear';
import { findText } from '../find';
import { copyRange } from '../copy';
import { deleteCells, insertCells } from '../grid';
import { groupLines, setDetails } from '../outline';
import { mergeArea, unmergeArea } from '../merge';
import { areaOf } from '../references';
import { rangeType, tablesOf } from './range';
import { cellPropertiesMethods } from './cellProperties';
import { rangeDataMethods } from './rangeData';
import { tableScopedCollectionType } from './tables';
import { parseReference, usedArea } from '../used';

/** A range on the target's sheet; null for a null object. InvalidArgument when it would leave the sheet. */
function rangeOn(target: RangeTarget, area: Area | null | undefined, host: Host): HostObject | null {
  if (!area) return null;
  if (!isOnSheet(area)) return fail('InvalidArgument');
  return HostObject.of(rangeType, host.references.make(target.sheet, area));
}

/** A method that gives another range of the same sheet. */
const toRange = (
  pick: (area: Area, args: readonly unknown[], target: RangeTarget, host: Host) => Area | null | undefined,
  since?: string,
): Method<RangeTarget> =>
  method((target, args, host) => rangeOn(target, pick(areaOf(target), args, target, host), host), since);

const optionalInteger = (value: unknown, otherwise: number) => (isAbsent(value) ? otherwise : integerOf(value));

function areaOfArgument(value: unknown, target: RangeTarget): Area {
  if (typeof value === 'string') return addressOn(target, value);
  const other = targetOf(value, rangeType);
  return other.sheet === target.sheet ? areaOf(other) : fail('InvalidArgument');
}

function addressOn(target: RangeTarget, text: string): Area {
  const area = parseOnSheet(text);
  return area ?? fail('InvalidArgument', `'${text}' is no address on ${target.sheet.name}.`);
}

function parseOnSheet(text: string): Area | undefined {
  return parseReference(text)?.area;
}

function edge(area: Area, direction: unknown, target: RangeTarget): Area {
  const way = choiceOf(direction, ['Up', 'Down', 'Left', 'Right']);
  const { sheet } = target;
  const hasValue = (row: number, column: number) => sheet.value(row, column) !== null;
  const [dr, dc] = { Up: [-1, 0], Down: [1, 0], Left: [0, -1], Right: [0, 1] }[way] as [number, number];
  let { top: row, left: column } = area;
  const canMove = () => row + dr >= 0 && row + dr < MAX_ROWS && column + dc >= 0 && column + dc < MAX_COLUMNS;
  const used = sheet.usedArea(true);
  const startsInBlock = hasValue(row, column) && canMove() && hasValue(row + dr, column + dc);
  while (canMove()) {
    if (startsInBlock && !hasValue(row + dr, column + dc)) break;
    const isBeyond =
      !used || row + dr < used.top || row + dr > used.bottom || column + dc < used.left || column + dc > used.right;
    if (isBeyond && !startsInBlock && leavesForGood(used, row, column, dr, dc)) return atEdge(row, column, dr, dc);
    row += dr;
    column += dc;
    if (!startsInBlock && hasValue(row, column)) break;
  }
  return { top: row, bottom: row, left: column, right: column };
}

/** True when there is no used cell further on in this direction. */
function leavesForGood(used: Area | undefined, row: number, column: number, dr: number, dc: number): boolean {
  if (!used) return true;
  if (dr !== 0 && (column < used.left || column > used.right)) return true;
  if (dc !== 0 && (row < used.top || row > used.bottom)) return true;
  return dr > 0 ? row >= used.bottom : dr < 0 ? row <= used.top : dc > 0 ? column >= used.right : column <= used.left;
}

function atEdge(row: number, column: number, dr: number, dc: number): Area {
  const lastRow = dr > 0 ? MAX_ROWS - 1 : dr < 0 ? 0 : row;
  const lastColumn = dc > 0 ? MAX_COLUMNS - 1 : dc < 0 ? 0 : column;
  return { top: lastRow, bottom: lastRow, left: lastColumn, right: lastColumn };
}

/** The used area with what formulas spill into now. */
function usedNow(host: Host, ...args: Parameters<typeof usedArea>): Area | undefined {
  host.bringUpToDate();
  return usedArea(...args);
}

/** Cells around the range up to blank rows and columns (Ctrl+A in Excel). */
function surroundingRegion(area: Area, target: RangeTarget): Area {
  const { sheet } = target;
  let region = area;
  for (;;) {
    const grown = {
      top: Math.max(0, region.top - 1),
      left: Math.max(0, region.left - 1),
      bottom: Math.min(MAX_ROWS - 1, region.bottom + 1),
      right: Math.min(MAX_COLUMNS - 1, region.right + 1),
    };
    let next = region;
    for (let row = grown.top; row <= grown.bottom; row++)
      for (let column = grown.left; column <= grown.right; column++) {
        const isInside = row >= region.top && row <= region.bottom && column >= region.left && column <= region.right;
        if (!isInside && sheet.value(row, column) !== null)
          next = bound(next, { top: row, bottom: row, left: column, right: column });
      }
    if (next === region) return region;
    region = next;
  }
}

function spillingTo(target: RangeTarget, host: Host): Area | undefined {
  host.bringUpToDate();
  const { top, left } = areaOf(target);
  const spill = target.sheet.cell(top, left)?.spill;
  return spill && { top, left, bottom: top + spill.rows - 1, right: left + spill.columns - 1 };
}

function spillParent(target: RangeTarget, host: Host): Area | undefined {
  host.bringUpToDate();
  const { top, left } = areaOf(target);
  const cell = target.sheet.cell(top, left);
  if (cell?.spill) return { top, bottom: top, left, right: left };
  const from = cell?.spilledFrom;
  return from && { top: from.row, bottom: from.row, left: from.column, right: from.column };
}

function rowsBelow(area: Area, count: number): Area {
  if (count === 0) return fail('InvalidArgument');
  return count > 0
    ? { ...area, top: area.bottom + 1, bottom: area.bottom + count }
    : { ...area, top: area.bottom + 1 + count, bottom: area.bottom };
}

function rowsAbove(area: Area, count: number): Area {
  if (count === 0) return fail('InvalidArgument');
  return count > 0
    ? { ...area, top: area.top - count, bottom: area.top - 1 }
    : { ...area, top: area.top, bottom: area.top - count - 1 };
}

function columnsAfter(area: Area, count: number): Area {
  if (count === 0) return fail('InvalidArgument');
  return count > 0
    ? { ...area, left: area.right + 1, right: area.right + count }
    : { ...area, left: area.right + 1 + count, right: area.right };
}

function columnsBefore(area: Area, count: number): Area {
  if (count === 0) return fail('InvalidArgument');
  return count > 0
    ? { ...area, left: area.left - count, right: area.left - 1 }
    : { ...area, left: area.left, right: area.left - count - 1 };
}

const resized = (area: Area, rows: number, columns: number): Area => ({
  ...area,
  bottom: area.bottom + rows,
  right: area.right + columns,
});

export const rangeMethods: Readonly<Record<string, Method<RangeTarget>>> = {
  GetCell: toRange((area, [row, column]) => {
    const top = area.top + integerOf(row);
    const left = area.left + integerOf(column);
    return { top, left, bottom: top, right: left };
  }),
  GetRow: toRange((area, [row]) => ({ ...area, top: area.top + integerOf(row), bottom: area.top + integerOf(row) })),
  GetColumn: toRange((area, [column]) => ({
    ...area,
    left: area.left + integerOf(column),
    right: area.left + integerOf(column),
  })),
  GetLastCell: toRange((area) => ({ ...area, top: area.bottom, left: area.right })),
  GetLastRow: toRange((area) => ({ ...area, top: area.bottom })),
  GetLastColumn: toRange((area) => ({ ...area, left: area.right })),
  GetEntireRow: toRange((area) => ({ ...area, left: 0, right: MAX_COLUMNS - 1 })),
  GetEntireColumn: toRange((area) => ({ ...area, top: 0, bottom: MAX_ROWS - 1 })),
  GetOffsetRange: toRange((area, [rows, columns]) => {
    const [dr, dc] = [integerOf(rows), integerOf(columns)];
    return { top: area.top + dr, bottom: area.bottom + dr, left: area.left + dc, right: area.right + dc };
  }),
  GetResizedRange: toRange((area, [rows, columns]) => resized(area, integerOf(rows), integerOf(columns)), '1.3'),
  GetAbsoluteResizedRange: toRange(
    (area, [rows, columns]) => ({
      ...area,
      bottom: area.top + integerOf(rows, 1) - 1,
      right: area.left + integerOf(columns, 1) - 1,
    }),
    '1.7',
  ),
  GetBoundingRect: toRange((area, [other], target) => bound(area, areaOfArgument(other, target))),
  GetIntersection: toRange(
    (area, [other], target) => intersectAreas(area, areaOfArgument(other, target)) ?? fail('ItemNotFound'),
  ),
  GetIntersectionOrNullObject: toRange(
    (area, [other], target) => intersectAreas(area, areaOfArgument(other, target)),
    '1.4',
  ),
  GetRowsAbove: toRange((area, [count]) => rowsAbove(area, optionalInteger(count, 1)), '1.3'),
  GetRowsBelow: toRange((area, [count]) => rowsBelow(area, optionalInteger(count, 1)), '1.3'),
  GetColumnsBefore: toRange((area, [count]) => columnsBefore(area, optionalInteger(count, 1)), '1.3'),
  GetColumnsAfter: toRange((area, [count]) => columnsAfter(area, optionalInteger(count, 1)), '1.3'),
  GetUsedRange: toRange(
    (area, [valuesOnly], target, host) =>
      usedNow(host, target.sheet, valuesOnly === true, area) ?? fail('ItemNotFound'),
  ),
  GetUsedRangeOrNullObject: toRange(
    (area, [valuesOnly], target, host) => usedNow(host, target.sheet, valuesOnly === true, area),
    '1.4',
  ),
  GetSurroundingRegion: toRange((area, _args, target) => surroundingRegion(area, target), '1.7'),
  GetRangeEdge: toRange((area, [direction], target) => edge(area, direction, target), '1.13'),
  GetExtendedRange: toRange((area, [direction], target) => bound(area, edge(area, direction, target)), '1.13'),
  GetSpillingToRange: toRange((_area, _args, target, host) => spillingTo(target, host) ?? fail('ItemNotFound'), '1.12'),
  GetSpillingToRangeOrNullObject: toRange((_area, _args, target, host) => spillingTo(target, host), '1.12'),
  GetSpillParent: toRange((_area, _args, target, host) => spillParent(target, host) ?? fail('ItemNotFound'), '1.12'),
  GetSpillParentOrNullObject: toRange((_area, _args, target, host) => spillParent(target, host), '1.12'),
  Find: toRange(
    (area, [text, criteria], target, host) =>
      findText(target.sheet, area, textOf(text), criteria, host) ?? fail('ItemNotFound'),
    '1.9',
  ),
  FindOrNullObject: toRange(
    (area, [text, criteria], target, host) => findText(target.sheet, area, textOf(text), criteria, host),
    '1.9',
  ),
  GetTables: method(
    (target, [fullyContained]) =>
      HostObject.of(tableScopedCollectionType, {
        tables: tablesOf(target).filter((table) => fullyContained !== true || containsArea(areaOf(target), table.area)),
      }),
    '1.9',
  ),
  Insert: method((target, [shift], host) => {
    const area = insertCells(target.sheet, areaOf(target), choiceOf(shift, ['Down', 'Right']), host);
    return rangeOn(target, area, host);
  }),
  Delete: method((target, [shift], host) => {
    deleteCells(target.sheet, areaOf(target), choiceOf(shift, ['Up', 'Left']), host);
  }),
  Clear: method((target, [applyTo], host) => {
    clearRange(target.sheet, areaOf(target), isAbsent(applyTo) ? 'All' : textOf(applyTo), host);
  }),
  CopyFrom: method((target, [source, copyType, skipBlanks, transpose], host) => {
    const from = typeof source === 'string' ? referenceTo(source, target, host) : targetOf(source, rangeType);
    copyRange(
      { sheet: from.sheet, area: areaOf(from) },
      { sheet: target.sheet, area: areaOf(target) },
      {
        type: choiceOf(isAbsent(copyType) ? 'All' : copyType, ['All', 'Formulas', 'Values', 'Formats', 'Link']),
        skipBlanks: skipBlanks === true,
        transpose: transpose === true,
      },
      host,
    );
  }, '1.9'),
  Merge: method((target, [across], host) => mergeArea(target.sheet, areaOf(target), across === true, host), '1.2'),
  Unmerge: method((target, _args, host) => unmergeArea(target.sheet, areaOf(target), host), '1.2'),
  Group: method((target, [option], host) => groupLines(target.sheet, areaOf(target), option, 1, host), '1.10'),
  Ungroup: method((target, [option], host) => groupLines(target.sheet, areaOf(target), option, -1, host), '1.10'),
  HideGroupDetails: method(
    (target, [option], host) => setDetails(target.sheet, areaOf(target), option, true, host),
    '1.10',
  ),
  ShowGroupDetails: method(
    (target, [option], host) => setDetails(target.sheet, areaOf(target), option, false, host),
    '1.10',
  ),
  Select: method((target, _args, host) => {
    if (target.sheet.visibility !== 'Visible') fail('InvalidOperation');
    host.workbook.activeSheet = target.sheet;
    host.changeSelection(target.sheet, areaOf(target));
  }),
  Calculate: method((_target, _args, host) => host.calculation.recalculate(), '1.6'),
  SetDirty: method((target) => target.sheet.changed(areaOf(target)), '1.9'),
  _ValidateArraySize: method((target, [rows, columns]) => {
    const area = areaOf(target);
    const isFitting = numberOf(rows) === area.bottom - area.top + 1 && numberOf(columns) === area.right - area.left + 1;
    if (!isFitting) fail('InvalidArgument');
  }, '1.3'),
  ...rangeDataMethods,
  ...cellPropertiesMethods,
};

function referenceTo(text: string, target: RangeTarget, host: Host): RangeTarget {
  const reference = parseReference(text);
  const sheet = reference?.sheet === undefined ? target.sheet : host.workbook.sheet(reference.sheet);
  return reference && sheet ? { sheet, area: reference.area } : fail('InvalidArgument');
}
