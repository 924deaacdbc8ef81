import type { SheetAxes } from '../../drawing/axis';
import type { CellViews } from '../../drawing/cellView';
import type { OutlineGroup } from '../../editing/outline';
import type { CellPlace } from '../../editing/move';
import type { Area } from '../../model/cell';
import type { Worksheet } from '../../model/workbook';
import type { Fonts } from './fonts';

/** Colours of what surrounds the cells; cells themselves keep the sheet's own colours in the dark too, as in Excel. */
export interface GridColors {
  readonly heading: string;
  readonly headingText: string;
  readonly headingLine: string;
  readonly headingSelected: string;
  readonly headingSelectedText: string;
  readonly beyond: string;
  readonly gridline: string;
  readonly accent: string;
  readonly selection: string;
}

export const LIGHT_GRID: GridColors = {
  heading: '#f3f5f7',
  headingText: '#4a5560',
  headingLine: '#d3d9df',
  headingSelected: '#d5e7ea',
  headingSelectedText: '#0f5c6e',
  beyond: '#ffffff',
  gridline: '#e1e5e9',
  accent: '#0f7288',
  selection: 'rgba(15, 92, 110, 0.10)',
};

export const DARK_GRID: GridColors = {
  ...LIGHT_GRID,
  heading: '#26292d',
  headingText: '#c3cad1',
  headingLine: '#3b4148',
  headingSelected: '#1d4650',
  headingSelectedText: '#d9f1f5',
};

/** Everything the painters of one picture of the grid share. */
export interface Scene {
  readonly context: CanvasRenderingContext2D;
  readonly fonts: Fonts;
  readonly colors: GridColors;
  readonly sheet: Worksheet;
  readonly axes: SheetAxes;
  readonly views: CellViews;
  /** Pixels of the cells' window, headings and outline aside. */
  readonly width: number;
  readonly height: number;
  readonly scroll: { readonly x: number; readonly y: number };
  /** Pixels of headings and outline before the cells. */
  readonly left: number;
  readonly top: number;
  readonly rowGroups: readonly OutlineGroup[];
  readonly columnGroups: readonly OutlineGroup[];
  readonly rowDepth: number;
  readonly columnDepth: number;
  readonly active: CellPlace;
  readonly selection: Area;
  /** What was copied or cut and can be pasted. */
  readonly copied: Area | undefined;
  /** What the fill handle would fill, while it is dragged. */
  readonly filling: Area | undefined;
  /** Cells that a formula fills, when the active cell is one of them. */
  readonly spill: Area | undefined;
  /** The active cell offers choices. */
  readonly hasChoices: boolean;
}
