import type { ClipboardEvent, KeyboardEvent } from 'react';
import { forwardRef, useLayoutEffect, useRef } from 'react';
import type { Desk } from './desk';
import type { GridGeometry } from './gridGeometry';
import type { Box } from './paint/paintText';

interface GridEditorProps {
  readonly desk: Desk;
  /** Of the active cell, in pixels of the grid. */
  readonly box: Box;
  readonly geometry: GridGeometry;
  readonly label: string;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onClipboard: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
}

/**
 * The text field over the active cell. It always has the grid's keyboard, so that the first letter typed (also one that is composed)
 * is already in it; it is seen only while something is typed.
 */
export const GridEditor = forwardRef<HTMLTextAreaElement, GridEditorProps>(function GridEditor(
  { desk, box, geometry, label, onKeyDown, onClipboard },
  outer,
) {
  const field = useRef<HTMLTextAreaElement | null>(null);
  const { draft } = desk;
  const isShown = draft !== undefined && draft.sheet === desk.sheet;
  const { font } = desk.views.at(desk.sheet, desk.active.row, desk.active.column);

  // The field grows with what is typed.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || !isShown) return;
    element.style.width = `${box.width + 1}px`;
    element.style.height = `${box.height + 1}px`;
    const room = geometry.left + geometry.width - box.x;
    element.style.width = `${Math.min(Math.max(box.width + 1, element.scrollWidth + 4), Math.max(room, box.width))}px`;
    element.style.height = `${Math.max(box.height + 1, element.scrollHeight + 2)}px`;
  }, [isShown, draft?.text, box.x, box.width, box.height, geometry]);

  return (
    <textarea
      ref={(element) => {
        field.current = element;
        if (typeof outer === 'function') outer(element);
        else if (outer) outer.current = element;
      }}
      className={isShown ? 'editor shown' : 'editor'}
      aria-label={label}
      spellCheck={false}
      autoComplete="off"
      rows={1}
      wrap={isShown && draft.text.includes('\n') ? 'soft' : 'off'}
      style={{
        left: box.x - 1,
        top: box.y - 1,
        ...(isShown ? {} : { width: 1, height: 1 }),
        font: `${font.italic ? 'italic ' : ''}${font.bold ? 'bold ' : ''}${Math.max(12, (font.size * 4) / 3)}px Calibri, Carlito, "Segoe UI", Arial, "Liberation Sans", sans-serif`,
      }}
      value={isShown ? draft.text : ''}
      onChange={({ currentTarget: { value } }) => {
        if (desk.draft) desk.setDraft(value);
        else if (value !== '') desk.startTyping(value);
      }}
      onKeyDown={onKeyDown}
      onCopy={onClipboard}
      onCut={onClipboard}
      onPaste={onClipboard}
    />
  );
});
