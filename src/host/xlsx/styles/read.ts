import type { AlignmentStyle, BorderSide, BorderStyle, CellStyle, FillStyle, FontStyle } from '../../model/style';
import { DEFAULT_STYLE, StyleTable } from '../../model/style';
import type { DifferentialFormat } from '../../model/workbook';
import type { XmlElement } from '../xml/element';
import { child, children, descend, flag, numeric } from '../xml/element';
import { sourceOf } from '../xml/patch';
import type { Palette } from './color';
import { readColor, readPalette } from './color';
import { builtInFormat } from './numberFormats';

/** The styles part of a file, read: what a writer needs to point to what is there and to add to it. */
export interface StyleSource {
  readonly text: string;
  readonly root: XmlElement;
  readonly palette: Palette;
  readonly fonts: readonly FontStyle[];
  readonly fills: readonly FillStyle[];
  readonly borders: readonly CellStyle['borders'][];
  readonly formats: ReadonlyMap<number, string>;
  /** Names of cell styles by xfId; Normal is undefined. */
  readonly cellStyles: ReadonlyMap<number, string>;
  /** Index in the model's table, by index of cellXfs. */
  readonly styleOfXf: readonly number[];
  readonly quotedXfs: ReadonlySet<number>;
  readonly dxfs: readonly XmlElement[];
}

/** Reads a styles part; the first cell format becomes the table's default style. */
export function readStyles(
  text: string,
  root: XmlElement,
  theme: XmlElement | undefined,
): { source: StyleSource; table: StyleTable } {
  const palette = readPalette(theme, root);
  const formats = new Map(
    children(child(root, 'numFmts'), 'numFmt').map(({ attributes }) => [
      numeric(attributes['numFmtId'], -1),
      attributes['formatCode'] ?? 'General',
    ]),
  );
  const parts = {
    fonts: children(child(root, 'fonts'), 'font').map((e) => readFont(e, palette)),
    fills: children(child(root, 'fills'), 'fill').map((e) => readFill(e, palette, text)),
    borders: children(child(root, 'borders'), 'border').map((e) => readBorders(e, palette)),
    formats,
    cellStyles: readCellStyles(root),
  };
  const xfs = children(child(root, 'cellXfs'), 'xf');
  const styles = xfs.map((xf) => readXf(xf, parts));
  const table = new StyleTable(styles[0] ?? DEFAULT_STYLE);
  const source: StyleSource = {
    text,
    root,
    palette,
    ...parts,
    styleOfXf: styles.map((style) => table.intern(style)),
    quotedXfs: new Set(xfs.flatMap((xf, i) => (flag(xf.attributes['quotePrefix']) ? [i] : []))),
    dxfs: children(child(root, 'dxfs'), 'dxf'),
  };
  return { source, table };
}

type StyleParts = Pick<StyleSource, 'fonts' | 'fills' | 'borders' | 'formats' | 'cellStyles'>;

function readXf(xf: XmlElement, parts: StyleParts): CellStyle {
  const { attributes } = xf;
  const protection = child(xf, 'protection')?.attributes;
  const formatId = numeric(attributes['numFmtId'], 0);
  const cellStyle = parts.cellStyles.get(numeric(attributes['xfId'], 0));
  return {
    numberFormat: parts.formats.get(formatId) ?? builtInFormat(formatId),
    font: parts.fonts[numeric(attributes['fontId'], 0)] ?? DEFAULT_STYLE.font,
    fill: parts.fills[numeric(attributes['fillId'], 0)] ?? {},
    borders: parts.borders[numeric(attributes['borderId'], 0)] ?? {},
    alignment: readAlignment(child(xf, 'alignment')),
    locked: flag(protection?.['locked'], true),
    hidden: flag(protection?.['hidden']),
    ...(cellStyle !== undefined && { cellStyle }),
  };
}

const UNDERLINES: Readonly<Record<string, FontStyle['underline']>> = {
  single: 'Single',
  double: 'Double',
  singleAccounting: 'SingleAccountant',
  doubleAccounting: 'DoubleAccountant',
  none: 'None',
};

function readFont(font: XmlElement, palette: Palette): FontStyle {
  const value = (name: string): string | undefined => child(font, name)?.attributes['val'];
  const isOn = (name: string): boolean => child(font, name) !== undefined && flag(value(name), true);
  const underline = child(font, 'u');
  const vertical = value('vertAlign');
  const scheme = value('scheme');
  return {
    name: value('name') ?? DEFAULT_STYLE.font.name,
    size: numeric(value('sz'), DEFAULT_STYLE.font.size),
    bold: isOn('b'),
    italic: isOn('i'),
    underline: underline ? (UNDERLINES[underline.attributes['val'] ?? 'single'] ?? 'Single') : 'None',
    strikethrough: isOn('strike'),
    color: readColor(child(font, 'color'), palette) ?? '#000000',
    ...(vertical === 'superscript' && { vertical: 'Superscript' as const }),
    ...(vertical === 'subscript' && { vertical: 'Subscript' as const }),
    ...((scheme === 'major' || scheme === 'minor') && { scheme }),
  };
}

function readFill(fill: XmlElement, palette: Palette, source: string): FillStyle {
  const gradient = child(fill, 'gradientFill');
  if (gradient) return { gradient: sourceOf(source, gradient) };
  const pattern = child(fill, 'patternFill');
  const type = pattern?.attributes['patternType'] ?? 'none';
  if (!pattern || type === 'none') return {};
  const fore = readColor(child(pattern, 'fgColor'), palette);
  const back = readColor(child(pattern, 'bgColor'), palette);
  if (type === 'solid') return { color: fore ?? '#000000' };
  return { pattern: type, ...(back && { color: back }), ...(fore && { patternColor: fore }) };
}

