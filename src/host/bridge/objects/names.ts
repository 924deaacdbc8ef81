import { checkNewName } from '../../model/names';
import { ModelError } from '../../model/change';
import type { CellValue } from '../../model/cell';
import type { DefinedName, Workbook, Worksheet } from '../../model/workbook';
import { quoteSheet } from '../../model/address';
import { formatArea } from '../area';
import { booleanOf, isAbsent, textOf } from '../arguments';
import type { ObjectType } from '../define';
import { HostObject, method, navigation, property } from '../define';
import { isFormula } from '../entry';
import { fail } from '../errors';
import { englishFormula } from '../localFormula';
import type { Host } from '../host';
import { apiValue, calculateForReading, valueType } from '../read';
import { areaOf } from '../references';
import { parseReference } from '../used';
import { rangeType } from './range';
import { rangeObject, worksheetType } from './worksheet';

/** Names of the workbook or of one sheet. */
export interface NameScope {
  readonly workbook: Workbook;
  readonly sheet?: Worksheet;
}

export interface NameTarget {
  readonly scope: NameScope;
  readonly name: DefinedName;
}

const namesOf = ({ workbook, sheet }: NameScope): DefinedName[] => (sheet ? sheet.names : workbook.names);
const asObject = (scope: NameScope) => (name: DefinedName) => HostObject.of(namedItemType, { scope, name });

function findName(scope: NameScope, key: unknown): HostObject | null {
  const wanted = textOf(key).toLowerCase();
  const found = namesOf(scope).find((item) => item.name.toLowerCase() === wanted);
  return found ? asObject(scope)(found) : null;
}

function addName(scope: NameScope, [name, reference, comment]: readonly unknown[]): HostObject {
  const text = textOf(name);
  if (scope.sheet) checkSheetName(scope.sheet, text);
  else checkNewName(scope.workbook, text);
  const item: DefinedName = {
    name: text,
    formula: formulaOf(reference),
    visible: true,
    comment: isAbsent(comment) ? '' : textOf(comment),
    ...(scope.sheet && { sheet: scope.sheet }),
  };
  namesOf(scope).push(item);
  scope.workbook.structureChanged();
  return asObject(scope)(item);
}

/** Names of a sheet may repeat those of the workbook, but not each other. */
function checkSheetName(sheet: Worksheet, name: string): void {
  if (sheet.names.some((item) => item.name.toLowerCase() === name.toLowerCase()))
    throw new ModelError('NameTaken', `The name ${name} is taken.`);
  const isWord = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && parseReference(name) === undefined;
  if (!isWord) throw new ModelError('InvalidName', `"${name}" is no valid name.`);
}

/** A range, a formula text with '=', or a constant. */
function formulaOf(reference: unknown): string {
  if (typeof reference === 'number' || typeof reference === 'boolean') return String(reference).toUpperCase();
  if (typeof reference === 'string') {
    if (!reference.startsWith('=')) return `"${reference.replaceAll('"', '""')}"`;
    const formula = reference.slice(1).trim();
    return isFormula(formula) ? formula : fail('InvalidArgument');
  }
  const range = reference instanceof HostObject ? reference.as(rangeType) : undefined;
  if (!range) return fail('InvalidArgument');
  return `${quoteSheet(range.sheet.name)}!${formatArea(areaOf(range), true)}`;
}

function rangeOf({ scope, name }: NameTarget, host: Host): HostObject | null {
  const reference = parseReference(name.formula);
  if (!reference) return null;
  const sheet = reference.sheet === undefined ? scope.sheet : host.workbook.sheet(reference.sheet);
  return sheet ? rangeObject(sheet, reference.area, host) : null;
}

/** What the name stands for: the address of a range, else the calculated value. */
function valueOf(target: NameTarget, host: Host): unknown {
  if (parseReference(target.name.formula)) return target.name.formula.replaceAll('$', '');
  return apiValue(evaluate(target, host));
}

function evaluate({ scope, name }: NameTarget, host: Host): CellValue {
  calculateForReading(host);
  const sheet = scope.sheet ?? host.workbook.sheets[0];
  const value = sheet ? host.calculation.evaluate(name.formula, sheet) : null;
  return Array.isArray(value) ? (value[0]?.[0] ?? null) : value;
}

function typeOf(target: NameTarget, host: Host): string {
  if (parseReference(target.name.formula)) return 'Range';
  const kind = valueType(evaluate(target, host));
  if (kind !== 'Double') return kind === 'Empty' ? 'String' : kind;
  return Number.isInteger(evaluate(target, host)) ? 'Integer' : 'Double';
}

export const nameCollectionType: ObjectType<NameScope> = {
  name: 'NamedItemCollection',
  properties: {},
  objects: {},
  items: (scope) => namesOf(scope).map(asObject(scope)),
  item: findName,
  methods: {
    Add: method((scope, args) => addName(scope, args), '1.4'),
    AddFormulaLocal: method(
      (scope, [name, formula, comment], host) =>
        addName(scope, [name, englishFormula(textOf(formula), host.workbook.culture), comment]),
      '1.4',
    ),
    GetItemOrNullObject: method((scope, [key]) => findName(scope, key), '1.4'),
    GetCount: method((scope) => namesOf(scope).length, '1.4'),
  },
};

export const namedItemType: ObjectType<NameTarget> = {
  name: 'NamedItem',
  id: ({ name }) => name.name,
  exists: ({ scope, name }) => namesOf(scope).includes(name),
  properties: {
    Name: property(({ name }) => name.name),
    Type: property(typeOf),
    Value: property(valueOf),
    Visible: property(
      ({ name }) => name.visible,
      ({ name }, value) => {
        name.visible = booleanOf(value);
      },
    ),
    Comment: property(
      ({ name }) => name.comment,
      ({ name }, value) => {
        name.comment = textOf(value);
      },
      '1.4',
    ),
    Scope: property(({ scope }) => (scope.sheet ? 'Worksheet' : 'Workbook'), undefined, '1.4'),
    Formula: property(
      ({ name }) => `=${name.formula}`,
      ({ scope, name }, value) => {
        name.formula = formulaOf(value);
        scope.workbook.structureChanged();
      },
      '1.7',
    ),
  },
  objects: {
    Worksheet: navigation(
      () => worksheetType,
      ({ scope }) => scope.sheet ?? fail('ItemNotFound'),
      '1.4',
    ),
    WorksheetOrNullObject: navigation(
      () => worksheetType,
      ({ scope }) => scope.sheet ?? null,
      '1.4',
    ),
  },
  methods: {
    GetRange: method((target, _args, host) => rangeOf(target, host) ?? fail('InvalidReference')),
    GetRangeOrNullObject: method((target, _args, host) => rangeOf(target, host), '1.4'),
    Delete: method(({ scope, name }) => {
      const names = namesOf(scope);
      names.splice(names.indexOf(name), 1);
      scope.workbook.structureChanged();
    }, '1.4'),
  },
};
