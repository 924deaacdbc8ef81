import type { BorderSide, BorderStyle, CellStyle, FillStyle, FontStyle, StyleTable } from '../../model/style';
import { child } from '../xml/element';
import { patchRoot } from '../xml/patch';
import { tag } from '../xml/write';
import { colorValue } from './color';
import { builtInFormatId, FIRST_CUSTOM_FORMAT } from './numberFormats';
import type { DifferentialFormat } from '../../model/workbook';
import type { StyleSource } from './read';
import { BORDER_LINES, HORIZONTALS, VERTICALS } from './read';

const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** A list of the styles part: what the file has, and what is added behind it. */
class Additions {
  readonly added: string[] = [];
  private readonly known = new Map<string, number>();

  constructor(private readonly first: number) {}

  remember(key: string, index: number): void {
    if (!this.known.has(key)) this.known.set(key, index);
  }

  index(key: string, write: () => string): number {
    let index = this.known.get(key);
    if (index === undefined) {
      index = this.first + this.added.push(write()) - 1;
      this.known.set(key, index);
    }
    return index;
  }
}

/** Gives every style of the model its number in the file: the one it came with, or a new one behind the file's own. */
export class StyleWriter {
  /** By style of the model: of plain cells, and of cells whose text was typed with an apostrophe. */
  private readonly xfOfStyle = new Map<number, number>();
  private readonly xfOfQuoted = new Map<number, number>();
  private readonly fonts: Additions;
  private readonly fills: Additions;
  private readonly borders: Additions;
  private readonly xfs: Additions;
  private readonly dxfs: Additions;
  private readonly formats = new Map<string, number>();
  private readonly newFormats: string[] = [];

  constructor(
    private readonly source: StyleSource,
    private readonly table: StyleTable,
  ) {
    this.fonts = rememberAll(source.fonts);
    this.fills = rememberAll(source.fills);
    this.borders = rememberAll(source.borders);
    this.xfs = new Additions(source.styleOfXf.length);
    this.dxfs = new Additions(source.dxfs.length);
    source.styleOfXf.forEach((style, xf) => {
      const known = source.quotedXfs.has(xf) ? this.xfOfQuoted : this.xfOfStyle;
      if (!known.has(style)) known.set(style, xf);
    });
    for (const [id, format] of source.formats) if (!this.formats.has(format)) this.formats.set(format, id);
  }

  /** Number of the cell format for a style of the model. */
  xf(style: number, quotePrefix = false): number {
    const known = quotePrefix ? this.xfOfQuoted : this.xfOfStyle;
    let xf = known.get(style);
    if (xf === undefined) {
      const look = this.table.get(style);
      xf = this.xfs.index(JSON.stringify(look) + quotePrefix, () => this.writeXf(look, quotePrefix));
      known.set(style, xf);
    }
    return xf;
  }

  /** Number of a differential format (conditional formats). */
  dxf(format: DifferentialFormat): number {
    const xml = this.writeDxf(format);
    return this.dxfs.index(xml, () => xml);
  }

  /** The styles part with the additions; undefined when there are none. */
  finish(): string | undefined {
    const lists: [string, string, readonly string[]][] = [
      ['numFmts', 'numFmt', this.newFormats],
      ['fonts', 'font', this.fonts.added],
      ['fills', 'fill', this.fills.added],
      ['borders', 'border', this.borders.added],
      ['cellXfs', 'xf', this.xfs.added],
      ['dxfs', 'dxf', this.dxfs.added],
    ];
    const patch: Record<string, string> = {};
    for (const [list, item, added] of lists) if (added.length > 0) patch[list] = this.extend(list, item, added);
    if (Object.keys(patch).length === 0) return undefined;
    return patchRoot(this.source.text, this.source.root, patch, ORDER);
  }

  private extend(list: string, item: string, added: readonly string[]): string {
    const element = child(this.source.root, list);
    if (!element) return tag(list, { count: added.length }, added.join(''));
    const had = element.children.filter((e) => e.name === item).length;
    const inner = this.source.text.slice(element.innerStart, element.innerEnd) + added.join('');
    return tag(list, { ...element.attributes, count: had + added.length }, inner);
  }

