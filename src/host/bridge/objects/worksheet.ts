import { parseArea } from '../../model/address';
import type { Area } from '../../model/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../../model/cell';
import { pointsToWidth, widthToPoints } from '../../model/geometry';
import { deleteSheet, moveSheet, renameSheet, setVisibility } from '../../model/sheets';
import type { Worksheet } from '../../model/workbook';
import { isOnSheet } from '../area';
import { booleanOf, choiceOf, colorOf, integerOf, isAbsent, numberOf, targetOf, textOf } from '../arguments';
import { checkWritable } from '../cells';
import { copySheet } from '../copySheet';
import type { ObjectType } from '../define';
import { HostObject, method, navigation, property } from '../define';
import { fail } from '../errors';
import { EVENT } from '../events';
import { eventMethods } from '../eventMethods';
import { findAll, replaceAll } from '../find';
import type { Host } from '../host';
import { showLevels } from '../outline';
import { parseReference, usedArea } from '../used';
import { autoFilterType } from './autoFilter';
import { chartCollectionType } from './charts';
import { commentCollectionType } from './comments';
import { customPropertyCollectionType } from './worksheetCustomProperties';
import { freezePanesType } from './freezePanes';
import { nameCollectionType } from './names';
import { pageLayoutType } from './pageLayout';
import { worksheetProtectionType } from './protection';
import { rangeType } from './range';
import { areasObject, rangeAreasType } from './rangeAreas';
import { tableCollectionType } from './tables';
import { dataArea } from '../../model/table';

const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

export const rangeObject = (sheet: Worksheet, area: Area, host: Host) =>
  HostObject.of(rangeType, host.references.make(sheet, area));

/** A range by address, by the name of a range or table, or the whole sheet; InvalidArgument for anything else. */
function rangeByAddress(sheet: Worksheet, address: unknown, host: Host): HostObject {
  if (isAbsent(address) || address === '') return rangeObject(sheet, { ...WHOLE_SHEET }, host);
  const text = textOf(address);
  const reference = parseReference(text);
  if (reference && (reference.sheet === undefined || host.workbook.sheet(reference.sheet) === sheet))
    return rangeObject(sheet, reference.area, host);
  if (reference) return fail('InvalidArgument');
  const named = areaOfName(sheet, text, host);
  return named ? rangeObject(sheet, named, host) : fail('InvalidArgument');
}

function areaOfName(sheet: Worksheet, text: string, host: Host): Area | undefined {
  const wanted = text.toLowerCase();
  const name =
    sheet.names.find((item) => item.name.toLowerCase() === wanted) ??
    host.workbook.names.find((item) => item.name.toLowerCase() === wanted);
  const reference = name && parseReference(name.formula);
  if (reference)
    return reference.sheet === undefined || host.workbook.sheet(reference.sheet) === sheet ? reference.area : undefined;
  const table = host.workbook.table(text);
  return table?.sheet === sheet ? dataArea(table) : undefined;
}

/** The used range; A1 of a sheet that holds nothing, as Excel answers. */
function usedRange(sheet: Worksheet, valuesOnly: unknown, host: Host): HostObject | null {
  host.bringUpToDate();
  const area = usedArea(sheet, valuesOnly === true);
  return area ? rangeObject(sheet, area, host) : null;
}

function neighbour(sheet: Worksheet, step: 1 | -1, visibleOnly: unknown, host: Host): HostObject | null {
  const { sheets } = host.workbook;
  for (let at = sheets.indexOf(sheet) + step; at >= 0 && at < sheets.length; at += step) {
    const other = sheets[at];
    if (other && (visibleOnly !== true || other.visibility === 'Visible')) return HostObject.of(worksheetType, other);
  }
  return null;
}

function areasByAddress(sheet: Worksheet, address: unknown, host: Host): HostObject {
  const texts = isAbsent(address) || address === '' ? [`1:${MAX_ROWS}`] : textOf(address).split(',');
  const ranges = texts.map((text) => host.references.make(sheet, parseArea(text.trim()) ?? fail('InvalidArgument')));
  return HostObject.of(rangeAreasType, { sheet, ranges });
}

