import type { KeptFormula } from '../formulas/calculation';
import { keptFormulas } from '../formulas/calculation';
import { cellAddress, quoteSheet } from '../model/address';
import { filtersOf } from '../model/filter';
import type { Workbook, Worksheet } from '../model/workbook';
import { chartKind } from './chart/kinds';
import type { FileWarning } from './fileError';
import { Package } from './package';
import type { WorkbookSource } from './source';
import { isFromFile, sourceOfWorkbook } from './source';
import { hasShapes, isRedrawn } from './sheet/drawing';
import { isWritableFilter } from './sheet/filterColumns';
import { compareRows } from './sheet/writeCells';
import { child, descendants, parseXml } from './xml/element';
import { normalizePart } from './xml/normalize';

/**
 * What saving a workbook cannot hold, or leaves less true than it was: to be told before the file is written. Empty when nothing is lost.
 */
export function lossesOnSave(workbook: Workbook): FileWarning[] {
  const source = sourceOfWorkbook(workbook);
  const pkg = new Package(new Map(source.parts));
  const losses = workbook.sheets.flatMap((sheet) => [
    ...chartLosses(sheet),
    ...filterLosses(sheet),
    ...(source.sheets.has(sheet) ? keptPartLosses(sheet, source, pkg) : []),
  ]);
  losses.push(...keptValues(workbook));
  if (isFromFile(workbook) && pkg.partNames().some((part) => part.startsWith('_xmlsignatures/')))
    losses.push({ code: 'signature-invalid', message: 'The digital signature of the file will no longer be valid.' });
  return losses;
}

/** Cells named one by one in a warning. */
const MOST_NAMED = 3;

/** Formulas that are not calculated here keep the file's values, which may be out of date: each lack is named once. */
function keptValues(workbook: Workbook): FileWarning[] {
  const byLack = new Map<string, KeptFormula[]>();
  for (const formula of keptFormulas(workbook)) {
    const known = byLack.get(formula.lacks);
    if (known) known.push(formula);
    else byLack.set(formula.lacks, [formula]);
  }
  return [...byLack].map(([lacks, formulas]) => {
    const named = formulas
      .slice(0, MOST_NAMED)
      .map(({ sheet, row, column }) => `${quoteSheet(sheet.name)}!${cellAddress(row, column)}`);
    const more = formulas.length > MOST_NAMED ? ` and ${formulas.length - MOST_NAMED} more` : '';
    return {
      code: 'values-kept',
      message: `Not calculated here: ${lacks}. The file's values stay in ${named.join(', ')}${more}.`,
    };
  });
}

/** Filters by colour cannot be written: the rows stay hidden, the criteria are lost. */
function filterLosses(sheet: Worksheet): FileWarning[] {
  const filters = [{ sheet }, ...sheet.tables.map((table) => ({ sheet, table }))].flatMap(filtersOf);
  if (filters.every(({ criteria }) => isWritableFilter(criteria))) return [];
  return [
    {
      code: 'filter-not-saved',
      sheet: sheet.name,
      message: `The sheet ${sheet.name} is filtered by colour: the rows stay hidden, but not why.`,
    },
  ];
}

function chartLosses(sheet: Worksheet): FileWarning[] {
  const losses: FileWarning[] = [];
  for (const chart of sheet.charts) {
    const types = [chart.type, ...chart.series.flatMap((series) => series.type ?? [])];
    const unknown = types.find((type) => chartKind(type) === undefined);
    const name = chart.name || 'without a name';
    if (isRedrawn(chart))
      losses.push({
        code: 'chart-redrawn',
        sheet: sheet.name,
        message: `The chart ${name} was changed and is drawn anew: its own fonts, colours and extras are lost.`,
      });
    if (unknown !== undefined && (isRedrawn(chart) || !isFromFile(sheet.workbook)))
      losses.push({
        code: 'chart-type-replaced',
        sheet: sheet.name,
        message: `The chart ${name} cannot be saved as ${unknown}: it becomes a column chart.`,
      });
  }
  return losses;
}

/** Things of a sheet that stay where they are in the file although cells around them may have moved or changed. */
const FIXED: readonly (readonly [string, string, string])[] = [
  ['oleObjects', 'objects-do-not-follow', 'embedded objects'],
  ['controls', 'controls-do-not-follow', 'form controls'],
  ['scenarios', 'scenarios-do-not-follow', 'scenarios'],
  ['ignoredErrors', 'marks-do-not-follow', 'marks of ignored errors'],
  ['protectedRanges', 'ranges-do-not-follow', 'ranges open under protection'],
];

function keptPartLosses(sheet: Worksheet, source: WorkbookSource, pkg: Package): FileWarning[] {
  const sheetSource = source.sheets.get(sheet);
  if (!sheetSource || !compareRows(sheet, sheetSource.rows).changed) return [];
  const { part } = sheetSource;
  const text = normalizePart(pkg.text(part) ?? '');
  const root = parseXml(text, 'sheetData');
  const losses: FileWarning[] = [];
  const add = (code: string, what: string): number =>
    losses.push({
      code,
      part,
      sheet: sheet.name,
      message: `The sheet ${sheet.name} has ${what}: they stay at their old addresses although cells moved.`,
    });
  if (/<f\b[^>]*t="dataTable"/.test(text))
    losses.push({
      code: 'data-tables-lost',
      part,
      sheet: sheet.name,
      message: `What-if data tables of the sheet ${sheet.name} become plain values in the rows that changed.`,
    });
  if (!sheet.hasShifted) return losses;
  for (const [element, code, what] of FIXED) if (child(root, element)) add(code, what);
  if (descendants(child(root, 'extLst') ?? root, 'sparklineGroup').length > 0)
    add('sparklines-do-not-follow', 'sparklines');
  if (hasShapes({ root, pkg, part })) add('shapes-do-not-follow', 'pictures or shapes');
  if (pkg.related(part, '/pivotTable')) add('pivots-do-not-follow', 'pivot tables');
  if (/<f\b[^>]*t="dataTable"/.test(text))
    add('data-tables-lost', 'what-if data tables, lost where their rows changed');
  return losses;
}
