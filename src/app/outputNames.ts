import type { OwnedSheet } from '../excel/read';
import { ownedName } from '../excel/read';
import type { Language } from '../i18n/translate';
import { LANGUAGES } from '../i18n/translate';
import { outputName } from '../sheets/outputs/outputs';
import type { OutputKey } from '../sheets/spec';
import { OUTPUT_KEYS } from '../sheets/spec';

const MAX_SHEET_NAME = 31;

/**
 * The name each output is written under: its present one where an earlier run made it and the user renamed it, else its own name in
 * the language, else that name with a number, since a sheet that Cadenza did not make is never touched.
 */
export function resolveOutputNames(
  language: Language,
  sheetNames: readonly string[],
  owned: readonly OwnedSheet[],
): Readonly<Record<OutputKey, string>> {
  const taken = new Set(sheetNames.map((name) => name.toLowerCase()));
  const names = {} as Record<OutputKey, string>;
  for (const key of OUTPUT_KEYS) {
    const present = ownedName(owned, key);
    const keeps = present !== undefined && !isForeign(present, key, language);
    const name = keeps ? present : freeName(outputName(key, language), taken);
    names[key] = name;
    taken.add(name.toLowerCase());
  }
  return names;
}

/** Whether a sheet has the name that a run in another language gave it. */
function isForeign(name: string, key: OutputKey, language: Language): boolean {
  const plain = name.replace(/ \(\d+\)$/, '');
  return plain !== outputName(key, language) && LANGUAGES.some((other) => outputName(key, other) === plain);
}

/** The language the output sheets there are were written in, told by their names; undefined where none has a name of its own. */
export function languageOfSheets(owned: readonly OwnedSheet[]): Language | undefined {
  return LANGUAGES.find((language) => owned.some(({ key, name }) => name === outputName(key, language)));
}

/** The wanted name where it is free, else the same with a number; `taken` holds names in lower case. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n++) {
    const suffix = ` (${n})`;
    name = wanted.slice(0, MAX_SHEET_NAME - suffix.length) + suffix;
  }
  return name;
}
