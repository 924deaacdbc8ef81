import { cultureOf } from '../../bridge/cultures';
import type { CellView } from '../../drawing/cellView';
import type { Pane } from '../../drawing/window';
import { areaInPane } from '../../drawing/window';
import type { Area } from '../../model/cell';
import { intersectAreas } from '../../model/area';
import { shortNumber } from './fonts';
import { paintBorders } from './paintBorders';
import { paintBar, paintIcon } from './paintMarks';
import type { Box } from './paintText';
import { paintText, textWidth } from './paintText';
import type { Scene } from './scene';

/** A cell (or merged area) to be painted, and where. */
interface Painted {
  readonly row: number;
  readonly column: number;
  readonly view: CellView;
  readonly box: Box;
  readonly isMerged: boolean;
}

/** Columns searched beside the window for texts that run into it. */
const OVERFLOW_COLUMNS = 60;

/** Paints the cells of one pane: grid lines, fills, bars, lines, texts. */
export function paintPane(scene: Scene, pane: Pane): void {
  const { context, colors, sheet } = scene;
  const { rows, columns } = pane;
  context.save();
  context.beginPath();
  context.rect(columns.clipFrom, rows.clipFrom, columns.clipTo - columns.clipFrom, rows.clipTo - rows.clipFrom);
  context.clip();
  context.fillStyle = colors.beyond;
  context.fillRect(columns.clipFrom, rows.clipFrom, columns.clipTo, rows.clipTo);
  if (sheet.showGridlines) paintGridlines(scene, pane);
  const merges = sheet.merges.filter((merge) => intersectAreas(merge, areaOf(pane)));
  const cells = cellsOf(scene, pane, merges);
  for (const { view, box } of cells) if (view.fill !== undefined) fillBox(context, box, view.fill);
  for (const { view, box } of cells) if (view.bar) paintBar(context, box, view.bar);
  for (const { view, box, row, column, isMerged } of cells)
    if (!isMerged || view.fill !== undefined || Object.keys(view.borders).length > 0)
      paintBorders(context, box, isMerged ? mergedBorders(scene, row, column, merges, view) : view.borders);
  for (const cell of cells) if (cell.view.text !== '' || cell.view.icon) paintContent(scene, cell, merges);
  paintOverflow(scene, pane, cells, merges);
  context.restore();
}

function areaOf({ rows, columns }: Pane): Area {
  return { top: rows.first, bottom: rows.last, left: columns.first, right: columns.last };
}

function cellsOf(scene: Scene, pane: Pane, merges: readonly Area[]): Painted[] {
  const { axes, sheet, views } = scene;
  const { rows, columns } = pane;
  const cells: Painted[] = [];
  let y = rows.from;
  for (let row = rows.first; row <= rows.last; row++) {
    const height = axes.rows.size(row);
    let x = columns.from;
    for (let column = columns.first; height > 0 && column <= columns.last; column++) {
      const width = axes.columns.size(column);
      if (width > 0 && !isMergedAt(merges, row, column))
        cells.push({ row, column, view: views.at(sheet, row, column), box: { x, y, width, height }, isMerged: false });
      x += width;
    }
    y += height;
  }
  for (const merge of merges) {
    const box = areaInPane(axes, pane, merge);
    const { top: row, left: column } = merge;
    if (box) cells.push({ row, column, view: views.at(sheet, row, column), box, isMerged: true });
  }
  return cells;
}

