import { hasMessage } from '../../i18n/translate';
import { civilOf, endOfMonth } from '../../planning/time/civil';
import type { Day } from '../../planning/units';
import type { OutputContext } from './context';

/** Short name of a month, 1..12: 'Dec', 'dic'. */
export function monthName(context: OutputContext, month: number): string {
  const key = `sheets.month.${month}`;
  return hasMessage(key) ? context.t(key) : String(month);
}

/**
 * A date as a sentence writes it, months by name.
 *
 * @example dateWords(context, dayOf(2026, 12, 1)) //=> '1 Dec 2026', in Italian '1 dic 2026'
 */
export function dateWords(context: OutputContext, day: Day): string {
  const date = civilOf(day);
  return `${date.day} ${monthName(context, date.month)} ${date.year}`;
}

/**
 * A bucket's or period's label as a column heading: calendar months by name, everything else as it is.
 *
 * @example periodHeading(context, '2026-12') //=> 'Dec 2026'
 */
export function periodHeading(context: OutputContext, label: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(label);
  return month ? `${monthName(context, Number(month[2]))} ${month[1]}` : label;
}

/**
 * The heading of a period: the month by name where it is a whole calendar month, whatever its label says.
 *
 * @example spanHeading(context, { label: 'FY2027-P01', start: 1 January 2027, end: 31 January 2027 }) //=> 'Jan 2027'
 */
export function spanHeading(
  context: OutputContext,
  span: { readonly label: string; readonly start: Day; readonly end: Day },
): string {
  const first = civilOf(span.start);
  const whole = first.day === 1 && span.end === endOfMonth(span.start);
  return whole ? `${monthName(context, first.month)} ${first.year}` : periodHeading(context, span.label);
}

/** 'Plan from 1 Dec 2026 to 30 May 2027 · 26 weeks': the line below every title. */
export function horizonWords(context: OutputContext): string {
  const { buckets, settings } = context.plan;
  const start = dateWords(context, settings.planStart);
  const last = buckets.at(-1);
  const params = { start, end: last ? dateWords(context, last.end) : start, count: buckets.length };
  return settings.bucket === 'Week'
    ? context.t('sheets.horizon.weeks', params)
    : context.t('sheets.horizon.months', params);
}

/** A capacity unit as people say it: 'h' stays, 'units' is translated, any other is the user's own word. */
export function unitWords(context: OutputContext, unit: string): string {
  return unit === 'units' ? context.t('sheets.unit.units') : unit;
}

/** A metric as people of the language say it; the user's own word stays. */
export function metricWords(context: OutputContext, metric: string): string {
  const key = `sheets.metric.${metric}`;
  return hasMessage(key) ? context.t(key) : metric;
}
