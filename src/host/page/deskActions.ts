import { autofitColumns } from '../bridge/autofit';
import { fillArea } from '../editing/fillHandle';
import type { FilterButton } from '../editing/filterButtons';
import type { CellPlace } from '../editing/move';
import { validationAt } from '../editing/validation';
import { cellAddress, quoteSheet } from '../model/address';
import { CellError, MAX_ROWS } from '../model/cell';
import type { Desk } from './desk';

/** More about a cell: its comment, what went wrong in it, where its link leads, what may be typed. */
export function tipAt(desk: Desk, { row, column }: CellPlace): string {
  const { sheet } = desk;
  const value = sheet.value(row, column);
  const comments = sheet.comments.filter((comment) => comment.row === row && comment.column === column);
  const prompt = validationAt(sheet, row, column)?.prompt;
  const link = desk.linkAt(row, column);
  return [
    ...comments.map(({ author, text }) => (author ? `${author}: ${text}` : text)),
    ...(value instanceof CellError && value.detail ? [value.detail] : []),
    ...(prompt?.showPrompt ? [`${prompt.title} ${prompt.message}`.trim()] : []),
    ...(link === undefined ? [] : [link.replace(/^#/, '')]),
  ].join('\n');
}

/** Makes a column as wide as what it shows. */
export function fitColumn({ sheet, embedded, session }: Desk, column: number): void {
  const before = sheet.columns.get(column);
  autofitColumns(sheet, { top: 0, bottom: MAX_ROWS - 1, left: column, right: column }, embedded);
  const { width } = sheet.columns.get(column) ?? {};
  if (before) sheet.columns.set(column, before);
  else sheet.columns.delete(column);
  if (width !== undefined) session.setColumnWidth(sheet, column, width);
}

/**
 * While a formula is typed, a click on a cell puts its address where a reference may stand. @returns whether it did
 */
export function insertReference(desk: Desk, { row, column }: CellPlace): boolean {
  const { draft, sheet } = desk;
  const [, before] = /^(=.*?)('[^']+'!|[\w.]+!)?(\$?[A-Z]{1,3}\$?\d+)?$/su.exec(draft?.text ?? '') ?? [];
  if (!draft || before === undefined || !/[=(,;+\-*/^&<>:{]\s*$/.test(before)) return false;
  const home = draft.sheet === sheet ? '' : `${quoteSheet(sheet.name)}!`;
  desk.setDraft(`${before}${home}${cellAddress(row, column)}`);
  return true;
}

/** Fills the selection from its first row or column; a single one from that before it. */
export function fillFrom(desk: Desk, side: 'above' | 'left'): void {
  const area = desk.boundedSelection;
  const [first, last] = side === 'above' ? [area.top, area.bottom] : [area.left, area.right];
  const from = last > first ? first : first - 1;
  if (from < 0) return;
  const [source, target] =
    side === 'above'
      ? [
          { ...area, top: from, bottom: from },
          { ...area, top: from + 1 },
        ]
      : [
          { ...area, left: from, right: from },
          { ...area, left: from + 1 },
        ];
  desk.report(desk.session.fillFrom(desk.sheet, source, target));
}

/** Shows what the fill handle would fill if it was let go over a cell. */
export function dragFill(desk: Desk, place: CellPlace): void {
  desk.filling = fillArea(desk.boundedSelection, place);
  desk.report(undefined);
}

/** The fill handle is let go. */
export function dropFill(desk: Desk): void {
  const { filling, sheet, active } = desk;
  desk.filling = undefined;
  const refusal = filling && desk.session.continueInto(sheet, desk.boundedSelection, filling);
  if (filling && !refusal) desk.selectArea(filling, active);
  desk.report(refusal);
}

/** Filters by a column's texts; undefined shows everything again. */
export function filterBy(desk: Desk, { target, index }: FilterButton, texts: readonly string[] | undefined): void {
  desk.report(desk.session.filter(target, index, texts && { filterOn: 'Values', values: texts }));
}
