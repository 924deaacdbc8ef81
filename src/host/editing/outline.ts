import type { Worksheet } from '../model/workbook';

/** A group of rows or columns of the outline. */
export interface OutlineGroup {
  /** 1 is the outermost. */
  readonly level: number;
  /** First and last line of the details. */
  readonly from: number;
  readonly to: number;
  /** The line that carries the button. */
  readonly button: number;
  readonly collapsed: boolean;
}

type Lines = ReadonlyMap<number, { hidden?: boolean; outlineLevel?: number }>;

/** The groups of a sheet's rows or columns, outermost first, then by place. */
export function outlineGroups(sheet: Worksheet, by: 'rows' | 'columns'): OutlineGroup[] {
  const lines: Lines = by === 'rows' ? sheet.rows : sheet.columns;
  const after = by === 'rows' ? sheet.outline.summaryBelow : sheet.outline.summaryRight;
  const deepest = outlineDepth(sheet, by);
  const numbers = [...lines.keys()].sort((a, b) => a - b);
  const groups: OutlineGroup[] = [];
  for (let level = 1; level <= deepest; level++) {
    let from: number | undefined;
    let to = 0;
    const close = () => {
      if (from === undefined) return;
      const button = after ? to + 1 : Math.max(from - 1, 0);
      groups.push({ level, from, to, button, collapsed: isCollapsed(lines, from, to, level) });
      from = undefined;
    };
    for (const line of numbers) {
      const inside = (lines.get(line)?.outlineLevel ?? 0) >= level;
      if (from !== undefined && (!inside || line !== to + 1)) close();
      if (!inside) continue;
      from ??= line;
      to = line;
    }
    close();
  }
  return groups;
}

/** How deep the outline is; 0 without groups. */
export function outlineDepth(sheet: Worksheet, by: 'rows' | 'columns'): number {
  let depth = 0;
  for (const { outlineLevel = 0 } of (by === 'rows' ? sheet.rows : sheet.columns).values())
    depth = Math.max(depth, outlineLevel);
  return depth;
}

/** Collapses a group, or opens it as far as its inner groups were open. */
export function toggleGroup(sheet: Worksheet, by: 'rows' | 'columns', group: OutlineGroup): void {
  const lines = by === 'rows' ? sheet.rows : sheet.columns;
  const inner = outlineGroups(sheet, by).filter((other) => other.level > group.level && other.collapsed);
  for (let line = group.from; line <= group.to; line++) {
    const stays = inner.some((other) => line >= other.from && line <= other.to);
    lines.set(line, { ...lines.get(line), hidden: group.collapsed ? stays : true });
  }
  lines.set(group.button, { ...lines.get(group.button), collapsed: !group.collapsed });
}

/** Shows the lines above a level and hides the rest. @param level 1 shows no details at all */
export function showOutlineTo(sheet: Worksheet, by: 'rows' | 'columns', level: number): void {
  const lines = by === 'rows' ? sheet.rows : sheet.columns;
  for (const [line, format] of [...lines]) {
    const own = format.outlineLevel ?? 0;
    if (own > 0) lines.set(line, { ...format, hidden: own >= level });
  }
}

/** A group counts as collapsed when none of its own lines is shown. */
function isCollapsed(lines: Lines, from: number, to: number, level: number): boolean {
  for (let line = from; line <= to; line++) {
    const format = lines.get(line);
    if ((format?.outlineLevel ?? 0) === level && !format?.hidden) return false;
  }
  for (let line = from; line <= to; line++) if (!lines.get(line)?.hidden) return false;
  return true;
}
