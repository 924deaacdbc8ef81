import type { DefinedName, Workbook, Worksheet } from '../model/workbook';
import type { Formula } from './ast';
import { parseFormula } from './parse';

/**
 * Symbols are what formulas refer to by name; each has a signature that changes when its meaning does, so that only
 * the formulas that use it need binding again.
 */
export const symbols = {
  sheet: (name: string): string => `sheet:${name.toLowerCase()}`,
  sheetOrder: (): string => 'order:',
  name: (name: string, sheet: Worksheet): string => `name:${sheet.id}:${name.toLowerCase()}`,
  table: (name: string): string => `table:${name.toLowerCase()}`,
  tablesOf: (sheet: Worksheet): string => `tables:${sheet.id}`,
  function: (name: string): string => `function:${name}`,
};

/** A defined name as seen from a sheet: its own first, the workbook's next. */
export function findName(workbook: Workbook, name: string, sheet: Worksheet): DefinedName | undefined {
  const wanted = name.toLowerCase();
  const isWanted = (n: DefinedName): boolean => n.name.toLowerCase() === wanted;
  return (
    sheet.names.find(isWanted) ??
    workbook.names.find((n) => isWanted(n) && n.sheet === sheet) ??
    workbook.names.find((n) => isWanted(n) && n.sheet === undefined)
  );
}

/** The parsed formula of a name; its relative references count from A1. Undefined when there is none. */
export function parseName(name: DefinedName | undefined): Formula | undefined {
  if (!name) return undefined;
  const parsed = parseFormula(name.formula.replace(/^=/, ''));
  return 'formula' in parsed ? parsed.formula : undefined;
}

function tableSignature(workbook: Workbook, name: string): string {
  const table = workbook.table(name);
  if (!table) return '';
  const { top, left, bottom, right } = table.area;
  const columns = table.columns.map((c) => c.name.toLowerCase()).join('\u0001');
  return `${table.sheet.id}|${top},${left},${bottom},${right}|${table.showHeaders}|${table.showTotals}|${columns}`;
}

/**
 * What a symbol means at present, as text to compare.
 * @param functionVersion of a custom function: 0 when not registered
 */
export function symbolSignature(workbook: Workbook, symbol: string, functionVersion: (name: string) => number): string {
  const [kind = '', ...parts] = symbol.split(':');
  const rest = parts.join(':');
  switch (kind) {
    case 'sheet':
      return workbook.sheet(rest)?.id ?? '';
    case 'order':
      return workbook.sheets.map((s) => s.id).join();
    case 'table':
      return tableSignature(workbook, rest);
    case 'tables':
      return (workbook.sheets.find((s) => s.id === rest)?.tables ?? [])
        .map((t) => `${t.name}=${tableSignature(workbook, t.name)}`)
        .join('\u0002');
    case 'function':
      return String(functionVersion(rest));
    case 'name': {
      const sheet = workbook.sheets.find((s) => s.id === parts[0]);
      const found = sheet && findName(workbook, parts.slice(1).join(':'), sheet);
      return found ? `${found.sheet?.id ?? ''}=${found.formula}` : '';
    }
    default:
      return '';
  }
}