  private writeXf(look: CellStyle, quotePrefix: boolean): string {
    const { fill, borders } = look;
    const xfId = [...this.source.cellStyles].find(([, name]) => name === look.cellStyle)?.[0] ?? 0;
    const fontId = this.fonts.index(key(look.font), () => writeFont(this.namedFont(look.font)));
    const fillId = this.fills.index(key(fill), () => writeFill(fill));
    const borderId = this.borders.index(key(borders), () => writeBorders(borders));
    const numFmtId = this.formatId(look.numberFormat);
    const alignment = writeAlignment(look);
    const isProtected = look.locked && !look.hidden;
    const protection = isProtected ? '' : tag('protection', { locked: look.locked ? '1' : '0', hidden: look.hidden });
    return tag(
      'xf',
      {
        numFmtId,
        fontId,
        fillId,
        borderId,
        xfId,
        quotePrefix,
        applyNumberFormat: numFmtId !== 0,
        applyFont: fontId !== 0,
        applyFill: fillId !== 0,
        applyBorder: borderId !== 0,
        applyAlignment: alignment !== '',
        applyProtection: !isProtected,
      },
      alignment + protection,
    );
  }

  /** A font that no longer bears the theme's name does not follow the theme. */
  private namedFont(font: FontStyle): FontStyle {
    const follows = this.source.fonts.some((f) => f.name === font.name && f.scheme === font.scheme);
    return follows ? font : { ...font, scheme: undefined };
  }

  private formatId(format: string): number {
    const known = builtInFormatId(format) ?? this.formats.get(format);
    if (known !== undefined) return known;
    const id = Math.max(FIRST_CUSTOM_FORMAT - 1, ...this.formats.values()) + 1;
    this.formats.set(format, id);
    this.newFormats.push(tag('numFmt', { numFmtId: id, formatCode: format }));
    return id;
  }

  private writeDxf(format: DifferentialFormat): string {
    const font =
      (format.bold ? tag('b') : '') +
      (format.italic ? tag('i') : '') +
      (format.strikethrough ? tag('strike') : '') +
      (format.underline ? tag('u') : '') +
      (format.fontColor ? tag('color', { rgb: colorValue(format.fontColor) }) : '');
    const numFmt = format.numberFormat
      ? tag('numFmt', { numFmtId: this.dxfFormatId(format.numberFormat), formatCode: format.numberFormat })
      : '';
    // Excel paints the bgColor of a differential fill; others want the pattern said too.
    const fill = format.fillColor
      ? tag('fill', {}, tag('patternFill', { patternType: 'solid' }, writeFillColors(format.fillColor)))
      : '';
    const { borderColor } = format;
    const side = (name: string): string =>
      tag(name, { style: 'thin' }, tag('color', { rgb: colorValue(borderColor ?? '#000000') }));
    const border = borderColor ? tag('border', {}, ['left', 'right', 'top', 'bottom'].map(side).join('')) : '';
    return tag('dxf', {}, (font ? tag('font', {}, font) : '') + numFmt + fill + border) || tag('dxf');
  }

  /** A differential number format carries its own code; the number must only not clash. */
  private dxfFormatId(format: string): number {
    return builtInFormatId(format) ?? this.formats.get(format) ?? this.formatId(format);
  }
}

function writeFillColors(color: string): string {
  return tag('fgColor', { rgb: colorValue(color) }) + tag('bgColor', { rgb: colorValue(color) });
}

function rememberAll(items: readonly unknown[]): Additions {
  const additions = new Additions(items.length);
  items.forEach((item, index) => additions.remember(key(item), index));
  return additions;
}

