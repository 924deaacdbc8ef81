import type { Pane } from '../../drawing/window';
import { areaInPane } from '../../drawing/window';
import { filterButtons } from '../../editing/filterButtons';
import type { Box } from './paintText';
import type { Scene } from './scene';

/** Size of the button that opens a column's filter. */
export const FILTER_BUTTON = 16;

/** Where the button of a heading stands: at its lower right. */
export function filterButtonIn({ x, y, width, height }: Box): { readonly x: number; readonly y: number } {
  return { x: x + width - FILTER_BUTTON - 2, y: y + Math.max(0, height - FILTER_BUTTON - 2) };
}

/** Paints the filter buttons of the headings in sight: an arrow, or a funnel where the column is filtered. */
export function paintFilters(scene: Scene, pane: Pane): void {
  const { context, axes, sheet } = scene;
  const { rows, columns } = pane;
  context.save();
  context.beginPath();
  context.rect(columns.clipFrom, rows.clipFrom, columns.clipTo - columns.clipFrom, rows.clipTo - rows.clipFrom);
  context.clip();
  for (const { row, column, isFiltered } of filterButtons(sheet)) {
    const cell = areaInPane(axes, pane, { top: row, left: column, bottom: row, right: column });
    if (!cell || cell.width < FILTER_BUTTON || cell.height === 0) continue;
    const { x, y } = filterButtonIn(cell);
    paintButton(context, Math.round(x), Math.round(y), isFiltered);
  }
  context.restore();
}

/** Buttons lie on the sheet, which keeps its own colours in the dark. */
function paintButton(context: CanvasRenderingContext2D, x: number, y: number, isFiltered: boolean): void {
  context.fillStyle = '#FFFFFF';
  context.fillRect(x, y, FILTER_BUTTON, FILTER_BUTTON);
  context.strokeStyle = '#9AA5AF';
  context.lineWidth = 1;
  context.strokeRect(x + 0.5, y + 0.5, FILTER_BUTTON - 1, FILTER_BUTTON - 1);
  context.fillStyle = isFiltered ? '#0F5C6E' : '#4A5560';
  context.beginPath();
  if (isFiltered) {
    context.moveTo(x + 3, y + 4);
    context.lineTo(x + 13, y + 4);
    context.lineTo(x + 9, y + 8.5);
    context.lineTo(x + 9, y + 13);
    context.lineTo(x + 7, y + 11.5);
    context.lineTo(x + 7, y + 8.5);
  } else {
    context.moveTo(x + 4.5, y + 6.5);
    context.lineTo(x + 11.5, y + 6.5);
    context.lineTo(x + 8, y + 10.5);
  }
  context.fill();
}
