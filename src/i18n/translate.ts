import { IntlMessageFormat } from 'intl-messageformat';
import { cli as cliEn } from './en/cli';
import { explain as explainEn } from './en/explain';
import { functions as functionsEn } from './en/functions';
import { issuesBalance as issuesBalanceEn } from './en/issuesBalance';
import { issuesInput as issuesInputEn } from './en/issuesInput';
import { issuesPlanning as issuesPlanningEn } from './en/issuesPlanning';
import { models as modelsEn } from './en/models';
import { pane as paneEn } from './en/pane';
import { sheets as sheetsEn } from './en/sheets';
import { template as templateEn } from './en/template';
import { cli as cliIt } from './it/cli';
import { explain as explainIt } from './it/explain';
import { functions as functionsIt } from './it/functions';
import { issuesBalance as issuesBalanceIt } from './it/issuesBalance';
import { issuesInput as issuesInputIt } from './it/issuesInput';
import { issuesPlanning as issuesPlanningIt } from './it/issuesPlanning';
import { models as modelsIt } from './it/models';
import { pane as paneIt } from './it/pane';
import { sheets as sheetsIt } from './it/sheets';
import { template as templateIt } from './it/template';

const english = {
  ...issuesInputEn,
  ...issuesPlanningEn,
  ...issuesBalanceEn,
  ...sheetsEn,
  ...paneEn,
  ...cliEn,
  ...explainEn,
  ...functionsEn,
  ...templateEn,
  ...modelsEn,
};
const italian: Record<keyof typeof english, string> = {
  ...issuesInputIt,
  ...issuesPlanningIt,
  ...issuesBalanceIt,
  ...sheetsIt,
  ...paneIt,
  ...cliIt,
  ...explainIt,
  ...functionsIt,
  ...templateIt,
  ...modelsIt,
};

/** Every phrase a person sees, by key; English is the source, Italian is checked against it by the compiler. */
export type MessageKey = keyof typeof english;
export type Language = 'en' | 'it';
export const LANGUAGES: readonly Language[] = ['en', 'it'];
export type MessageParams = Readonly<Record<string, string | number | boolean>>;

const catalogs: Record<Language, Readonly<Record<string, string>>> = { en: english, it: italian };
const compiled = new Map<string, IntlMessageFormat>();

/**
 * The phrase of `key` in `language`, its ICU placeholders filled from `params`.
 *
 * @example translate('it', 'issue.table-missing', { table: 'Targets' })
 */
export function translate(language: Language, key: MessageKey, params?: MessageParams): string {
  const text = catalogs[language][key];
  if (text === undefined) return key;
  if (!text.includes('{') && !text.includes("'")) return text;
  const id = `${language}:${key}`;
  let message = compiled.get(id);
  if (!message) compiled.set(id, (message = new IntlMessageFormat(text, localeOf(language))));
  return String(message.format(params));
}

/** How numbers, money and dates are written in a language, as a BCP 47 tag. */
export function localeOf(language: Language): string {
  return { en: 'en-GB', it: 'it-IT' }[language];
}

/** Whether a key made at run time (an issue's code, say) has a phrase. */
export function hasMessage(key: string): key is MessageKey {
  return key in english;
}
