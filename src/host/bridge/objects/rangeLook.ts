import { MAX_COLUMNS, MAX_ROWS } from '../../model/cell';
import type { Area } from '../../model/cell';
import type { BorderSide, BorderStyle, CellStyle, FontStyle } from '../../model/style';
import { booleanOf, choiceOf, colorOf, integerOf, numberOf, textOf } from '../arguments';
import { commonStyle, restyle } from '../cells';
import type { ObjectType } from '../define';
import { HostObject, method, property } from '../define';
import { fail } from '../errors';
import type { Host } from '../host';
import type { RangeTarget } from '../references';
import { areaOf } from '../references';
import { styleProperty } from '../styleProperty';

/** A cell without fill reads as white, an area of several colours as '' (null on the wire is a mixed value). */
export const fillType: ObjectType<RangeTarget> = {
  name: 'RangeFill',
  properties: {
    Color: styleProperty(
      (style) => style.fill.color ?? '#FFFFFF',
      // Excel takes '' for no fill.
      (style, value) =>
        value === '' ? { ...style, fill: {} } : { ...style, fill: { ...style.fill, color: colorOf(value) } },
    ),
    Pattern: styleProperty(
      (style) => style.fill.pattern ?? (style.fill.color === undefined ? 'None' : 'Solid'),
      (style, value) =>
        value === 'None' ? { ...style, fill: {} } : { ...style, fill: { ...style.fill, pattern: textOf(value) } },
      '1.9',
    ),
    PatternColor: styleProperty(
      (style) => style.fill.patternColor ?? '#000000',
      (style, value) => ({ ...style, fill: { ...style.fill, patternColor: colorOf(value) } }),
      '1.9',
    ),
  },
  objects: {},
  methods: {
    Clear: method((target, _args, host) => {
      restyle(target.sheet, areaOf(target), (style) => ({ ...style, fill: {} }), host);
    }),
  },
};

function font<K extends keyof FontStyle>(key: K, read: (value: unknown) => FontStyle[K], since?: string) {
  return styleProperty(
    (style) => style.font[key],
    (style, value) => ({ ...style, font: { ...style.font, [key]: read(value) } }),
    since,
  );
}

const UNDERLINES = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'] as const;

export const fontType: ObjectType<RangeTarget> = {
  name: 'RangeFont',
  properties: {
    Name: font('name', textOf),
    Size: font('size', (value) => {
      const size = numberOf(value);
      return size >= 1 && size <= 409 ? size : fail('InvalidArgument');
    }),
    Color: font('color', colorOf),
    Bold: font('bold', booleanOf),
    Italic: font('italic', booleanOf),
    Underline: font('underline', (value) => choiceOf(value, UNDERLINES)),
    Strikethrough: font('strikethrough', booleanOf, '1.9'),
  },
  objects: {},
  methods: {},
};

/** Excel.BorderIndex in the collection's order. */
export const BORDER_INDEXES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;
export type BorderIndex = (typeof BORDER_INDEXES)[number];

export interface BorderTarget {
  readonly range: RangeTarget;
  readonly index: BorderIndex;
}

const OPPOSITE: Partial<Record<BorderSide, BorderSide>> = {
  EdgeTop: 'EdgeBottom',
  EdgeBottom: 'EdgeTop',
  EdgeLeft: 'EdgeRight',
  EdgeRight: 'EdgeLeft',
};

/** Which sides of which cells a border of an area is made of. */
function partsOf(area: Area, index: BorderIndex): readonly { area: Area; side: BorderSide }[] {
  switch (index) {
    case 'EdgeTop':
      return [{ area: { ...area, bottom: area.top }, side: index }];
    case 'EdgeBottom':
      return [{ area: { ...area, top: area.bottom }, side: index }];
    case 'EdgeLeft':
      return [{ area: { ...area, right: area.left }, side: index }];
    case 'EdgeRight':
      return [{ area: { ...area, left: area.right }, side: index }];
    case 'InsideVertical':
      return area.left === area.right ? [] : [{ area: { ...area, right: area.right - 1 }, side: 'EdgeRight' }];
    case 'InsideHorizontal':
      return area.top === area.bottom ? [] : [{ area: { ...area, bottom: area.bottom - 1 }, side: 'EdgeBottom' }];
    default:
      return [{ area, side: index }];
  }
}

