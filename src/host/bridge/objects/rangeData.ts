import { intersectAreas } from '../../model/area';
import type { Area, Cell } from '../../model/cell';
import { integerOf, isAbsent, targetOf, textOf } from '../arguments';
import { autoFill } from '../autoFill';
import { checkWritable } from '../cells';
import type { Method, ObjectType } from '../define';
import { HostObject, method, property } from '../define';
import { fail } from '../errors';
import { replaceAll } from '../find';
import type { Host } from '../host';
import type { RangeTarget } from '../references';
import { areaOf } from '../references';
import { specialCells } from '../specialCells';
import { parseReference } from '../used';
import { rangeType } from './range';
import { areasObject } from './rangeAreas';
import { workbookAreas, workbookRangeAreasType } from './workbookRangeAreas';

function special(target: RangeTarget, [type, valueType]: readonly unknown[], host: Host): HostObject | null {
  return areasObject(target.sheet, specialCells(target.sheet, [areaOf(target)], type, valueType, host), host);
}

/** A method that follows formulas from or to the range; ItemNotFound when they lead nowhere. */
const traced = (kind: 'precedents' | 'dependents', isDeep: boolean, since: string): Method<RangeTarget> =>
  method((target, _args, host) => {
    const found = host.calculation[kind]({ sheet: target.sheet, area: areaOf(target) }, isDeep);
    const areas = workbookAreas(found, host);
    return areas ? HostObject.of(workbookRangeAreasType, areas) : fail('ItemNotFound');
  }, since);

function mergedAreas(target: RangeTarget, host: Host): HostObject | null {
  const merges = target.sheet.merges.filter((merge) => intersectAreas(merge, areaOf(target)));
  return areasObject(target.sheet, merges, host);
}

/** What removing duplicates did, in rows. */
interface Removal {
  readonly removed: number;
  readonly uniqueRemaining: number;
}

export const removeDuplicatesResultType: ObjectType<Removal> = {
  name: 'RemoveDuplicatesResult',
  properties: {
    Removed: property(({ removed }) => removed),
    UniqueRemaining: property(({ uniqueRemaining }) => uniqueRemaining),
  },
  objects: {},
  methods: {},
};

/** Takes rows away that repeat an earlier one in the columns given (none given: all); those below move up within the range. */
function removeDuplicates(target: RangeTarget, [columns, includesHeader]: readonly unknown[], host: Host): Removal {
  const { sheet } = target;
  const area = areaOf(target);
  checkWritable(sheet, area, host);
  host.bringUpToDate();
  const offsets = Array.isArray(columns) ? columns.map((c: unknown) => integerOf(c, 0, area.right - area.left)) : [];
  const compared = offsets.length > 0 ? offsets : Array.from({ length: area.right - area.left + 1 }, (_, i) => i);
  const first = area.top + (includesHeader === true ? 1 : 0);
  const seen = new Set<string>();
  const kept: number[] = [];
  for (let row = first; row <= area.bottom; row++) {
    const key = JSON.stringify(compared.map((offset) => foldedValue(sheet.cell(row, area.left + offset))));
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(row);
  }
  closeUp(target, { ...area, top: first }, kept);
  return { removed: area.bottom - first + 1 - kept.length, uniqueRemaining: kept.length };
}

/** Texts are the same whatever their capitals. */
function foldedValue(cell: Cell | undefined): unknown {
  const value = cell?.value ?? null;
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function closeUp({ sheet }: RangeTarget, area: Area, kept: readonly number[]): void {
  const lines = kept.map((row) => cellsOf(sheet, area, row));
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) {
      const cell = lines[row - area.top]?.[column - area.left];
      if (cell) sheet.cells.set(row, column, cell);
      else sheet.cells.delete(row, column);
    }
  sheet.changed(area);
}

function cellsOf(sheet: RangeTarget['sheet'], area: Area, row: number): (Cell | undefined)[] {
  return Array.from({ length: area.right - area.left + 1 }, (_, i) => sheet.cell(row, area.left + i));
}

function destinationOf(target: RangeTarget, value: unknown, host: Host): Area {
  if (isAbsent(value)) return fail('InvalidArgument');
  if (typeof value !== 'string') {
    const other = targetOf(value, rangeType);
    return other.sheet === target.sheet ? areaOf(other) : fail('InvalidArgument');
  }
  const reference = parseReference(value) ?? fail('InvalidArgument');
  const sheet = reference.sheet === undefined ? target.sheet : host.workbook.sheet(reference.sheet);
  return sheet === target.sheet ? reference.area : fail('InvalidArgument');
}

/** Methods of a range that look for cells, follow formulas, or fill, replace and thin out contents. */
export const rangeDataMethods: Readonly<Record<string, Method<RangeTarget>>> = {
  GetSpecialCells: method((target, args, host) => special(target, args, host) ?? fail('ItemNotFound'), '1.9'),
  GetSpecialCellsOrNullObject: method((target, args, host) => special(target, args, host), '1.9'),
  GetDirectPrecedents: traced('precedents', false, '1.12'),
  GetPrecedents: traced('precedents', true, '1.14'),
  GetDirectDependents: traced('dependents', false, '1.13'),
  GetDependents: traced('dependents', true, '1.15'),
  GetMergedAreas: method(
    (target, _args, host) => mergedAreas(target, host) ?? fail('ItemNotFound'),
    'ExcelApiOnline 1.1',
  ),
  GetMergedAreasOrNullObject: method((target, _args, host) => mergedAreas(target, host), '1.13'),
  AutoFill: method((target, [destination, type], host) => {
    autoFill(target.sheet, areaOf(target), destinationOf(target, destination, host), type, host);
  }, '1.9'),
  ReplaceAll: method(
    (target, [text, replacement, criteria], host) =>
      replaceAll(target.sheet, areaOf(target), textOf(text), textOf(replacement), criteria, host),
    '1.9',
  ),
  RemoveDuplicates: method(
    (target, args, host) => HostObject.of(removeDuplicatesResultType, removeDuplicates(target, args, host)),
    '1.9',
  ),
};
