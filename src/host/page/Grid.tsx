import type { ClipboardEvent, KeyboardEvent, PointerEvent } from 'react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { scrollToShow } from '../drawing/window';
import { choicesOfColumn } from '../bridge/filter';
import type { FilterButton } from '../editing/filterButtons';
import { filterButtonAt } from '../editing/filterButtons';
import { mergedArea } from '../editing/move';
import { choicesAt } from '../editing/validation';
import { cellAddress } from '../model/address';
import { Charts } from './Charts';
import { Choices } from './Choices';
import type { Desk } from './desk';
import { filterBy } from './deskActions';
import { FilterMenu } from './FilterMenu';
import { GridEditor } from './GridEditor';
import { GridPointer } from './gridPointer';
import { boxOfArea, extentOf, frozenColumns, frozenRows, geometryOf } from './gridGeometry';
import { pressKey } from './gridKeys';
import { GridPainter } from './gridPainter';
import type { Say } from './words';

interface GridProps {
  readonly desk: Desk;
  readonly dark: boolean;
  readonly say: Say;
  readonly focusNameBox: () => void;
  readonly openLink: (link: string) => void;
}

/** The size of an element, followed as it changes. */
function useSize(element: React.RefObject<HTMLElement>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const measure = () => setSize({ width: target.clientWidth, height: target.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/**
 * The cells: a picture on a canvas that stays put while its window scrolls, a text field over the active cell that always has the
 * keyboard, and charts and choices over them.
 */
export function Grid({ desk, dark, say, focusNameBox, openLink }: GridProps) {
  const version = useSyncExternalStore(desk.subscribe, desk.getVersion);
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const editor = useRef<HTMLTextAreaElement>(null);
  const size = useSize(scroller);
  const [scrolled, setScrolled] = useState(0);
  const [choosing, setChoosing] = useState(false);
  const [filtering, setFiltering] = useState<FilterButton>();
  const { sheet, active, draft } = desk;
  const { calculation } = desk.embedded;
  const geometry = useMemo(() => ({ ...geometryOf(desk, size.width, size.height), version }), [desk, size, version]);
  const choices = useMemo(
    () => (version >= 0 ? choicesAt(calculation, sheet, active.row, active.column) : undefined),
    [calculation, sheet, active, version],
  );
  const painter = useMemo(() => new GridPainter(desk), [desk]);
  const hasChoices = choices !== undefined;
  const paint = useCallback(
    () => canvas.current && painter.paint(canvas.current, geometry, { dark, hasChoices }),
    [painter, geometry, dark, hasChoices],
  );
  const { axes } = desk.layout;
  const extent = useMemo(
    () => (scrolled >= 0 ? extentOf(desk, geometry) : { rows: 0, columns: 0 }),
    [desk, geometry, scrolled],
  );

  // Another sheet is shown where it was left.
  useLayoutEffect(() => {
    const { x, y } = desk.scroll;
    scroller.current?.scrollTo(x, y);
    setChoosing(false);
    setFiltering(undefined);
  }, [desk, sheet]);

  useLayoutEffect(() => {
    if (!desk.mustShow || geometry.height === 0) return;
    desk.mustShow = false;
    const x = scrollToShow(axes.columns, frozenColumns(desk), geometry.width, desk.scroll.x, desk.active.column);
    const y = scrollToShow(axes.rows, frozenRows(desk), geometry.height, desk.scroll.y, desk.active.row);
    if (x !== desk.scroll.x || y !== desk.scroll.y) scroller.current?.scrollTo(x, y);
  }, [desk, geometry, axes]);

  useLayoutEffect(() => {
    paint();
  }, [paint, scrolled]);

  const pointer = useMemo(
    () => new GridPointer(desk, { openLink, openChoices: () => setChoosing(true), openFilter: setFiltering }),
    [desk, openLink],
  );
  useEffect(() => () => pointer.stop(), [pointer]);

  const place = (event: PointerEvent<HTMLElement>) => {
    const bounds = scroller.current?.getBoundingClientRect();
    const point = { x: event.clientX - (bounds?.left ?? 0), y: event.clientY - (bounds?.top ?? 0) };
    // The scroll bars are not the grid's.
    return point.x < size.width && point.y < size.height ? point : undefined;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey: shift, altKey: alt } = event;
    const handled = pressKey(
      desk,
      { key, shift, alt, ctrl: event.ctrlKey || event.metaKey },
      {
        pageRows: Math.max(1, Math.floor(geometry.height / axes.rows.standard) - 1),
        pageColumns: Math.max(1, Math.floor(geometry.width / axes.columns.standard) - 1),
        openChoices: () => {
          setChoosing(hasChoices);
          if (!hasChoices) setFiltering(filterButtonAt(sheet, active));
        },
        focusNameBox,
        breakLine: () => {
          const field = event.currentTarget;
          field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
          desk.setDraft(field.value);
        },
      },
    );
    if (handled) event.preventDefault();
  };
  const onClipboard = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    if (desk.draft) return;
    event.preventDefault();
    if (event.type === 'paste') desk.paste(event.clipboardData.getData('text/plain'));
    else event.clipboardData.setData('text/plain', desk.copy(event.type === 'cut').text);
  };
  const closeFilter = () => {
    setFiltering(undefined);
    editor.current?.focus({ preventScroll: true });
  };
  const box = boxOfArea(desk, geometry, desk.activeArea);
  const address = cellAddress(active.row, active.column);
  const shown = desk.views.at(sheet, active.row, active.column).text || say('grid.empty');

  return (
    <div
      className="grid"
      ref={scroller}
      onScroll={(event) => {
        const { scrollLeft, scrollTop } = event.currentTarget;
        desk.setScroll(scrollLeft, scrollTop);
        setScrolled((count) => count + 1);
      }}
      onPointerDown={(event) => {
        const point = place(event);
        if (!point || event.button !== 0) return;
        setChoosing(false);
        setFiltering(undefined);
        if (!(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
        pointer.press(point, geometry, hasChoices, event, scroller.current);
        editor.current?.focus({ preventScroll: true });
      }}
      onPointerMove={(event) => {
        const point = place(event);
        if (point && scroller.current) pointer.hover(point, geometry, hasChoices, scroller.current);
      }}
      onDoubleClick={(event) => {
        if (event.target instanceof HTMLTextAreaElement) return;
        const bounds = scroller.current?.getBoundingClientRect();
        if (bounds) pointer.doublePress({ x: event.clientX - bounds.left, y: event.clientY - bounds.top }, geometry);
      }}
    >
      <div
        className="extent"
        style={{
          width: geometry.left + axes.columns.start(extent.columns),
          height: geometry.top + axes.rows.start(extent.rows),
        }}
      >
        <canvas ref={canvas} className="cells" aria-hidden style={{ width: size.width, height: size.height }} />
        <div className="over" style={{ width: size.width, height: size.height, marginTop: -size.height }}>
          <Charts desk={desk} geometry={geometry} version={version} say={say} />
          <GridEditor
            ref={editor}
            desk={desk}
            box={box}
            geometry={geometry}
            label={say('grid.cell', { address, text: shown })}
            onKeyDown={onKeyDown}
            onClipboard={onClipboard}
          />
          {choosing && choices && !draft && (
            <Choices
              label={say('grid.choices')}
              choices={choices}
              current={shown}
              box={box}
              onChoose={(choice) => {
                setChoosing(false);
                if (choice !== undefined) {
                  desk.startTyping(choice);
                  desk.commit();
                }
                editor.current?.focus({ preventScroll: true });
              }}
            />
          )}
          {filtering && !draft && (
            <FilterMenu
              key={`${filtering.row} ${filtering.column}`}
              name={desk.views.at(sheet, filtering.row, filtering.column).text}
              choices={choicesOfColumn(filtering.target, filtering.index, desk.embedded)}
              isFiltered={filtering.isFiltered}
              box={boxOfArea(desk, geometry, mergedArea(sheet, filtering))}
              room={size}
              say={say}
              onFilter={(texts) => {
                filterBy(desk, filtering, texts);
                closeFilter();
              }}
              onClose={closeFilter}
            />
          )}
        </div>
      </div>
      <div className="unseen" aria-live="polite">
        {draft ? '' : say('grid.cell', { address, text: shown })}
      </div>
    </div>
  );
}
