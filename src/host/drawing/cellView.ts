import { formatColor } from 'numfmt';
import { styleAt } from '../bridge/cells';
import type { Bar, Icon } from '../conditional/scales';
import type { ConditionalLooks } from '../conditional/conditionalLooks';
import { formatCell } from '../formulas/display';
import type { CellValue } from '../model/cell';
import { CellError, MAX_COLUMNS } from '../model/cell';
import type { BorderSide, BorderStyle, CellStyle } from '../model/style';
import type { Worksheet } from '../model/workbook';
import { tableLookAt } from './tableLook';

/** Everything about one cell that a painter needs. */
export interface CellView {
  /** As formatted; empty when there is nothing to show. */
  readonly text: string;
  /** Set when the text is a number in format General: it is shortened to fit. */
  readonly general?: number;
  /** Numbers never run over into the next cell: what does not fit is ####. */
  readonly isNumber: boolean;
  readonly align: 'left' | 'right' | 'center' | 'fill';
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly wrap: boolean;
  readonly indent: number;
  readonly rotation: number;
  readonly shrinks: boolean;
  readonly font: {
    readonly family: string;
    /** Points. */
    readonly size: number;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly underline: 'none' | 'single' | 'double';
    readonly strikethrough: boolean;
  };
  readonly color: string;
  readonly fill: string | undefined;
  readonly borders: Readonly<Partial<Record<BorderSide, BorderStyle>>>;
  readonly bar: Bar | undefined;
  readonly icon: Icon | undefined;
  /** Nothing stands in it: a text beside it may run over it. */
  readonly isEmpty: boolean;
}

/** Looks up how cells look, and remembers it until something changes. */
export class CellViews {
  private readonly bySheet = new Map<Worksheet, Map<number, CellView>>();

  constructor(private readonly looks: ConditionalLooks) {}

  /** Something changed: everything is looked up again. */
  forget(): void {
    for (const sheet of this.bySheet.keys()) this.looks.forget(sheet);
    this.bySheet.clear();
  }

  at(sheet: Worksheet, row: number, column: number): CellView {
    let views = this.bySheet.get(sheet);
    if (!views) this.bySheet.set(sheet, (views = new Map()));
    const key = row * MAX_COLUMNS + column;
    let view = views.get(key);
    // A long scroll must not keep every cell it passed.
    if (views.size > 50_000) views.clear();
    if (!view) views.set(key, (view = makeView(sheet, row, column, this.looks)));
    return view;
  }
}

function makeView(sheet: Worksheet, row: number, column: number, looks: ConditionalLooks): CellView {
  const { workbook } = sheet;
  const cell = sheet.cell(row, column);
  const style = styleAt(sheet, row, column);
  const table = tableLookAt(sheet, row, column);
  const conditional = looks.at(sheet, row, column);
  const format = conditional?.format ?? {};
  const value = cell?.value ?? null;
  const numberFormat = format.numberFormat ?? style.numberFormat;
  const hidden = conditional?.hidesValue === true || numberFormat === ';;;';
  const text = hidden ? '' : formatCell(value, numberFormat, workbook.culture, workbook.dateSystem);
  const ownColor = style.font.color !== '#000000' ? style.font.color : undefined;
  return {
    text,
    ...(typeof value === 'number' && numberFormat === 'General' && { general: value }),
    isNumber: typeof value === 'number',
    align: alignOf(style, value),
    vertical: verticalOf(style),
    wrap: style.alignment.wrapText || style.alignment.vertical === 'Justify',
    indent: style.alignment.indent,
    rotation: style.alignment.rotation,
    shrinks: style.alignment.shrinkToFit,
    font: {
      family: style.font.name,
      size: style.font.size,
      bold: format.bold ?? (style.font.bold || table?.bold === true),
      italic: format.italic ?? style.font.italic,
      underline: format.underline === true ? 'single' : (UNDERLINES[style.font.underline] ?? 'none'),
      strikethrough: format.strikethrough ?? style.font.strikethrough,
    },
    color: format.fontColor ?? sectionColor(numberFormat, value) ?? ownColor ?? table?.color ?? '#000000',
    fill: format.fillColor ?? style.fill.color ?? table?.fill,
    borders: bordersOf(style, table?.top, table?.bottom, format.borderColor),
    bar: conditional?.bar,
    icon: conditional?.icon,
    isEmpty: value === null && cell?.formula === undefined,
  };
}

const UNDERLINES: Readonly<Record<string, 'single' | 'double'>> = {
  Single: 'single',
  SingleAccountant: 'single',
  Double: 'double',
  DoubleAccountant: 'double',
};

/** Numbers stand right, texts left, logical values and errors in the middle, unless the style says otherwise. */
function alignOf({ alignment }: CellStyle, value: CellValue): CellView['align'] {
  switch (alignment.horizontal) {
    case 'Left':
    case 'Justify':
    case 'Distributed':
      return 'left';
    case 'Right':
      return 'right';
    case 'Center':
    case 'CenterAcrossSelection':
      return 'center';
    case 'Fill':
      return 'fill';
    default:
      if (typeof value === 'number') return 'right';
      return typeof value === 'boolean' || value instanceof CellError ? 'center' : 'left';
  }
}

function verticalOf({ alignment }: CellStyle): CellView['vertical'] {
  if (alignment.vertical === 'Top' || alignment.vertical === 'Justify') return 'top';
  return alignment.vertical === 'Bottom' ? 'bottom' : 'center';
}

/** The colour that a number format names: [Red]. */
function sectionColor(numberFormat: string, value: CellValue): string | undefined {
  if (!numberFormat.includes('[') || typeof value !== 'number') return undefined;
  const color: unknown = formatColor(numberFormat, value);
  return typeof color === 'string' ? NAMED_COLORS[color.toLowerCase()] : undefined;
}

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000FF',
  cyan: '#00FFFF',
  green: '#00FF00',
  magenta: '#FF00FF',
  red: '#FF0000',
  white: '#FFFFFF',
  yellow: '#FFFF00',
};

function bordersOf(
  style: CellStyle,
  top: string | undefined,
  bottom: string | undefined,
  conditional: string | undefined,
): CellView['borders'] {
  if (conditional !== undefined) {
    const line = thin(conditional);
    return { EdgeTop: line, EdgeBottom: line, EdgeLeft: line, EdgeRight: line };
  }
  if (top === undefined && bottom === undefined) return style.borders;
  return {
    ...(top !== undefined && { EdgeTop: thin(top) }),
    ...(bottom !== undefined && { EdgeBottom: thin(bottom) }),
    ...style.borders,
  };
}

function thin(color: string): BorderStyle {
  return { style: 'Continuous', weight: 'Thin', color };
}
