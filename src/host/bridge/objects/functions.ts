import { quoteSheet } from '../../model/address';
import type { CellValue } from '../../model/cell';
import { CellError } from '../../model/cell';
import type { Workbook } from '../../model/workbook';
import { formatArea } from '../area';
import type { ObjectType } from '../define';
import { HostObject, property } from '../define';
import { fail } from '../errors';
import type { Host } from '../host';
import { calculateForReading } from '../read';
import { areaOf } from '../references';
import { rangeType } from './range';

/** What `workbook.functions.…` answers; results are arguments of further functions too. */
export interface FunctionTarget {
  readonly value: CellValue;
}

/** Excel functions whose name in the API differs by more than '_' for '.'. */
const OTHER_NAMES: Readonly<Record<string, string>> = { NETWORKDAYSINTL: 'NETWORKDAYS.INTL', _FV: 'FV' };

/** 'Date' → DATE, 'Networkdays_Intl' → NETWORKDAYS.INTL. */
function functionName(name: string): string {
  const upper = name.toUpperCase().replaceAll('_', '.').replace(/^\./, '');
  return OTHER_NAMES[upper] ?? upper;
}

/** An argument as formula text. */
function argumentText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  if (Array.isArray(value)) return `{${value.map(rowText).join(';')}}`;
  return objectText(value);
}

const rowText = (row: unknown) => (Array.isArray(row) ? row.map(argumentText).join(',') : argumentText(row));

function objectText(value: unknown): string {
  const range = value instanceof HostObject ? value.as(rangeType) : undefined;
  if (range) return `${quoteSheet(range.sheet.name)}!${formatArea(areaOf(range))}`;
  const result = value instanceof HostObject ? value.as(functionResultType) : undefined;
  if (!result) return fail('InvalidArgument');
  return result.value instanceof CellError ? result.value.code : argumentText(result.value);
}

/** Functions with any number of arguments send them as one list. */
function flatten(args: readonly unknown[]): readonly unknown[] {
  const [only, ...others] = args;
  return Array.isArray(only) && others.length === 0 ? (only as unknown[]) : args;
}

function callFunction(name: string, args: readonly unknown[], host: Host): HostObject {
  calculateForReading(host);
  const sheet = host.workbook.activeSheet ?? host.workbook.sheets[0];
  if (!sheet) return fail('InvalidOperation');
  const texts = flatten(args).map(argumentText);
  while (texts.at(-1) === '') texts.pop();
  const result = host.calculation.evaluate(`${functionName(name)}(${texts.join(',')})`, sheet);
  const value = Array.isArray(result) ? (result[0]?.[0] ?? null) : result;
  if (value instanceof CellError && value.code === '#NAME?')
    return fail('ApiNotFound', `Functions.${name} is not served by this host.`);
  return HostObject.of(functionResultType, { value });
}

/** Every worksheet function the formula engine knows, by its name in the API. */
export const functionsType: ObjectType<Workbook> = {
  name: 'Functions',
  properties: {},
  objects: {},
  methods: {},
  callOther: (_workbook, name, args, host) => callFunction(name, args, host),
};

export const functionResultType: ObjectType<FunctionTarget> = {
  name: 'FunctionResult',
  properties: {
    Value: property(({ value }) => (value instanceof CellError ? null : (value ?? 0))),
    Error: property(({ value }) => (value instanceof CellError ? value.code : '')),
  },
  objects: {},
  methods: {},
};
