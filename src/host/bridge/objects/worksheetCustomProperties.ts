import type { Worksheet } from '../../model/workbook';
import { textOf } from '../arguments';
import type { ObjectType } from '../define';
import { HostObject, method, property } from '../define';
import { fail } from '../errors';

export interface SheetPropertyTarget {
  readonly sheet: Worksheet;
  readonly key: string;
}

const asObject = (sheet: Worksheet, key: string) => HostObject.of(worksheetCustomPropertyType, { sheet, key });

/** Excel finds keys without regard to case and limits them to 255 characters. */
const LONGEST_KEY = 255;

function keyOf(sheet: Worksheet, key: unknown): string | undefined {
  const wanted = textOf(key).toLowerCase();
  return [...sheet.customProperties.keys()].find((known) => known.toLowerCase() === wanted);
}

function findProperty(sheet: Worksheet, key: unknown): HostObject | null {
  const known = keyOf(sheet, key);
  return known === undefined ? null : asObject(sheet, known);
}

export const customPropertyCollectionType: ObjectType<Worksheet> = {
  name: 'WorksheetCustomPropertyCollection',
  properties: {},
  objects: {},
  items: (sheet) => [...sheet.customProperties.keys()].map((key) => asObject(sheet, key)),
  item: findProperty,
  methods: {
    Add: method((sheet, [key, value]) => {
      const name = keyOf(sheet, key) ?? textOf(key);
      if (name === '' || name.length > LONGEST_KEY) return fail('InvalidArgument');
      sheet.customProperties.set(name, textOf(value));
      return asObject(sheet, name);
    }),
    GetItemOrNullObject: method((sheet, [key]) => findProperty(sheet, key)),
    GetCount: method((sheet) => sheet.customProperties.size),
  },
};

export const worksheetCustomPropertyType: ObjectType<SheetPropertyTarget> = {
  name: 'WorksheetCustomProperty',
  id: ({ key }) => key,
  exists: ({ sheet, key }) => sheet.customProperties.has(key),
  properties: {
    Key: property(({ key }) => key),
    Value: property(
      ({ sheet, key }) => sheet.customProperties.get(key) ?? '',
      ({ sheet, key }, value) => {
        sheet.customProperties.set(key, textOf(value));
      },
    ),
  },
  objects: {},
  methods: { Delete: method(({ sheet, key }) => void sheet.customProperties.delete(key)) },
};
