import type { CellView } from '../../drawing/cellView';
import type { BorderStyle } from '../../model/style';
import type { Box } from './paintText';

const WIDTH_OF_WEIGHT: Readonly<Record<BorderStyle['weight'], number>> = { Hairline: 1, Thin: 1, Medium: 2, Thick: 3 };
const DASHES: Readonly<Record<BorderStyle['style'], readonly number[]>> = {
  Continuous: [],
  Double: [],
  Dash: [6, 2],
  DashDot: [6, 2, 2, 2],
  DashDotDot: [6, 2, 2, 2, 2, 2],
  Dot: [2, 2],
  SlantDashDot: [6, 2, 2, 2],
};

/** Paints the lines around a cell: each lies on the grid line that it stands for. */
export function paintBorders(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: Box,
  borders: CellView['borders'],
): void {
  const [left, top, right, bottom] = [x - 0.5, y - 0.5, x + width - 0.5, y + height - 0.5];
  const { EdgeTop, EdgeBottom, EdgeLeft, EdgeRight, DiagonalDown, DiagonalUp } = borders;
  if (EdgeTop) paintLine(context, EdgeTop, left, top, right, top);
  if (EdgeBottom) paintLine(context, EdgeBottom, left, bottom, right, bottom);
  if (EdgeLeft) paintLine(context, EdgeLeft, left, top, left, bottom);
  if (EdgeRight) paintLine(context, EdgeRight, right, top, right, bottom);
  if (DiagonalDown) paintLine(context, DiagonalDown, left, top, right, bottom);
  if (DiagonalUp) paintLine(context, DiagonalUp, left, bottom, right, top);
}

function paintLine(
  context: CanvasRenderingContext2D,
  { style, weight, color }: BorderStyle,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  context.strokeStyle = color;
  context.lineWidth = WIDTH_OF_WEIGHT[weight];
  context.setLineDash([...(weight === 'Hairline' && style === 'Continuous' ? [1, 1] : DASHES[style])]);
  context.beginPath();
  if (style === 'Double') {
    const [dx, dy] = y1 === y2 ? [0, 1] : [1, 0];
    context.lineWidth = 1;
    for (const side of [-1, 1]) {
      context.moveTo(x1 + side * dx, y1 + side * dy);
      context.lineTo(x2 + side * dx, y2 + side * dy);
    }
  } else {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
  context.setLineDash([]);
}
