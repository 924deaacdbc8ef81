import type { CellValue } from '../model/cell';
import type { RangeValues } from './rangeValues';

/** A bar in a cell: fractions of the cell's width. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly color: string;
  readonly gradient: boolean;
  /** Where zero is drawn, when there are numbers on both sides of it. */
  readonly axis: number | undefined;
}

export interface Icon {
  readonly style: string;
  /** 0 is the icon of the lowest values. */
  readonly index: number;
  readonly count: number;
}

type Evaluate = (formula: unknown) => CellValue;
type Rule = Readonly<Record<string, unknown>>;

/** The number that a criterion of a scale stands for: { type, formula? }. */
export function limitOf(criterion: unknown, values: RangeValues, evaluate: Evaluate, automatic: number): number {
  const { type, formula } = asRule(criterion);
  const { minimum = 0, maximum = 0 } = values;
  if (type === 'LowestValue') return minimum;
  if (type === 'HighestValue') return maximum;
  if (type === undefined || type === 'Automatic' || type === 'Invalid' || formula === undefined) return automatic;
  const given = evaluate(formula);
  if (typeof given !== 'number') return automatic;
  if (type === 'Percent') return minimum + ((maximum - minimum) * given) / 100;
  if (type === 'Percentile') return values.percentile(given / 100) ?? automatic;
  return given;
}

/** The fill of a number on a scale of two or three colours; undefined where the rule says no colours. */
export function scaleColor(rule: Rule, value: number, values: RangeValues, evaluate: Evaluate): string | undefined {
  const criteria = asRule(rule.criteria);
  const points = ['minimum', 'midpoint', 'maximum'].flatMap((name) => {
    const point = asRule(criteria[name]);
    if (typeof point.color !== 'string') return [];
    const automatic = (name === 'maximum' ? values.maximum : values.minimum) ?? 0;
    return [{ at: limitOf(point, values, evaluate, automatic), color: point.color }];
  });
  const next = points.findIndex((point) => value <= point.at);
  const high = points[next];
  const low = points[next - 1];
  if (next < 0) return points.at(-1)?.color;
  if (!high || !low) return high?.color;
  return mix(low.color, high.color, high.at === low.at ? 1 : (value - low.at) / (high.at - low.at));
}

const DEFAULT_BAR = '#638EC6';
const NEGATIVE_BAR = '#FF0000';

/** The bar of a number; bars of negative numbers go from the axis to the left. */
export function dataBar(rule: Rule, value: number, values: RangeValues, evaluate: Evaluate): Bar {
  const positive = asRule(rule.positiveFormat);
  const negative = asRule(rule.negativeFormat);
  const low = limitOf(rule.lowerBoundRule, values, evaluate, Math.min(0, values.minimum ?? 0));
  const high = limitOf(rule.upperBoundRule, values, evaluate, Math.max(0, values.maximum ?? 0));
  const share = (number: number): number => (high > low ? Math.min(Math.max((number - low) / (high - low), 0), 1) : 0);
  const zero = share(0);
  const at = share(value);
  const color = typeof positive.fillColor === 'string' ? positive.fillColor : DEFAULT_BAR;
  const below = negative.matchPositiveFillColor === true ? color : (negative.fillColor ?? NEGATIVE_BAR);
  return {
    from: Math.min(zero, at),
    to: Math.max(zero, at),
    color: value < 0 ? String(below) : color,
    gradient: positive.gradientFill !== false,
    axis: low < 0 && high > 0 ? zero : undefined,
  };
}

const COUNT_OF_WORD: Readonly<Record<string, number>> = { Three: 3, Four: 4, Five: 5 };

/** The icon of a number: the highest whose criterion it reaches. Without criteria the range is shared evenly by percent. */
export function iconOf(rule: Rule, value: number, values: RangeValues, evaluate: Evaluate): Icon {
  const style = String(rule.style ?? 'ThreeTrafficLights1');
  const count = COUNT_OF_WORD[/^(Three|Four|Five)/.exec(style)?.[0] ?? ''] ?? 3;
  const criteria: readonly unknown[] = Array.isArray(rule.criteria) ? rule.criteria : [];
  let index = 0;
  for (let i = 1; i < count; i++) {
    const even = { type: 'Percent', formula: `=${Math.round((100 * i) / count)}` };
    const criterion = asRule(criteria[i] ?? even);
    const limit = limitOf(criterion, values, evaluate, Infinity);
    if (criterion.operator === 'GreaterThan' ? value > limit : value >= limit) index = i;
  }
  return { style, index: rule.reverseIconOrder === true ? count - 1 - index : index, count };
}

function asRule(value: unknown): Rule {
  return typeof value === 'object' && value !== null ? (value as Rule) : {};
}

/** A colour between two; '#RRGGBB'. @param share 0 is the first, 1 the second @example mix('#000000', '#FFFFFF', 0.5) //=> '#808080' */
export function mix(from: string, to: string, share: number): string {
  const channel = (color: string, at: number) => parseInt(color.slice(1 + 2 * at, 3 + 2 * at), 16);
  const mixed = [0, 1, 2].map((at) => Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}
