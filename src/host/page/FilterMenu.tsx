import { useEffect, useMemo, useRef, useState } from 'react';
import type { FilterChoice } from '../formulas/filterRows';
import type { Box } from './paint/paintText';
import type { Say } from './words';

interface FilterMenuProps {
  /** The column's heading. */
  readonly name: string;
  readonly choices: readonly FilterChoice[];
  readonly isFiltered: boolean;
  /** The heading's cell. */
  readonly box: Box;
  /** Pixels to the right and below which nothing can be seen. */
  readonly room: { readonly width: number; readonly height: number };
  readonly say: Say;
  /** The texts to show; undefined: all. */
  readonly onFilter: (texts: readonly string[] | undefined) => void;
  readonly onClose: () => void;
}

/** More cannot be looked through: search finds the others. */
const MOST_SHOWN = 500;
const WIDTH = 250;
const HEIGHT = 300;

/** The list under a filter button: which of a column's texts are shown. */
export function FilterMenu({ name, choices, isFiltered, box, room, say, onFilter, onClose }: FilterMenuProps) {
  const search = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState('');
  const [shown, setShown] = useState<ReadonlySet<string>>(
    () => new Set(choices.filter(({ isShown }) => isShown).map(({ text }) => text)),
  );
  useEffect(() => search.current?.focus({ preventScroll: true }), []);
  const matching = useMemo(
    () => choices.filter(({ text }) => text.toLowerCase().includes(wanted.trim().toLowerCase())),
    [choices, wanted],
  );
  const toggle = (texts: readonly string[], isOn: boolean) => {
    const next = new Set(shown);
    for (const text of texts)
      if (isOn) next.add(text);
      else next.delete(text);
    setShown(next);
  };
  const isAll = matching.length > 0 && matching.every(({ text }) => shown.has(text));
  const isSome = matching.some(({ text }) => shown.has(text));
  const isNothing = shown.size === 0;
  const apply = () => {
    if (!isNothing) onFilter(shown.size === choices.length ? undefined : [...shown]);
  };
  const left = Math.max(0, Math.min(box.x + box.width - WIDTH, room.width - WIDTH - 4));
  const top = Math.max(0, Math.min(box.y + box.height, room.height - HEIGHT - 4));
  return (
    <form
      className="filter"
      role="dialog"
      aria-label={say('filter.label', { name })}
      style={{ left, top, width: WIDTH, maxHeight: HEIGHT }}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <input
        ref={search}
        type="search"
        placeholder={say('filter.search')}
        aria-label={say('filter.search')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <div className="texts" role="group" aria-label={say('filter.label', { name })}>
        <label>
          <input
            type="checkbox"
            checked={isAll}
            ref={(field) => {
              if (field) field.indeterminate = isSome && !isAll;
            }}
            onChange={() =>
              toggle(
                matching.map(({ text }) => text),
                !isAll,
              )
            }
          />
          {say('filter.all')}
        </label>
        {matching.slice(0, MOST_SHOWN).map(({ text }) => (
          <label key={text}>
            <input type="checkbox" checked={shown.has(text)} onChange={() => toggle([text], !shown.has(text))} />
            {text === '' ? say('filter.blanks') : text}
          </label>
        ))}
        {matching.length > MOST_SHOWN && <p>{say('filter.more', { count: matching.length - MOST_SHOWN })}</p>}
      </div>
      <div className="ends">
        <button type="button" disabled={!isFiltered} onClick={() => onFilter(undefined)}>
          {say('filter.clear')}
        </button>
        <button type="submit" disabled={isNothing}>
          {say('filter.ok')}
        </button>
        <button type="button" onClick={onClose}>
          {say('filter.cancel')}
        </button>
      </div>
    </form>
  );
}
