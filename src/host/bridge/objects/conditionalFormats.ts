import { containsArea, intersectAreas, subtractArea } from '../../model/area';
import type { ConditionalFormat, Worksheet } from '../../model/workbook';
import { booleanOf, integerOf } from '../arguments';
import { checkWritable } from '../cells';
import type { ObjectType } from '../define';
import { HostObject, method, navigation, property } from '../define';
import { fail } from '../errors';
import type { Host } from '../host';
import type { RangeTarget } from '../references';
import { areaOf } from '../references';
import { rangeAreasType } from './rangeAreas';
import {
  cellValueType,
  colorScaleType,
  customType,
  dataBarType,
  iconSetType,
  presetType,
  textComparisonType,
  topBottomType,
} from './conditionalFormatKinds';
import { rangeType } from './range';

/** A conditional format of a sheet. */
export interface ConditionalTarget {
  readonly sheet: Worksheet;
  readonly format: ConditionalFormat;
}

type Kind = ConditionalFormat['kind'];

/** Excel.ConditionalFormatType of each kind. */
const TYPE_NAMES: Readonly<Record<Kind, string>> = {
  custom: 'Custom',
  dataBar: 'DataBar',
  colorScale: 'ColorScale',
  iconSet: 'IconSet',
  topBottom: 'TopBottom',
  presetCriteria: 'PresetCriteria',
  containsText: 'ContainsText',
  cellValue: 'CellValue',
};

export const conditionalFormatsOf = (target: RangeTarget) => target;

function formatsOf(target: RangeTarget): readonly ConditionalTarget[] {
  const area = areaOf(target);
  return [...target.sheet.conditionalFormats]
    .filter((format) => format.areas.some((a) => intersectAreas(a, area)))
    .sort((a, b) => a.priority - b.priority)
    .map((format) => ({ sheet: target.sheet, format }));
}

function addFormat(target: RangeTarget, type: unknown, host: Host): HostObject {
  checkWritable(target.sheet, undefined, host);
  const kind = (Object.keys(TYPE_NAMES) as Kind[]).find((key) => TYPE_NAMES[key] === type) ?? fail('InvalidArgument');
  const { sheet } = target;
  // The newest comes first, as when a person adds one.
  for (const other of sheet.conditionalFormats) other.priority++;
  const format: ConditionalFormat = {
    id: `{${sheet.workbook.nextId().toString(16).padStart(8, '0').toUpperCase()}-CF00-0000-0000-000000000000}`,
    areas: [{ ...areaOf(target) }],
    kind,
    priority: 1,
    stopIfTrue: false,
    rule: {},
    format: {},
  };
  sheet.conditionalFormats.push(format);
  return HostObject.of(conditionalFormatType, { sheet, format });
}

function removeFormat(target: ConditionalTarget, host: Host): void {
  checkWritable(target.sheet, undefined, host);
  const { conditionalFormats } = target.sheet;
  conditionalFormats.splice(conditionalFormats.indexOf(target.format), 1);
}

/** Formats that lie in the range go; those that reach beyond it keep the cells outside. */
function clearFormats(target: RangeTarget, host: Host): void {
  checkWritable(target.sheet, undefined, host);
  const area = areaOf(target);
  for (const { format, sheet } of formatsOf(target)) {
    format.areas = format.areas.flatMap((a) => (containsArea(area, a) ? [] : subtractArea(a, area)));
    if (format.areas.length === 0) removeFormat({ sheet, format }, host);
  }
}

export const conditionalFormatCollectionType: ObjectType<RangeTarget> = {
  name: 'ConditionalFormatCollection',
  properties: {},
  objects: {},
  methods: {
    Add: method((target, [type], host) => addFormat(target, type, host)),
    ClearAll: method((target, _args, host) => clearFormats(target, host)),
    GetCount: method((target) => formatsOf(target).length),
    GetItemAt: method((target, [index]) => {
      const formats = formatsOf(target);
      const found = formats[integerOf(index, 0)];
      return found ? HostObject.of(conditionalFormatType, found) : fail('InvalidArgument');
    }),
    GetItemOrNullObject: method((target, [id]) => findFormat(target, id), '1.14'),
  },
  items: (target) => formatsOf(target).map((item) => HostObject.of(conditionalFormatType, item)),
  item: findFormat,
};

