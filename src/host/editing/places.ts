import type { Calculation } from '../formulas/calculation';
import { areaAddress, parseArea } from '../model/address';
import { areasEqual } from '../model/area';
import type { Area } from '../model/cell';
import { dataArea } from '../model/table';
import type { DefinedName, Workbook, Worksheet } from '../model/workbook';

export interface Place {
  readonly sheet: Worksheet;
  readonly area: Area;
}

const QUALIFIED = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/;

/**
 * The place a text names: 'B5', 'A1:C9', 'B:D', "'My sheet'!B5", a defined name or a table.
 *
 * @param sheet the sheet that addresses without one mean
 */
export function findPlace(workbook: Workbook, sheet: Worksheet, text: string): Place | undefined {
  const wanted = text.trim();
  const [, quoted, plain, rest] = QUALIFIED.exec(wanted) ?? [];
  const named = quoted?.replaceAll("''", "'") ?? plain;
  const home = named === undefined ? sheet : workbook.sheet(named);
  if (!home) return undefined;
  const area = parseArea(rest ?? wanted);
  if (area) return { sheet: home, area };
  const table = workbook.table(rest ?? wanted);
  if (table) return { sheet: table.sheet, area: dataArea(table) };
  const name = findName(workbook, home, rest ?? wanted);
  return name && placeOfName(workbook, name);
}

/** What the name box shows of an area: the name or table that is exactly it, else its first cell's address. */
export function nameOfPlace(workbook: Workbook, { sheet, area }: Place, cell: Area): string {
  const named = [...sheet.names, ...workbook.names].find((name) => {
    const place = name.visible ? placeOfName(workbook, name) : undefined;
    return place?.sheet === sheet && areasEqual(place.area, area);
  });
  if (named) return named.name;
  const table = sheet.tables.find((candidate) => areasEqual(dataArea(candidate), area));
  return table?.name ?? areaAddress(cell);
}

/** Names and tables that the name box offers, in order of their code units. */
export function namesOf(workbook: Workbook): string[] {
  const names = workbook.names.filter((name) => name.visible && placeOfName(workbook, name)).map(({ name }) => name);
  const tables = workbook.sheets.filter(isShown).flatMap((sheet) => sheet.tables.map(({ name }) => name));
  return [...names, ...tables].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function isShown({ visibility }: Worksheet): boolean {
  return visibility === 'Visible';
}

function findName(workbook: Workbook, sheet: Worksheet, text: string): DefinedName | undefined {
  const wanted = text.toLowerCase();
  return [...sheet.names, ...workbook.names].find(({ name }) => name.toLowerCase() === wanted);
}

/** Only names that are one address lead somewhere. */
function placeOfName(workbook: Workbook, { formula }: DefinedName): Place | undefined {
  const [, quoted, plain, rest] = QUALIFIED.exec(formula) ?? [];
  const sheet = workbook.sheet(quoted?.replaceAll("''", "'") ?? plain ?? '');
  const area = rest === undefined ? undefined : parseArea(rest);
  return sheet && area ? { sheet, area } : undefined;
}

/** Where a cell's link leads: a text as HYPERLINK takes it ('#Sheet!A1', 'https://…'); undefined without a link. */
export function linkAt(calculation: Calculation, sheet: Worksheet, row: number, column: number): string | undefined {
  const link = sheet.hyperlinks.find(
    ({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
  );
  if (link)
    return link.address ? `${link.address}${link.location ? `#${link.location}` : ''}` : `#${link.location ?? ''}`;
  const formula = sheet.cell(row, column)?.formula;
  if (formula === undefined || !/^HYPERLINK\(/i.test(formula)) return undefined;
  // IF gives the first of HYPERLINK's own arguments, whatever expression it is.
  const target = calculation.evaluate(formula.replace(/^HYPERLINK\(/i, 'IF(TRUE,'), sheet, { row, column });
  return typeof target === 'string' ? target : undefined;
}
