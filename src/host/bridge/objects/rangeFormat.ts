import { pointsToWidth, widthToPoints } from '../../model/geometry';
import type { AlignmentStyle } from '../../model/style';
import { booleanOf, choiceOf, integerOf, numberOf } from '../arguments';
import { autofitColumns, autofitRows } from '../autofit';
import { restyle } from '../cells';
import type { ObjectType, Property } from '../define';
import { method, navigation, property } from '../define';
import { fail } from '../errors';
import type { Host } from '../host';
import { commonSize, setColumns, setRows } from '../lines';
import type { RangeTarget } from '../references';
import { areaOf } from '../references';
import { styleProperty } from '../styleProperty';
import { borderCollectionType, fillType, fontType } from './rangeLook';

function alignment<K extends keyof AlignmentStyle>(
  key: K,
  read: (value: unknown) => AlignmentStyle[K],
  since?: string,
): Property<RangeTarget> {
  return styleProperty(
    (style) => style.alignment[key],
    (style, value) => ({ ...style, alignment: { ...style.alignment, [key]: read(value) } }),
    since,
  );
}

const HORIZONTAL = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
] as const;
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;
/** Excel's limits: 255 characters, 409 points, 250 levels of indentation. */
const WIDEST_POINTS = widthToPoints(255);
const HIGHEST_POINTS = 409.5;

const columnWidthOf = (target: RangeTarget) => {
  const { sheet } = target;
  const { left, right } = areaOf(target);
  const width = (column: number) =>
    sheet.columns.get(column)?.hidden ? 0 : widthToPoints(sheet.columns.get(column)?.width ?? sheet.defaultColumnWidth);
  return commonSize(width, left, right, sheet.columns.keys());
};

const rowHeightOf = (target: RangeTarget) => {
  const { sheet } = target;
  const { top, bottom } = areaOf(target);
  const height = (row: number) =>
    sheet.rows.get(row)?.hidden ? 0 : (sheet.rows.get(row)?.height ?? sheet.defaultRowHeight);
  return commonSize(height, top, bottom, sheet.rows.keys());
};

function setColumnWidth(target: RangeTarget, value: unknown, host: Host): void {
  const points = numberOf(value);
  if (points < 0 || points > WIDEST_POINTS) fail('InvalidArgument');
  const width = pointsToWidth(points);
  setColumns(target.sheet, areaOf(target), points === 0 ? { hidden: true } : { width, hidden: false }, host);
}

function setRowHeight(target: RangeTarget, value: unknown, host: Host): void {
  const height = numberOf(value);
  if (height < 0 || height > HIGHEST_POINTS) fail('InvalidArgument');
  setRows(target.sheet, areaOf(target), height === 0 ? { hidden: true } : { height, hidden: false }, host);
}

export const rangeFormatType: ObjectType<RangeTarget> = {
  name: 'RangeFormat',
  properties: {
    ColumnWidth: property(columnWidthOf, setColumnWidth, '1.2'),
    RowHeight: property(rowHeightOf, setRowHeight, '1.2'),
    UseStandardWidth: property(
      (target) => columnWidthOf(target) === widthToPoints(target.sheet.defaultColumnWidth),
      (target, value, host) => {
        if (booleanOf(value)) setColumns(target.sheet, areaOf(target), { width: undefined }, host);
      },
      '1.7',
    ),
    UseStandardHeight: property(
      (target) => rowHeightOf(target) === target.sheet.defaultRowHeight,
      (target, value, host) => {
        if (booleanOf(value)) setRows(target.sheet, areaOf(target), { height: undefined }, host);
      },
      '1.7',
    ),
    HorizontalAlignment: alignment('horizontal', (value) => choiceOf(value, HORIZONTAL)),
    VerticalAlignment: alignment('vertical', (value) => choiceOf(value, VERTICAL)),
    WrapText: alignment('wrapText', booleanOf),
    ShrinkToFit: alignment('shrinkToFit', booleanOf, '1.9'),
    IndentLevel: alignment('indent', (value) => integerOf(value, 0, 250), '1.9'),
    TextOrientation: alignment('rotation', (value) => (value === 180 ? 180 : integerOf(value, -90, 90)), '1.7'),
  },
  objects: {
    Fill: navigation(
      () => fillType,
      (target) => target,
    ),
    Font: navigation(
      () => fontType,
      (target) => target,
    ),
    Borders: navigation(
      () => borderCollectionType,
      (target) => target,
    ),
    Protection: navigation(
      () => formatProtectionType,
      (target) => target,
      '1.2',
    ),
  },
  methods: {
    AutofitColumns: method((target, _args, host) => autofitColumns(target.sheet, areaOf(target), host), '1.2'),
    AutofitRows: method((target, _args, host) => autofitRows(target.sheet, areaOf(target), host), '1.2'),
    AdjustIndent: method((target, [amount], host) => {
      const step = integerOf(amount, -250, 250);
      restyle(
        target.sheet,
        areaOf(target),
        (style) => ({
          ...style,
          alignment: { ...style.alignment, indent: Math.min(250, Math.max(0, style.alignment.indent + step)) },
        }),
        host,
      );
    }, '1.11'),
  },
};

export const formatProtectionType: ObjectType<RangeTarget> = {
  name: 'FormatProtection',
  properties: {
    Locked: styleProperty(
      (style) => style.locked,
      (style, value) => ({ ...style, locked: booleanOf(value) }),
    ),
    FormulaHidden: styleProperty(
      (style) => style.hidden,
      (style, value) => ({ ...style, hidden: booleanOf(value) }),
    ),
  },
  objects: {},
  methods: {},
};
