import type { CellView } from '../../drawing/cellView';
import { breakLines } from './fonts';
import type { Scene } from './scene';

/** A rectangle in pixels of the cells' window. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const PADDING = 3;
/** Pixels of one step of indentation at 100 %. */
const INDENT = 9;
const LINE_OF_SIZE = 1.22;
/** Where letters stand in their line, from its top, relative to the size. */
const BASELINE_OF_SIZE = 0.94;

/** Width of a text in a cell's font. */
export function textWidth({ fonts, axes }: Scene, view: CellView, text: string): number {
  return fonts.width(text, fonts.css(view, axes.scale));
}

/** Paints the text of a cell into its box, cut off where `clip` ends. */
export function paintText(scene: Scene, view: CellView, text: string, box: Box, clip: Box): void {
  const { context, fonts, axes } = scene;
  const indent = view.indent * INDENT * axes.scale;
  const room = box.width - 2 * PADDING - indent;
  let size = fonts.size(view, axes.scale);
  let font = fonts.css(view, axes.scale, size);
  if (view.shrinks && fonts.width(text, font) > room) {
    size = Math.max(4, (size * room) / fonts.width(text, font));
    font = fonts.css(view, axes.scale, size);
  }
  const lines = view.wrap
    ? breakLines(text, Math.max(room, 1), (part) => fonts.width(part, font))
    : [text.replaceAll('\n', ' ')];
  context.save();
  context.beginPath();
  context.rect(clip.x, clip.y, clip.width - 1, clip.height);
  context.clip();
  context.font = font;
  context.fillStyle = view.color;
  context.textBaseline = 'alphabetic';
  if (view.rotation !== 0) paintRotated(context, text, view, box, size, fonts.width(text, font));
  else paintLines(scene, lines, view, box, font, size, indent);
  context.restore();
}

function paintLines(
  { context, fonts }: Scene,
  lines: readonly string[],
  view: CellView,
  box: Box,
  font: string,
  size: number,
  indent: number,
): void {
  const lineHeight = size * LINE_OF_SIZE;
  const free = box.height - lines.length * lineHeight;
  // A text higher than its cell begins at the top, so that its first line can be read.
  const offset = free < 0 || view.vertical === 'top' ? 1 : view.vertical === 'bottom' ? free - 1 : free / 2;
  lines.forEach((line, index) => {
    const width = fonts.width(line, font);
    const x =
      view.align === 'right'
        ? box.x + box.width - PADDING - indent - width
        : view.align === 'center'
          ? box.x + (box.width - width) / 2
          : box.x + PADDING + indent;
    const y = box.y + offset + index * lineHeight + size * BASELINE_OF_SIZE;
    context.fillText(line, x, y);
    underline(context, view, x, y, width, size);
  });
}

function underline(
  context: CanvasRenderingContext2D,
  { font }: CellView,
  x: number,
  y: number,
  width: number,
  size: number,
): void {
  const line = (at: number) => context.fillRect(x, Math.round(at), width, Math.max(1, Math.round(size / 14)));
  if (font.underline !== 'none') line(y + 2);
  if (font.underline === 'double') line(y + 4);
  if (font.strikethrough) line(y - size * 0.3);
}

/** Texts turned by degrees: up to 90 upwards; above that (as files say it) downwards. */
function paintRotated(
  context: CanvasRenderingContext2D,
  text: string,
  { rotation }: CellView,
  box: Box,
  size: number,
  width: number,
): void {
  const degrees = rotation > 90 ? rotation - 90 : -rotation;
  context.translate(box.x + box.width / 2, box.y + box.height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.fillText(text, -width / 2, size * 0.35);
}
