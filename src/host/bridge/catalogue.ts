import type { ObjectType } from './define';
import { borderType } from './objects/rangeLook';
import { chartSeriesType } from './objects/chartSeries';
import { chartType } from './objects/charts';
import { commentReplyType, commentType } from './objects/comments';
import { conditionalFormatType } from './objects/conditionalFormats';
import { customPropertyType } from './objects/documentProperties';
import { customXmlPartScopedCollectionType, customXmlPartType } from './objects/customXmlParts';
import { functionResultType } from './objects/functions';
import { namedItemType } from './objects/names';
import { rangeAreasType } from './objects/rangeAreas';
import { rangeType } from './objects/range';
import { removeDuplicatesResultType } from './objects/rangeData';
import { settingType } from './objects/settings';
import { tableColumnType, tableRowType } from './objects/tableLines';
import { tableScopedCollectionType, tableType } from './objects/tables';
import { tableStyleType } from './objects/tableStyles';
import { workbookType } from './objects/workbook';
import { worksheetCustomPropertyType } from './objects/worksheetCustomProperties';
import { workbookRangeAreasType } from './objects/workbookRangeAreas';
import { worksheetType } from './objects/worksheet';

/** Types that are not a property of another one: results of methods, items of collections. */
const ENTRIES: readonly ObjectType<never>[] = [
  workbookType,
  worksheetType,
  rangeType,
  rangeAreasType,
  removeDuplicatesResultType,
  workbookRangeAreasType,
  borderType,
  tableType,
  tableScopedCollectionType,
  tableColumnType,
  tableRowType,
  tableStyleType,
  namedItemType,
  chartType,
  chartSeriesType,
  commentType,
  commentReplyType,
  conditionalFormatType,
  settingType,
  customXmlPartType,
  customXmlPartScopedCollectionType,
  customPropertyType,
  worksheetCustomPropertyType,
  functionResultType,
];

/** One member of the object model as it is served. */
export interface Member {
  readonly type: string;
  /** As the API spells it: 'getRange'. */
  readonly name: string;
  readonly kind: 'property' | 'object' | 'method';
  readonly isWritable: boolean;
  /** ExcelApi version, or 'ExcelApiOnline 1.1'; '1.1' where the declaration says nothing. */
  readonly since: string;
}

/** Every type of the object model that the workbook leads to, by name. */
export function listTypes(): readonly ObjectType<never>[] {
  const found = new Map<string, ObjectType<never>>();
  const visit = (type: ObjectType<never>): void => {
    if (found.has(type.name)) return;
    found.set(type.name, type);
    for (const navigation of Object.values(type.objects)) visit(navigation.type());
  };
  ENTRIES.forEach(visit);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every member that is served, by type and name; members of the client's own machinery (with '_') left out. */
export function listMembers(): readonly Member[] {
  return listTypes().flatMap((type) => {
    const member = (kind: Member['kind'], name: string, since: string | undefined, isWritable = false): Member => ({
      type: type.name,
      name: name.charAt(0).toLowerCase() + name.slice(1),
      kind,
      isWritable,
      since: since ?? '1.1',
    });
    return [
      ...Object.entries(type.properties).map(([n, p]) => member('property', n, p.since, p.set !== undefined)),
      ...Object.entries(type.objects).map(([n, o]) => member('object', n, o.since)),
      ...Object.entries(type.methods).map(([n, m]) => member('method', n, m.since)),
      ...(type.item ? [member('method', 'GetItem', undefined)] : []),
    ]
      .filter(({ name }) => !name.startsWith('_'))
      .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  });
}
