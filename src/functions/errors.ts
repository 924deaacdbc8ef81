import { hasMessage, translate } from '../i18n/translate';
import type { Language, MessageKey, MessageParams } from '../i18n/translate';

/** The error a cell shows: only #VALUE! and #N/A carry words to the user. */
export type FunctionErrorCode = '#VALUE!' | '#N/A';

/** What a function says instead of a result; thrown by the functions, turned into Excel's error where they are registered. */
export class FunctionError extends Error {
  constructor(
    readonly code: FunctionErrorCode,
    readonly key: MessageKey,
    readonly params: MessageParams = {},
  ) {
    super(translate(currentLanguage(), key, params));
    this.name = 'FunctionError';
  }
}

let chosen: Language | undefined;

/** Sets the language that functions speak in cells. */
export function speakFunctions(language: Language): void {
  chosen = language;
}

/** The language set, else that of Excel where there is one, else English. */
export function currentLanguage(): Language {
  if (chosen) return chosen;
  if (typeof Office === 'undefined') return 'en';
  // Some hosts give no text here until they are ready: the browser's language then stands in.
  const display: unknown = Office.context?.displayLanguage;
  const spoken = typeof display === 'string' ? display : (globalThis.navigator?.language ?? '');
  return spoken.toLowerCase().startsWith('it') ? 'it' : 'en';
}

/** A phrase in the language of the functions; a key without phrase (a model's name) stands for itself. */
export function say(key: string, params: MessageParams = {}): string {
  return hasMessage(key) ? translate(currentLanguage(), key, params) : key;
}