function rangeByIndexes(sheet: Worksheet, args: readonly unknown[], host: Host): HostObject {
  const [top, left, rows, columns] = args;
  const first = { top: integerOf(top, 0), left: integerOf(left, 0) };
  const area = {
    ...first,
    bottom: first.top + integerOf(rows, 1) - 1,
    right: first.left + integerOf(columns, 1) - 1,
  };
  return isOnSheet(area) ? rangeObject(sheet, area, host) : fail('InvalidArgument');
}

function removeSheet(sheet: Worksheet, host: Host): void {
  if (sheet.visibility === 'VeryHidden') fail('InvalidOperation');
  deleteSheet(sheet);
  if (host.selection.sheet === sheet) {
    const next = host.workbook.activeSheet ?? host.workbook.sheets[0];
    if (next) host.changeSelection(next, { top: 0, left: 0, bottom: 0, right: 0 });
  }
}

const gridlines = property<Worksheet>(
  (sheet) => sheet.showGridlines,
  (sheet, value) => {
    sheet.showGridlines = booleanOf(value);
  },
  '1.8',
);

const headings = property<Worksheet>(
  (sheet) => sheet.showHeadings,
  (sheet, value) => {
    sheet.showHeadings = booleanOf(value);
  },
  '1.8',
);

export const worksheetType: ObjectType<Worksheet> = {
  name: 'Worksheet',
  id: (sheet) => sheet.id,
  exists: (sheet, host) => host.workbook.sheets.includes(sheet),
  properties: {
    Id: property((sheet) => sheet.id),
    Name: property(
      (sheet) => sheet.name,
      (sheet, value) => renameSheet(sheet, textOf(value)),
    ),
    Position: property(
      (sheet, host) => host.workbook.sheets.indexOf(sheet),
      (sheet, value) => moveSheet(sheet, integerOf(value, 0)),
    ),
    Visibility: property(
      (sheet) => sheet.visibility,
      (sheet, value) => setVisibility(sheet, choiceOf(value, ['Visible', 'Hidden', 'VeryHidden'])),
    ),
    TabColor: property(
      (sheet) => sheet.tabColor ?? '',
      (sheet, value) => {
        sheet.tabColor = value === '' ? undefined : colorOf(value);
      },
      '1.7',
    ),
    TabId: property((sheet) => parseInt(sheet.id.slice(1, 9), 16), undefined, '1.14'),
    StandardWidth: property(
      (sheet) => widthToPoints(sheet.defaultColumnWidth),
      (sheet, value) => {
        sheet.defaultColumnWidth = pointsToWidth(numberOf(value));
      },
      '1.7',
    ),
    StandardHeight: property((sheet) => sheet.defaultRowHeight, undefined, '1.7'),
    ShowGridlines: gridlines,
    ShowHeadings: headings,
    // The client writes these properties under other names than it reads them.
    Gridlines: gridlines,
    Headings: headings,
  },
  objects: {
    Tables: navigation(
      () => tableCollectionType,
      (sheet, host) => ({ workbook: host.workbook, sheet }),
    ),
    Names: navigation(
      () => nameCollectionType,
      (sheet, host) => ({ workbook: host.workbook, sheet }),
      '1.4',
    ),
    Charts: navigation(
      () => chartCollectionType,
      (sheet) => sheet,
    ),
    Comments: navigation(
      () => commentCollectionType,
      (sheet, host) => ({ workbook: host.workbook, sheet }),
      '1.10',
    ),
    CustomProperties: navigation(
      () => customPropertyCollectionType,
      (sheet) => sheet,
      '1.12',
    ),
    FreezePanes: navigation(
      () => freezePanesType,
      (sheet) => sheet,
      '1.7',
    ),
    PageLayout: navigation(
      () => pageLayoutType,
      (sheet) => sheet,
      '1.9',
    ),
    Protection: navigation(
      () => worksheetProtectionType,
      (sheet) => sheet,
      '1.2',
    ),
    AutoFilter: navigation(
      () => autoFilterType,
      (sheet) => ({ sheet }),
      '1.9',
    ),
  },
  methods: {
    GetRange: method((sheet, [address], host) => rangeByAddress(sheet, address, host)),
    GetRanges: method((sheet, [address], host) => areasByAddress(sheet, address, host), '1.9'),
    GetRangeByIndexes: method((sheet, args, host) => rangeByIndexes(sheet, args, host), '1.7'),
    GetCell: method((sheet, [row, column], host) => rangeByIndexes(sheet, [row, column, 1, 1], host)),
    GetUsedRange: method(
      (sheet, [valuesOnly], host) =>
        usedRange(sheet, valuesOnly, host) ?? rangeObject(sheet, { top: 0, left: 0, bottom: 0, right: 0 }, host),
    ),
    GetUsedRangeOrNullObject: method((sheet, [valuesOnly], host) => usedRange(sheet, valuesOnly, host), '1.4'),
    Activate: method((sheet, _args, host) => {
      if (sheet.visibility !== 'Visible') fail('InvalidOperation');
      host.workbook.activeSheet = sheet;
      if (host.selection.sheet !== sheet) host.changeSelection(sheet, { top: 0, left: 0, bottom: 0, right: 0 });
    }),
    Delete: method((sheet, _args, host) => removeSheet(sheet, host)),
    Copy: method((sheet, [positionType, relativeTo], host) => {
      const place = choiceOf(isAbsent(positionType) ? 'None' : positionType, [
        'None',
        'Before',
        'After',
        'Beginning',
        'End',
      ]);
      const other = isAbsent(relativeTo) ? undefined : targetOf(relativeTo, worksheetType);
      return HostObject.of(worksheetType, copySheet(sheet, place, other, host));
    }, '1.7'),
    Calculate: method((_sheet, [markAllDirty], host) => {
      if (markAllDirty === true) host.calculation.recalculateAll();
      else host.calculation.recalculate();
    }, '1.6'),
    FindAll: method((sheet, [text, criteria], host) => {
      const found = findOnSheet(sheet, text, criteria, host);
      return found ?? fail('ItemNotFound');
    }, '1.9'),
    FindAllOrNullObject: method((sheet, [text, criteria], host) => findOnSheet(sheet, text, criteria, host), '1.9'),
    ReplaceAll: method(
      (sheet, [text, replacement, criteria], host) =>
        replaceAll(sheet, WHOLE_SHEET, textOf(text), textOf(replacement), criteria, host),
      '1.9',
    ),
    GetNext: method((sheet, [visible], host) => neighbour(sheet, 1, visible, host) ?? fail('ItemNotFound'), '1.5'),
    GetNextOrNullObject: method((sheet, [visible], host) => neighbour(sheet, 1, visible, host), '1.5'),
    GetPrevious: method((sheet, [visible], host) => neighbour(sheet, -1, visible, host) ?? fail('ItemNotFound'), '1.5'),
    GetPreviousOrNullObject: method((sheet, [visible], host) => neighbour(sheet, -1, visible, host), '1.5'),
    ShowOutlineLevels: method((sheet, [rows, columns], host) => {
      checkWritable(sheet, undefined, host);
      showLevels(sheet, integerOf(rows, 0, 8), integerOf(columns, 0, 8));
    }, '1.10'),
    ...eventMethods<Worksheet>((sheet) => sheet.id, {
      DataChanged: [EVENT.worksheetChanged, '1.7'],
      Activated: [EVENT.worksheetActivated, '1.7'],
      Deactivated: [EVENT.worksheetDeactivated, '1.7'],
      Calculated: [EVENT.worksheetCalculated, '1.8'],
      SelectionChanged: [EVENT.worksheetSelectionChanged, '1.7'],
      FormatChanged: [EVENT.worksheetFormatChanged, '1.9'],
      ProtectionChanged: [EVENT.worksheetProtectionChanged, '1.14'],
    }),
    ...eventMethods<Worksheet>((sheet) => sheet.id, {
      EventNameChanged: [EVENT.worksheetNameChanged, 'ExcelApiOnline 1.1'],
      EventVisibilityChanged: [EVENT.worksheetVisibilityChanged, 'ExcelApiOnline 1.1'],
    }),
  },
};

function findOnSheet(sheet: Worksheet, text: unknown, criteria: unknown, host: Host): HostObject | null {
  return areasObject(sheet, findAll(sheet, WHOLE_SHEET, textOf(text), criteria, host), host);
}
