export type DateOrder = 'dmy' | 'mdy' | 'ymd';
export type DecimalMark = '.' | ',';

/** How a workbook writes numbers and dates as text. */
export interface Culture {
  readonly decimal: DecimalMark;
  readonly dateOrder: DateOrder;
}

const cultures = new Map<string, Culture>();

/**
 * How the culture named by a BCP 47 tag writes numbers and dates; an unknown tag reads as en-US, Excel's own fallback.
 *
 * The conventions are those of Unicode CLDR, through `Intl`, for the tag alone: the machine's own locale plays no part.
 *
 * @example cultureOf('it-IT') //=> { decimal: ',', dateOrder: 'dmy' }
 */
export function cultureOf(tag: string): Culture {
  let culture = cultures.get(tag);
  if (!culture) cultures.set(tag, (culture = readCulture(tag)));
  return culture;
}

function readCulture(tag: string): Culture {
  try {
    const decimal = new Intl.NumberFormat(tag).formatToParts(1.5).find((part) => part.type === 'decimal')?.value;
    const order = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' })
      .formatToParts(0)
      .map((part) => (part.type === 'day' || part.type === 'month' || part.type === 'year' ? part.type[0] : ''))
      .join('');
    const dateOrder: DateOrder = order === 'mdy' || order === 'ymd' ? order : 'dmy';
    return { decimal: decimal === ',' ? ',' : '.', dateOrder };
  } catch {
    return { decimal: '.', dateOrder: 'mdy' };
  }
}
