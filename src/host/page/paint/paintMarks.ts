import type { Bar, Icon } from '../../conditional/scales';
import { mix } from '../../conditional/scales';
import type { Box } from './paintText';

/** Paints a data bar into a cell. */
export function paintBar(context: CanvasRenderingContext2D, box: Box, bar: Bar): void {
  const inner = { x: box.x + 2, y: box.y + 2, width: box.width - 5, height: box.height - 5 };
  const from = inner.x + bar.from * inner.width;
  const to = inner.x + bar.to * inner.width;
  if (bar.gradient && to > from) {
    const gradient = context.createLinearGradient(from, 0, to, 0);
    gradient.addColorStop(0, bar.color);
    gradient.addColorStop(1, mix(bar.color, '#FFFFFF', 0.75));
    context.fillStyle = gradient;
  } else context.fillStyle = bar.color;
  context.fillRect(from, inner.y, to - from, inner.height);
  if (bar.axis === undefined) return;
  context.fillStyle = '#000000';
  for (let y = box.y; y < box.y + box.height; y += 4)
    context.fillRect(Math.round(inner.x + bar.axis * inner.width), y, 1, 2);
}

const RED = '#D9483B';
const AMBER = '#E9A820';
const GREEN = '#3B9A53';
const GREY = '#7F868D';

/** Paints the icon of an icon set at a cell's left. @returns the pixels it takes */
export function paintIcon(context: CanvasRenderingContext2D, box: Box, icon: Icon, scale: number): number {
  const size = Math.min(13 * scale, box.height - 3);
  const centerX = box.x + 3 + size / 2;
  const centerY = box.y + box.height / 2;
  const share = icon.count > 1 ? icon.index / (icon.count - 1) : 1;
  context.save();
  context.translate(centerX, centerY);
  context.fillStyle = icon.style.includes('Gray') ? GREY : share === 0 ? RED : share === 1 ? GREEN : AMBER;
  if (/Arrows/.test(icon.style)) paintArrow(context, size, share);
  else if (/Triangles/.test(icon.style)) paintTriangle(context, size, share);
  else if (/Rating|Quarters|Boxes/.test(icon.style)) paintShare(context, size, share);
  else if (/Flags/.test(icon.style)) paintFlag(context, size);
  else if (/Signs|Symbols/.test(icon.style)) paintSign(context, size, share);
  else if (/Stars/.test(icon.style)) paintStar(context, size, share);
  else paintDisc(context, size);
  context.restore();
  return size + 4;
}

function paintDisc(context: CanvasRenderingContext2D, size: number): void {
  context.beginPath();
  context.arc(0, 0, size / 2 - 0.5, 0, 2 * Math.PI);
  context.fill();
}

/** From straight down (0) over sideways to straight up (1). */
function paintArrow(context: CanvasRenderingContext2D, size: number, share: number): void {
  context.rotate(Math.PI * (0.5 - share));
  const half = size / 2;
  fillPath(context, [
    [-half, -size / 8],
    [0, -size / 8],
    [0, -half],
    [half, 0],
    [0, half],
    [0, size / 8],
    [-half, size / 8],
  ]);
}

function paintTriangle(context: CanvasRenderingContext2D, size: number, share: number): void {
  const half = size / 2;
  if (share > 0 && share < 1) context.fillRect(-half, -size / 8, size, size / 4);
  else
    fillPath(context, [
      [-half, share === 1 ? half / 1.4 : -half / 1.4],
      [half, share === 1 ? half / 1.4 : -half / 1.4],
      [0, share === 1 ? -half / 1.4 : half / 1.4],
    ]);
}

/** A circle filled by its share. */
function paintShare(context: CanvasRenderingContext2D, size: number, share: number): void {
  context.fillStyle = '#C9CFD5';
  paintDisc(context, size);
  context.fillStyle = '#4A5560';
  context.beginPath();
  context.moveTo(0, 0);
  context.arc(0, 0, size / 2 - 0.5, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * share);
  context.fill();
}

function paintFlag(context: CanvasRenderingContext2D, size: number): void {
  const half = size / 2;
  fillPath(context, [
    [-half + 2, -half],
    [half, -half / 3],
    [-half + 2, half / 3],
  ]);
  context.fillStyle = GREY;
  context.fillRect(-half + 1, -half, 1.5, size);
}

/** A disc with a cross, an exclamation mark or a tick. */
function paintSign(context: CanvasRenderingContext2D, size: number, share: number): void {
  paintDisc(context, size);
  context.strokeStyle = '#FFFFFF';
  context.lineWidth = size / 7;
  const arm = size / 5;
  context.beginPath();
  if (share === 1) {
    context.moveTo(-arm, 0);
    context.lineTo(-arm / 4, arm * 0.8);
    context.lineTo(arm, -arm * 0.8);
  } else if (share === 0) {
    context.moveTo(-arm, -arm);
    context.lineTo(arm, arm);
    context.moveTo(arm, -arm);
    context.lineTo(-arm, arm);
  } else {
    context.moveTo(0, -arm * 1.2);
    context.lineTo(0, arm * 0.3);
    context.moveTo(0, arm * 0.9);
    context.lineTo(0, arm * 1.3);
  }
  context.stroke();
}

function paintStar(context: CanvasRenderingContext2D, size: number, share: number): void {
  const points = Array.from({ length: 10 }, (_, i): [number, number] => {
    const radius = i % 2 === 0 ? size / 2 : size / 4.5;
    const angle = (Math.PI * i) / 5 - Math.PI / 2;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  context.fillStyle = share === 0 ? '#C9CFD5' : share === 1 ? AMBER : '#F1CF7E';
  fillPath(context, points);
}

function fillPath(context: CanvasRenderingContext2D, points: readonly (readonly [number, number])[]): void {
  context.beginPath();
  points.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
  context.fill();
}
