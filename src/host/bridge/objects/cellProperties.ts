import type { Area } from '../../model/cell';
import { columnCount, rowCount } from '../area';
import { isAbsent } from '../arguments';
import type { Method } from '../define';
import { HostObject, method } from '../define';
import { fail } from '../errors';
import type { Host } from '../host';
import { loadObject } from '../query';
import type { RangeTarget } from '../references';
import { areaOf } from '../references';
import { setProperties } from '../setProperties';
import { isObject } from '../wire';
import { rangeType } from './range';
import type { BorderIndex } from './rangeLook';

/** Cells of one getCellProperties or setCellProperties call. */
const MOST_CELLS = 1_000_000;

/** `{ format: { fill: { color: true } }, address: true }` as a list of paths: 'format/fill/color', 'address'. */
function pathsOf(options: unknown, prefix = ''): string[] {
  if (!isObject(options)) return fail('InvalidArgument');
  return Object.entries(options).flatMap(([key, value]) => {
    if (isAbsent(value) || value === false) return [];
    return value === true ? [`${prefix}${key}`] : pathsOf(value, `${prefix}${key}/`);
  });
}

/** Borders are a collection in the object model but an object by side here: `borders.bottom.color`. */
const SIDES: Readonly<Record<string, BorderIndex>> = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  horizontal: 'InsideHorizontal',
  vertical: 'InsideVertical',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
};

function readProperties(target: RangeTarget, area: Area, paths: readonly string[], host: Host): unknown {
  const object = HostObject.of(rangeType, { sheet: target.sheet, area });
  const plain = paths.filter((path) => !path.startsWith('format/borders'));
  return camelKeys(loadObject(object, { Select: plain.length > 0 ? plain : ['$none'] }, host));
}

/** The answer of these methods is plain JSON in the API's own spelling. */
function camelKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelKeys);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('_'))
      .map(([key, inner]) => [key.charAt(0).toLowerCase() + key.slice(1), camelKeys(inner)]),
  );
}

function eachCell(area: Area): Area[][] {
  if (rowCount(area) * columnCount(area) > MOST_CELLS) fail('RangeExceedsLimit');
  return Array.from({ length: rowCount(area) }, (_, r) =>
    Array.from({ length: columnCount(area) }, (_cell, c) => {
      const [row, column] = [area.top + r, area.left + c];
      return { top: row, bottom: row, left: column, right: column };
    }),
  );
}

const rowsOf = (area: Area): Area[] =>
  Array.from({ length: rowCount(area) }, (_, i) => ({ ...area, top: area.top + i, bottom: area.top + i }));
const columnsOf = (area: Area): Area[] =>
  Array.from({ length: columnCount(area) }, (_, i) => ({ ...area, left: area.left + i, right: area.left + i }));

function apply(target: RangeTarget, area: Area, data: unknown, host: Host): void {
  if (isAbsent(data)) return;
  if (!isObject(data)) return fail('InvalidArgument');
  const format = isObject(data.format) ? data.format : undefined;
  const borders = format && isObject(format.borders) ? format.borders : undefined;
  const object = HostObject.of(rangeType, { sheet: target.sheet, area });
  const rest = format
    ? { ...data, format: Object.fromEntries(Object.entries(format).filter(([k]) => k !== 'borders')) }
    : data;
  setProperties(object, rest, host);
  for (const [side, line] of Object.entries(borders ?? {})) {
    const index = SIDES[side];
    if (!index || !isObject(line)) return fail('InvalidArgument');
    const border = object.type.objects.Format?.open(object.target, host)?.type.objects.Borders;
    const collection = border?.open(object.target, host);
    const item = collection?.type.item?.(collection.target, index, host);
    if (item) setProperties(item, line, host);
  }
}

function applyAll(target: RangeTarget, areas: readonly Area[], data: unknown, host: Host): void {
  if (!Array.isArray(data) || data.length !== areas.length) return fail('InvalidArgument');
  areas.forEach((area, index) => apply(target, area, data[index], host));
}

export const cellPropertiesMethods: Readonly<Record<string, Method<RangeTarget>>> = {
  GetCellProperties: method((target, [options], host) => {
    const paths = pathsOf(options);
    return eachCell(areaOf(target)).map((row) => row.map((area) => readProperties(target, area, paths, host)));
  }, '1.9'),
  GetRowProperties: method((target, [options], host) => {
    const paths = pathsOf(options);
    return rowsOf(areaOf(target)).map((area) => readProperties(target, area, paths, host));
  }, '1.9'),
  GetColumnProperties: method((target, [options], host) => {
    const paths = pathsOf(options);
    return columnsOf(areaOf(target)).map((area) => readProperties(target, area, paths, host));
  }, '1.9'),
  SetCellProperties: method((target, [data], host) => {
    const cells = eachCell(areaOf(target));
    if (!Array.isArray(data) || data.length !== cells.length) return fail('InvalidArgument');
    cells.forEach((row, index) => applyAll(target, row, data[index], host));
  }, '1.9'),
  SetRowProperties: method((target, [data], host) => applyAll(target, rowsOf(areaOf(target)), data, host), '1.9'),
  SetColumnProperties: method((target, [data], host) => applyAll(target, columnsOf(areaOf(target)), data, host), '1.9'),
};
