import { intersectAreas } from '../model/area';
import type { Area, Cell, CellValue } from '../model/cell';
import { CellError } from '../model/cell';
import type { Worksheet } from '../model/workbook';
import { choiceOf, isAbsent } from './arguments';
import { fail } from './errors';
import type { Host } from './host';
import { toRectangles } from './rectangles';
import { usedArea } from './used';

/** Kinds of cells, as Excel.SpecialCellType names them. */
const CELL_TYPES = [
  'Blanks',
  'Constants',
  'Formulas',
  'Visible',
  'ConditionalFormats',
  'DataValidations',
  'SameConditionalFormat',
  'SameDataValidation',
] as const;

/** Kinds of values, as Excel.SpecialCellValueType names them; any may be put together. */
const VALUE_KINDS = ['Errors', 'Logical', 'Numbers', 'Text'] as const;

function kindOf(value: CellValue): (typeof VALUE_KINDS)[number] | undefined {
  if (value instanceof CellError) return 'Errors';
  if (typeof value === 'boolean') return 'Logical';
  if (typeof value === 'number') return 'Numbers';
  return typeof value === 'string' ? 'Text' : undefined;
}

function wantedKinds(valueType: unknown): ReadonlySet<string> {
  const text = isAbsent(valueType) ? 'All' : String(valueType);
  const kinds = VALUE_KINDS.filter((kind) => text === 'All' || text.includes(kind));
  return kinds.length > 0 ? new Set(kinds) : fail('InvalidArgument');
}

/**
 * The cells of a kind within some areas, as rectangles; none when there are none. A single cell stands for the used area of its
 * sheet, as in Excel's "Go to special".
 */
export function specialCells(
  sheet: Worksheet,
  areas: readonly Area[],
  cellType: unknown,
  valueType: unknown,
  host: Host,
): Area[] {
  const type = choiceOf(cellType, CELL_TYPES);
  host.bringUpToDate();
  const used = usedArea(sheet, false);
  const [first] = areas;
  if (!used || !first) return [];
  const isCell = areas.length === 1 && first.top === first.bottom && first.left === first.right;
  const within = (isCell ? [used] : areas).flatMap((area) => intersectAreas(area, used) ?? []);
  const kinds = type === 'Constants' || type === 'Formulas' ? wantedKinds(valueType) : new Set<string>();
  if (type === 'ConditionalFormats' || type === 'SameConditionalFormat')
    return ruleAreas(sheet.conditionalFormats, type.startsWith('Same') ? first : undefined, isCell ? [] : areas);
  if (type === 'DataValidations' || type === 'SameDataValidation')
    return ruleAreas(sheet.validations, type.startsWith('Same') ? first : undefined, isCell ? [] : areas);
  return within.flatMap((area) =>
    toRectangles(
      cellsWhere(sheet, area, (cell, row, column) => {
        const hasContent = cell !== undefined && (cell.value !== null || cell.formula !== undefined);
        if (type === 'Blanks') return !hasContent;
        if (type === 'Visible') return !sheet.rows.get(row)?.hidden && !sheet.columns.get(column)?.hidden;
        if (!cell || !hasContent) return false;
        // What a formula spills is neither typed nor a formula of its own.
        if (cell.spilledFrom || (cell.formula === undefined) !== (type === 'Constants')) return false;
        return kinds.has(kindOf(cell.value) ?? 'Text');
      }),
    ),
  );
}

function* cellsWhere(
  sheet: Worksheet,
  area: Area,
  isWanted: (cell: Cell | undefined, row: number, column: number) => boolean,
): Generator<readonly [number, number]> {
  for (let row = area.top; row <= area.bottom; row++) {
    const cells = sheet.cells.rowCells(row);
    for (let column = area.left; column <= area.right; column++)
      if (isWanted(cells?.get(column), row, column)) yield [row, column];
  }
}

/** Where rules lie: all, or (`same`) those that hold for one cell; within the areas given, if any. */
function ruleAreas(
  rules: readonly { readonly areas: readonly Area[] }[],
  same: Area | undefined,
  within: readonly Area[],
): Area[] {
  const wanted = same ? rules.filter(({ areas }) => areas.some((area) => intersectAreas(area, same))) : rules;
  const areas = wanted.flatMap((rule) => rule.areas);
  const common =
    same || within.length === 0
      ? areas.map((area) => ({ ...area }))
      : areas.flatMap((area) => within.flatMap((other) => intersectAreas(area, other) ?? []));
  const seen = new Set<string>();
  return common.filter((area) => {
    const key = JSON.stringify([area.top, area.left, area.bottom, area.right]);
    return !seen.has(key) && seen.add(key);
  });
}
