import { quoteSheet } from '../../model/address';
import type { Worksheet } from '../../model/workbook';
import type { Place } from '../../formulas/trace';
import { formatArea } from '../area';
import { integerOf, textOf } from '../arguments';
import type { ObjectType } from '../define';
import { HostObject, method, navigation, property } from '../define';
import { fail } from '../errors';
import type { Host } from '../host';
import { toRectangles } from '../rectangles';
import { areaOf } from '../references';
import type { AreasTarget } from './rangeAreas';
import { rangeAreasType, rangeCollectionType } from './rangeAreas';

/** Rectangles of several sheets, one RangeAreas a sheet: what precedents and dependents are. */
export interface WorkbookAreasTarget {
  readonly sheets: readonly AreasTarget[];
}

const areasObject = (target: AreasTarget) => HostObject.of(rangeAreasType, target);

/** Places by sheet in the workbook's order; single cells that lie together become rectangles. */
export function workbookAreas(places: readonly Place[], host: Host): WorkbookAreasTarget | null {
  const sheets = host.workbook.sheets.flatMap((sheet) => {
    const areas = places.filter((place) => place.sheet === sheet).map((place) => place.area);
    if (areas.length === 0) return [];
    const isCell = ({ top, left, bottom, right }: Place['area']) => top === bottom && left === right;
    const cells = areas
      .filter(isCell)
      .map(({ top, left }) => [top, left] as const)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const rectangles = [...areas.filter((area) => !isCell(area)), ...toRectangles(cells)];
    const ranges = rectangles
      .sort((a, b) => a.top - b.top || a.left - b.left)
      .map((area) => host.references.make(sheet, { ...area }));
    return [{ sheet, ranges }];
  });
  return sheets.length > 0 ? { sheets } : null;
}

const addressesOf = ({ sheets }: WorkbookAreasTarget) =>
  sheets.map(({ sheet, ranges }) =>
    ranges.map((range) => `${quoteSheet(sheet.name)}!${formatArea(areaOf(range))}`).join(','),
  );

function onSheet({ sheets }: WorkbookAreasTarget, key: unknown, host: Host): HostObject | null {
  const text = textOf(key);
  const sheet: Worksheet | undefined = host.workbook.sheets.find(({ id }) => id === text) ?? host.workbook.sheet(text);
  const found = sheets.find((areas) => areas.sheet === sheet);
  return found ? areasObject(found) : null;
}

export const workbookRangeAreasType: ObjectType<WorkbookAreasTarget> = {
  name: 'WorkbookRangeAreas',
  properties: { Addresses: property(addressesOf) },
  objects: {
    Areas: navigation(
      () => rangeAreasCollectionType,
      (target) => target,
    ),
    Ranges: navigation(
      () => rangeCollectionType,
      ({ sheets }) => ({ ranges: sheets.flatMap(({ ranges }) => ranges) }),
    ),
  },
  methods: {
    GetRangeAreasBySheet: method((target, [key], host) => onSheet(target, key, host) ?? fail('ItemNotFound')),
    GetRangeAreasOrNullObjectBySheet: method((target, [key], host) => onSheet(target, key, host)),
  },
};

export const rangeAreasCollectionType: ObjectType<WorkbookAreasTarget> = {
  name: 'RangeAreasCollection',
  properties: {},
  objects: {},
  items: ({ sheets }) => sheets.map(areasObject),
  methods: {
    GetCount: method(({ sheets }) => sheets.length),
    GetItemAt: method(({ sheets }, [index]) => {
      const areas = sheets[integerOf(index, 0)];
      return areas ? areasObject(areas) : fail('InvalidArgument');
    }),
  },
};
