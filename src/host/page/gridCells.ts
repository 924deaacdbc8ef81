import type { GridCell, Theme } from '@glideapps/glide-data-grid';
import { GridCellKind } from '@glideapps/glide-data-grid';
import { formatCell } from '../formulas/display';
import { CellError } from '../model/cell';
import type { Worksheet } from '../model/workbook';

/** A cell of the model as the grid draws it: the text it shows, its look, and what editing it begins with. */
export function gridCell(sheet: Worksheet, row: number, column: number): GridCell {
  const { workbook } = sheet;
  const cell = sheet.cell(row, column);
  if (!cell) return { kind: GridCellKind.Text, data: '', displayData: '', allowOverlay: true };
  const style = workbook.styles.get(cell.style);
  const displayData = formatCell(cell.value, style.numberFormat, workbook.culture, workbook.dateSystem);
  const numeric = typeof cell.value === 'number';
  return {
    kind: GridCellKind.Text,
    data: editText(sheet, row, column),
    displayData,
    allowOverlay: true,
    contentAlign: alignment(
      style.alignment.horizontal,
      numeric,
      cell.value instanceof CellError || typeof cell.value === 'boolean',
    ),
    themeOverride: lookOf(style),
  };
}

/** What a person sees of a cell in the formula bar: its formula, else its constant. */
export function editText(sheet: Worksheet, row: number, column: number): string {
  const cell = sheet.cell(row, column);
  if (!cell) return '';
  if (cell.formula !== undefined) return `=${cell.formula}`;
  if (cell.value instanceof CellError) return cell.value.code;
  return cell.value === null ? '' : String(cell.value);
}

function alignment(horizontal: string, numeric: boolean, centred: boolean): 'left' | 'right' | 'center' {
  if (horizontal === 'Left' || horizontal === 'Right' || horizontal === 'Center')
    return horizontal.toLowerCase() as 'left' | 'right' | 'center';
  return centred ? 'center' : numeric ? 'right' : 'left';
}

function lookOf(style: ReturnType<Worksheet['workbook']['styles']['get']>): Partial<Theme> {
  const { font, fill } = style;
  const size = Math.round((font.size * 4) / 3);
  return {
    textDark: font.color,
    baseFontStyle: `${font.italic ? 'italic ' : ''}${font.bold ? '600 ' : ''}${size}px`,
    ...(fill.color ? { bgCell: fill.color } : {}),
  };
}
