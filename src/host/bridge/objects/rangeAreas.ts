import { containsArea, intersectAreas, isWholeColumns, isWholeRows } from '../../model/area';
import type { Area } from '../../model/cell';
import { quoteSheet } from '../../model/address';
import { MAX_COLUMNS, MAX_ROWS } from '../../model/cell';
import type { Worksheet } from '../../model/workbook';
import { cellCount, formatArea, isOnSheet } from '../area';
import { integerOf, isAbsent, targetOf, textOf } from '../arguments';
import { clearRange } from '../clear';
import type { ObjectType } from '../define';
import { HostObject, method, navigation, property } from '../define';
import { fail } from '../errors';
import type { Host } from '../host';
import type { RangeTarget } from '../references';
import { areaOf } from '../references';
import { specialCells } from '../specialCells';
import { usedArea } from '../used';
import { rangeType } from './range';
import { tableScopedCollectionType } from './tables';
import { worksheetType } from './worksheet';

/** Several rectangles of one sheet. */
export interface AreasTarget {
  readonly sheet: Worksheet;
  readonly ranges: readonly RangeTarget[];
}

/** Several rectangles of a sheet as an object; null when there are none. */
export function areasObject(sheet: Worksheet, areas: readonly Area[], host: Host): HostObject | null {
  if (areas.length === 0) return null;
  return HostObject.of(rangeAreasType, {
    sheet,
    ranges: areas.map((area) => host.references.make(sheet, { ...area })),
  });
}

const areasOf = ({ ranges }: AreasTarget) => ranges.map(areaOf);

function addressOf(target: AreasTarget): string {
  const sheet = quoteSheet(target.sheet.name);
  return areasOf(target)
    .map((area) => `${sheet}!${formatArea(area)}`)
    .join(',');
}

function mapAreas(
  target: AreasTarget,
  host: Host,
  map: (area: ReturnType<typeof areaOf>) => ReturnType<typeof areaOf>,
) {
  const ranges = areasOf(target).map((area) => host.references.make(target.sheet, map(area)));
  return HostObject.of(rangeAreasType, { sheet: target.sheet, ranges });
}

function intersection(target: AreasTarget, other: unknown, host: Host): HostObject | null {
  const range = targetOf(other, rangeType);
  if (range.sheet !== target.sheet) return fail('InvalidArgument');
  return areasObject(
    target.sheet,
    areasOf(target).flatMap((area) => intersectAreas(area, areaOf(range)) ?? []),
    host,
  );
}

function offset(target: AreasTarget, rows: number, columns: number, host: Host): HostObject {
  return mapAreas(target, host, (area) => {
    const moved = {
      top: area.top + rows,
      bottom: area.bottom + rows,
      left: area.left + columns,
      right: area.right + columns,
    };
    return isOnSheet(moved) ? moved : fail('InvalidArgument');
  });
}

function usedAreas(target: AreasTarget, valuesOnly: unknown, host: Host): HostObject | null {
  host.bringUpToDate();
  const used = areasOf(target).flatMap((area) => usedArea(target.sheet, valuesOnly === true, area) ?? []);
  return areasObject(target.sheet, used, host);
}

function special(target: AreasTarget, [type, valueType]: readonly unknown[], host: Host): HostObject | null {
  return areasObject(target.sheet, specialCells(target.sheet, areasOf(target), type, valueType, host), host);
}

export const rangeAreasType: ObjectType<AreasTarget> = {
  name: 'RangeAreas',
  exists: ({ sheet }, host) => host.workbook.sheets.includes(sheet),
  properties: {
    Address: property(addressOf),
    AddressLocal: property(addressOf),
    AreaCount: property(({ ranges }) => ranges.length),
    IsEntireColumn: property((target) => areasOf(target).every(isWholeColumns)),
    IsEntireRow: property((target) => areasOf(target).every(isWholeRows)),
    CellCount: property((target) => areasOf(target).reduce((sum, area) => sum + cellCount(area), 0)),
  },
  objects: {
    Areas: navigation(
      () => rangeCollectionType,
      (target) => target,
    ),
    Worksheet: navigation(
      () => worksheetType,
      ({ sheet }) => sheet,
    ),
  },
  methods: {
    Clear: method((target, [applyTo], host) => {
      const what = isAbsent(applyTo) ? 'All' : textOf(applyTo);
      for (const area of areasOf(target)) clearRange(target.sheet, area, what, host);
    }),
    Calculate: method((_target, _args, host) => host.calculation.recalculate()),
    SetDirty: method((target) => areasOf(target).forEach((area) => target.sheet.changed(area))),
    GetOffsetRangeAreas: method((target, [rows, columns], host) =>
      offset(target, integerOf(rows), integerOf(columns), host),
    ),
    GetSpecialCells: method((target, args, host) => special(target, args, host) ?? fail('ItemNotFound')),
    GetSpecialCellsOrNullObject: method((target, args, host) => special(target, args, host)),
    GetUsedRangeAreas: method(
      (target, [valuesOnly], host) => usedAreas(target, valuesOnly, host) ?? fail('ItemNotFound'),
    ),
    GetUsedRangeAreasOrNullObject: method((target, [valuesOnly], host) => usedAreas(target, valuesOnly, host)),
    GetTables: method((target, [fullyContained]) =>
      HostObject.of(tableScopedCollectionType, {
        tables: target.sheet.tables.filter((table) =>
          areasOf(target).some((area) =>
            fullyContained === true ? containsArea(area, table.area) : intersectAreas(area, table.area),
          ),
        ),
      }),
    ),
    GetEntireRow: method((target, _args, host) =>
      mapAreas(target, host, (area) => ({ ...area, left: 0, right: MAX_COLUMNS - 1 })),
    ),
    GetEntireColumn: method((target, _args, host) =>
      mapAreas(target, host, (area) => ({ ...area, top: 0, bottom: MAX_ROWS - 1 })),
    ),
    GetIntersection: method((target, [other], host) => intersection(target, other, host) ?? fail('ItemNotFound')),
    GetIntersectionOrNullObject: method((target, [other], host) => intersection(target, other, host)),
  },
};

export const rangeCollectionType: ObjectType<Pick<AreasTarget, 'ranges'>> = {
  name: 'RangeCollection',
  properties: {},
  objects: {},
  items: ({ ranges }) => ranges.map((range) => HostObject.of(rangeType, range)),
  methods: {
    GetItemAt: method(({ ranges }, [index]) => {
      const range = ranges[integerOf(index, 0)];
      return range ? HostObject.of(rangeType, range) : fail('InvalidArgument');
    }),
    GetCount: method(({ ranges }) => ranges.length),
  },
};
