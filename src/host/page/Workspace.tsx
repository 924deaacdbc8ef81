import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { FormulaBar } from './FormulaBar';
import type { FunctionGuide } from './functionGuide';
import { Grid } from './Grid';
import { NoticeBar, noticeText } from './Notice';
import type { Desk } from './desk';
import { SheetTabs } from './SheetTabs';
import { StatusBar } from './StatusBar';
import type { Say } from './words';

interface WorkspaceProps {
  readonly desk: Desk;
  readonly dark: boolean;
  readonly say: Say;
  readonly guide: FunctionGuide;
}

/** The regions that F6 goes through. */
const REGIONS = '.ribbon button, .name-box, .grid .editor, .tabs [aria-current="true"], .pane iframe';

/** The spreadsheet: formula bar, notices, cells, sheet tabs, status bar. */
export function Workspace({ desk, dark, say, guide }: WorkspaceProps) {
  useSyncExternalStore(desk.subscribe, desk.getVersion);
  const root = useRef<HTMLElement>(null);
  const nameBox = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<string>();
  const focusGrid = useCallback(
    () => root.current?.querySelector<HTMLElement>('.editor')?.focus({ preventScroll: true }),
    [],
  );
  const focusNameBox = useCallback(() => nameBox.current?.focus(), []);
  const openLink = useCallback(
    (link: string) => {
      if (!link.startsWith('#')) window.open(link, '_blank', 'noopener');
      else if (!desk.goToText(link.slice(1))) setTold(say('notice.place', { text: link.slice(1) }));
    },
    [desk, say],
  );
  const close = () => {
    setTold(undefined);
    desk.dismiss();
    focusGrid();
  };
  const text = useMemo(() => (desk.notice ? noticeText(desk.notice, say) : told), [desk.notice, say, told]);
  return (
    <section
      ref={root}
      className="spreadsheet"
      aria-label={say('grid.label')}
      onKeyDown={(event) => {
        if (event.key !== 'F6') return;
        event.preventDefault();
        const all = [...document.querySelectorAll<HTMLElement>(REGIONS)];
        // Of each region the first one that can take the keyboard.
        const regions = all.filter((element, index) => index === 0 || !element.matches('.ribbon button'));
        const at = regions.findIndex((element) => element === document.activeElement);
        regions[(at + (event.shiftKey ? regions.length - 1 : 1)) % regions.length]?.focus();
      }}
    >
      <FormulaBar desk={desk} say={say} nameBox={nameBox} guide={guide} focusGrid={focusGrid} tell={setTold} />
      {text !== undefined && <NoticeBar text={text} close={close} say={say} />}
      <Grid desk={desk} dark={dark} say={say} focusNameBox={focusNameBox} openLink={openLink} />
      <SheetTabs desk={desk} say={say} focusGrid={focusGrid} tell={setTold} />
      <StatusBar desk={desk} say={say} />
    </section>
  );
}
