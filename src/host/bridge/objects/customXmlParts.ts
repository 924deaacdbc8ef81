import type { CustomXmlPart, Workbook } from '../../model/workbook';
import { textOf } from '../arguments';
import type { ObjectType } from '../define';
import { HostObject, method, property } from '../define';
import { fail } from '../errors';

/** All parts of the workbook, or those of one namespace. */
export interface PartScope {
  readonly workbook: Workbook;
  readonly namespaceUri?: string;
}

export interface PartTarget {
  readonly workbook: Workbook;
  readonly part: CustomXmlPart;
}

const partsOf = ({ workbook, namespaceUri }: PartScope) =>
  namespaceUri === undefined
    ? workbook.customXmlParts
    : workbook.customXmlParts.filter((part) => part.namespaceUri === namespaceUri);

const asObject = (workbook: Workbook, part: CustomXmlPart) => HostObject.of(customXmlPartType, { workbook, part });

function findPart(scope: PartScope, id: unknown): HostObject | null {
  const found = partsOf(scope).find((part) => part.id === textOf(id));
  return found ? asObject(scope.workbook, found) : null;
}

/** The namespace of the root element ('' for none); undefined when the text has no root element. */
function rootNamespace(xml: string): string | undefined {
  const root = /^\s*(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*)*<(?:([\w.-]+):)?([\w.-]+)([^>]*)>/.exec(xml);
  if (!root) return undefined;
  const [, prefix, name, attributes = ''] = root;
  const isClosed = attributes.endsWith('/') || new RegExp(`</(?:${prefix ?? ''}:)?${name ?? ''}\\s*>\\s*$`).test(xml);
  if (!isClosed) return undefined;
  const declared = new RegExp(`(?:^|\\s)xmlns${prefix === undefined ? '' : `:${prefix}`}\\s*=\\s*(["'])(.*?)\\1`);
  return declared.exec(attributes)?.[2] ?? '';
}

function addPart({ workbook }: PartScope, xml: unknown): HostObject {
  const text = textOf(xml);
  const namespaceUri = rootNamespace(text);
  if (namespaceUri === undefined) return fail('InvalidArgument');
  const id = `{${workbook.nextId().toString(16).padStart(8, '0').toUpperCase()}-C0DE-0000-0000-000000000000}`;
  const part: CustomXmlPart = { id, namespaceUri, xml: text };
  workbook.customXmlParts.push(part);
  return asObject(workbook, part);
}

function onlyPart(scope: PartScope): HostObject | null {
  const [part, ...others] = partsOf(scope);
  return part && others.length === 0 ? asObject(scope.workbook, part) : null;
}

export const customXmlPartCollectionType: ObjectType<PartScope> = {
  name: 'CustomXmlPartCollection',
  properties: {},
  objects: {},
  items: (scope) => partsOf(scope).map((part) => asObject(scope.workbook, part)),
  item: findPart,
  methods: {
    Add: method((scope, [xml]) => addPart(scope, xml)),
    GetByNamespace: method(({ workbook }, [uri]) =>
      HostObject.of(customXmlPartScopedCollectionType, { workbook, namespaceUri: textOf(uri) }),
    ),
    GetItemOrNullObject: method((scope, [id]) => findPart(scope, id)),
    GetCount: method((scope) => partsOf(scope).length),
  },
};

export const customXmlPartScopedCollectionType: ObjectType<PartScope> = {
  name: 'CustomXmlPartScopedCollection',
  properties: {},
  objects: {},
  items: (scope) => partsOf(scope).map((part) => asObject(scope.workbook, part)),
  item: findPart,
  methods: {
    GetItemOrNullObject: method((scope, [id]) => findPart(scope, id)),
    GetCount: method((scope) => partsOf(scope).length),
    GetOnlyItem: method((scope) => onlyPart(scope) ?? fail('ItemNotFound')),
    GetOnlyItemOrNullObject: method(onlyPart),
  },
};

export const customXmlPartType: ObjectType<PartTarget> = {
  name: 'CustomXmlPart',
  id: ({ part }) => part.id,
  exists: ({ workbook, part }) => workbook.customXmlParts.includes(part),
  properties: {
    Id: property(({ part }) => part.id),
    NamespaceUri: property(({ part }) => part.namespaceUri),
  },
  objects: {},
  methods: {
    GetXml: method(({ part }) => part.xml),
    SetXml: method(({ part }, [xml]) => {
      const text = textOf(xml);
      const namespaceUri = rootNamespace(text);
      if (namespaceUri === undefined) return fail('InvalidArgument');
      part.xml = text;
      part.namespaceUri = namespaceUri;
    }),
    Delete: method(({ workbook, part }) => {
      workbook.customXmlParts.splice(workbook.customXmlParts.indexOf(part), 1);
    }),
  },
};