/** Style and weight by the file's name of a line. */
export const BORDER_LINES: Readonly<Record<string, Pick<BorderStyle, 'style' | 'weight'>>> = {
  hair: { style: 'Continuous', weight: 'Hairline' },
  thin: { style: 'Continuous', weight: 'Thin' },
  medium: { style: 'Continuous', weight: 'Medium' },
  thick: { style: 'Continuous', weight: 'Thick' },
  dashed: { style: 'Dash', weight: 'Thin' },
  mediumDashed: { style: 'Dash', weight: 'Medium' },
  dashDot: { style: 'DashDot', weight: 'Thin' },
  mediumDashDot: { style: 'DashDot', weight: 'Medium' },
  dashDotDot: { style: 'DashDotDot', weight: 'Thin' },
  mediumDashDotDot: { style: 'DashDotDot', weight: 'Medium' },
  slantDashDot: { style: 'SlantDashDot', weight: 'Medium' },
  dotted: { style: 'Dot', weight: 'Thin' },
  double: { style: 'Double', weight: 'Thick' },
};

const SIDES: Readonly<Record<string, BorderSide>> = {
  left: 'EdgeLeft',
  start: 'EdgeLeft',
  right: 'EdgeRight',
  end: 'EdgeRight',
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
};

function readBorders(border: XmlElement, palette: Palette): CellStyle['borders'] {
  const sides: Partial<Record<BorderSide, BorderStyle>> = {};
  for (const element of border.children) {
    const line = BORDER_LINES[element.attributes['style'] ?? 'none'];
    if (!line) continue;
    const style = { ...line, color: readColor(child(element, 'color'), palette) ?? '#000000' };
    const side = SIDES[element.name];
    if (side) sides[side] = style;
    if (element.name === 'diagonal') {
      if (flag(border.attributes['diagonalDown'])) sides.DiagonalDown = style;
      if (flag(border.attributes['diagonalUp'])) sides.DiagonalUp = style;
    }
  }
  return sides;
}

/** By the file's names. */
export const HORIZONTALS: Readonly<Record<string, AlignmentStyle['horizontal']>> = {
  general: 'General',
  left: 'Left',
  center: 'Center',
  right: 'Right',
  fill: 'Fill',
  justify: 'Justify',
  centerContinuous: 'CenterAcrossSelection',
  distributed: 'Distributed',
};
export const VERTICALS: Readonly<Record<string, AlignmentStyle['vertical']>> = {
  top: 'Top',
  center: 'Center',
  bottom: 'Bottom',
  justify: 'Justify',
  distributed: 'Distributed',
};

function readAlignment(element: XmlElement | undefined): AlignmentStyle {
  const { horizontal, vertical, wrapText, indent, textRotation, shrinkToFit, readingOrder } = element?.attributes ?? {};
  const rotation = numeric(textRotation, 0);
  return {
    horizontal: HORIZONTALS[horizontal ?? 'general'] ?? 'General',
    vertical: VERTICALS[vertical ?? 'bottom'] ?? 'Bottom',
    wrapText: flag(wrapText),
    indent: numeric(indent, 0),
    // Files count 91…180 for turning down; 255 stacks the letters (the object model's 180).
    rotation: rotation === 255 ? 180 : rotation > 90 ? 90 - rotation : rotation,
    shrinkToFit: flag(shrinkToFit),
    ...(readingOrder === '1' && { readingOrder: 'LeftToRight' as const }),
    ...(readingOrder === '2' && { readingOrder: 'RightToLeft' as const }),
  };
}

function readCellStyles(root: XmlElement): Map<number, string> {
  const names = new Map<number, string>();
  for (const { attributes } of children(child(root, 'cellStyles'), 'cellStyle')) {
    const id = numeric(attributes['xfId'], 0);
    const isNormal = attributes['builtinId'] === '0';
    if (!isNormal && !names.has(id) && attributes['name']) names.set(id, attributes['name']);
  }
  return names;
}

/** A differential format, as far as the model names it; 'fillColor' of a pattern is its visible colour. */
export function readDxf(dxf: XmlElement | undefined, palette: Palette): DifferentialFormat {
  const font = child(dxf, 'font');
  const isOn = (name: string): boolean | undefined => {
    const element = child(font, name);
    return element && flag(element.attributes['val'], true);
  };
  const pattern = descend(dxf, 'fill', 'patternFill');
  const fillColor = readColor(child(pattern, 'bgColor') ?? child(pattern, 'fgColor'), palette);
  const format: DifferentialFormat = {};
  const fontColor = readColor(child(font, 'color'), palette);
  if (fontColor) format.fontColor = fontColor;
  if (isOn('b')) format.bold = true;
  if (isOn('i')) format.italic = true;
  if (isOn('strike')) format.strikethrough = true;
  const underline = child(font, 'u');
  if (underline && underline.attributes['val'] !== 'none') format.underline = true;
  if (fillColor) format.fillColor = fillColor;
  const numberFormat = child(dxf, 'numFmt')?.attributes['formatCode'];
  if (numberFormat) format.numberFormat = numberFormat;
  const side = child(dxf, 'border')?.children.find((e) => e.attributes['style'] !== undefined);
  const borderColor = readColor(child(side, 'color'), palette);
  if (borderColor) format.borderColor = borderColor;
  return format;
}
