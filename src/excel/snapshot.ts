import { guardText } from './blocks';
import type { SheetSpec } from '../sheets/spec';
import type { SheetLayout } from './layout';
import { loadLayouts, parseLayouts } from './layout';
import { OUTLINE_PROGRESS } from './outline';
import type { OwnedSheet } from './read';

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
}

export interface WorkbookSnapshot {
  readonly sheets: ReadonlyMap<string, SheetSnapshot>;
  /** The stored layouts as text, to put back; undefined when there were none. */
  readonly layoutsXml?: string;
  readonly layoutsId?: string;
}

/** Asks for everything a failed run would have to put back; one sync (the caller's) then `read` gives it. */
export function requestSnapshot(
  context: Excel.RequestContext,
  owned: readonly OwnedSheet[],
  specs: readonly SheetSpec[],
): { read: () => WorkbookSnapshot } {
  const { workbook } = context;
  const wanted = owned.filter((sheet) => specs.some((spec) => spec.key === sheet.key));
  const areas = wanted.map((sheet) => {
    const worksheet = workbook.worksheets.getItem(sheet.name);
    const area = worksheet.getRangeByIndexes(0, 0, Math.max(1, sheet.rows), Math.max(1, sheet.columns));
    const used = worksheet.getUsedRangeOrNullObject(true);
    area.load('formulas,values');
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    const { tables } = workbook.worksheets.getItem(sheet.name);
    tables.load('items/name');
    const outline = workbook.worksheets.getItem(sheet.name).customProperties.getItemOrNullObject(OUTLINE_PROGRESS);
    outline.load('value');
    return { sheet, area, used, tables, outline };
  });
  const layouts = loadLayouts(context);
  return {
    read: () => {
      const stored = parseLayouts(layouts);
      const sheets = new Map<string, SheetSnapshot>();
      for (const { sheet, area, used, tables, outline } of areas)
        sheets.set(sheet.key, {
          owned: sheet,
          contents: heldContents(area.formulas, area.values),
          layout: stored.layouts[sheet.key],
          usedRows: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
          outlineProgress: outline.isNullObject ? undefined : outline.value,
          tables: tables.items.map((table) => table.name),
          usedColumns: used.isNullObject ? 0 : used.columnIndex + used.columnCount,
        });
      return { sheets, layoutsXml: stored.xml, layoutsId: stored.id };
    },
  };
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
