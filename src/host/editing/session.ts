import { addNamedSheet, deleteSheet, renameSheet, setVisibility } from '../model/sheets';
import { freeSheetName } from '../model/names';
import type { EmbeddedWorkbook } from '../bridge/embedded';
import { autoFill } from '../bridge/autoFill';
import { HostError } from '../bridge/errors';
import { filterColumn } from '../bridge/filter';
import { mayWrite } from '../bridge/mayWrite';
import type { Area } from '../model/cell';
import { MAX_COLUMNS } from '../model/cell';
import { ModelError } from '../model/change';
import { History } from '../model/history';
import type { FilterCriteria, FilterTarget } from '../model/filter';
import type { ChangeScope } from '../model/state';
import type { Visibility, Worksheet } from '../model/workbook';
import type { Clip } from './clipboard';
import { clipCells, deleteContents, pasteArea, pasteClip, pasteText, readFields, textArea } from './clipboard';
import type { Refusal } from './enter';
import { enterText, obstacleAt } from './enter';
import type { OutlineGroup } from './outline';
import { showOutlineTo, toggleGroup } from './outline';

/** What undo says it takes back. */
export type StepLabel = 'typing' | 'paste' | 'clear' | 'sheet' | 'fill' | 'outline' | 'width' | 'filter' | 'add-in';

/** Ends a step that is refused, so that all it did is taken back. */
class RefusedEdit {
  constructor(readonly refusal: Refusal) {}
}

/** Milliseconds without a request of the add-in after which its run has ended. */
const RUN_PAUSE_MS = 1500;

/**
 * A person at the grid of an embedded workbook: each of their edits is one step of undo, and so is each run of the add-in, however
 * many requests it takes. Knows nothing of windows; whoever draws listens with `onChange`.
 */
