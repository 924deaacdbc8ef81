import { format, isDateFormat, parseValue } from 'numfmt';
import type { CellValue, ErrorCode } from '../model/cell';
import { CellError } from '../model/cell';

/** Days between the zero of the 1900 and of the 1904 date system. */
const DAYS_TO_1904 = 1462;

/** Formats that follow the region instead of their letters: built-in formats 14 and 22. */
const REGIONAL_DATE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  it: { 'm/d/yyyy': 'dd/mm/yyyy', 'm/d/yyyy h:mm': 'dd/mm/yyyy hh:mm', 'm/d/yy h:mm': 'dd/mm/yy hh:mm' },
};

const ERROR_TEXT = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/i;

/**
 * What a cell shows.
 * @param value the calculated value
 * @param numberFormat en-US format code; 'General' for none
 * @param culture 'en-US' or another BCP 47 tag such as 'it-IT': separators, month names, VERO/FALSO
 * @param dateSystem the workbook's
 * @returns the text; '########' when a date format meets a number that is no date
 * @example formatCell(1234.5, '#,##0.00', 'it-IT') //=> '1.234,50'
 */
export function formatCell(
  value: CellValue,
  numberFormat: string,
  culture: string,
  dateSystem: 1900 | 1904 = 1900,
): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  const code = REGIONAL_DATE[culture.slice(0, 2)]?.[numberFormat] ?? (numberFormat || 'General');
  if (typeof value === 'string') return code === 'General' ? value : formatText(value, code, culture);
  if (typeof value === 'boolean') return format('General', value, { locale: culture });
  const isDate = isDateFormat(code);
  if (isDate && value < 0) return '########';
  const shown = isDate && dateSystem === 1904 ? value + DAYS_TO_1904 : value;
  return formatNumber(shown, code, culture);
}

function formatText(value: string, code: string, culture: string): string {
  return format(code, value, { locale: culture, throws: false, invalid: value });
}

function formatNumber(value: number, code: string, culture: string): string {
  return format(code, value, {
    locale: culture,
    throws: false,
    invalid: '########',
    overflow: '########',
    dateErrorNumber: false,
    dateSpanLarge: false,
    nbsp: false,
  });
}

/** A typed value and the number format Excel gives a General cell with it. */
export interface TypedValue {
  value: CellValue;
  numberFormat?: string;
}

/**
 * Reads what a person types into a cell, formulas aside.
 * @param text as typed; a leading apostrophe makes it text
 * @param culture whose separators, date order and words count
 * @returns number (dates as serials), text, logical value, error, or null for nothing, and the format that comes with it
 */
export function readTyped(text: string, culture: string, dateSystem: 1900 | 1904 = 1900): TypedValue {
  if (text === '') return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  const trimmed = text.trim();
  if (ERROR_TEXT.test(trimmed)) return { value: new CellError(trimmed.toUpperCase() as ErrorCode) };
  const fraction = readFraction(trimmed);
  if (fraction !== undefined) return { value: fraction, numberFormat: '# ?/?' };
  const parsed: { v?: unknown; z?: string } | null = parseValue(trimmed, { locale: culture });
  if (!parsed) return { value: text };
  if (typeof parsed.v === 'boolean') return { value: parsed.v };
  if (typeof parsed.v !== 'number' || !Number.isFinite(parsed.v)) return { value: text };
  const isDay = parsed.z !== undefined && parsed.v >= 1 && isDateFormat(parsed.z) && !parsed.z.startsWith('[');
  const value = dateSystem === 1904 && isDay ? parsed.v - DAYS_TO_1904 : parsed.v;
  return parsed.z === undefined ? { value } : { value, numberFormat: parsed.z };
}

/** `1 1/2`; `1/2` alone is a date, as in Excel. */
function readFraction(text: string): number | undefined {
  const match = /^(-?)(\d+) (\d{1,3})\/(\d{1,3})$/.exec(text);
  if (!match || Number(match[4]) === 0) return undefined;
  return (match[1] ? -1 : 1) * (Number(match[2]) + Number(match[3]) / Number(match[4]));
}

/**
 * The value of what a person types into a cell.
 * @example parseTyped('12,5 %', 'it-IT') //=> 0.125
 */
export function parseTyped(text: string, culture: string, dateSystem: 1900 | 1904 = 1900): CellValue {
  return readTyped(text, culture, dateSystem).value;
}
