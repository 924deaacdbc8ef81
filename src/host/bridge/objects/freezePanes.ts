import type { Area } from '../../model/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../../model/cell';
import type { Worksheet } from '../../model/workbook';
import { parseArea } from '../../model/address';
import { integerOf, isAbsent, targetOf } from '../arguments';
import type { ObjectType } from '../define';
import { method } from '../define';
import { fail } from '../errors';
import { areaOf } from '../references';
import { rangeType } from './range';
import { rangeObject } from './worksheet';

function frozenArea({ freeze }: Worksheet): Area | undefined {
  if (!freeze || (freeze.rows === 0 && freeze.columns === 0)) return undefined;
  return {
    top: 0,
    left: 0,
    bottom: freeze.rows > 0 ? freeze.rows - 1 : MAX_ROWS - 1,
    right: freeze.columns > 0 ? freeze.columns - 1 : MAX_COLUMNS - 1,
  };
}

/** Freezes the rows and columns of a range that begins at the sheet's corner; whole rows freeze no columns, and so on. */
function freezeAt(sheet: Worksheet, value: unknown): void {
  const area = typeof value === 'string' ? parseArea(value) : areaOf(targetOf(value, rangeType));
  if (!area) return fail('InvalidArgument');
  const rows = area.bottom === MAX_ROWS - 1 ? 0 : area.bottom + 1;
  const columns = area.right === MAX_COLUMNS - 1 ? 0 : area.right + 1;
  sheet.freeze = { rows, columns };
}

const countOf = (value: unknown, most: number) => (isAbsent(value) ? 1 : integerOf(value, 1, most));

export const freezePanesType: ObjectType<Worksheet> = {
  name: 'WorksheetFreezePanes',
  properties: {},
  objects: {},
  methods: {
    FreezeAt: method((sheet, [range]) => freezeAt(sheet, range)),
    FreezeRows: method((sheet, [count]) => {
      sheet.freeze = { rows: countOf(count, MAX_ROWS - 1), columns: 0 };
    }),
    FreezeColumns: method((sheet, [count]) => {
      sheet.freeze = { rows: 0, columns: countOf(count, MAX_COLUMNS - 1) };
    }),
    Unfreeze: method((sheet) => {
      sheet.freeze = undefined;
    }),
    GetLocation: method((sheet, _args, host) => {
      const area = frozenArea(sheet);
      return area ? rangeObject(sheet, area, host) : fail('ItemNotFound');
    }),
    GetLocationOrNullObject: method((sheet, _args, host) => {
      const area = frozenArea(sheet);
      return area ? rangeObject(sheet, area, host) : null;
    }),
  },
};
