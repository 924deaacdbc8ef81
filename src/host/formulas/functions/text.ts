import { CellError } from '../../model/cell';
import { wildcardPattern } from '../criteria';
import type { Context } from '../context';
import { numberToText, textToNumber, toText } from '../convert';
import type { FunctionDefinition } from '../define';
import { define } from '../define';
import type { Scalar, Value } from '../values';
import { ERRORS } from '../values';
import { visitValues } from './numbers';
import { roundHalfAway } from './rounding';
import { formatForText } from './text-format';

/** Excel's longest text in a cell. */
const MAX_LENGTH = 32_767;

function limited(text: string): string | CellError {
  return text.length > MAX_LENGTH ? ERRORS.value : text;
}

/** All values of arguments as text, in order; empty cells of ranges included when asked. */
export function collectTexts(values: readonly Value[], withEmpty: boolean, context: Context): string[] | CellError {
  const texts: string[] = [];
  let error: CellError | undefined;
  const take = (value: Scalar): void => {
    const text = toText(value, context.engine);
    if (text instanceof CellError) error ??= text;
    else texts.push(text);
  };
  if (!withEmpty) visitValues(values, context, take);
  else
    visitValues(
      values.map((v) => (isRange(v) ? context.engine.matrix(v) : v)),
      context,
      take,
    );
  return error ?? texts;
}

function isRange(value: Value): value is Extract<Value, { sheet: unknown }> {
  return value !== null && typeof value === 'object' && 'sheet' in value;
}

/** FIND and SEARCH. @returns 1-based position, #VALUE! when not found */
function findText(wanted: string, within: string, start: number, wildcards: boolean): number | CellError {
  const from = Math.trunc(start) - 1;
  if (from < 0 || from > within.length) return ERRORS.value;
  if (!wildcards) {
    const found = within.indexOf(wanted, from);
    return found < 0 ? ERRORS.value : found + 1;
  }
  const found = within.slice(from).search(wildcardPattern(wanted, false));
  return found < 0 ? ERRORS.value : from + found + 1;
}

function substitute(text: string, old: string, replacement: string, instance: number | undefined): string | CellError {
  if (old === '') return text;
  if (instance === undefined) return limited(text.split(old).join(replacement));
  const wanted = Math.trunc(instance);
  if (wanted < 1) return ERRORS.value;
  let at = -1;
  for (let i = 0, from = 0; i < wanted; i++, from = at + old.length) {
    at = text.indexOf(old, from);
    if (at < 0) return text;
  }
  return text.slice(0, at) + replacement + text.slice(at + old.length);
}

/** VALUE: what a person could have typed as a number. */
function valueOf(value: Scalar, context: Context): Scalar {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value !== 'string') return ERRORS.value;
  return textToNumber(value, context.engine) ?? ERRORS.value;
}

/** NUMBERVALUE: text with the separators given, blanks ignored, each % a hundredth. */
function numberValue(text: string, decimal: string, group: string): number | CellError {
  const compact = text.replace(/\s/g, '');
  if (compact === '') return 0;
  const [decimalMark = '', groupMark = ''] = [decimal.slice(0, 1), group.slice(0, 1)];
  const percents = /%*$/.exec(compact)?.[0].length ?? 0;
  const body = compact.slice(0, compact.length - percents);
  const at = decimalMark === '' ? -1 : body.indexOf(decimalMark);
  const whole = (at < 0 ? body : body.slice(0, at)).split(groupMark || '\u0000').join('');
  const rest = at < 0 ? '' : body.slice(at + 1);
  const plain = `${whole}${rest === '' ? '' : `.${rest}`}`;
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(plain)) return ERRORS.value;
  return Number(plain) / Math.pow(100, percents);
}

function separators(context: Context): { decimal: string; group: string } {
  const isItalian = context.engine.culture.startsWith('it');
  return isItalian ? { decimal: ',', group: '.' } : { decimal: '.', group: ',' };
}

/** Numbers with fixed decimals, as FIXED and DOLLAR write them. */
function fixed(x: number, decimals: number, grouped: boolean, context: Context): string | CellError {
  const places = Math.trunc(decimals);
  if (places > 127) return ERRORS.value;
  const rounded = roundHalfAway(x, places);
  const { decimal, group } = separators(context);
  const [whole = '0', rest = ''] = Math.abs(rounded)
    .toFixed(Math.max(0, Math.min(100, places)))
    .split('.');
  const shown = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  return `${rounded < 0 ? '-' : ''}${shown}${rest && `${decimal}${rest}`}`;
}