export class EditingSession {
  readonly history: History;
  private readonly listeners = new Set<() => void>();
  private readonly stops: (() => void)[] = [];
  private runEnd: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly embedded: EmbeddedWorkbook) {
    const { workbook, calculation, requestListeners } = embedded;
    this.history = new History(workbook);
    const tell = () => this.tell();
    const listener = { cellsChanged: tell, structureChanged: tell };
    const onRequest = (request: Parameters<typeof mayWrite>[0]) => {
      if (!mayWrite(request)) return;
      this.history.begin('add-in' satisfies StepLabel);
      clearTimeout(this.runEnd);
      this.runEnd = setTimeout(() => this.history.end(), RUN_PAUSE_MS);
      // Looks change without the model telling of it.
      queueMicrotask(tell);
    };
    workbook.listeners.add(listener);
    requestListeners.add(onRequest);
    this.stops.push(
      () => workbook.listeners.delete(listener),
      () => requestListeners.delete(onRequest),
      calculation.onCalculated(tell),
    );
  }

  /** Tells of everything that may be drawn differently: values, looks, sheets, what can be undone. The result stops it. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  dispose(): void {
    clearTimeout(this.runEnd);
    for (const stop of this.stops) stop();
    this.listeners.clear();
  }

  /** Types a text into a cell. @returns why it was refused, if it was */
  enter(sheet: Worksheet, row: number, column: number, text: string): Refusal | undefined {
    const area = { top: row, left: column, bottom: row, right: column };
    return this.tryEdit('typing', sheet, area, () => enterText(this.embedded.calculation, sheet, row, column, text));
  }

  /** Types one text into every cell of an area (Ctrl+Enter). */
  fill(sheet: Worksheet, area: Area, text: string): Refusal | undefined {
    return this.tryEdit('fill', sheet, area, () => {
      for (let row = area.top; row <= area.bottom; row++)
        for (let column = area.left; column <= area.right; column++) {
          const refusal = enterText(this.embedded.calculation, sheet, row, column, text);
          if (refusal) return refusal;
        }
      return undefined;
    });
  }

  clear(sheet: Worksheet, area: Area): Refusal | undefined {
    return this.tryEdit('clear', sheet, area, () => deleteContents(sheet, area));
  }

  /** Pastes cells of this workbook. */
  paste(clip: Clip, sheet: Worksheet, at: Area): Refusal | undefined {
    const scope: ChangeScope = clip.isCut ? 'all' : this.scopeOf(sheet, pasteArea(clip, at));
    return this.tryEdit('paste', sheet, at, () => pasteClip(clip, sheet, at), scope);
  }

  /** Pastes text of another program. @returns why not, or how many fields were left out */
  pasteText(text: string, sheet: Worksheet, at: Area): Refusal | number {
    const rows = readFields(text);
    let left = 0;
    const refusal = this.tryEdit('paste', sheet, textArea(rows, at), () => {
      const result = pasteText(this.embedded.calculation, sheet, rows, at);
      if (typeof result !== 'number') return result;
      left = result;
      return undefined;
    });
    return refusal ?? left;
  }

  /** Fills cells from those of one end of them (Ctrl+D, Ctrl+R): formulas move along. */
  fillFrom(sheet: Worksheet, source: Area, target: Area): Refusal | undefined {
    return this.tryEdit('fill', sheet, target, () => pasteClip(clipCells(sheet, source, false), sheet, target));
  }

  /** Continues the cells of an area into the rest of a larger one, as Excel's fill handle does. */
  continueInto(sheet: Worksheet, source: Area, target: Area): Refusal | undefined {
    return this.tryEdit('fill', sheet, target, () => {
      const obstacle = obstacleAt(sheet, target);
      if (!obstacle) autoFill(sheet, source, target, undefined, this.embedded);
      return obstacle;
    });
  }

  /** Shows of a column (zero-based within its filter) only what the criteria say, or everything without them. */
  filter(target: FilterTarget, column: number, criteria: FilterCriteria | undefined): Refusal | undefined {
    try {
      this.edit('filter', [], () => filterColumn(target, column, criteria, this.embedded));
      return undefined;
    } catch (error) {
      if (error instanceof HostError) return { kind: 'protected' };
      throw error;
    }
  }

  addSheet(stem: string): Worksheet {
    const { workbook } = this.embedded;
    const position = workbook.activeSheet ? workbook.sheets.indexOf(workbook.activeSheet) + 1 : undefined;
    return this.edit('sheet', 'all', () => addNamedSheet(workbook, freeSheetName(workbook, stem), position));
  }

  /** @returns false when the name is not valid or taken */
  renameSheet(sheet: Worksheet, name: string): boolean {
    return this.trySheet(() => renameSheet(sheet, name));
  }

  /** @returns false for the last visible sheet */
  deleteSheet(sheet: Worksheet): boolean {
    return this.trySheet(() => deleteSheet(sheet));
  }

  /** @returns false for the last visible sheet */
  setVisibility(sheet: Worksheet, visibility: Visibility): boolean {
    return this.trySheet(() => setVisibility(sheet, visibility));
  }

  toggleGroup(sheet: Worksheet, by: 'rows' | 'columns', group: OutlineGroup): void {
    this.edit('outline', [], () => toggleGroup(sheet, by, group));
  }

  showOutlineTo(sheet: Worksheet, by: 'rows' | 'columns', level: number): void {
    this.edit('outline', [], () => showOutlineTo(sheet, by, level));
  }

  /** @param width characters of the default font */
  setColumnWidth(sheet: Worksheet, column: number, width: number): void {
    this.edit('width', [], () => sheet.columns.set(column, { ...sheet.columns.get(column), width, hidden: false }));
  }

  /** @returns whether there was something to take back */
  undo(): boolean {
    return this.travel(() => this.history.undo());
  }

  redo(): boolean {
    return this.travel(() => this.history.redo());
  }

  private travel(move: () => string | undefined): boolean {
    const label = this.embedded.edit(move);
    this.tell();
    return label !== undefined;
  }

  private edit<R>(label: StepLabel, scope: ChangeScope, action: () => R): R {
    const result = this.embedded.edit(() => this.history.step(label, scope, action));
    this.tell();
    return result;
  }

  private tryEdit(
    label: StepLabel,
    sheet: Worksheet,
    area: Area,
    action: () => Refusal | undefined,
    scope = this.scopeOf(sheet, area),
  ): Refusal | undefined {
    try {
      this.edit(label, scope, () => {
        const refusal = action();
        if (refusal) throw new RefusedEdit(refusal);
      });
      return undefined;
    } catch (error) {
      this.tell();
      if (error instanceof RefusedEdit) return error.refusal;
      if (error instanceof ModelError) return { kind: 'impossible', problem: error.message };
      throw error;
    }
  }

  private trySheet(action: () => void): boolean {
    try {
      this.edit('sheet', 'all', action);
      return true;
    } catch (error) {
      if (error instanceof ModelError) return false;
      throw error;
    }
  }

  /** Header cells rename columns, which formulas anywhere follow; beside a table a whole row of it may come along. */
  private scopeOf(sheet: Worksheet, area: Area): ChangeScope {
    const near = sheet.tables.filter(
      (table) =>
        area.top <= table.area.bottom + 1 &&
        area.bottom >= table.area.top &&
        area.left <= table.area.right + 1 &&
        area.right >= table.area.left,
    );
    if (near.some((table) => table.showHeaders && area.top <= table.area.top)) return 'all';
    const right = Math.max(area.right, ...near.map((table) => table.area.right));
    const left = Math.min(area.left, ...near.map((table) => table.area.left));
    const headers = near.map((table) => ({
      sheet,
      area: { ...table.area, bottom: table.area.top, right: MAX_COLUMNS - 1 },
    }));
    return [{ sheet, area: { ...area, left, right } }, ...headers];
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
