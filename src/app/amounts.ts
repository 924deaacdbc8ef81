import type { Language } from '../i18n/translate';
import { localeOf } from '../i18n/translate';

/** How whole money and shares are shown wherever a plan is told in words. */
export interface AmountFormats {
  /** Money without cents, in the plan's currency. */
  readonly money: Intl.NumberFormat;
  /** A fraction as a percentage with one decimal at most. */
  readonly percent: Intl.NumberFormat;
}

/** Thousands are parted as they are on the sheets; Italian by itself leaves four digits together. */
export const THOUSANDS = { useGrouping: 'always' } as const;

/** The formats of a language; `currency` is an ISO 4217 code. */
export function amountFormats(language: Language, currency: string): AmountFormats {
  const locale = localeOf(language);
  return {
    money: new Intl.NumberFormat(locale, { ...THOUSANDS, style: 'currency', currency, maximumFractionDigits: 0 }),
    percent: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
  };
}
