import { guardText } from './blocks';
import type { SheetSpec } from '../sheets/spec';
import type { SheetLayout } from './layout';
import { loadLayouts, parseLayouts } from './layout';
import { OUTLINE_PROGRESS } from './outline';
import type { OwnedSheet } from './read';
import type { TransferStats } from './stats';

/** Cell contents as they would be written: text that Excel could take for something else carries its apostrophe. */
export type HeldContents = readonly (readonly (string | number | boolean)[])[];

/** An output sheet as it stood before a run, enough to put it back. */
export interface SheetSnapshot {
  readonly owned: OwnedSheet;
  /** Contents of the area that is ours, ready to be written back: formulas with '=', text guarded. */
  readonly contents: HeldContents;
  /** The look it was given by the run that wrote it; undefined when that record is gone. */
  readonly layout?: SheetLayout;
  /** Last row and column that hold anything, people's notes included (exclusive; 0 on an empty sheet). */
  readonly usedRows: number;
  readonly usedColumns: number;
  /** Count of outline steps that the last run left. */
  readonly outlineProgress?: string;
  /** Names of the tables on the sheet. */
  readonly tables: readonly string[];
  /** Names of its charts, people's own among them. */
  readonly charts: readonly string[];
}

export interface WorkbookSnapshot {
  readonly sheets: ReadonlyMap<string, SheetSnapshot>;
  /** The stored layouts as text, to put back; undefined when there were none. */
  readonly layoutsXml?: string;
  readonly layoutsId?: string;
}

/** Cells whose formulas and values one answer carries: a year of weekly formulas of 150 characters each stays below Excel's 5 MB. */
const CELLS_AN_ANSWER = 30_000;

/**
 * Reads everything a failed run would have to put back: one sync where the outputs are small, more where an answer would be too large.
 *
 * @throws Office's error when Excel refuses.
 */
export async function readSnapshot(
  context: Excel.RequestContext,
  owned: readonly OwnedSheet[],
  specs: readonly SheetSpec[],
  stats: TransferStats,
): Promise<WorkbookSnapshot> {
  const wanted = owned.filter((sheet) => specs.some((spec) => spec.key === sheet.key));
  const sheets = wanted.map((sheet) => requestSheet(context, sheet));
  const layouts = loadLayouts(context);
  const [first = [], ...others] = gatherAnswers(sheets.flatMap(({ blocks }) => blocks));
  const ask = async (blocks: readonly Block[]): Promise<void> => {
    for (const block of blocks) block.ask();
    await context.sync();
    stats.syncs += 1;
  };
  await others.reduce((before, blocks) => before.then(() => ask(blocks)), ask(first));
  const stored = parseLayouts(layouts);
  return {
    sheets: new Map(sheets.map((sheet) => [sheet.owned.key, readSheet(sheet, stored.layouts[sheet.owned.key])])),
    layoutsXml: stored.xml,
    layoutsId: stored.id,
  };
}

/** Some rows of an output sheet, asked for when their turn comes. */
interface Block {
  readonly cells: number;
  readonly ask: () => void;
}

interface SheetRequest {
  readonly owned: OwnedSheet;
  readonly used: Excel.Range;
  readonly tables: Excel.TableCollection;
  readonly charts: Excel.ChartCollection;
  readonly outline: Excel.WorksheetCustomProperty;
  /** The blocks asked for so far. */
  readonly areas: Excel.Range[];
  readonly blocks: readonly Block[];
}

function requestSheet(context: Excel.RequestContext, owned: OwnedSheet): SheetRequest {
  const worksheet = context.workbook.worksheets.getItem(owned.name);
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  const { tables } = context.workbook.worksheets.getItem(owned.name);
  tables.load('items/name');
  const { charts } = context.workbook.worksheets.getItem(owned.name);
  charts.load('items/name');
  const outline = context.workbook.worksheets
    .getItem(owned.name)
    .customProperties.getItemOrNullObject(OUTLINE_PROGRESS);
  outline.load('value');
  const [rows, columns] = [Math.max(1, owned.rows), Math.max(1, owned.columns)];
  const height = Math.max(1, Math.floor(CELLS_AN_ANSWER / columns));
  const areas: Excel.Range[] = [];
  const blocks = Array.from({ length: Math.ceil(rows / height) }, (_, i): Block => {
    const own = Math.min(height, rows - i * height);
    const ask = (): void => {
      const area = worksheet.getRangeByIndexes(i * height, 0, own, columns);
      area.load('formulas,values');
      areas.push(area);
    };
    return { cells: own * columns, ask };
  });
  return { owned, used, tables, charts, outline, areas, blocks };
}

function readSheet(
  { owned, used, tables, charts, outline, areas }: SheetRequest,
  layout: SheetLayout | undefined,
): SheetSnapshot {
  return {
    owned,
    contents: areas.flatMap((area) => heldContents(area.formulas, area.values)),
    layout,
    usedRows: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
    outlineProgress: outline.isNullObject ? undefined : outline.value,
    tables: tables.items.map((table) => table.name),
    charts: charts.items.map((chart) => chart.name),
    usedColumns: used.isNullObject ? 0 : used.columnIndex + used.columnCount,
  };
}

/** Blocks in as few answers as their size allows, in order. */
function gatherAnswers(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const answers: Block[][] = [];
  let cells = 0;
  for (const block of blocks) {
    const open = answers.at(-1);
    if (open && cells + block.cells <= CELLS_AN_ANSWER) open.push(block);
    else {
      answers.push([block]);
      cells = 0;
    }
    cells += block.cells;
  }
  return answers;
}

/** A text constant reads the same in values and formulas, a formula never does: so text that begins with '=' stays text. */
function heldContents(
  formulas: readonly (readonly unknown[])[],
  values: readonly (readonly unknown[])[],
): HeldContents {
  return formulas.map((row, r) =>
    row.map((content, c) => {
      if (typeof content !== 'string') return content as number | boolean;
      return content.startsWith('=') && content !== values[r]?.[c] ? content : guardText(content);
    }),
  );
}