/** Equal looks have equal keys, in whatever order their members were set. */
function key(item: unknown): string {
  if (typeof item !== 'object' || item === null) return JSON.stringify(item) ?? '';
  const members = Object.entries(item).filter(([, value]) => value !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, value]) => `${name}:${key(value)}`).join(',')}}`;
}

const FILE_UNDERLINES: Readonly<Record<FontStyle['underline'], string>> = {
  None: '',
  Single: 'single',
  Double: 'double',
  SingleAccountant: 'singleAccounting',
  DoubleAccountant: 'doubleAccounting',
};

function writeFont(font: FontStyle): string {
  const underline = FILE_UNDERLINES[font.underline];
  return tag(
    'font',
    {},
    (font.bold ? tag('b') : '') +
      (font.italic ? tag('i') : '') +
      (font.strikethrough ? tag('strike') : '') +
      (underline ? tag('u', { val: underline === 'single' ? undefined : underline }) : '') +
      (font.vertical ? tag('vertAlign', { val: font.vertical.toLowerCase() }) : '') +
      tag('sz', { val: font.size }) +
      (font.color === '#000000' ? '' : tag('color', { rgb: colorValue(font.color) })) +
      tag('name', { val: font.name }) +
      (font.scheme ? tag('scheme', { val: font.scheme }) : ''),
  );
}

function writeFill(fill: FillStyle): string {
  if (fill.gradient) return tag('fill', {}, fill.gradient);
  if (!fill.color && !fill.pattern) return tag('fill', {}, tag('patternFill', { patternType: 'none' }));
  if (!fill.pattern || fill.pattern === 'solid') {
    const colors = tag('fgColor', { rgb: colorValue(fill.color ?? '#FFFFFF') }) + tag('bgColor', { indexed: 64 });
    return tag('fill', {}, tag('patternFill', { patternType: 'solid' }, colors));
  }
  const colors =
    (fill.patternColor ? tag('fgColor', { rgb: colorValue(fill.patternColor) }) : '') +
    (fill.color ? tag('bgColor', { rgb: colorValue(fill.color) }) : '');
  return tag('fill', {}, tag('patternFill', { patternType: fill.pattern }, colors));
}

/** The file's name of a line; the nearest one where weight and style do not go together. */
function lineName({ style, weight }: BorderStyle): string {
  const lines = Object.entries(BORDER_LINES);
  const exact = lines.find(([, line]) => line.style === style && line.weight === weight);
  return (exact ?? lines.find(([, line]) => line.style === style))?.[0] ?? 'thin';
}

function writeBorders(borders: CellStyle['borders']): string {
  const side = (name: string, model: BorderSide): string => {
    const line = borders[model];
    return line ? tag(name, { style: lineName(line) }, tag('color', { rgb: colorValue(line.color) })) : tag(name);
  };
  const diagonal: BorderSide = borders.DiagonalDown ? 'DiagonalDown' : 'DiagonalUp';
  return tag(
    'border',
    { diagonalUp: borders.DiagonalUp !== undefined, diagonalDown: borders.DiagonalDown !== undefined },
    side('left', 'EdgeLeft') +
      side('right', 'EdgeRight') +
      side('top', 'EdgeTop') +
      side('bottom', 'EdgeBottom') +
      side('diagonal', diagonal),
  );
}

function writeAlignment({ alignment }: CellStyle): string {
  const { horizontal, vertical, wrapText, indent, rotation, shrinkToFit, readingOrder } = alignment;
  const attributes = {
    horizontal: horizontal === 'General' ? undefined : fileName(HORIZONTALS, horizontal),
    vertical: vertical === 'Bottom' ? undefined : fileName(VERTICALS, vertical),
    textRotation: rotation === 0 ? undefined : rotation === 180 ? 255 : rotation < 0 ? 90 - rotation : rotation,
    wrapText,
    indent: indent === 0 ? undefined : indent,
    shrinkToFit,
    readingOrder: readingOrder && (readingOrder === 'LeftToRight' ? 1 : 2),
  };
  return Object.values(attributes).some((v) => v !== undefined && v !== false) ? tag('alignment', attributes) : '';
}

function fileName(names: Readonly<Record<string, string>>, wanted: string): string | undefined {
  return Object.entries(names).find(([, model]) => model === wanted)?.[0];
}