const STEPS: Partial<Record<BorderSide, readonly [rows: number, columns: number]>> = {
  EdgeTop: [-1, 0],
  EdgeBottom: [1, 0],
  EdgeLeft: [0, -1],
  EdgeRight: [0, 1],
};

/** The cells on the other side of a border, which share the line. */
function acrossOf(area: Area, side: BorderSide): Area | undefined {
  const step = STEPS[side];
  if (!step) return undefined;
  const [dr, dc] = step;
  const across = { top: area.top + dr, bottom: area.bottom + dr, left: area.left + dc, right: area.right + dc };
  const isOn = across.top >= 0 && across.left >= 0 && across.bottom < MAX_ROWS && across.right < MAX_COLUMNS;
  return isOn ? across : undefined;
}

const DEFAULT_BORDER: BorderStyle = { style: 'Continuous', weight: 'Thin', color: '#000000' };

const withBorder = (style: CellStyle, side: BorderSide, border: BorderStyle | undefined): CellStyle => {
  const borders = { ...style.borders };
  if (border) borders[side] = border;
  else delete borders[side];
  return { ...style, borders };
};

/** Sets a border's line on both cells that share it, so that either of them shows it alone. */
function setBorder(
  { range, index }: BorderTarget,
  change: (border: BorderStyle | undefined) => BorderStyle | undefined,
  host: Host,
): void {
  for (const { area, side } of partsOf(areaOf(range), index)) {
    restyle(range.sheet, area, (style) => withBorder(style, side, change(style.borders[side])), host);
    const across = acrossOf(area, side);
    const other = OPPOSITE[side];
    if (!across || !other) continue;
    const isSet = commonStyle(range.sheet, across, (style) => style.borders[other] === undefined) !== true;
    // A neighbour's own line on the same edge would otherwise win over the new one.
    if (isSet) restyle(range.sheet, across, (style) => withBorder(style, other, undefined), host);
  }
}

function readBorder<V>({ range, index }: BorderTarget, pick: (border: BorderStyle | undefined) => V): V | null {
  const values = partsOf(areaOf(range), index).map(({ area, side }) => {
    const own = commonStyle(range.sheet, area, (style) => style.borders[side] !== undefined);
    const across = own === false ? acrossOf(area, side) : undefined;
    const other = OPPOSITE[side];
    return across && other
      ? commonStyle(range.sheet, across, (style) => pick(style.borders[other]))
      : commonStyle(range.sheet, area, (style) => pick(style.borders[side]));
  });
  return values.length === 0 ? pick(undefined) : (values[0] ?? null);
}

const LINE_STYLES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'] as const;
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;

export const borderType: ObjectType<BorderTarget> = {
  name: 'RangeBorder',
  id: ({ index }) => index,
  properties: {
    SideIndex: property(({ index }) => index),
    Style: property(
      (target) => readBorder(target, (border) => border?.style ?? 'None'),
      (target, value, host) => {
        const style = choiceOf(value, LINE_STYLES);
        setBorder(target, (border) => (style === 'None' ? undefined : { ...(border ?? DEFAULT_BORDER), style }), host);
      },
    ),
    Weight: property(
      (target) => readBorder(target, (border) => border?.weight ?? 'Thin'),
      (target, value, host) => {
        const weight = choiceOf(value, WEIGHTS);
        setBorder(target, (border) => ({ ...(border ?? DEFAULT_BORDER), weight }), host);
      },
    ),
    Color: property(
      (target) => readBorder(target, (border) => border?.color ?? '#000000'),
      (target, value, host) => {
        const color = colorOf(value);
        setBorder(target, (border) => ({ ...(border ?? DEFAULT_BORDER), color }), host);
      },
    ),
  },
  objects: {},
  methods: {},
};

const borderOf = (range: RangeTarget, index: BorderIndex) => HostObject.of(borderType, { range, index });

export const borderCollectionType: ObjectType<RangeTarget> = {
  name: 'RangeBorderCollection',
  properties: { Count: property(() => BORDER_INDEXES.length) },
  objects: {},
  methods: {
    GetItemAt: method((target, [index]) =>
      borderOf(target, BORDER_INDEXES[integerOf(index, 0, BORDER_INDEXES.length - 1)] ?? 'EdgeTop'),
    ),
  },
  items: (target) => BORDER_INDEXES.map((index) => borderOf(target, index)),
  item: (target, key) => borderOf(target, choiceOf(key, BORDER_INDEXES)),
};