function findFormat(target: RangeTarget, id: unknown): HostObject | null {
  const found = formatsOf(target).find(({ format }) => format.id === id);
  return found ? HostObject.of(conditionalFormatType, found) : null;
}

/** The object of one kind; of another kind it is not there. */
function ofKind(kind: Kind, type: () => ObjectType<ConditionalTarget>, orNull: boolean) {
  return navigation(type, (target: ConditionalTarget) =>
    target.format.kind === kind ? target : orNull ? null : fail('InvalidOperation'),
  );
}

export const conditionalFormatType: ObjectType<ConditionalTarget> = {
  name: 'ConditionalFormat',
  id: ({ format }) => format.id,
  exists: ({ sheet, format }, host) =>
    host.workbook.sheets.includes(sheet) && sheet.conditionalFormats.includes(format),
  properties: {
    Id: property(({ format }) => format.id),
    Type: property(({ format }) => TYPE_NAMES[format.kind]),
    StopIfTrue: property(
      ({ format }) => format.stopIfTrue,
      ({ format }, value) => {
        format.stopIfTrue = booleanOf(value);
      },
    ),
    Priority: property(
      ({ format }) => format.priority - 1,
      ({ sheet, format }, value) => setPriority(sheet, format, integerOf(value, 0)),
    ),
  },
  objects: {
    Custom: ofKind('custom', () => customType, false),
    CustomOrNullObject: ofKind('custom', () => customType, true),
    CellValue: ofKind('cellValue', () => cellValueType, false),
    CellValueOrNullObject: ofKind('cellValue', () => cellValueType, true),
    DataBar: ofKind('dataBar', () => dataBarType, false),
    DataBarOrNullObject: ofKind('dataBar', () => dataBarType, true),
    ColorScale: ofKind('colorScale', () => colorScaleType, false),
    ColorScaleOrNullObject: ofKind('colorScale', () => colorScaleType, true),
    IconSet: ofKind('iconSet', () => iconSetType, false),
    IconSetOrNullObject: ofKind('iconSet', () => iconSetType, true),
    TextComparison: ofKind('containsText', () => textComparisonType, false),
    TextComparisonOrNullObject: ofKind('containsText', () => textComparisonType, true),
    TopBottom: ofKind('topBottom', () => topBottomType, false),
    TopBottomOrNullObject: ofKind('topBottom', () => topBottomType, true),
    Preset: ofKind('presetCriteria', () => presetType, false),
    PresetOrNullObject: ofKind('presetCriteria', () => presetType, true),
  },
  methods: {
    Delete: method((target, _args, host) => removeFormat(target, host)),
    GetRange: method(({ sheet, format }, _args, host) => {
      const [area, ...others] = format.areas;
      return area && others.length === 0
        ? HostObject.of(rangeType, host.references.make(sheet, { ...area }))
        : fail('InvalidReference');
    }),
    GetRangeOrNullObject: method(({ sheet, format }, _args, host) => {
      const [area, ...others] = format.areas;
      return area && others.length === 0 ? HostObject.of(rangeType, host.references.make(sheet, { ...area })) : null;
    }),
    GetRanges: method(
      ({ sheet, format }, _args, host) =>
        HostObject.of(rangeAreasType, {
          sheet,
          ranges: format.areas.map((area) => host.references.make(sheet, { ...area })),
        }),
      '1.9',
    ),
  },
};

/** Puts a format at a place in the order; the others close up. */
function setPriority(sheet: Worksheet, format: ConditionalFormat, priority: number): void {
  const others = sheet.conditionalFormats.filter((item) => item !== format).sort((a, b) => a.priority - b.priority);
  others.splice(Math.min(priority, others.length), 0, format);
  others.forEach((item, index) => {
    item.priority = index + 1;
  });
}
