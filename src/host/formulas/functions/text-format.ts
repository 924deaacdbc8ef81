import { isValidFormat } from 'numfmt';
import type { CellError } from '../../model/cell';
import type { Regional } from '../convert';
import { textToNumber, toText } from '../convert';
import { formatCell } from '../display';
import type { Scalar } from '../values';
import { ERRORS } from '../values';

/**
 * A format code in a region's own letters and separators as an en-US code: TEXT takes the former, cells the latter.
 * @example toEnglishFormat('gg/mm/aaaa', 'it-IT') //=> 'dd/mm/yyyy'
 */
export function toEnglishFormat(format: string, culture: string): string {
  if (!culture.startsWith('it')) return format;
  const isDate = /(^|[^\p{L}])(g{1,4}|a{2,4})([^\p{L}]|$)/iu.test(format);
  const isNumber = /[0#?]/.test(format.replace(/"[^"]*"/g, ''));
  return format.replace(/"[^"]*"|\\.|standard|[.,]|[ag]/gi, (part) => {
    if (part === '.') return isNumber ? ',' : part;
    if (part === ',') return isNumber ? '.' : part;
    if (/^standard$/i.test(part)) return 'General';
    if (part.length > 1 || !isDate) return part;
    return part.toLowerCase() === 'a' ? 'y' : 'd';
  });
}

/** TEXT: numbers, and texts that are numbers, in a format; other values as they are. */
export function formatForText(value: Scalar, format: string, regional: Regional): string | CellError {
  if (format === '') return '';
  const number = typeof value === 'string' ? textToNumber(value, regional) : value === null ? 0 : value;
  if (typeof number !== 'number') {
    if (typeof value === 'string') return formatCell(value, format, regional.culture);
    return toText(value, regional);
  }
  const code = toEnglishFormat(format, regional.culture);
  if (/^general$/i.test(code)) return toText(number, regional);
  if (!isValidFormat(code)) return ERRORS.value;
  const shown = formatCell(number, code, regional.culture, regional.dateSystem);
  return shown === '########' ? ERRORS.value : shown;
}
