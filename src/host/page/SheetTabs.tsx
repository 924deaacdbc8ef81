import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Worksheet } from '../model/workbook';
import type { Desk } from './desk';
import type { Say } from './words';

interface SheetTabsProps {
  readonly desk: Desk;
  readonly say: Say;
  readonly focusGrid: () => void;
  readonly tell: (text: string) => void;
}

/** The visible sheets with their colours; a double click renames, the right button offers more, + adds one. */
export function SheetTabs({ desk, say, focusGrid, tell }: SheetTabsProps) {
  useSyncExternalStore(desk.subscribe, desk.getVersion);
  const [renamed, setRenamed] = useState<Worksheet>();
  const [menu, setMenu] = useState<{ sheet: Worksheet; left: number }>();
  const strip = useRef<HTMLDivElement>(null);
  const { sheets } = desk.embedded.workbook;
  const visible = sheets.filter(({ visibility }) => visibility === 'Visible');
  useEffect(() => {
    strip.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [desk.sheet]);
  const open = (sheet: Worksheet) => {
    // A formula being typed may point to other sheets.
    if (!desk.draft?.text.startsWith('=') && !desk.commit()) return;
    desk.show(sheet);
    focusGrid();
  };
  const rename = (sheet: Worksheet, name: string) => {
    setRenamed(undefined);
    if (name !== sheet.name && !desk.session.renameSheet(sheet, name)) tell(say('notice.sheet-name'));
    focusGrid();
  };
  const act = (action: () => boolean) => {
    setMenu(undefined);
    if (!action()) tell(say('notice.last-sheet'));
    focusGrid();
  };
  return (
    <nav className="tabs" aria-label={say('sheets')}>
      <div className="strip" ref={strip}>
        {visible.map((sheet) =>
          sheet === renamed ? (
            <input
              key={sheet.id}
              className="tab"
              aria-label={say('sheets.rename')}
              defaultValue={sheet.name}
              maxLength={31}
              autoFocus
              onFocus={(event) => event.target.select()}
              onBlur={(event) => rename(sheet, event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.currentTarget.blur();
                if (event.key === 'Escape') setRenamed(undefined);
              }}
            />
          ) : (
            <button
              key={sheet.id}
              type="button"
              className="tab"
              aria-current={sheet === desk.sheet}
              style={{ '--tab': sheet.tabColor ?? 'transparent' } as React.CSSProperties}
              onClick={() => open(sheet)}
              onDoubleClick={() => setRenamed(sheet)}
              onContextMenu={(event) => {
                event.preventDefault();
                open(sheet);
                setMenu({ sheet, left: event.clientX });
              }}
            >
              {sheet.name}
            </button>
          ),
        )}
        <button
          type="button"
          className="add"
          title={say('sheets.add')}
          aria-label={say('sheets.add')}
          onClick={() => desk.show(desk.session.addSheet(say('sheets.stem')))}
        >
          +
        </button>
      </div>
      {menu && (
        <SheetMenu
          label={say('sheets.menu', { name: menu.sheet.name })}
          left={menu.left}
          close={() => setMenu(undefined)}
          items={[
            [say('sheets.rename'), () => (setMenu(undefined), setRenamed(menu.sheet))],
            [say('sheets.delete'), () => act(() => desk.session.deleteSheet(menu.sheet))],
            [say('sheets.hide'), () => act(() => desk.session.setVisibility(menu.sheet, 'Hidden'))],
            ...sheets
              .filter(({ visibility }) => visibility === 'Hidden')
              .map((sheet): [string, () => void] => [
                say('sheets.unhide', { name: sheet.name }),
                () => act(() => desk.session.setVisibility(sheet, 'Visible')),
              ]),
          ]}
        />
      )}
    </nav>
  );
}

interface SheetMenuProps {
  readonly label: string;
  readonly left: number;
  readonly items: readonly (readonly [string, () => void])[];
  readonly close: () => void;
}

function SheetMenu({ label, left, items, close }: SheetMenuProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('button')?.focus();
  }, []);
  return (
    <div
      ref={list}
      className="menu"
      role="menu"
      aria-label={label}
      style={{ left }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
      onKeyDown={(event) => {
        const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
        const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
        if (event.key === 'Escape') close();
        if (event.key === 'ArrowDown') buttons[(at + 1) % buttons.length]?.focus();
        if (event.key === 'ArrowUp') buttons[(at + buttons.length - 1) % buttons.length]?.focus();
      }}
    >
      {items.map(([text, action]) => (
        <button key={text} type="button" role="menuitem" onClick={action}>
          {text}
        </button>
      ))}
    </div>
  );
}
