import { nameKey } from '../names';

/** How an activity waits on another: start or finish of the first to start or finish of the second. */
export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';

/** One entry of an After cell. */
export interface AfterEntry {
  /** Name of the predecessor, as written. */
  readonly name: string;
  readonly type: LinkType;
  /** Working days to wait, negative to overlap. */
  readonly lagDays: number;
}

/** Italian planners write Fine and Inizio. */
const TYPES: Readonly<Record<string, LinkType>> = {
  fs: 'FS',
  ss: 'SS',
  ff: 'FF',
  sf: 'SF',
  fi: 'FS',
  ii: 'SS',
  if: 'SF',
};
const ENTRY = /^(.*?)(?:\s+(FS|SS|FF|SF|FI|II|IF))?\s*(?:([+-])\s*(\d+)\s*([a-z]*))?$/iu;
const WEEK_UNITS = new Set(['w', 'wk', 'week', 'weeks', 's', 'sett', 'settimana', 'settimane']);

/**
 * Reads an After cell: entries parted by semicolons, each the name of an activity, then, if need be, the type of link (FS unless said) and a lag in
 * working days (d, g) or weeks (w, s).
 *
 * @param isName Whether a text is an activity's whole name: a name that looks like a link stays a name.
 * @param daysPerWeek Working days of a plain week, for lags in weeks.
 * @example parseAfter('Design; Build FS+2d', isName, 5)
 *   //=> [{ name: 'Design', type: 'FS', lagDays: 0 }, { name: 'Build', type: 'FS', lagDays: 2 }]
 */
export function parseAfter(text: string, isName: (name: string) => boolean, daysPerWeek: number): AfterEntry[] {
  return text
    .split(/[;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part.length > 0)
    .map((part) => parseEntry(part, isName, daysPerWeek));
}

function parseEntry(part: string, isName: (name: string) => boolean, daysPerWeek: number): AfterEntry {
  const whole: AfterEntry = { name: part, type: 'FS', lagDays: 0 };
  if (isName(part)) return whole;
  const match = ENTRY.exec(part);
  const name = match?.[1]?.trim();
  if (!match || !name) return whole;
  const count = Number(match[4] ?? 0) * (match[3] === '-' ? -1 : 1);
  const unit = nameKey(match[5] ?? '');
  return {
    name,
    type: TYPES[nameKey(match[2] ?? '')] ?? 'FS',
    lagDays: WEEK_UNITS.has(unit) ? count * daysPerWeek : count,
  };
}
