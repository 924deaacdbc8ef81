import { parseArea } from '../../model/address';
import { CellError } from '../../model/cell';
import type { Area, CellValue } from '../../model/cell';
import type { Workbook, Worksheet } from '../../model/workbook';

/** Cells a series points to, in order, with their number format. */
export interface ReferencedCells {
  readonly values: readonly CellValue[];
  readonly format: string;
  /** By level of labels, innermost first, when the reference is several columns (or rows) of labels. */
  readonly levels: readonly (readonly CellValue[])[];
}

/** Reads "Sheet!$A$1:$B$9" (quotes allowed, '=' too, a union in parentheses too); undefined when it points to nothing of the workbook. */
export function resolveReference(workbook: Workbook, reference: string, home: Worksheet): ReferencedCells | undefined {
  const parts = reference
    .replace(/^=/, '')
    .replace(/^\((.*)\)$/, '$1')
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .map((part) => resolveArea(workbook, part.trim(), home));
  const found = parts.filter((part) => part !== undefined);
  if (found.length === 0 || found.length < parts.length) return undefined;
  const levels = found.length === 1 && found[0] ? labelLevels(found[0].sheet, found[0].area) : [];
  const values = found.flatMap(({ sheet, area }) => areaValues(sheet, area));
  const first = found[0];
  const cell = first && first.sheet.cell(first.area.top, first.area.left);
  return { values, format: workbook.styles.get(cell?.style ?? 0).numberFormat, levels };
}

function resolveArea(
  workbook: Workbook,
  reference: string,
  home: Worksheet,
): { sheet: Worksheet; area: Area } | undefined {
  const bang = reference.lastIndexOf('!');
  const quoted = reference.slice(0, Math.max(bang, 0));
  const name = quoted.startsWith("'") ? quoted.slice(1, -1).replaceAll("''", "'") : quoted;
  const sheet = bang < 0 ? home : workbook.sheet(name);
  const area = parseArea(reference.slice(bang + 1));
  return sheet && area && { sheet, area: cutToUse(sheet, area) };
}

/** Whole columns hold as many values as are used. */
function cutToUse(sheet: Worksheet, area: Area): Area {
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) <= 100_000) return area;
  const used = sheet.usedArea(true);
  if (!used) return { ...area, bottom: area.top, right: area.left };
  return {
    ...area,
    bottom: Math.max(area.top, Math.min(area.bottom, used.bottom)),
    right: Math.max(area.left, Math.min(area.right, used.right)),
  };
}

function areaValues(sheet: Worksheet, area: Area): CellValue[] {
  const values: CellValue[] = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) values.push(sheet.value(row, column));
  return values;
}

/** Labels in several columns beside each other (or rows above each other): the level nearest the data comes first. */
function labelLevels(sheet: Worksheet, area: Area): CellValue[][] {
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  if (rows === 1 || columns === 1) return [];
  const byColumns = rows >= columns;
  return Array.from({ length: byColumns ? columns : rows }, (_, i) =>
    byColumns
      ? areaValues(sheet, { ...area, left: area.right - i, right: area.right - i })
      : areaValues(sheet, { ...area, top: area.bottom - i, bottom: area.bottom - i }),
  );
}

/** A value as text of a label. */
export function labelText(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
