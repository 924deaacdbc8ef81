import type { Area } from '../model/cell';
import type { Worksheet } from '../model/workbook';
import { checkWritable, forEachCell } from './cells';
import { apiFormula, displayText } from './read';
import type { Host } from './host';
import { isObject } from './wire';
import { writeContents } from './write';

/** How texts are compared: `completeMatch` wants the whole text, `matchCase` minds capitals. */
interface Match {
  readonly isExact: boolean;
  readonly isCaseSensitive: boolean;
}

function matchOf(criteria: unknown): Match {
  const options = isObject(criteria) ? criteria : {};
  return { isExact: options.completeMatch === true, isCaseSensitive: options.matchCase === true };
}

/** The cells of an area whose shown text holds `text` (or is it, with completeMatch), row by row. */
export function findAll(sheet: Worksheet, area: Area, text: string, criteria: unknown, host: Host): Area[] {
  host.bringUpToDate();
  const { isExact, isCaseSensitive } = matchOf(criteria);
  const fold = (value: string) => (isCaseSensitive ? value : value.toLowerCase());
  const wanted = fold(text);
  const found: Area[] = [];
  forEachCell(sheet, area, (_cell, row, column) => {
    const shown = fold(displayText(sheet, row, column, host.workbook.culture));
    if (shown !== '' && (isExact ? shown === wanted : shown.includes(wanted)))
      found.push({ top: row, bottom: row, left: column, right: column });
  });
  return found;
}

/** The first such cell; backwards the last. */
export function findText(sheet: Worksheet, area: Area, text: string, criteria: unknown, host: Host): Area | undefined {
  const found = findAll(sheet, area, text, criteria, host);
  return isObject(criteria) && criteria.searchDirection === 'Backwards' ? found.at(-1) : found[0];
}

/**
 * Replaces a text wherever it stands in formulas and constants of an area; what comes out is read as if it were entered.
 *
 * @returns how many cells were changed.
 */
export function replaceAll(
  sheet: Worksheet,
  area: Area,
  text: string,
  replacement: string,
  criteria: unknown,
  host: Host,
): number {
  if (text === '') return 0;
  const { isExact, isCaseSensitive } = matchOf(criteria);
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(isExact ? `^${literal}$` : literal, isCaseSensitive ? 'g' : 'gi');
  const changes: { row: number; column: number; content: string }[] = [];
  forEachCell(sheet, area, (cell, row, column) => {
    if (cell.spilledFrom) return;
    const before = String(apiFormula(cell));
    const after = before.replace(pattern, () => replacement);
    if (after !== before) changes.push({ row, column, content: after });
  });
  // Refused before anything is changed where one of the cells is protected.
  for (const { row, column } of changes)
    checkWritable(sheet, { top: row, bottom: row, left: column, right: column }, host);
  for (const { row, column, content } of changes)
    writeContents(sheet, { top: row, bottom: row, left: column, right: column }, content, host);
  return changes.length;
}