/** Windows-1252, which CHAR and CODE count in. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

function character(code: number): string | CellError {
  const number = Math.trunc(code);
  if (number < 1 || number > 255) return ERRORS.value;
  return (number >= 128 && number < 160 ? WINDOWS_1252[number - 128] : undefined) ?? String.fromCharCode(number);
}

function characterCode(text: string): number | CellError {
  if (text === '') return ERRORS.value;
  const place = WINDOWS_1252.indexOf(text.charAt(0));
  if (place >= 0) return 128 + place;
  const code = text.charCodeAt(0);
  return code < 256 ? code : 63;
}

function properCase(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|[^\p{L}])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
}

const PLAIN_TEXT_FUNCTIONS: readonly FunctionDefinition[] = [
  define('LEN', ['text'], ([text]) => text.length),
  define('LEFT', ['text', 'number?'], ([text, count = 1]) =>
    count < 0 ? ERRORS.value : text.slice(0, Math.trunc(count)),
  ),
  define('RIGHT', ['text', 'number?'], ([text, count = 1]) =>
    count < 0 ? ERRORS.value : text.slice(Math.max(0, text.length - Math.trunc(count))),
  ),
  define('MID', ['text', 'number', 'number'], ([text, start, count]) =>
    start < 1 || count < 0 ? ERRORS.value : text.substr(Math.trunc(start) - 1, Math.trunc(count)),
  ),
  define('LOWER', ['text'], ([text]) => text.toLowerCase()),
  define('UPPER', ['text'], ([text]) => text.toUpperCase()),
  define('PROPER', ['text'], ([text]) => properCase(text)),
  define('TRIM', ['text'], ([text]) => text.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  define('CLEAN', ['text'], ([text]) => [...text].filter((c) => c >= ' ').join('')),
  define('REPT', ['text', 'number'], ([text, count]) =>
    count < 0 || text.length * Math.trunc(count) > MAX_LENGTH ? ERRORS.value : text.repeat(Math.trunc(count)),
  ),
  define('EXACT', ['text', 'text'], ([a, b]) => a === b),
  define('FIND', ['text', 'text', 'number?'], ([wanted, within, start = 1]) => findText(wanted, within, start, false)),
  define('SEARCH', ['text', 'text', 'number?'], ([wanted, within, start = 1]) => findText(wanted, within, start, true)),
  define('SUBSTITUTE', ['text', 'text', 'text', 'number?'], ([text, old, replacement, instance]) =>
    substitute(text, old, replacement, instance),
  ),
  define('REPLACE', ['text', 'number', 'number', 'text'], ([text, start, count, replacement]) => {
    if (start < 1 || count < 0) return ERRORS.value;
    const at = Math.trunc(start) - 1;
    return limited(text.slice(0, at) + replacement + text.slice(at + Math.trunc(count)));
  }),
  define('CONCATENATE', ['...text'], ([texts]) => limited(texts.join(''))),
  define('CONCAT', ['...any'], ([values], context) => {
    const texts = collectTexts(values, false, context);
    return texts instanceof CellError ? texts : limited(texts.join(''));
  }),
  define('TEXTJOIN', ['any', 'logical', '...any'], ([delimiter, skipsEmpty, values], context) => {
    const delimiters = collectTexts([delimiter], true, context);
    if (delimiters instanceof CellError) return delimiters;
    const texts = collectTexts(values, true, context);
    if (texts instanceof CellError) return texts;
    const kept = skipsEmpty ? texts.filter((t) => t !== '') : texts;
    const between = (i: number): string =>
      i === 0 ? '' : (delimiters[(i - 1) % Math.max(1, delimiters.length)] ?? '');
    return limited(kept.map((text, i) => between(i) + text).join(''));
  }),
  define('VALUE', ['scalar'], ([value], context) => valueOf(value, context)),
  define('NUMBERVALUE', ['text', 'text?', 'text?'], ([text, decimal, group], context) => {
    const own = separators(context);
    return numberValue(text, decimal ?? own.decimal, group ?? own.group);
  }),
  define('TEXT', ['scalar', 'text'], ([value, format], { engine }) => formatForText(value, format, engine)),
  define('FIXED', ['number', 'number?', 'logical?'], ([x, decimals = 2, plain = false], context) =>
    fixed(x, decimals, !plain, context),
  ),
  define('DOLLAR', ['number', 'number?'], ([x, decimals = 2], context) => {
    const text = fixed(Math.abs(x), decimals, true, context);
    if (text instanceof CellError) return text;
    return x < 0 ? `($${text})` : `$${text}`;
  }),
  define('CHAR', ['number'], ([code]) => character(code)),
  define('CODE', ['text'], ([text]) => characterCode(text)),
  define('UNICHAR', ['number'], ([code]) => {
    const number = Math.trunc(code);
    if (number < 1 || number > 0x10ffff) return ERRORS.value;
    return number >= 0xd800 && number <= 0xdfff ? ERRORS.na : String.fromCodePoint(number);
  }),
  define('UNICODE', ['text'], ([text]) => text.codePointAt(0) ?? ERRORS.value),
  define('VALUETOTEXT', ['value', 'number?'], ([value, strict = 0]) => literal(value, strict === 1)),
  define('ARRAYTOTEXT', ['matrix', 'number?'], ([matrix, strict = 0]) => {
    const rows = matrix.data.map((row) => row.map((value) => literal(value, strict === 1)));
    return strict === 1 ? `{${rows.map((r) => r.join(',')).join(';')}}` : rows.flat().join(', ');
  }),
];

function literal(value: Scalar, strict: boolean): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'number') return numberToText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return strict ? `"${value.replace(/"/g, '""')}"` : value;
}

/** The …B functions count bytes in double-byte languages only: in all others they are the same. */
const BYTE_FUNCTIONS = ['LEFT', 'RIGHT', 'MID', 'LEN', 'FIND', 'SEARCH', 'REPLACE'];

export const TEXT_FUNCTIONS: readonly FunctionDefinition[] = [
  ...PLAIN_TEXT_FUNCTIONS,
  ...PLAIN_TEXT_FUNCTIONS.filter(({ name }) => BYTE_FUNCTIONS.includes(name)).map((definition) => ({
    ...definition,
    name: `${definition.name}B`,
  })),
];
