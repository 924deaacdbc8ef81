import type { Workbook } from '../../model/workbook';
import { choiceOf, isAbsent, textOf } from '../arguments';
import type { ObjectType } from '../define';
import { HostObject, method, navigation, property } from '../define';
import { fail } from '../errors';
import { EVENT } from '../events';
import type { Host } from '../host';
import { parseReference } from '../used';
import { applicationType, runtimeType } from './application';
import { commentCollectionType } from './comments';
import { customXmlPartCollectionType } from './customXmlParts';
import { documentPropertiesType } from './documentProperties';
import { functionsType } from './functions';
import { nameCollectionType } from './names';
import { workbookProtectionType } from './protection';
import { rangeAreasType } from './rangeAreas';
import { settingCollectionType } from './settings';
import { tableCollectionType } from './tables';
import { tableStyleCollectionType } from './tableStyles';
import { rangeObject } from './worksheet';
import { worksheetCollectionType } from './worksheets';

/** The range of an event: the sheet's id and an address, as the event named it. */
function rangeOfEvent(id: unknown, host: Host): HostObject | null {
  const [sheetId = '', address = ''] = textOf(id).split('!');
  const sheet = host.workbook.sheets.find((item) => item.id === sheetId);
  const reference = parseReference(address);
  return sheet && reference ? rangeObject(sheet, reference.area, host) : null;
}

export const workbookType: ObjectType<Workbook> = {
  name: 'Workbook',
  properties: {
    Name: property((workbook) => workbook.properties.fileName ?? 'Book1.xlsx', undefined, '1.7'),
    ReadOnly: property(() => false, undefined, '1.8'),
    AutoSave: property(() => false, undefined, '1.9'),
  },
  objects: {
    Worksheets: navigation(
      () => worksheetCollectionType,
      (workbook) => workbook,
    ),
    Tables: navigation(
      () => tableCollectionType,
      (workbook) => ({ workbook }),
    ),
    Names: navigation(
      () => nameCollectionType,
      (workbook) => ({ workbook }),
    ),
    Application: navigation(
      () => applicationType,
      (workbook) => workbook,
    ),
    Functions: navigation(
      () => functionsType,
      (workbook) => workbook,
      '1.2',
    ),
    Settings: navigation(
      () => settingCollectionType,
      (workbook) => workbook,
      '1.4',
    ),
    CustomXmlParts: navigation(
      () => customXmlPartCollectionType,
      (workbook) => ({ workbook }),
      '1.5',
    ),
    Properties: navigation(
      () => documentPropertiesType,
      (workbook) => workbook,
      '1.7',
    ),
    Protection: navigation(
      () => workbookProtectionType,
      (workbook) => workbook,
      '1.7',
    ),
    Comments: navigation(
      () => commentCollectionType,
      (workbook) => ({ workbook }),
      '1.10',
    ),
    TableStyles: navigation(
      () => tableStyleCollectionType,
      (workbook) => workbook,
      '1.10',
    ),
    _Runtime: navigation(
      () => runtimeType,
      (workbook) => workbook,
      '1.5',
    ),
  },
  methods: {
    GetSelectedRange: method((_workbook, _args, host) => {
      const { sheet, area } = host.selection;
      return host.workbook.sheets.includes(sheet) ? rangeObject(sheet, { ...area }, host) : fail('InvalidSelection');
    }),
    GetSelectedRanges: method((_workbook, _args, host) => {
      const { sheet, area } = host.selection;
      return HostObject.of(rangeAreasType, { sheet, ranges: [host.references.make(sheet, { ...area })] });
    }, '1.9'),
    GetActiveCell: method((_workbook, _args, host) => {
      const { sheet, area } = host.selection;
      return rangeObject(sheet, { ...area, bottom: area.top, right: area.left }, host);
    }, '1.7'),
    _GetRangeForEventByReferenceId: method(
      (_workbook, [id], host) => rangeOfEvent(id, host) ?? fail('InvalidReference'),
    ),
    _GetRangeOrNullObjectForEventByReferenceId: method((_workbook, [id], host) => rangeOfEvent(id, host)),
    GetIsActiveCollabSession: method(() => false, '1.9'),
    Save: method((_workbook, [behavior]) => {
      if (!isAbsent(behavior)) choiceOf(behavior, ['Save', 'Prompt']);
      // The host's owner decides where files go: saving through the API is refused, never pretended.
      fail('UnsupportedOperation', 'This host does not save through the API.');
    }, '1.11'),
    _RemoveReference: method((_workbook, [id], host) => host.references.release(textOf(id))),
    _RemoveAllReferences: method((_workbook, _args, host) => host.references.releaseAll()),
    _GetReferenceCount: method((_workbook, _args, host) => host.references.count),
    _RegisterActivatedEvent: method(
      (_workbook, _args, host) => host.events.register(EVENT.workbookActivated, 'Workbook'),
      '1.13',
    ),
    _UnregisterActivatedEvent: method(
      (_workbook, _args, host) => host.events.unregister(EVENT.workbookActivated, 'Workbook'),
      '1.13',
    ),
  },
};
