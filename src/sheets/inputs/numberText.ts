import type { DecimalMark } from './culture';

/** A number found in text. */
export interface NumberText {
  readonly value: number;
  /** A percent sign was there; `value` is already divided by 100. */
  readonly percent: boolean;
  /** One mark and three digits after it ("1.234"): which of the two it is, the text alone does not say. */
  readonly ambiguous: boolean;
}

/** The commonest shapes, read at once: long columns are mostly these. */
const PLAIN = /^\d{1,15}$/;
const POINTS_THEN_COMMA = /^-?\d{1,3}(?:\.\d{3})+,\d{1,9}$/;
const SPACES = /[\s\u00a0\u2007\u2009\u202f]/gu;
const CURRENCY = /[\u20ac$\u00a3\u00a5]|\b(?:EUR|USD|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|EURO)\b/giu;
const APOSTROPHES = /['\u2019]/gu;

/**
 * Reads a number that was typed or exported as text: marks of thousands, currency, percent, brackets or a trailing minus for
 * negatives.
 *
 * @param decimal The decimal mark to believe where the text alone does not tell.
 * @returns Undefined when the text is not a number.
 * @example parseNumberText('\u20ac 1.234,56', ',')?.value //=> 1234.56
 * @example parseNumberText('12,5 %', ',')?.value //=> 0.125
 * @example parseNumberText('(1,200)', '.')?.value //=> -1200
 */
export function parseNumberText(text: string, decimal: DecimalMark): NumberText | undefined {
  if (PLAIN.test(text)) return { value: Number(text), percent: false, ambiguous: false };
  if (POINTS_THEN_COMMA.test(text)) {
    return { value: Number(text.replaceAll('.', '').replace(',', '.')), percent: false, ambiguous: false };
  }
  const stripped = stripDress(text);
  if (!stripped) return undefined;
  const marks = readMarks(stripped.body, decimal);
  if (!marks) return undefined;
  const magnitude = Number(marks.plain);
  if (!Number.isFinite(magnitude)) return undefined;
  // Dividing by 100 once, not multiplying by 0.01, keeps 12.5 % exactly 0.125.
  const scaled = stripped.percent ? magnitude / 100 : magnitude;
  return { value: stripped.negative ? -scaled : scaled, percent: stripped.percent, ambiguous: marks.ambiguous };
}

/**
 * The decimal mark that a text settles by itself; undefined when it could be either, or is no number.
 *
 * @example decimalEvidence('1.234,56') //=> ','
 * @example decimalEvidence('1.234') //=> undefined
 */
export function decimalEvidence(text: string): DecimalMark | undefined {
  if (PLAIN.test(text)) return undefined;
  if (POINTS_THEN_COMMA.test(text)) return ',';
  const body = stripDress(text)?.body;
  if (body === undefined || !/[.,]/.test(body)) return undefined;
  const comma = readMarks(body, ',');
  const point = readMarks(body, '.');
  if (!comma || !point || comma.ambiguous || comma.plain !== point.plain) return undefined;
  const marks = body.replace(/[^.,]/g, '');
  const last = marks.at(-1) === ',' ? ',' : '.';
  const isGroup = marks.length > 1 && new Set(marks).size === 1;
  return isGroup ? (last === ',' ? '.' : ',') : last;
}

/** Takes off sign, brackets, currency, percent and spaces; what is left must be digits and marks. */
function stripDress(text: string): { body: string; negative: boolean; percent: boolean } | undefined {
  let body = text
    .replace(CURRENCY, ' ')
    .replace(/[\u2212\u2013]/gu, '-')
    .trim();
  const bracketed = /^\((.*)\)$/su.exec(body);
  if (bracketed) body = (bracketed[1] ?? '').trim();
  const percent = /^%|%$/u.test(body);
  if (percent) body = body.replace(/^%|%$/u, '').trim();
  const signed = /^([+-])(.*)$/su.exec(body) ?? /^(.*?)([+-])$/su.exec(body);
  const sign = signed ? (signed[1] === '-' || signed[2] === '-' ? '-' : '+') : '';
  if (signed) body = body.replace(/^[+-]|[+-]$/gu, '').trim();
  if (bracketed && sign !== '') return undefined;
  const grouped = body.replace(SPACES, ' ').replace(APOSTROPHES, ' ');
  // Spaces inside may only part thousands: "12 34" is not a number.
  if (grouped.includes(' ') && !/^\d{1,3}( \d{3})+([.,]\d+)?$/.test(grouped)) return undefined;
  return { body: grouped.replaceAll(' ', ''), negative: bracketed !== null || sign === '-', percent };
}

/** Decides what each mark is and rewrites the body with a decimal point. */
function readMarks(body: string, decimal: DecimalMark): { plain: string; ambiguous: boolean } | undefined {
  const parts = /^([\d.,]+)(e[+-]?\d+)?$/i.exec(body);
  if (!parts) return undefined;
  const [, digits = '', exponent = ''] = parts;
  if (!/\d/.test(digits)) return undefined;
  const points = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (points === 0 && commas === 0) return { plain: digits + exponent, ambiguous: false };
  if (points > 0 && commas > 0) return withLastAsDecimal(digits, exponent, points, commas);
  const mark = points > 0 ? '.' : ',';
  if (points + commas > 1)
    return isGrouped(digits, mark) ? { plain: digits.replaceAll(mark, '') + exponent, ambiguous: false } : undefined;
  const [whole = '', fraction = ''] = digits.split(mark);
  const couldGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && exponent === '';
  if (couldGroup && mark !== decimal) return { plain: whole + fraction, ambiguous: true };
  return { plain: `${whole || '0'}.${fraction || '0'}${exponent}`, ambiguous: couldGroup };
}

function withLastAsDecimal(
  digits: string,
  exponent: string,
  points: number,
  commas: number,
): { plain: string; ambiguous: boolean } | undefined {
  const mark = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  if ((mark === '.' ? points : commas) !== 1) return undefined;
  const [whole = '', fraction = ''] = digits.split(mark);
  const group = mark === '.' ? ',' : '.';
  if (!isGrouped(whole, group)) return undefined;
  return { plain: `${whole.replaceAll(group, '')}.${fraction || '0'}${exponent}`, ambiguous: false };
}

function isGrouped(digits: string, mark: string): boolean {
  const [first = '', ...rest] = digits.split(mark);
  return /^\d{1,3}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));
}
