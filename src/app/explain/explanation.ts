import type { CellRef } from '../../planning/issue';

/** Why a cell is as it is, in words of one language. */
export interface Explanation {
  readonly cell: CellRef;
  /** "Balance!H42", as people write it. */
  readonly place: string;
  /** 'Closing stock — Sofas, 2026-W50'. */
  readonly title: string;
  /** As the sheet shows it; absent where the cell is empty. */
  readonly value?: string;
  /** One sentence: what it is. */
  readonly what: string;
  /** What the reader must know before believing the rest: changed by hand, planned again. */
  readonly notes: readonly string[];
  readonly parts: readonly ExplanationPart[];
}

export interface ExplanationPart {
  readonly heading: string;
  readonly lines: readonly ExplanationLine[];
}

/** A line of an explanation: words, a number beside them, and the cell that it speaks of. */
export interface ExplanationLine {
  readonly text: string;
  readonly amount?: string;
  readonly cell?: CellRef;
  readonly place?: string;
}

/** A line with a jump to its cell. */
export function lineTo(text: string, amount: string | undefined, cell: CellRef, place: string): ExplanationLine {
  return { text, ...(amount === undefined ? {} : { amount }), cell, place };
}

/** A part with its lines; none where there are no lines. */
export function partOf(heading: string, lines: readonly ExplanationLine[]): readonly ExplanationPart[] {
  return lines.length === 0 ? [] : [{ heading, lines }];
}
