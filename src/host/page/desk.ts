import type { EmbeddedWorkbook } from '../bridge/embedded';
import { ConditionalLooks } from '../conditional/conditionalLooks';
import { axesOf } from '../drawing/axis';
import { CellViews } from '../drawing/cellView';
import type { Clip } from '../editing/clipboard';
import { clipCells } from '../editing/clipboard';
import { editText } from '../editing/editText';
import type { CellPlace, Direction } from '../editing/move';
import { areaBetween, jumpFrom, mergedArea, stepFrom } from '../editing/move';
import { outlineGroups } from '../editing/outline';
import type { Place } from '../editing/places';
import { findPlace, linkAt } from '../editing/places';
import { EditingSession } from '../editing/session';
import type { Draft, Notice, SheetLayout } from './deskState';
import { serialOf } from './deskState';
import { areasEqual } from '../model/area';
import type { Area } from '../model/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../model/cell';
import type { Worksheet } from '../model/workbook';

/**
 * The desk of one open workbook: which sheet, what is selected, what is being typed. Pane and ribbon work on the same workbook
 * through Office.js: where they select or activate, the desk follows.
 */
export class Desk {
  readonly session: EditingSession;
  readonly views: CellViews;
  sheet: Worksheet;
  active: CellPlace = { row: 0, column: 0 };
  /** The corner that stays while a selection is made larger. */
  private anchor: CellPlace = { row: 0, column: 0 };
  selection: Area = { top: 0, left: 0, bottom: 0, right: 0 };
  clip: Clip | undefined;
  /** What the fill handle would fill, while it is dragged. */
  filling: Area | undefined;
  draft: Draft | undefined;
  notice: Notice | undefined;
  /** Set when the active cell is to be brought into view. */
  mustShow = true;
  private version = 0;
  private layoutFor: { sheet: Worksheet; layout: SheetLayout } | undefined;
  private readonly listeners = new Set<() => void>();
  private isScheduled = false;
  private readonly scrolls = new Map<Worksheet, { x: number; y: number }>();
  /** Where each sheet was left. */
  private readonly places = new Map<Worksheet, { active: CellPlace; selection: Area }>();
  private readonly onRequest = () => queueMicrotask(() => this.follow());

  /** @param schedule runs work once before the next picture (requestAnimationFrame) */
  constructor(
    readonly embedded: EmbeddedWorkbook,
    private readonly schedule: (work: () => void) => void,
  ) {
    const { workbook, calculation, now } = embedded;
    this.sheet = embedded.selection.sheet;
    this.session = new EditingSession(embedded);
    this.views = new CellViews(new ConditionalLooks(calculation, () => serialOf(now(), workbook.dateSystem)));
    this.session.onChange(() => this.modelChanged());
    embedded.requestListeners.add(this.onRequest);
    const { selection } = this.sheet;
    if (selection) this.setSelection({ row: selection.top, column: selection.left }, selection);
  }

