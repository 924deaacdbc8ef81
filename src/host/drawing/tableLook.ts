import { mix } from '../conditional/scales';
import type { Table, Worksheet } from '../model/workbook';

/** What a table's style gives a cell, where the cell's own style says nothing. */
export interface TableLook {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  /** Colours of lines above and below. */
  readonly top?: string;
  readonly bottom?: string;
}

/** Black, then the six accents of Office's theme, in the order in which the built-in styles go through them. */
const ACCENTS = ['#000000', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'] as const;

const lighter = (color: string, share: number): string => mix(color, '#FFFFFF', share);
const darker = (color: string, share: number): string => mix(color, '#000000', share);

/** The look of one family of built-in styles for one accent. */
interface StyleLook {
  readonly header: TableLook;
  readonly totals: TableLook;
  readonly body: TableLook;
  readonly band: TableLook;
  /** Line under the last row. */
  readonly end?: string;
}

/**
 * Excel's built-in table styles, family by family: light ones with bands or with heads of colour, medium ones with heads of colour
 * and tinted bands, dark ones. Grid lines inside are left to the sheet's own.
 */
function lookOfStyle(name: string): StyleLook | undefined {
  const [, tone, digits] = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(name) ?? [];
  if (tone === undefined || digits === undefined) return undefined;
  const number = Number(digits) - 1;
  const accent = ACCENTS[number % ACCENTS.length] ?? '#000000';
  const family = Math.floor(number / ACCENTS.length);
  const isBlack = accent === '#000000';
  const ink = isBlack ? '#000000' : darker(accent, 0.25);
  const solid: TableLook = { fill: accent, color: '#FFFFFF', bold: true };
  const tint = isBlack ? '#D9D9D9' : lighter(accent, 0.8);
  if (tone === 'Light')
    return family === 0
      ? {
          header: { bold: true, color: ink, top: accent, bottom: accent },
          totals: { bold: true, color: ink, top: accent },
          body: { color: ink },
          band: { fill: tint, color: ink },
          end: accent,
        }
      : {
          header: family === 1 ? solid : { bold: true, top: accent, bottom: accent },
          totals: { bold: true, top: accent },
          body: { bottom: accent },
          band: family === 1 ? { bottom: accent } : { fill: tint, bottom: accent },
          end: accent,
        };
  if (tone === 'Dark')
    return {
      header: { fill: '#000000', color: '#FFFFFF', bold: true },
      totals: { bold: true, fill: darker(accent, 0.4), color: '#FFFFFF' },
      body: { fill: isBlack ? '#737373' : accent, color: '#FFFFFF' },
      band: { fill: isBlack ? '#404040' : darker(accent, 0.25), color: '#FFFFFF' },
    };
  const strong = isBlack ? '#A6A6A6' : lighter(accent, 0.6);
  if (family === 1) return { header: solid, totals: { ...solid }, body: { fill: tint }, band: { fill: strong } };
  if (family === 3)
    return { header: { bold: true, fill: tint }, totals: { bold: true }, body: { fill: tint }, band: { fill: strong } };
  return {
    header: solid,
    totals: { bold: true, top: accent },
    body: { bottom: strong },
    band: { fill: family === 2 ? '#D9D9D9' : tint, bottom: strong },
    end: accent,
  };
}

/** What the style of the table around a cell gives it; undefined outside tables and for styles that are not built in. */
export function tableLookAt(sheet: Worksheet, row: number, column: number): TableLook | undefined {
  const table = sheet.tables.find(
    ({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
  );
  const look = table && lookOfStyle(table.style);
  return look && partLook(table, look, row, column);
}

function partLook(table: Table, look: StyleLook, row: number, column: number): TableLook {
  const { area } = table;
  if (table.showHeaders && row === area.top) return look.header;
  if (table.showTotals && row === area.bottom) return look.totals;
  const first = area.top + Number(table.showHeaders);
  const isBand =
    (table.showBandedRows && (row - first) % 2 === 0) || (table.showBandedColumns && (column - area.left) % 2 === 0);
  const part = isBand ? look.band : look.body;
  const isStrong =
    (table.highlightFirstColumn && column === area.left) || (table.highlightLastColumn && column === area.right);
  const isLast = row === area.bottom && look.end !== undefined;
  return { ...part, ...(isStrong && { bold: true }), ...(isLast && { bottom: look.end }) };
}
