import type { Rect, SheetSpec } from '../sheets/spec';
import { clearLayoutOperations } from './applyLayout';
import type { Block } from './blocks';
import { splitBlock } from './blocks';
import type { SheetLayout } from './layout';
import { layoutOf } from './layout';
import { MARK, printMark } from './ownership';
import type { Operation } from './requests';
import { operationOf, REQUEST_BYTES, sheetWhenNeeded } from './requests';
import type { SheetSnapshot } from './snapshot';

/** A new output sheet at the given position. */
export function createSheet(context: Excel.RequestContext, spec: Pick<SheetSpec, 'name'>, position: number): Operation {
  return operationOf(3, () => {
    const sheet = context.workbook.worksheets.add(spec.name);
    sheet.position = position;
  });
}

/** Gives an output sheet of an earlier run its present name. */
export function renameSheet(context: Excel.RequestContext, id: string, name: string): Operation {
  return operationOf(2, () => {
    context.workbook.worksheets.getItem(id).name = name;
  });
}

/** Marks a sheet as ours, with the extent that is ours. */
export function markSheet(
  context: Excel.RequestContext,
  spec: SheetSpec,
  extent: { rows: number; columns: number },
): Operation {
  const mark = printMark({ key: spec.key, ...extent });
  return operationOf(2, () => void context.workbook.worksheets.getItem(spec.name).customProperties.add(MARK, mark));
}

/** Before an earlier output is rewritten: what people wrote below or beside it moves out of the way, its old look goes. */
export function makeRoom(
  context: Excel.RequestContext,
  spec: SheetSpec,
  before: SheetSnapshot,
  extent: { rows: number; columns: number },
  relayout: boolean,
): Operation[] {
  const { rows, columns } = before.owned;
  const { name } = spec;
  const sheet = sheetWhenNeeded(context, name);
  const operations: Operation[] = [];
  if (relayout) {
    const area = { row: 0, column: 0, rows: Math.max(1, rows), columns: Math.max(1, columns) };
    operations.push(...clearLayoutOperations(context, name, before.layout, area));
    operations.push(...dropTables(context, name, before.layout, layoutOf(spec)));
  }
  const down = extent.rows - rows;
  if (down > 0 && before.usedRows > rows)
    operations.push(
      operationOf(2, () => {
        sheet()
          .getRangeByIndexes(rows, 0, down, 1)
          .getEntireRow()
          .insert('Down' as Excel.InsertShiftDirection);
      }),
    );
  const right = extent.columns - columns;
  if (right > 0 && before.usedColumns > columns)
    operations.push(
      operationOf(2, () => {
        sheet()
          .getRangeByIndexes(0, columns, 1, right)
          .getEntireColumn()
          .insert('Right' as Excel.InsertShiftDirection);
      }),
    );
  return operations;
}

/** Tables of the earlier layout that the new one has no more, or elsewhere: they become plain cells again. */
function dropTables(
  context: Excel.RequestContext,
  name: string,
  before: SheetLayout | undefined,
  after: SheetLayout,
): Operation[] {
  const sheet = sheetWhenNeeded(context, name);
  return (before?.tables ?? [])
    .filter((old) => !after.tables.some((table) => sameStart(table, old)))
    .map((old) => operationOf(3, () => void sheet().tables.getItem(old.name).convertToRange()));
}

/** Whether two layouts mean the same table, though it may be longer or shorter. */
export const sameStart = (a: { name: string; range: Rect }, b: { name: string; range: Rect }): boolean =>
  a.name === b.name &&
  a.range.row === b.range.row &&
  a.range.column === b.range.column &&
  a.range.columns === b.range.columns;

/** Tables and names of a layout: those of `before` that stay are resized, the others are added; names that are gone go. */
export function tableOperations(
  context: Excel.RequestContext,
  name: string,
  layout: SheetLayout,
  before: SheetLayout | undefined,
): Operation[] {
  const sheet = sheetWhenNeeded(context, name);
  const rangeOf = (rect: Rect) => sheet().getRangeByIndexes(rect.row, rect.column, rect.rows, rect.columns);
  const tables = layout.tables.map((spec) =>
    operationOf(8, () => {
      if (before?.tables.some((old) => sameStart(old, spec))) {
        sheet().tables.getItem(spec.name).resize(rangeOf(spec.range));
        return;
      }
      const table = sheet().tables.add(rangeOf(spec.range), true);
      table.name = spec.name;
      table.style = spec.style;
      table.showFilterButton = spec.filter ?? true;
    }),
  );
  const names = layout.names.map((spec) =>
    operationOf(4, () => {
      context.workbook.names.getItemOrNullObject(spec.name).delete();
      context.workbook.names.add(spec.name, rangeOf(spec.range));
    }),
  );
  const gone = (before?.names ?? [])
    .filter((old) => !layout.names.some((spec) => spec.name === old.name))
    .map((old) => operationOf(2, () => context.workbook.names.getItemOrNullObject(old.name).delete()));
  return [...gone, ...tables, ...names];
}

/** Writes a block in pieces that each fit a request. */
export function blockOperations(context: Excel.RequestContext, name: string, block: Block): Operation[] {
  return splitBlock(block, REQUEST_BYTES / 2).map(({ block: piece, bytes }) => {
    const write = (): void => {
      const [first] = piece.contents;
      if (!first) return;
      const range = context.workbook.worksheets
        .getItem(name)
        .getRangeByIndexes(piece.row, piece.column, piece.contents.length, first.length);
      range.formulas = piece.contents as (string | number | boolean)[][];
    };
    return operationOf(2, write, bytes);
  });
}
