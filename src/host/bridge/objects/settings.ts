import type { Workbook } from '../../model/workbook';
import { isAbsent, textOf } from '../arguments';
import type { ObjectType } from '../define';
import { HostObject, method, property } from '../define';
import { fail } from '../errors';

export interface SettingTarget {
  readonly workbook: Workbook;
  readonly key: string;
}

const asObject = (workbook: Workbook, key: string) => HostObject.of(settingType, { workbook, key });

/** Keys of settings are case-sensitive. */
function findSetting(workbook: Workbook, key: unknown): HostObject | null {
  const name = textOf(key);
  return workbook.settings.has(name) ? asObject(workbook, name) : null;
}

export const settingCollectionType: ObjectType<Workbook> = {
  name: 'SettingCollection',
  properties: {},
  objects: {},
  items: (workbook) => [...workbook.settings.keys()].map((key) => asObject(workbook, key)),
  item: findSetting,
  methods: {
    Add: method((workbook, [key, value]) => {
      const name = textOf(key);
      if (name === '' || isAbsent(value)) return fail('InvalidArgument');
      workbook.settings.set(name, value);
      return asObject(workbook, name);
    }),
    GetItemOrNullObject: method((workbook, [key]) => findSetting(workbook, key)),
    GetCount: method((workbook) => workbook.settings.size),
  },
};

export const settingType: ObjectType<SettingTarget> = {
  name: 'Setting',
  id: ({ key }) => key,
  exists: ({ workbook, key }) => workbook.settings.has(key),
  properties: {
    Key: property(({ key }) => key),
    Value: property(
      ({ workbook, key }) => workbook.settings.get(key) ?? null,
      ({ workbook, key }, value) => {
        workbook.settings.set(key, value);
      },
    ),
  },
  objects: {},
  methods: { Delete: method(({ workbook, key }) => void workbook.settings.delete(key)) },
};
