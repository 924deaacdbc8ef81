import type { XmlElement } from '../xml/element';
import { child, descend, flag, numeric } from '../xml/element';

/** What colours of a file are looked up in. */
export interface Palette {
  /** '#RRGGBB' by theme index (0 light 1, 1 dark 1, 2 light 2, 3 dark 2, 4–9 accents, 10 link, 11 followed link). */
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

/** Office's theme since 2013, for files without one. */
const OFFICE_THEME = `FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72`;

/** The 64 colours of ECMA-376 18.8.27, then the window's text and background. */
const INDEXED = `000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF
800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333 000000 FFFFFF`;

/** The palette of a workbook from its theme and its own indexed colours, where it has them. */
export function readPalette(theme: XmlElement | undefined, styles: XmlElement | undefined): Palette {
  const own = descend(styles, 'colors', 'indexedColors')?.children.map((c) => rgb(c.attributes['rgb']));
  const standard = INDEXED.split(/\s+/).map((hex) => `#${hex}`);
  return {
    theme: readTheme(theme) ?? OFFICE_THEME.split(' ').map((hex) => `#${hex}`),
    indexed: own ? [...own, ...standard.slice(own.length)].map((c, i) => c ?? standard[i] ?? '#000000') : standard,
  };
}

/** A colour element (color, fgColor, tabColor …) as '#RRGGBB'; undefined when absent or automatic. */
export function readColor(element: XmlElement | undefined, palette: Palette): string | undefined {
  if (!element || flag(element.attributes['auto'])) return undefined;
  const { rgb: value, theme, indexed, tint } = element.attributes;
  const base =
    rgb(value) ??
    (theme !== undefined ? palette.theme[Number(theme)] : undefined) ??
    (indexed !== undefined ? palette.indexed[Number(indexed)] : undefined);
  return base && applyTint(base, numeric(tint, 0));
}

/** The attribute of a colour element. @example colorValue('#1F4E78') //=> 'FF1F4E78' */
export function colorValue(color: string): string {
  return `FF${color.replace('#', '').toUpperCase().padStart(6, '0').slice(-6)}`;
}

/** Makes a colour lighter (tint > 0) or darker (< 0) in hue, saturation and lightness, as ECMA-376 18.8.19 says. */
export function applyTint(color: string, tint: number): string {
  if (tint === 0) return color;
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255) as [number, number, number];
  const high = Math.max(r, g, b);
  const low = Math.min(r, g, b);
  const lightness = (high + low) / 2;
  const wanted = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const range = high - low;
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * lightness - 1));
  const chroma = (1 - Math.abs(2 * wanted - 1)) * saturation;
  const hex = [r, g, b].map((part) => {
    const share = range === 0 ? 0 : (part - lightness) / range;
    return Math.round(Math.min(1, Math.max(0, wanted + share * chroma)) * 255)
      .toString(16)
      .padStart(2, '0')
      .toUpperCase();
  });
  return `#${hex.join('')}`;
}

/** Names of the theme's colours by index: files list dark 1 first, indexes count light 1 first (and so for 2). */
export const THEME_COLORS: readonly string[] = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

function readTheme(theme: XmlElement | undefined): string[] | undefined {
  const scheme = descend(theme, 'themeElements', 'clrScheme');
  if (!scheme) return undefined;
  return THEME_COLORS.map((name) => {
    const color = child(scheme, name)?.children[0];
    return rgb(color?.attributes['lastClr'] ?? color?.attributes['val']) ?? '#000000';
  });
}

/** 'FFRRGGBB' or 'RRGGBB' as '#RRGGBB'. */
function rgb(value: string | undefined): string | undefined {
  return value && /^([0-9a-fA-F]{2})?[0-9a-fA-F]{6}$/.test(value) ? `#${value.slice(-6).toUpperCase()}` : undefined;
}