function isMergedAt(merges: readonly Area[], row: number, column: number): boolean {
  return merges.some((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right);
}

/** The lines around a merged area are those of its outer cells. */
function mergedBorders(
  { views, sheet }: Scene,
  row: number,
  column: number,
  merges: readonly Area[],
  view: CellView,
): CellView['borders'] {
  const merge = merges.find((m) => m.top === row && m.left === column);
  if (!merge) return view.borders;
  const last = views.at(sheet, merge.bottom, merge.right).borders;
  const { EdgeRight = view.borders.EdgeRight, EdgeBottom = view.borders.EdgeBottom } = last;
  return { ...view.borders, ...(EdgeRight && { EdgeRight }), ...(EdgeBottom && { EdgeBottom }) };
}

function paintGridlines({ context, colors, axes }: Scene, { rows, columns }: Pane): void {
  context.fillStyle = colors.gridline;
  let y = rows.from;
  for (let row = rows.first; row <= rows.last; row++) {
    y += axes.rows.size(row);
    context.fillRect(columns.clipFrom, y - 1, columns.clipTo - columns.clipFrom, 1);
  }
  let x = columns.from;
  for (let column = columns.first; column <= columns.last; column++) {
    x += axes.columns.size(column);
    context.fillRect(x - 1, rows.clipFrom, 1, rows.clipTo - rows.clipFrom);
  }
}

/** Fills hide the grid lines on all sides. */
function fillBox(context: CanvasRenderingContext2D, { x, y, width, height }: Box, color: string): void {
  context.fillStyle = color;
  context.fillRect(x - 1, y - 1, width + 1, height + 1);
}

function paintContent(scene: Scene, cell: Painted, merges: readonly Area[]): void {
  const { view, box } = cell;
  const room = view.icon ? paintIcon(scene.context, box, view.icon, scene.axes.scale) : 0;
  const inner = { ...box, x: box.x + room, width: box.width - room };
  if (view.text === '') return;
  const text = fittedText(scene, view, inner);
  const clip = mayOverflow(view) && !cell.isMerged && room === 0 ? overflowBox(scene, cell, merges) : inner;
  hideGridlines(scene, inner, clip);
  paintText(scene, view, text, inner, clip);
}

/** Numbers that do not fit are shortened, or are ####. */
function fittedText(scene: Scene, view: CellView, box: Box): string {
  if (!view.isNumber || view.wrap || view.shrinks || view.rotation !== 0) return view.text;
  const room = box.width - 4;
  const fits = (text: string) => textWidth(scene, view, text) <= room;
  if (fits(view.text)) return view.text;
  const short = view.general === undefined ? undefined : shorten(scene, view.general, fits);
  return short ?? '#'.repeat(Math.max(1, Math.floor(room / Math.max(1, textWidth(scene, view, '#')))));
}

function shorten({ sheet }: Scene, value: number, fits: (text: string) => boolean): string | undefined {
  return shortNumber(value, cultureOf(sheet.workbook.culture).decimalSeparator, fits);
}

function mayOverflow(view: CellView): boolean {
  return !view.isNumber && !view.wrap && view.align !== 'fill' && view.rotation === 0 && !view.shrinks;
}

/** The room of a text that runs over empty cells beside its own. */
function overflowBox(scene: Scene, { row, column, view, box }: Painted, merges: readonly Area[]): Box {
  const over = textWidth(scene, view, view.text) + 6 + view.indent * 9 * scene.axes.scale - box.width;
  if (over <= 0) return box;
  const { axes } = scene;
  const need = view.align === 'center' ? over / 2 : over;
  let { x, width } = box;
  const take = (step: 1 | -1) => {
    let left = need;
    for (let at = column + step; at >= 0 && left > 0; at += step) {
      if (isMergedAt(merges, row, at) || !scene.views.at(scene.sheet, row, at).isEmpty) return;
      const size = axes.columns.size(at);
      width += size;
      if (step < 0) x -= size;
      left -= size;
    }
  };
  if (view.align !== 'right') take(1);
  if (view.align !== 'left') take(-1);
  return { ...box, x, width };
}

/** Where a text runs over, the grid lines between the cells give way. */
function hideGridlines({ context, sheet, colors }: Scene, own: Box, clip: Box): void {
  if (clip.width <= own.width || !sheet.showGridlines) return;
  context.fillStyle = colors.beyond;
  if (clip.x + clip.width > own.x + own.width)
    context.fillRect(own.x + own.width - 1, own.y, clip.x + clip.width - own.x - own.width, own.height - 1);
  if (clip.x < own.x) context.fillRect(clip.x, own.y, own.x - clip.x, own.height - 1);
}

/** Texts of cells beside the window that run into it. */
function paintOverflow(scene: Scene, pane: Pane, cells: readonly Painted[], merges: readonly Area[]): void {
  const { rows, columns } = pane;
  const firstOf = new Map<number, Painted>();
  for (const cell of cells) if (cell.column === columns.first && !cell.isMerged) firstOf.set(cell.row, cell);
  for (let row = rows.first; row <= rows.last; row++) {
    const first = firstOf.get(row);
    if (!first || !first.view.isEmpty) continue;
    const found = nearestFilled(scene, row, columns.first);
    if (!found || isMergedAt(merges, row, found.column)) continue;
    const { view, column } = found;
    if (view.align === 'right' || !mayOverflow(view)) continue;
    const x = columns.from + scene.axes.columns.start(column) - scene.axes.columns.start(columns.first);
    const box = { ...first.box, x, width: scene.axes.columns.size(column) };
    paintContent(scene, { row, column, view, box, isMerged: false }, merges);
  }
}

function nearestFilled({ views, sheet }: Scene, row: number, before: number) {
  if (!sheet.cells.rowCells(row)) return undefined;
  for (let column = before - 1; column >= Math.max(0, before - OVERFLOW_COLUMNS); column--) {
    const view = views.at(sheet, row, column);
    if (!view.isEmpty) return view.text === '' ? undefined : { view, column };
  }
  return undefined;
}
