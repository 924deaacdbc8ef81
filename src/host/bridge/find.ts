import type { Area } from '../model/cell';
import type { Worksheet } from '../model/workbook';
import { forEachCell } from './cells';
import { displayText } from './read';
import type { Host } from './host';
import { isObject } from './wire';

/** The cells of an area whose shown text holds `text` (or is it, with completeMatch), row by row. */
export function findAll(sheet: Worksheet, area: Area, text: string, criteria: unknown, host: Host): Area[] {
  host.bringUpToDate();
  const options = isObject(criteria) ? criteria : {};
  const isExact = options.completeMatch === true;
  const fold = (value: string) => (options.matchCase === true ? value : value.toLowerCase());
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
