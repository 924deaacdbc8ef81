import type { Axis } from '../../drawing/axis';
import { lineStart } from '../../drawing/window';
import type { OutlineGroup } from '../../editing/outline';
import { columnLetters } from '../../model/address';
import type { Scene } from './scene';

/** Pixels of one level of the outline. */
export const OUTLINE_STEP = 15;
const FONT = '12px "Segoe UI", -apple-system, "Helvetica Neue", Arial, "Liberation Sans", sans-serif';

/** One side's headings: rows run down, columns run across. */
interface Side {
  readonly axis: Axis;
  readonly frozen: number;
  readonly scroll: number;
  readonly length: number;
  /** Pixels of outline before the headings, and of both together. */
  readonly outline: number;
  readonly depth: number;
  readonly selected: readonly [number, number];
  readonly groups: readonly OutlineGroup[];
  readonly levels: number;
  readonly label: (line: number) => string;
}

/** Paints row numbers, column letters, the outline beside them and the corner. Origin: the picture's corner. */
export function paintHeadings(scene: Scene): void {
  const { context, colors, sheet, axes, selection, left, top } = scene;
  context.font = FONT;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  const frozen = sheet.freeze ?? { rows: 0, columns: 0 };
  paintSide(scene, 'rows', {
    axis: axes.rows,
    frozen: frozen.rows,
    scroll: scene.scroll.y,
    length: scene.height,
    outline: scene.rowDepth > 0 ? OUTLINE_STEP * (scene.rowDepth + 1) : 0,
    depth: left,
    selected: [selection.top, selection.bottom],
    groups: scene.rowGroups,
    levels: scene.rowDepth,
    label: (row) => String(row + 1),
  });
  paintSide(scene, 'columns', {
    axis: axes.columns,
    frozen: frozen.columns,
    scroll: scene.scroll.x,
    length: scene.width,
    outline: scene.columnDepth > 0 ? OUTLINE_STEP * (scene.columnDepth + 1) : 0,
    depth: top,
    selected: [selection.left, selection.right],
    groups: scene.columnGroups,
    levels: scene.columnDepth,
    label: columnLetters,
  });
  context.fillStyle = colors.heading;
  context.fillRect(0, 0, left, top);
  context.fillStyle = colors.headingLine;
  context.fillRect(0, top - 1, left, 1);
  context.fillRect(left - 1, 0, 1, top);
  paintLevelButtons(scene);
  context.textAlign = 'start';
}

/** Paints through `put`, which turns (along, across) into (x, y). */
function paintSide(scene: Scene, by: 'rows' | 'columns', side: Side): void {
  const { context, colors, left, top } = scene;
  const offset = by === 'rows' ? top : left;
  const fill = (along: number, across: number, length: number, depth: number, color: string) => {
    context.fillStyle = color;
    if (by === 'rows') context.fillRect(across, offset + along, depth, length);
    else context.fillRect(offset + along, across, length, depth);
  };
  context.save();
  context.beginPath();
  if (by === 'rows') context.rect(0, top, left, side.length);
  else context.rect(left, 0, side.length, top);
  context.clip();
  fill(0, 0, side.length, side.depth, colors.heading);
  for (const line of visibleLines(side)) {
    const start = lineStart(side.axis, side.frozen, side.scroll, line);
    const size = side.axis.size(line);
    if (size === 0) continue;
    const isSelected = line >= side.selected[0] && line <= side.selected[1];
    const across = side.outline;
    // Scrolled lines give way to frozen ones, which come later.
    fill(start, across, size, side.depth - across, isSelected ? colors.headingSelected : colors.heading);
    fill(start + size - 1, across, 1, side.depth - across, colors.headingLine);
    if (isSelected) fill(start, side.depth - 2, size, 2, colors.accent);
    context.fillStyle = isSelected ? colors.headingSelectedText : colors.headingText;
    const middle = (across + side.depth) / 2;
    if (size < 9) continue;
    if (by === 'rows') context.fillText(side.label(line), middle, offset + start + size / 2 + 1);
    else context.fillText(side.label(line), offset + start + size / 2, middle + 1);
  }
  fill(0, side.depth - 1, side.length, 1, colors.headingLine);
  for (const group of side.groups) paintGroup(scene, by, side, group, fill);
  context.restore();
}

function* visibleLines({ axis, frozen, scroll, length }: Side): Iterable<number> {
  const last = axis.at(scroll + length);
  for (let line = axis.at(axis.start(frozen) + scroll); line <= last; line++) yield line;
  for (let line = 0; line < frozen; line++) yield line;
}

type Fill = (along: number, across: number, length: number, depth: number, color: string) => void;

/** A group's bracket and its button. */
function paintGroup(
  { context, colors, left, top }: Scene,
  by: 'rows' | 'columns',
  side: Side,
  group: OutlineGroup,
  fill: Fill,
): void {
  const edge = side.axis.start(side.frozen);
  const startOf = (line: number) => lineStart(side.axis, side.frozen, side.scroll, line);
  const across = (group.level - 1) * OUTLINE_STEP + OUTLINE_STEP / 2;
  const from = Math.max(startOf(group.from), group.from < side.frozen ? 0 : edge);
  const to = startOf(group.to) + side.axis.size(group.to);
  if (!group.collapsed && to > from) {
    fill(from + 2, across, to - from - 2, 1, colors.headingText);
    fill(from + 2, across, 1, 5, colors.headingText);
  }
  const at = buttonAt(side.axis, side.frozen, side.scroll, group);
  if (at === undefined) return;
  const half = 5;
  fill(at - half, across - half, 2 * half + 1, 2 * half + 1, colors.headingText);
  fill(at - half + 1, across - half + 1, 2 * half - 1, 2 * half - 1, colors.heading);
  context.fillStyle = colors.headingText;
  const [x, y] = by === 'rows' ? [across, top + at] : [left + at, across];
  context.fillRect(x - 2, y, 5, 1);
  if (group.collapsed) context.fillRect(x, y - 2, 1, 5);
}

/** The middle of a group's button along its side; undefined when it is out of sight. */
export function buttonAt(axis: Axis, frozen: number, scroll: number, { button }: OutlineGroup): number | undefined {
  if (axis.size(button) === 0) return undefined;
  const at = lineStart(axis, frozen, scroll, button) + axis.size(button) / 2;
  return button >= frozen && at < axis.start(frozen) ? undefined : Math.round(at);
}

/** 1, 2 … in the corner: they open the outline so far. */
function paintLevelButtons({ context, colors, left, top, rowDepth, columnDepth }: Scene): void {
  const paint = (x: number, y: number, level: number) => {
    context.strokeStyle = colors.headingText;
    context.strokeRect(x - 5.5, y - 5.5, 11, 11);
    context.fillStyle = colors.headingText;
    context.font = FONT.replace('12px', '9px');
    context.fillText(String(level), x, y + 0.5);
  };
  if (rowDepth > 0)
    for (let level = 1; level <= rowDepth + 1; level++) paint((level - 0.5) * OUTLINE_STEP, top - 11, level);
  if (columnDepth > 0)
    for (let level = 1; level <= columnDepth + 1; level++) paint(left - 11, (level - 0.5) * OUTLINE_STEP, level);
}
