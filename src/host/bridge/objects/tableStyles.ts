import type { Workbook } from '../../model/workbook';
import { textOf } from '../arguments';
import type { ObjectType } from '../define';
import { HostObject, method, property } from '../define';

/** Excel's built-in table styles. */
const BUILT_IN: readonly string[] = [
  ...numbered('TableStyleLight', 21),
  ...numbered('TableStyleMedium', 28),
  ...numbered('TableStyleDark', 11),
];
const DEFAULT_STYLE = 'TableStyleMedium2';

function numbered(stem: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${stem}${i + 1}`);
}

const asObject = (name: string) => HostObject.of(tableStyleType, name);

function findStyle(_workbook: Workbook, key: unknown): HostObject | null {
  const wanted = textOf(key).toLowerCase();
  const name = BUILT_IN.find((style) => style.toLowerCase() === wanted);
  return name === undefined ? null : asObject(name);
}

export const tableStyleCollectionType: ObjectType<Workbook> = {
  name: 'TableStyleCollection',
  properties: {},
  objects: {},
  items: () => BUILT_IN.map(asObject),
  item: findStyle,
  methods: {
    GetDefault: method(() => asObject(DEFAULT_STYLE)),
    GetItemOrNullObject: method((workbook, [name]) => findStyle(workbook, name)),
    GetCount: method(() => BUILT_IN.length),
  },
};

export const tableStyleType: ObjectType<string> = {
  name: 'TableStyle',
  id: (name) => name,
  properties: { Name: property((name) => name), ReadOnly: property(() => true) },
  objects: {},
  methods: {},
};
