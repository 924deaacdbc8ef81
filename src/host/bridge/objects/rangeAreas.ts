import { intersectAreas } from '../../model/area';
import { quoteSheet } from '../../model/address';
import { MAX_COLUMNS, MAX_ROWS } from '../../model/cell';
import type { Worksheet } from '../../model/workbook';
import { cellCount, formatArea } from '../area';
import { integerOf, isAbsent, targetOf, textOf } from '../arguments';
import { clearRange } from '../clear';
import type { ObjectType } from '../define';
import { HostObject, method, navigation, property } from '../define';
import { fail } from '../errors';
import type { Host } from '../host';
import type { RangeTarget } from '../references';
import { areaOf } from '../references';
import { rangeType } from './range';
import { worksheetType } from './worksheet';

/** Several rectangles of one sheet. */
export interface AreasTarget {
  readonly sheet: Worksheet;
  readonly ranges: readonly RangeTarget[];
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
  const common = areasOf(target).flatMap((area) => intersectAreas(area, areaOf(range)) ?? []);
  if (common.length === 0) return null;
  return HostObject.of(rangeAreasType, {
    sheet: target.sheet,
    ranges: common.map((area) => host.references.make(target.sheet, area)),
  });
}

export const rangeAreasType: ObjectType<AreasTarget> = {
  name: 'RangeAreas',
  exists: ({ sheet }, host) => host.workbook.sheets.includes(sheet),
  properties: {
    Address: property(addressOf),
    AddressLocal: property(addressOf),
    AreaCount: property(({ ranges }) => ranges.length),
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

export const rangeCollectionType: ObjectType<AreasTarget> = {
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
