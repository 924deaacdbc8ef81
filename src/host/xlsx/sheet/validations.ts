import { areaAddress, parseAreas } from '../../model/address';
import type { DataValidation } from '../../model/workbook';
import { formulaFromFile, formulaToFile } from '../formulaText';
import { KeptXml } from '../keptXml';
import type { XmlElement } from '../xml/element';
import { child, children, descendants, flag } from '../xml/element';
import { patchElement } from '../xml/patch';
import { tag, textTag } from '../xml/write';
import { isoSerial } from './readCells';
import type { Section } from './section';

/** Kinds by the file's name. */
const KINDS: Readonly<Record<string, string>> = {
  whole: 'wholeNumber',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
};

/** Operators by the file's name; the object model's names. */
const OPERATORS: Readonly<Record<string, string>> = {
  between: 'Between',
  notBetween: 'NotBetween',
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  greaterThanOrEqual: 'GreaterThanOrEqualTo',
  lessThanOrEqual: 'LessThanOrEqualTo',
};

const EXTENSION = 'ext:{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}';

const kept = new KeptXml<DataValidation>(({ rule, ignoreBlanks, errorAlert, prompt }) => [
  rule,
  ignoreBlanks,
  errorAlert,
  prompt,
]);

/** Rules for what may be typed into cells; Excel 2010's extension for other sheets' lists included. */
export const validationsSection: Section = {
  name: 'validations',
  read({ root, text, sheet }) {
    for (const element of children(child(root, 'dataValidations'), 'dataValidation')) {
      const validation = readValidation(element, element.attributes['sqref'] ?? '');
      sheet.validations.push(validation);
      kept.remember(validation, text, element);
    }
    for (const list of descendants(child(root, 'extLst') ?? root, 'dataValidations').filter((e) => e.prefix !== ''))
      for (const element of children(list, 'dataValidation'))
        sheet.validations.push(readValidation(element, child(element, 'sqref')?.text ?? ''));
  },
  state: (sheet) => sheet.validations,
  write({ sheet }) {
    const items = sheet.validations
      .filter((validation) => validation.areas.length > 0)
      .map((validation) => {
        const sqref = validation.areas.map(areaAddress).join(' ');
        const origin = kept.find(validation);
        return origin ? patchElement(origin.source, origin.element, { sqref }) : writeValidation(validation, sqref);
      })
      .filter((xml) => xml !== '');
    const all = tag('dataValidations', { count: items.length }, items.join(''));
    // What other sheets' lists needed an extension for in 2010 is read by every Excel since in the plain place.
    return { dataValidations: items.length > 0 ? all : '', [EXTENSION]: '' };
  },
};

function readValidation(element: XmlElement, sqref: string): DataValidation {
  const { attributes } = element;
  const { type, operator, errorStyle, allowBlank } = attributes;
  const validation: DataValidation = {
    areas: parseAreas(sqref),
    rule: readRule(element, type ?? 'none', OPERATORS[operator ?? 'between'] ?? 'Between'),
    ignoreBlanks: flag(allowBlank),
  };
  const { errorTitle, error, promptTitle, prompt } = attributes;
  // A plain stop with Excel's own words is what a rule without an alert of its own shows.
  const isPlain = flag(attributes['showErrorMessage']) && !errorTitle && !error && (errorStyle ?? 'stop') === 'stop';
  if (!isPlain)
    validation.errorAlert = {
      title: errorTitle ?? '',
      message: error ?? '',
      style: errorStyle === 'warning' ? 'Warning' : errorStyle === 'information' ? 'Information' : 'Stop',
      showAlert: flag(attributes['showErrorMessage']),
    };
  if (promptTitle !== undefined || prompt !== undefined)
    validation.prompt = {
      title: promptTitle ?? '',
      message: prompt ?? '',
      showPrompt: flag(attributes['showInputMessage']),
    };
  return validation;
}

function readRule(element: XmlElement, type: string, operator: string): Record<string, unknown> {
  const formula1 = formulaText(child(element, 'formula1'));
  const formula2 = formulaText(child(element, 'formula2'));
  if (type === 'list')
    return { list: { inCellDropDown: !flag(element.attributes['showDropDown']), source: readListSource(formula1) } };
  if (type === 'custom') return { custom: { formula: `=${formula1}` } };
  const kind = KINDS[type];
  if (!kind) return {};
  return {
    [kind]: {
      formula1: readBound(formula1),
      ...(formula2 !== '' && { formula2: readBound(formula2) }),
      operator,
    },
  };
}

/** The formula of an element; the extension wraps it in another. */
function formulaText(element: XmlElement | undefined): string {
  return formulaFromFile((child(element, 'f') ?? element)?.text.trim() ?? '', undefined);
}

function readListSource(formula: string): string {
  const quoted = /^"((?:[^"]|"")*)"$/.exec(formula);
  return quoted ? (quoted[1] ?? '').replaceAll('""', '"') : `=${formula}`;
}

function readBound(formula: string): number | string {
  const number = Number(formula);
  return formula !== '' && Number.isFinite(number) ? number : `=${formula}`;
}

function writeValidation(validation: DataValidation, sqref: string): string {
  const [kind, value] = Object.entries(validation.rule).find(([, rule]) => rule !== undefined && rule !== null) ?? [];
  const details = (value ?? {}) as Record<string, unknown>;
  const type = Object.entries(KINDS).find(([, name]) => name === kind)?.[0] ?? kind;
  const operator = Object.entries(OPERATORS).find(([, name]) => name === details['operator'])?.[0];
  const { errorAlert, prompt } = validation;
  const formula1 =
    type === 'list' ? writeListSource(details['source']) : writeBound(details['formula1'] ?? details['formula'], type);
  const formula2 = operator === 'between' || operator === 'notBetween' ? writeBound(details['formula2'], type) : '';
  if (type === undefined && !prompt) return '';
  return tag(
    'dataValidation',
    {
      type,
      errorStyle: errorAlert && errorAlert.style !== 'Stop' ? errorAlert.style.toLowerCase() : undefined,
      operator: operator === 'between' ? undefined : operator,
      allowBlank: validation.ignoreBlanks,
      showDropDown: type === 'list' && details['inCellDropDown'] === false,
      showInputMessage: prompt ? prompt.showPrompt : false,
      // Excel shows its standard alert when nothing else was said.
      showErrorMessage: errorAlert ? errorAlert.showAlert : true,
      errorTitle: errorAlert?.title || undefined,
      error: errorAlert?.message || undefined,
      promptTitle: prompt?.title || undefined,
      prompt: prompt?.message || undefined,
      sqref,
    },
    (formula1 ? textTag('formula1', formula1) : '') + (formula2 ? textTag('formula2', formula2) : ''),
  );
}

/** A list is a formula ('=Lists!$A$1:$A$9') or the items themselves ('a,b,c'). */
function writeListSource(source: unknown): string {
  const text = String(source ?? '');
  return text.startsWith('=') ? formulaToFile(text.slice(1), undefined) : `"${text.replaceAll('"', '""')}"`;
}

function writeBound(value: unknown, type: string | undefined): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'number') return String(value);
  const text = String(value);
  if (text.startsWith('=')) return formulaToFile(text.slice(1), undefined);
  const serial = type === 'date' || type === 'time' ? isoSerial(text, 1900) : undefined;
  return serial === undefined ? text : String(serial);
}
