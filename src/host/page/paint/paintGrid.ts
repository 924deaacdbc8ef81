import type { Pane } from '../../drawing/window';
import { areaInPane, panesOf } from '../../drawing/window';
import { mergedArea } from '../../editing/move';
import type { Area } from '../../model/cell';
import { paintPane } from './paintCells';
import { paintFilters } from './paintFilters';
import { paintHeadings } from './paintHeadings';
import type { Scene } from './scene';

/** Size of the button that opens a cell's choices. */
export const CHOICE_BUTTON = 18;

/** Paints one picture of the grid: cells, selection, frozen panes, headings. */
export function paintGrid(scene: Scene): void {
  const { context, sheet, axes, left, top } = scene;
  const panes = panesOf(sheet, axes, { width: scene.width, height: scene.height }, scene.scroll);
  context.save();
  context.translate(left, top);
  for (const pane of panes) {
    paintPane(scene, pane);
    paintFilters(scene, pane);
    paintSelection(scene, pane);
    paintComments(scene, pane);
  }
  paintFreezeLines(scene);
  context.restore();
  if (sheet.showHeadings) paintHeadings(scene);
}

function paintSelection(scene: Scene, pane: Pane): void {
  const { context, colors, sheet, selection, copied, spill, active } = scene;
  const { rows, columns } = pane;
  context.save();
  context.beginPath();
  context.rect(columns.clipFrom, rows.clipFrom, columns.clipTo - columns.clipFrom, rows.clipTo - rows.clipFrom);
  context.clip();
  const activeArea = mergedArea(sheet, active);
  const box = areaInPane(scene.axes, pane, selection);
  if (box) {
    const hole = areaInPane(scene.axes, pane, activeArea);
    context.fillStyle = colors.selection;
    context.beginPath();
    context.rect(box.x, box.y, box.width - 1, box.height - 1);
    if (hole) context.rect(hole.x, hole.y, hole.width - 1, hole.height - 1);
    context.fill('evenodd');
  }
  if (spill) strokeArea(scene, pane, spill, '#4A90D9', 1);
  if (copied) strokeArea(scene, pane, copied, colors.accent, 2, [5, 3]);
  strokeArea(scene, pane, selection, colors.accent, 2);
  if (scene.filling) strokeArea(scene, pane, scene.filling, colors.accent, 1, [3, 2]);
  if (box) paintFillHandle(scene, box.x + box.width, box.y + box.height);
  const cell = scene.hasChoices ? areaInPane(scene.axes, pane, activeArea) : undefined;
  if (cell) paintChoiceButton(scene, cell.x + cell.width, cell.y + cell.height);
  context.restore();
}

function strokeArea(scene: Scene, pane: Pane, area: Area, color: string, width: number, dash: number[] = []): void {
  const box = areaInPane(scene.axes, pane, area);
  if (!box) return;
  const { context } = scene;
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash(dash);
  const inset = width === 1 ? -0.5 : 0;
  context.strokeRect(box.x + inset, box.y + inset, box.width - 1 - 2 * inset - 1, box.height - 1 - 2 * inset - 1);
  context.setLineDash([]);
}

/** The square at the selection's corner by which it is dragged to fill more cells. */
function paintFillHandle({ context, colors }: Scene, right: number, bottom: number): void {
  context.fillStyle = '#FFFFFF';
  context.fillRect(right - 5, bottom - 5, 7, 7);
  context.fillStyle = colors.accent;
  context.fillRect(right - 4, bottom - 4, 5, 5);
}

function paintChoiceButton({ context, colors }: Scene, x: number, bottom: number): void {
  const y = bottom - CHOICE_BUTTON;
  context.fillStyle = colors.heading;
  context.fillRect(x, y, CHOICE_BUTTON, CHOICE_BUTTON);
  context.strokeStyle = colors.headingLine;
  context.lineWidth = 1;
  context.strokeRect(x + 0.5, y + 0.5, CHOICE_BUTTON - 1, CHOICE_BUTTON - 1);
  context.fillStyle = colors.headingText;
  context.beginPath();
  context.moveTo(x + 5, y + 7);
  context.lineTo(x + 13, y + 7);
  context.lineTo(x + 9, y + 12);
  context.fill();
}

/** A red corner on cells with a note or a comment. */
function paintComments({ context, axes, sheet }: Scene, pane: Pane): void {
  for (const { row, column } of sheet.comments) {
    const box = areaInPane(axes, pane, { top: row, left: column, bottom: row, right: column });
    if (!box || box.width === 0 || box.height === 0) continue;
    const right = box.x + box.width - 1;
    if (right < pane.columns.clipFrom + 6 || box.y < pane.rows.clipFrom) continue;
    context.fillStyle = '#C8352B';
    context.beginPath();
    context.moveTo(right - 6, box.y);
    context.lineTo(right, box.y);
    context.lineTo(right, box.y + 6);
    context.fill();
  }
}

function paintFreezeLines({ context, sheet, axes, width, height }: Scene): void {
  const { rows = 0, columns = 0 } = sheet.freeze ?? {};
  context.fillStyle = '#9AA5AF';
  if (rows > 0) context.fillRect(0, axes.rows.start(rows) - 1, width, 1);
  if (columns > 0) context.fillRect(axes.columns.start(columns) - 1, 0, 1, height);
}
