import type { Area } from '../model/cell';
import type { Desk } from './desk';
import type { GridGeometry } from './gridGeometry';
import { Fonts } from './paint/fonts';
import { paintGrid } from './paint/paintGrid';
import { DARK_GRID, LIGHT_GRID } from './paint/scene';

/** Paints the grid of a desk on a canvas, sharp on every screen. */
export class GridPainter {
  private fonts: { context: CanvasRenderingContext2D; fonts: Fonts } | undefined;

  constructor(private readonly desk: Desk) {}

  paint(
    canvas: HTMLCanvasElement,
    geometry: GridGeometry,
    { dark, hasChoices }: { readonly dark: boolean; readonly hasChoices: boolean },
  ): void {
    const context = canvas.getContext('2d', { alpha: false });
    if (!context || geometry.width === 0) return;
    if (this.fonts?.context !== context) this.fonts = { context, fonts: new Fonts(context) };
    const ratio = window.devicePixelRatio;
    const width = geometry.left + geometry.width;
    const height = geometry.top + geometry.height;
    if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
    if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const { desk } = this;
    const { sheet, layout, views, active, selection, scroll, clip, filling } = desk;
    paintGrid({
      ...geometry,
      context,
      fonts: this.fonts.fonts,
      colors: dark ? DARK_GRID : LIGHT_GRID,
      sheet,
      axes: layout.axes,
      views,
      scroll,
      rowGroups: layout.rowGroups,
      columnGroups: layout.columnGroups,
      active,
      selection,
      copied: clip?.sheet === sheet ? clip.area : undefined,
      filling,
      spill: this.spill(),
      hasChoices: hasChoices && desk.draft === undefined,
    });
  }

  /** What the formula of the active cell fills, or the one that fills it. */
  private spill(): Area | undefined {
    const { sheet, active } = this.desk;
    const cell = sheet.cell(active.row, active.column);
    const { row, column } = cell?.spilledFrom ?? active;
    const size = sheet.cell(row, column)?.spill;
    if (!size || size.rows * size.columns === 1) return undefined;
    return { top: row, left: column, bottom: row + size.rows - 1, right: column + size.columns - 1 };
  }
}