  dispose(): void {
    this.embedded.requestListeners.delete(this.onRequest);
    this.session.dispose();
    this.listeners.clear();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Another number whenever something may be drawn differently. */
  readonly getVersion = (): number => this.version;

  get layout(): SheetLayout {
    if (this.layoutFor?.sheet !== this.sheet) {
      const { sheet } = this;
      const layout = {
        axes: axesOf(sheet),
        used: sheet.usedArea(),
        rowGroups: outlineGroups(sheet, 'rows'),
        columnGroups: outlineGroups(sheet, 'columns'),
      };
      this.layoutFor = { sheet, layout };
    }
    return this.layoutFor.layout;
  }

  get scroll(): { readonly x: number; readonly y: number } {
    return this.scrolls.get(this.sheet) ?? { x: 0, y: 0 };
  }

  setScroll(x: number, y: number): void {
    this.scrolls.set(this.sheet, { x, y });
  }

  get activeArea(): Area {
    return mergedArea(this.sheet, this.active);
  }

  /** What the formula bar shows. */
  get shownText(): string {
    return this.draft?.text ?? this.savedText;
  }

  /** What the active cell holds, whatever is being typed. */
  get savedText(): string {
    const { sheet, place } = this.draft ?? { sheet: this.sheet, place: this.active };
    return editText(sheet, place.row, place.column);
  }

  /** Selects a cell, or with `extend` everything from the last one to it. */
  select(place: CellPlace, extend = false): void {
    const { sheet } = this;
    if (extend) {
      this.setSelection(this.active, areaBetween(sheet, this.anchor, place));
      this.lead = place;
    } else {
      const merged = mergedArea(sheet, place);
      this.setSelection({ row: merged.top, column: merged.left }, merged);
    }
    this.tellSelected();
  }

  /** The moving corner of a selection that is made larger by keys. */
  private lead: CellPlace | undefined;

  /** Selects an area; its first cell becomes the active one unless another is named. */
  selectArea(area: Area, active: CellPlace = { row: area.top, column: area.left }): void {
    this.setSelection(active, area);
    this.tellSelected();
  }

  /** Shows a sheet where it was left. */
  show(sheet: Worksheet): void {
    if (sheet === this.sheet) return;
    this.enterSheet(sheet);
    this.tellSelected();
  }

  goTo({ sheet, area }: Place): void {
    if (sheet !== this.sheet) this.enterSheet(sheet);
    this.selectArea(area);
  }

  /** @returns false when the text names no place */
  goToText(text: string): boolean {
    const place = findPlace(this.embedded.workbook, this.sheet, text);
    if (!place || place.sheet.visibility !== 'Visible') return false;
    this.goTo(place);
    return true;
  }

  move(direction: Direction, { extend = false, jump = false, count = 1 } = {}): void {
    const from = extend ? (this.lead ?? this.active) : this.active;
    const to = jump ? jumpFrom(this.sheet, from, direction) : stepFrom(this.sheet, from, direction, count);
    this.select(to, extend);
  }

  /** The next or previous visible sheet. */
  moveSheet(step: 1 | -1): void {
    const visible = this.embedded.workbook.sheets.filter(({ visibility }) => visibility === 'Visible');
    const next = visible[visible.indexOf(this.sheet) + step];
    if (next) this.show(next);
  }

  selectRows(from: number, to: number): void {
    const [top, bottom] = [Math.min(from, to), Math.max(from, to)];
    this.setSelection({ row: from, column: 0 }, { top, bottom, left: 0, right: MAX_COLUMNS - 1 }, false);
    this.tellSelected();
  }

  selectColumns(from: number, to: number): void {
    const [left, right] = [Math.min(from, to), Math.max(from, to)];
    this.setSelection({ row: 0, column: from }, { top: 0, bottom: MAX_ROWS - 1, left, right }, false);
    this.tellSelected();
  }

  /** Begins to type over the active cell, or to edit what is in it. */
  startTyping(text?: string): void {
    const { sheet, active: place } = this;
    this.notice = undefined;
    this.draft = { text: text ?? this.shownText, sheet, place, mode: text === undefined ? 'edit' : 'type' };
    this.mustShow = true;
    this.changed();
  }

  setDraft(text: string, mode = this.draft?.mode ?? 'edit'): void {
    const { sheet, place } = this.draft ?? { sheet: this.sheet, place: this.active };
    this.draft = { text, sheet, place, mode };
    this.changed();
  }

  cancel(): void {
    this.notice = undefined;
    this.clip = undefined;
    this.cancelDraft();
  }

  cancelDraft(): void {
    this.draft = undefined;
    this.changed();
  }

  /** Enters what is being typed. @returns false when it was refused: the draft stays, and a notice says why */
  commit(fill = false): boolean {
    const { draft } = this;
    if (!draft) return true;
    const { sheet, place, text } = draft;
    const isUnchanged = text === editText(sheet, place.row, place.column);
    const refusal =
      isUnchanged && !fill
        ? undefined
        : fill
          ? this.session.fill(sheet, this.selection, text)
          : this.session.enter(sheet, place.row, place.column, text);
    this.notice = refusal;
    if (!refusal) this.draft = undefined;
    this.changed();
    return refusal === undefined;
  }

  clear(): void {
    this.report(this.session.clear(this.sheet, this.boundedSelection));
  }

  /** Tells what came of something that was done to the workbook. */
  report(notice: Notice | undefined): void {
    this.notice = notice;
    this.changed();
  }

  copy(isCut: boolean): Clip {
    this.clip = clipCells(this.sheet, this.selection, isCut);
    this.changed();
    return this.clip;
  }

  /** Pastes what the clipboard holds: cells of this workbook when it is still their text. */
  paste(text: string): void {
    const { clip, sheet, selection } = this;
    if (clip && clip.text === text.replace(/\r\n?/g, '\n')) {
      this.notice = this.session.paste(clip, sheet, selection);
      if (clip.isCut) this.clip = undefined;
    } else if (text !== '') {
      const result = this.session.pasteText(text, sheet, selection);
      this.notice =
        typeof result === 'number' ? (result > 0 ? { kind: 'left-out', count: result } : undefined) : result;
    }
    this.changed();
  }

  /** Where the link of a cell leads, if it has one. */
  linkAt(row: number, column: number): string | undefined {
    return linkAt(this.embedded.calculation, this.sheet, row, column);
  }

  /** Regional settings: how values are shown and read from now on. */
  setCulture(culture: string): void {
    this.embedded.workbook.culture = culture;
    this.forgetDrawn();
    this.changed();
  }

  dismiss(): void {
    this.report(undefined);
  }

  /** The selection as far as there is anything: whole rows and columns end with what is used. */
  get boundedSelection(): Area {
    const { selection } = this;
    const used = this.layout.used ?? { top: 0, left: 0, bottom: 0, right: 0 };
    return {
      ...selection,
      bottom: selection.bottom === MAX_ROWS - 1 ? Math.max(used.bottom, selection.top) : selection.bottom,
      right: selection.right === MAX_COLUMNS - 1 ? Math.max(used.right, selection.left) : selection.right,
    };
  }

  private setSelection(active: CellPlace, selection: Area, mustShow = true): void {
    this.active = active;
    this.anchor = active;
    this.lead = undefined;
    this.selection = selection;
    this.mustShow = mustShow;
    this.places.set(this.sheet, { active, selection });
  }

  private enterSheet(sheet: Worksheet): void {
    this.sheet = sheet;
    const { active, selection } = this.places.get(sheet) ?? {
      active: { row: 0, column: 0 },
      selection: sheet.selection ?? { top: 0, left: 0, bottom: 0, right: 0 },
    };
    this.setSelection(
      this.places.has(sheet) ? active : { row: selection.top, column: selection.left },
      selection,
      false,
    );
  }

  private tellSelected(): void {
    this.sheet.selection = this.selection;
    this.embedded.select(this.sheet, this.selection);
    this.changed();
  }

  /** Goes where the add-in has selected or activated. */
  private follow(): void {
    const { workbook, selection } = this.embedded;
    const { activeSheet = this.sheet } = workbook;
    const isElsewhere = activeSheet !== this.sheet || !workbook.sheets.includes(this.sheet);
    if (isElsewhere) this.enterSheet(activeSheet);
    const isSelected = selection.sheet === this.sheet && !areasEqual(selection.area, this.selection);
    if (isSelected) this.setSelection({ row: selection.area.top, column: selection.area.left }, selection.area);
    if (isElsewhere || isSelected) this.changed();
  }

  private modelChanged(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    this.schedule(() => {
      this.isScheduled = false;
      this.forgetDrawn();
      this.follow();
      this.changed();
    });
  }

  private forgetDrawn(): void {
    this.views.forget();
    this.layoutFor = undefined;
  }

  private changed(): void {
    this.version++;
    // What was typed shows at once, not a picture later.
    if (this.isScheduled) this.forgetDrawn();
    for (const listener of this.listeners) listener();
  }
}
