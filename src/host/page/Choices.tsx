import { useEffect, useRef, useState } from 'react';
import type { Box } from './paint/paintText';

interface ChoicesProps {
  readonly label: string;
  readonly choices: readonly string[];
  readonly current: string;
  readonly box: Box;
  /** Undefined: none was chosen. */
  readonly onChoose: (choice: string | undefined) => void;
}

/** The list of values that a cell's data validation allows. */
export function Choices({ label, choices, current, box, onChoose }: ChoicesProps) {
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(Math.max(0, choices.indexOf(current)));
  useEffect(() => {
    list.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const step = (by: number) => setAt((now) => Math.min(Math.max(now + by, 0), choices.length - 1));
  return (
    <ul
      ref={list}
      className="choices"
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      aria-activedescendant={`choice-${at}`}
      style={{ left: box.x - 1, top: box.y + box.height, minWidth: Math.max(100, box.width) }}
      onPointerDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'ArrowDown') step(1);
        else if (event.key === 'ArrowUp') step(-1);
        else if (event.key === 'Enter') onChoose(choices[at]);
        else if (event.key === 'Escape' || event.key === 'Tab') onChoose(undefined);
        else return;
        event.preventDefault();
      }}
    >
      {choices.map((choice, index) => (
        <li
          key={choice}
          id={`choice-${index}`}
          role="option"
          aria-selected={index === at}
          onPointerEnter={() => setAt(index)}
          onClick={() => onChoose(choice)}
        >
          {choice}
        </li>
      ))}
    </ul>
  );
}
