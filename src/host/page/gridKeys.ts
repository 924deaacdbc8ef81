import { lastUsed } from '../editing/move';
import type { Direction } from '../editing/move';
import { MAX_ROWS, MAX_COLUMNS } from '../model/cell';
import type { Desk } from './desk';
import { fillFrom } from './deskActions';

/** A key as pages report it. */
export interface Key {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** What keys do that the desk alone cannot. */
export interface KeyTargets {
  /** Rows that fit in the window, for PageUp and PageDown. */
  readonly pageRows: number;
  readonly pageColumns: number;
  readonly openChoices: () => void;
  readonly focusNameBox: () => void;
  /** Where the caret stands in what is being typed. */
  readonly breakLine: () => void;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Does what a key does in Excel. @returns whether it did something: then the browser must not */
export function pressKey(desk: Desk, key: Key, targets: KeyTargets): boolean {
  return desk.draft ? pressWhileTyping(desk, key, targets) : pressOnGrid(desk, key, targets);
}

function pressWhileTyping(desk: Desk, { key, ctrl, shift, alt }: Key, { breakLine }: KeyTargets): boolean {
  if (key === 'Enter' && alt) {
    breakLine();
    return true;
  }
  if (key === 'Enter' && ctrl) {
    desk.commit(true);
    return true;
  }
  if (key === 'Escape') {
    desk.cancel();
    return true;
  }
  if (key === 'F2' && desk.draft) {
    desk.setDraft(desk.draft.text, desk.draft.mode === 'type' ? 'edit' : 'type');
    return true;
  }
  // While a formula is typed, arrows move the caret.
  const arrow = desk.draft?.mode === 'type' && !desk.draft.text.startsWith('=') ? ARROWS[key] : undefined;
  const direction =
    arrow ?? (key === 'Enter' ? (shift ? 'up' : 'down') : key === 'Tab' ? (shift ? 'left' : 'right') : undefined);
  if (!direction) return false;
  if (desk.commit()) desk.move(direction);
  return true;
}

function pressOnGrid(desk: Desk, key: Key, targets: KeyTargets): boolean {
  const direction = ARROWS[key.key];
  if (direction && key.alt && direction === 'down') targets.openChoices();
  else if (direction && key.alt) return false;
  else if (direction) desk.move(direction, { extend: key.shift, jump: key.ctrl });
  else if (key.ctrl) return pressWithCtrl(desk, key, targets);
  else return pressPlain(desk, key, targets);
  return true;
}

function pressPlain(desk: Desk, { key, shift, alt }: Key, targets: KeyTargets): boolean {
  switch (key) {
    case 'Enter':
      desk.move(shift ? 'up' : 'down');
      return true;
    case 'Tab':
      desk.move(shift ? 'left' : 'right');
      return true;
    case 'Home':
      desk.select({ row: desk.active.row, column: desk.sheet.freeze?.columns ?? 0 }, shift);
      return true;
    case 'PageUp':
    case 'PageDown':
      if (alt) desk.move(key === 'PageUp' ? 'left' : 'right', { extend: shift, count: targets.pageColumns });
      else desk.move(key === 'PageUp' ? 'up' : 'down', { extend: shift, count: targets.pageRows });
      return true;
    case 'Delete':
    case 'Backspace':
      if (key === 'Delete') desk.clear();
      else desk.startTyping('');
      return true;
    case 'F2':
      desk.startTyping();
      return true;
    case 'F5':
      targets.focusNameBox();
      return true;
    case 'F9':
      desk.embedded.calculation.recalculateAll();
      return true;
    case ' ':
      if (!shift) return false;
      desk.selectRows(desk.selection.top, desk.selection.bottom);
      return true;
    case 'Escape':
      desk.cancel();
      return true;
    default:
      return false;
  }
}

function pressWithCtrl(desk: Desk, { key, shift }: Key, targets: KeyTargets): boolean {
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'z':
      if (shift) desk.session.redo();
      else desk.session.undo();
      return true;
    case 'y':
      desk.session.redo();
      return true;
    case 'a':
      desk.selectArea({ top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 }, desk.active);
      return true;
    case 'd':
      fillFrom(desk, 'above');
      return true;
    case 'r':
      fillFrom(desk, 'left');
      return true;
    case 'g':
      targets.focusNameBox();
      return true;
    case ' ':
      desk.selectColumns(desk.selection.left, desk.selection.right);
      return true;
    case 'Home': {
      const { rows = 0, columns = 0 } = desk.sheet.freeze ?? {};
      desk.select({ row: rows, column: columns }, shift);
      return true;
    }
    case 'End':
      desk.select(lastUsed(desk.sheet), shift);
      return true;
    case 'PageUp':
      desk.moveSheet(-1);
      return true;
    case 'PageDown':
      desk.moveSheet(1);
      return true;
    default:
      return false;
  }
}
