import { areasEqual, containsArea, intersectAreas, subtractArea } from '../../model/area';
import type { DataValidation } from '../../model/workbook';
import { quoteSheet } from '../../model/address';
import { booleanOf, isAbsent, objectOf } from '../arguments';
import { formatArea } from '../area';
import { checkWritable } from '../cells';
import type { ObjectType } from '../define';
import { HostObject, method, property } from '../define';
import { fail } from '../errors';
import type { Host } from '../host';
import type { RangeTarget } from '../references';
import { areaOf } from '../references';
import type { JsonObject } from '../wire';
import { isObject } from '../wire';
import { rangeType } from './range';

/** Kinds of rule, by the member that holds it, with their Excel.DataValidationType. */
const KINDS: Readonly<Record<string, string>> = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  list: 'List',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};
const OPERATORS: ReadonlySet<unknown> = new Set([
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
]);

function find(target: RangeTarget): DataValidation | undefined {
  const area = areaOf(target);
  return target.sheet.validations.find((item) => item.areas.some((a) => containsArea(a, area)));
}

/** The rule of exactly this range: cut out of a larger one so that the others keep theirs. */
function edit(target: RangeTarget, host: Host): DataValidation {
  checkWritable(target.sheet, undefined, host);
  const area = areaOf(target);
  const known = find(target);
  const [only, ...others] = known?.areas ?? [];
  if (known && only && others.length === 0 && areasEqual(only, area)) return known;
  removeFrom(target);
  const fresh: DataValidation = { ...(known ?? { rule: {}, ignoreBlanks: true }), areas: [{ ...area }] };
  target.sheet.validations.push(fresh);
  return fresh;
}

function removeFrom(target: RangeTarget): void {
  const area = areaOf(target);
  const { validations } = target.sheet;
  for (const item of [...validations]) {
    if (!item.areas.some((a) => intersectAreas(a, area))) continue;
    item.areas = item.areas.flatMap((a) => subtractArea(a, area));
    if (item.areas.length === 0) validations.splice(validations.indexOf(item), 1);
  }
}

/** Checks a rule and writes ranges in it as references. */
function readRule(value: unknown, target: RangeTarget): Record<string, unknown> {
  const rule = objectOf(value);
  const given = Object.entries(rule).filter(([, inner]) => !isAbsent(inner));
  const [kind, inner] = given[0] ?? fail('InvalidArgument');
  if (given.length !== 1 || KINDS[kind] === undefined || !isObject(inner)) return fail('InvalidArgument');
  const plain = Object.fromEntries(
    Object.entries(inner)
      .filter(([, part]) => !isAbsent(part))
      .map(([key, part]) => [key, part instanceof HostObject ? referenceText(part, target) : part]),
  );
  if (kind === 'list') checkList(plain);
  else if (kind === 'custom') {
    if (typeof plain.formula !== 'string') fail('InvalidArgument');
  } else checkComparison(plain);
  return { [kind]: plain };
}

function referenceText(part: HostObject, target: RangeTarget): string {
  const range = part.as(rangeType) ?? fail('InvalidArgument');
  const address = formatArea(areaOf(range), true);
  return range.sheet === target.sheet ? `=${address}` : `=${quoteSheet(range.sheet.name)}!${address}`;
}

/** Excel's limit for a list written out in the rule. */
const LONGEST_LIST = 255;

function checkList(rule: JsonObject): void {
  const { source } = rule;
  if (typeof source !== 'string' || source === '') return fail('InvalidArgument');
  if (!source.startsWith('=') && source.length > LONGEST_LIST) fail('InvalidArgument');
}

function checkComparison(rule: JsonObject): void {
  if (!OPERATORS.has(rule.operator) || isAbsent(rule.formula1)) fail('InvalidArgument');
  if ((rule.operator === 'Between' || rule.operator === 'NotBetween') && isAbsent(rule.formula2))
    fail('InvalidArgument');
}

const kindOf = (validation: DataValidation | undefined) =>
  KINDS[Object.keys(validation?.rule ?? {})[0] ?? ''] ?? 'None';

function readAlert(value: unknown): NonNullable<DataValidation['errorAlert']> {
  const { title, message, style, showAlert } = objectOf(value);
  return {
    title: String(title ?? ''),
    message: String(message ?? ''),
    style: String(style ?? 'Stop'),
    showAlert: showAlert !== false,
  };
}

function readPrompt(value: unknown): NonNullable<DataValidation['prompt']> {
  const { title, message, showPrompt } = objectOf(value);
  return { title: String(title ?? ''), message: String(message ?? ''), showPrompt: showPrompt !== false };
}

export const dataValidationType: ObjectType<RangeTarget> = {
  name: 'DataValidation',
  properties: {
    Type: property((target) => kindOf(find(target))),
    Rule: property(
      (target) => find(target)?.rule ?? {},
      (target, value, host) => {
        edit(target, host).rule = readRule(value, target);
      },
    ),
    IgnoreBlanks: property(
      (target) => find(target)?.ignoreBlanks ?? true,
      (target, value, host) => {
        edit(target, host).ignoreBlanks = booleanOf(value);
      },
    ),
    ErrorAlert: property(
      (target) => find(target)?.errorAlert ?? { title: '', message: '', style: 'Stop', showAlert: true },
      (target, value, host) => {
        edit(target, host).errorAlert = readAlert(value);
      },
    ),
    Prompt: property(
      (target) => find(target)?.prompt ?? { title: '', message: '', showPrompt: true },
      (target, value, host) => {
        edit(target, host).prompt = readPrompt(value);
      },
    ),
  },
  objects: {},
  methods: {
    Clear: method((target, _args, host) => {
      checkWritable(target.sheet, undefined, host);
      removeFrom(target);
    }),
  },
};
