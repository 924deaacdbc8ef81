import type { ObjectType } from './define';
import { HostObject } from './define';
import { fail } from './errors';
import type { JsonObject } from './wire';
import { isObject } from './wire';

/** Text argument; InvalidArgument otherwise. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : fail('InvalidArgument');
}

/** Finite number; InvalidArgument otherwise. */
export function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fail('InvalidArgument');
}

/** Whole number within limits (both inside); InvalidArgument otherwise. */
export function integerOf(value: unknown, minimum = -Infinity, maximum = Infinity): number {
  const number = numberOf(value);
  return Number.isInteger(number) && number >= minimum && number <= maximum ? number : fail('InvalidArgument');
}

/** True or false; InvalidArgument for anything else. */
export function booleanOf(value: unknown): boolean {
  return typeof value === 'boolean' ? value : fail('InvalidArgument');
}

/** An omitted optional argument arrives as null or is absent. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** One of an enumeration's values, without regard to case as in Excel ('auto' for 'Auto'); InvalidArgument otherwise. */
export function choiceOf<const C extends string>(value: unknown, choices: readonly C[]): C {
  const wanted = typeof value === 'string' ? value.toLowerCase() : undefined;
  const found = choices.find((choice) => choice.toLowerCase() === wanted);
  return found ?? fail('InvalidArgument');
}

/** A plain object of options; InvalidArgument for anything else, objects of the model among them. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) && !(value instanceof HostObject) ? value : fail('InvalidArgument');
}

/** The target of an argument that is an object of the model; InvalidArgument for any other. */
export function targetOf<T>(value: unknown, type: ObjectType<T>): T {
  const target = value instanceof HostObject ? value.as(type) : undefined;
  return target ?? fail('InvalidArgument');
}

/** A colour as Excel takes it ('#1F4E78', 'red') in the form it answers: '#RRGGBB'. */
export function colorOf(value: unknown): string {
  const text = textOf(value);
  if (/^#?[0-9a-f]{6}$/i.test(text)) return `#${text.replace('#', '').toUpperCase()}`;
  return NAMED_COLORS[text.toLowerCase()] ?? fail('InvalidArgument');
}

/** HTML's named colours (the sixteen basic ones and those in common use). */
const NAMED_COLORS: Readonly<Record<string, string>> = {
  aqua: '#00FFFF',
  black: '#000000',
  blue: '#0000FF',
  brown: '#A52A2A',
  cyan: '#00FFFF',
  darkblue: '#00008B',
  darkgray: '#A9A9A9',
  darkgreen: '#006400',
  darkred: '#8B0000',
  fuchsia: '#FF00FF',
  gold: '#FFD700',
  gray: '#808080',
  green: '#008000',
  lightblue: '#ADD8E6',
  lightgray: '#D3D3D3',
  lightgreen: '#90EE90',
  lightyellow: '#FFFFE0',
  lime: '#00FF00',
  magenta: '#FF00FF',
  maroon: '#800000',
  navy: '#000080',
  olive: '#808000',
  orange: '#FFA500',
  pink: '#FFC0CB',
  purple: '#800080',
  red: '#FF0000',
  silver: '#C0C0C0',
  teal: '#008080',
  white: '#FFFFFF',
  yellow: '#FFFF00',
};
