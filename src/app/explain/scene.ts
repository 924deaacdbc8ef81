import { localeOf } from '../../i18n/translate';
import type { Language, PlanInput, TableKind } from '../../planning/input';
import type { CellRef, Origin } from '../../planning/issue';
import { cellOf } from '../../planning/issue';
import type { Plan } from '../../planning/result';
import { fullAddressOf } from '../../sheets/address';
import { columnName } from '../../sheets/inputs/tables/all';
import type { OutputContext } from '../../sheets/outputs/context';
import { makeContext } from '../../sheets/outputs/context';
import { periodHeading } from '../../sheets/outputs/words';
import type { OutputKey, SheetSpec } from '../../sheets/spec';
import { OUTPUT_KEYS } from '../../sheets/spec';
import { amountFormats, THOUSANDS } from '../amounts';
import type { ExplanationLine } from './explanation';
import { lineTo } from './explanation';

/** A plan with all that explains it: the input it was made from and the sheets it was written to. */
export interface PlanMemory {
  readonly input: PlanInput;
  readonly plan: Plan;
  readonly specs: readonly SheetSpec[];
  /** Made again after the workbook was opened, rather than by the run that wrote the sheets. */
  readonly recalled: boolean;
}

/** What explanations are made with: the plan, phrases and numbers of one language. */
export interface Scene {
  readonly memory: PlanMemory;
  readonly context: OutputContext;
  readonly t: OutputContext['t'];
  readonly money: (amount: number) => string;
  /** Units or hours: whole where large, else up to two decimals. */
  readonly number: (value: number) => string;
  readonly percent: (fraction: number) => string;
  readonly period: (bucket: number) => string;
}

/** The scene of a plan in a language. */
export function makeScene(memory: PlanMemory, language: Language): Scene {
  const { plan, specs } = memory;
  const names = Object.fromEntries(
    OUTPUT_KEYS.map((key) => [key, specs.find((spec) => spec.key === key)?.name ?? key]),
  ) as Record<OutputKey, string>;
  const context = makeContext(plan, { language, names, run: { at: 0, by: '', fingerprint: '' } });
  const { currency } = plan.settings;
  const { money: whole, percent } = amountFormats(language, currency);
  const locale = localeOf(language);
  const cents = new Intl.NumberFormat(locale, { ...THOUSANDS, style: 'currency', currency });
  const number = new Intl.NumberFormat(locale, { ...THOUSANDS, maximumFractionDigits: 2 });
  const round = new Intl.NumberFormat(locale, { ...THOUSANDS, maximumFractionDigits: 0 });
  return {
    memory,
    context,
    t: context.t,
    money: (amount) => (Math.abs(amount) >= 1000 ? whole : cents).format(clean(amount)),
    number: (value) => (Math.abs(value) >= 1000 ? round : number).format(clean(value)),
    percent: (fraction) => percent.format(clean(fraction)),
    period: (bucket) => periodHeading(context, plan.buckets[bucket]?.label ?? ''),
  };
}

/** No minus sign before a zero that rounding left. */
function clean(value: number): number {
  return Math.abs(value) < 1e-9 ? 0 : value;
}

/**
 * A line about one field of an input record, with a jump to its cell; none where the field is blank.
 *
 * @param value A number is written as a quantity, text as it is.
 */
export function inputLine(
  { context, number }: Scene,
  kind: TableKind,
  origin: Origin,
  field: string,
  value: string | number | undefined,
  name?: string,
): readonly ExplanationLine[] {
  if (value === undefined || origin.columns[field] === undefined) return [];
  const amount = typeof value === 'number' ? number(value) : value;
  const heading = columnName(kind, field, context.language);
  const cell = cellOf(origin, field);
  return [lineTo(name === undefined ? heading : `${heading}: ${name}`, amount, cell, placeOf(cell))];
}

/** 'Families!C4', quoted where a formula would quote it. */
export function placeOf(cell: CellRef): string {
  return fullAddressOf(cell);
}
