import type { Workbook } from '../../model/workbook';
import { integerOf, textOf } from '../arguments';
import type { ObjectType, Property } from '../define';
import { HostObject, method, navigation, property } from '../define';
import { fail } from '../errors';

/** A built-in property, kept under its own name. */
function builtIn(key: string): Property<Workbook> {
  return property(
    (workbook) => workbook.properties[key] ?? '',
    (workbook, value) => {
      workbook.properties[key] = textOf(value);
    },
  );
}

export const documentPropertiesType: ObjectType<Workbook> = {
  name: 'DocumentProperties',
  properties: {
    Title: builtIn('title'),
    Subject: builtIn('subject'),
    Author: builtIn('author'),
    Keywords: builtIn('keywords'),
    Comments: builtIn('comments'),
    Category: builtIn('category'),
    Manager: builtIn('manager'),
    Company: builtIn('company'),
    LastAuthor: property((workbook) => workbook.properties.lastAuthor ?? ''),
    CreationDate: property((workbook) => workbook.properties.created ?? null),
    RevisionNumber: property(
      (workbook) => Number(workbook.properties.revision ?? 0),
      (workbook, value) => {
        workbook.properties.revision = String(integerOf(value, 0));
      },
    ),
  },
  objects: {
    Custom: navigation(
      () => customPropertyCollectionType,
      (workbook) => workbook,
    ),
  },
  methods: {},
};

export interface CustomPropertyTarget {
  readonly workbook: Workbook;
  readonly key: string;
}

const asObject = (workbook: Workbook, key: string) => HostObject.of(customPropertyType, { workbook, key });

function keyOf(workbook: Workbook, key: unknown): string | undefined {
  const wanted = textOf(key).toLowerCase();
  return [...workbook.customProperties.keys()].find((known) => known.toLowerCase() === wanted);
}

function findProperty(workbook: Workbook, key: unknown): HostObject | null {
  const known = keyOf(workbook, key);
  return known === undefined ? null : asObject(workbook, known);
}

function valueOf(value: unknown): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return fail('InvalidArgument');
}

export const customPropertyCollectionType: ObjectType<Workbook> = {
  name: 'CustomPropertyCollection',
  properties: {},
  objects: {},
  items: (workbook) => [...workbook.customProperties.keys()].map((key) => asObject(workbook, key)),
  item: findProperty,
  methods: {
    Add: method((workbook, [key, value]) => {
      const name = keyOf(workbook, key) ?? textOf(key);
      if (name === '' || name.length > 255) return fail('InvalidArgument');
      workbook.customProperties.set(name, valueOf(value));
      return asObject(workbook, name);
    }),
    DeleteAll: method((workbook) => workbook.customProperties.clear()),
    GetItemOrNullObject: method((workbook, [key]) => findProperty(workbook, key)),
    GetCount: method((workbook) => workbook.customProperties.size),
  },
};

const TYPES = { string: 'String', number: 'Number', boolean: 'Boolean' } as const;

export const customPropertyType: ObjectType<CustomPropertyTarget> = {
  name: 'CustomProperty',
  id: ({ key }) => key,
  exists: ({ workbook, key }) => workbook.customProperties.has(key),
  properties: {
    Key: property(({ key }) => key),
    Type: property(({ workbook, key }) => TYPES[typeof workbook.customProperties.get(key) as keyof typeof TYPES]),
    Value: property(
      ({ workbook, key }) => workbook.customProperties.get(key) ?? null,
      ({ workbook, key }, value) => {
        workbook.customProperties.set(key, valueOf(value));
      },
    ),
  },
  objects: {},
  methods: { Delete: method(({ workbook, key }) => void workbook.customProperties.delete(key)) },
};
