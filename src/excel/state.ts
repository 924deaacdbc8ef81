import type { InputMapping } from '../sheets/inputs/raw';

/** Key of the workbook setting that remembers how the user's sheets map to input tables (small JSON). */
const MAPPING_KEY = 'cadenza.mapping';
const EMPTY: InputMapping = { tables: {} };

/** Asks for the remembered mapping; read its value after the next sync. */
export function loadMapping(context: Excel.RequestContext): Excel.Setting {
  const item = context.workbook.settings.getItemOrNullObject(MAPPING_KEY);
  item.load('value');
  return item;
}

/** The mapping a setting's value holds; an empty one when it holds none. */
export function parseMapping(stored: unknown): InputMapping {
  const mapping: unknown = typeof stored === 'string' ? safeParse(stored) : stored;
  return isMapping(mapping) ? mapping : EMPTY;
}

/** Remembers the mapping in the workbook, with the next sync. */
export function writeMapping(context: Excel.RequestContext, mapping: InputMapping): void {
  context.workbook.settings.add(MAPPING_KEY, JSON.stringify(mapping));
}

function safeParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isMapping(value: unknown): value is InputMapping {
  return typeof value === 'object' && value !== null && typeof (value as { tables?: unknown }).tables === 'object';
}
