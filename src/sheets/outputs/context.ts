import type { MessageKey, MessageParams } from '../../i18n/translate';
import { hasMessage, translate } from '../../i18n/translate';
import type { Language } from '../../planning/input';
import type { Plan } from '../../planning/result';
import type { OutputKey } from '../spec';

/** What a run was: known to the caller only (the clock, the user, the inputs' fingerprint). */
export interface RunInfo {
  /** Serial date-time of the run. */
  readonly at: number;
  readonly by: string;
  /** Of the inputs read. */
  readonly fingerprint: string;
}

/** What every output sheet is made from. */
export interface OutputContext {
  readonly plan: Plan;
  readonly language: Language;
  /** The names the sheets are written under. */
  readonly names: Readonly<Record<OutputKey, string>>;
  readonly run: RunInfo;
  /** A phrase in the workbook's language. */
  readonly t: (key: MessageKey, params?: MessageParams) => string;
}

/** The context of one set of outputs. */
export function makeContext(
  plan: Plan,
  options: {
    readonly language: Language;
    readonly names: Readonly<Record<OutputKey, string>>;
    readonly run: RunInfo;
  },
): OutputContext {
  const { language } = options;
  return { plan, ...options, t: (key, params) => translate(language, key, params) };
}

/** The phrase of a key made at run time; `fallback` where there is none. */
export function phraseOr(
  context: OutputContext,
  key: string,
  fallback: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return hasMessage(key) ? context.t(key, params) : fallback;
}

/** Compares texts by code units: the same everywhere, whatever the locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The distinct values of `items`, in order of first appearance. */
export function distinct<T>(items: Iterable<T>): readonly T[] {
  return [...new Set(items)];
}

/** Values by key, in order of first appearance. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
