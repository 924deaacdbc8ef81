import { hasMessage, localeOf, translate, type MessageParams } from '../i18n/translate';
import { TABLE_KINDS, type Language, type TableKind } from '../planning/input';
import type { Issue } from '../planning/issue';
import { civilOf, parseIsoDay } from '../planning/time/civil';
import { fullAddressOf, quoteSheet } from './address';
import type { Choice } from './inputs/cells';
import { SETTING_DEFINITIONS, type SettingField } from './inputs/settingDefinitions';
import { columnName, INPUT_TABLES, tableName } from './inputs/tables/all';

/**
 * What an issue says, with the sheet and cell it is about in front.
 *
 * @example issueMessage(issue, 'en') //=> 'Targets!C7: Year should be a number, but "next" is none. Correct it: the plan waits for it.'
 */
export function issueMessage(issue: Issue, language: Language): string {
  const text = issueText(issue, language);
  if (issue.cell) return `${fullAddressOf(issue.cell)}: ${text}`;
  return issue.sheet === undefined ? text : `${quoteSheet(issue.sheet)}: ${text}`;
}

/**
 * What an issue says and what to do about it, without its place: for lists that show sheet and cell beside it. A code without a
 * phrase is shown as it is, with its parameters.
 */
export function issueText(issue: Issue, language: Language): string {
  const key = `issue.${issue.code}`;
  const params = wordParams(issue, language);
  if (!hasMessage(key)) return `${issue.code} ${JSON.stringify(issue.params)}`;
  const outcome = `issue.outcome.${String(issue.params.outcome)}`;
  const text = translate(language, key, params);
  return hasMessage(outcome) ? `${text} ${translate(language, outcome, params)}` : text;
}

/** Parameters that quote what a cell holds. */
const AS_TYPED: ReadonlySet<string> = new Set(['text', 'value']);

/** The issue's parameters in words: tables, columns, accepted words and dates as a reader of the language calls them. */
function wordParams({ params }: Issue, language: Language): MessageParams {
  const words: Record<string, string | number | boolean> = { suggests: params.suggestion === undefined ? 'no' : 'yes' };
  for (const [name, value] of Object.entries(params))
    words[name] = typeof value === 'string' && !AS_TYPED.has(name) ? dateInWords(value, language) : value;
  const { kind, field, other, fields, column, setting } = params;
  if (isKind(other)) words.otherTable = tableName(other, language);
  const choices = choicesOf(kind, field, setting);
  if (choices) words.choices = choices.map(({ value, it }) => (language === 'it' ? it : value)).join(', ');
  if (!isKind(kind)) return words;
  words.table = tableName(kind, language);
  if (column === undefined && typeof field === 'string') words.column = columnName(kind, field, language);
  if (typeof fields === 'string')
    words.columns = fields
      .split(',')
      .map((own) => columnName(kind, own, language))
      .join(', ');
  return words;
}

function choicesOf(
  kind: string | number | undefined,
  field: string | number | undefined,
  setting: string | number | undefined,
): readonly Choice<string>[] | undefined {
  if (typeof setting === 'string' && setting in SETTING_DEFINITIONS)
    return SETTING_DEFINITIONS[setting as SettingField].type.choices;
  return isKind(kind) && typeof field === 'string' ? INPUT_TABLES[kind].columns[field]?.type.choices : undefined;
}

function isKind(kind: string | number | undefined): kind is TableKind {
  return TABLE_KINDS.some((own) => own === kind);
}

/** '2027-04-03' as '3 April 2027'; any other text as it is. */
function dateInWords(text: string, language: Language): string {
  const day = parseIsoDay(text);
  if (day === undefined) return text;
  const { year, month, day: dayOfMonth } = civilOf(day);
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, dayOfMonth),
  );
}
