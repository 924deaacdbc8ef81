import type { CellView } from '../../drawing/cellView';

const FALLBACK = 'Calibri, Carlito, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif';
const PIXELS_PER_POINT = 4 / 3;
/** Width of Calibri's digits relative to the size: Excel's column widths are made for them. */
const DIGIT_OF_SIZE = 0.507;

/** Measures texts, and remembers what it measured. */
export class Fonts {
  private readonly factors = new Map<string, number>();
  private readonly widths = new Map<string, number>();

  constructor(private readonly context: CanvasRenderingContext2D) {}

  /** Pixels of a cell's font, made smaller where only wider fonts are at hand, so that numbers fit as they do in Excel. */
  size({ font }: Pick<CellView, 'font'>, scale: number): number {
    return font.size * PIXELS_PER_POINT * scale * this.factor(font.family);
  }

  /** The font as a canvas takes it. */
  css(view: Pick<CellView, 'font'>, scale: number, size = this.size(view, scale)): string {
    const { bold, italic, family } = view.font;
    return `${italic ? 'italic ' : ''}${bold ? 'bold ' : ''}${size.toFixed(2)}px "${family}", ${FALLBACK}`;
  }

  /** Width of a text in a font, in pixels. */
  width(text: string, font: string): number {
    const key = `${font}|${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    if (this.widths.size > 20_000) this.widths.clear();
    this.context.font = font;
    const { width } = this.context.measureText(text);
    this.widths.set(key, width);
    return width;
  }

  private factor(family: string): number {
    let factor = this.factors.get(family);
    if (factor === undefined) {
      this.context.font = `100px "${family}", ${FALLBACK}`;
      factor = Math.min(1, (DIGIT_OF_SIZE * 100) / this.context.measureText('0').width);
      this.factors.set(family, factor);
    }
    return factor;
  }
}

/** Breaks a text into lines no wider than the room, at spaces where it can. */
export function breakLines(text: string, room: number, width: (part: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    if (width(paragraph) <= room) return [paragraph];
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/(?<=[\s-])/)) {
      if (line !== '' && width((line + word).trimEnd()) > room) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += word;
      while (width(line.trimEnd()) > room && line.length > 1) {
        const fits = Math.max(1, charactersThatFit(line, room, width));
        if (fits >= line.length) break;
        lines.push(line.slice(0, fits));
        line = line.slice(fits);
      }
    }
    return [...lines, line.trimEnd()];
  });
}

function charactersThatFit(text: string, room: number, width: (part: string) => number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (width(text.slice(0, middle)) <= room) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A number of format General in as many digits as fit; undefined when none do. @example shortNumber(1234.5678, fits) //=> '1234.57' */
export function shortNumber(value: number, decimalSign: string, fits: (text: string) => boolean): string | undefined {
  for (let digits = 11; digits > 0; digits--) {
    const rounded = Number(value.toPrecision(digits));
    const text = String(Math.abs(rounded) >= 1e11 ? rounded.toExponential(Math.max(0, digits - 1)) : rounded);
    // Digits before the decimal sign are never rounded away.
    if (!text.includes('e') && Math.abs(Math.round(value) - Math.round(rounded)) > 0) return undefined;
    const shown = text.replace('.', decimalSign).replace(/e\+?(-?)(\d+)/, 'E$1$2');
    if (fits(shown)) return shown;
  }
  return undefined;
}
