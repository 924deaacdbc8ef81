import { cellAddress } from '../../../model/address';
import type { ConditionalFormat } from '../../../model/workbook';
import { formulaToFile } from '../../formulaText';
import { X14_NS } from '../../names';
import { colorValue } from '../../styles/color';
import { tag, textTag } from '../../xml/write';
import type { Attributes } from '../../xml/write';
import {
  AVERAGES,
  BOUNDS,
  CELL_OPERATORS,
  fileWord,
  iconSetFileName,
  PLAIN_CRITERIA,
  TEXT_OPERATORS,
  TEXT_RULES,
  TIME_PERIODS,
} from './names';

/** A cfRule for the sheet, and for data bars the details of Excel 2010's extension. */
export interface RuleXml {
  readonly rule: string;
  readonly extension?: string;
}

/**
 * Writes one rule.
 *
 * @param dxfId number of its differential format, if it has one.
 * @param id '{GUID}' that ties a data bar to its extension.
 */
export function writeRule(format: ConditionalFormat, dxfId: number | undefined, id: string): RuleXml {
  const common = { dxfId, priority: format.priority, stopIfTrue: format.stopIfTrue };
  const { rule } = format;
  const make = (type: string, attributes: Attributes, inner: string): RuleXml => ({
    rule: tag('cfRule', { type, ...common, ...attributes }, inner),
  });
  switch (format.kind) {
    case 'custom':
      return make('expression', {}, formula(rule['formula']));
    case 'cellValue':
      return make(
        'cellIs',
        { operator: fileWord(CELL_OPERATORS, rule['operator']) ?? 'equal' },
        formula(rule['formula1']) + (rule['formula2'] === undefined ? '' : formula(rule['formula2'])),
      );
    case 'containsText':
      return writeTextRule(format, make);
    case 'topBottom': {
      const type = String(rule['type'] ?? 'TopItems');
      const attributes = { percent: type.endsWith('Percent'), bottom: type.startsWith('Bottom') };
      return make('top10', { ...attributes, rank: Number(rule['rank'] ?? 10) }, '');
    }
    case 'presetCriteria':
      return writeCriterion(format, make);
    case 'colorScale':
      return make('colorScale', { dxfId: undefined }, writeColorScale(rule));
    case 'iconSet':
      return make('iconSet', { dxfId: undefined }, writeIconSet(rule));
    case 'dataBar':
      return writeDataBar(format, make, id);
  }
}

type Make = (type: string, attributes: Attributes, inner: string) => RuleXml;

function formula(text: unknown): string {
  return textTag('formula', formulaToFile(String(text ?? '').replace(/^=/, ''), undefined));
}

/** First cell of the rule's area: Excel's own formulas for ready-made rules refer to it. */
function firstCell(format: ConditionalFormat): string {
  const area = format.areas[0];
  return area ? cellAddress(area.top, area.left) : 'A1';
}

function writeTextRule(format: ConditionalFormat, make: Make): RuleXml {
  const text = String(format.rule['text'] ?? '');
  const type = fileWord(TEXT_RULES, format.rule['operator']) ?? 'containsText';
  const quoted = `"${text.replaceAll('"', '""')}"`;
  const cell = firstCell(format);
  const tests: Readonly<Record<string, string>> = {
    containsText: `NOT(ISERROR(SEARCH(${quoted},${cell})))`,
    notContainsText: `ISERROR(SEARCH(${quoted},${cell}))`,
    beginsWith: `LEFT(${cell},LEN(${quoted}))=${quoted}`,
    endsWith: `RIGHT(${cell},LEN(${quoted}))=${quoted}`,
  };
  return make(type, { operator: TEXT_OPERATORS[type], text }, formula(tests[type]));
}

function writeCriterion(format: ConditionalFormat, make: Make): RuleXml {
  const criterion = String(format.rule['criterion'] ?? 'Blanks');
  const cell = firstCell(format);
  const average = AVERAGES[criterion];
  if (average)
    return make(
      'aboveAverage',
      {
        aboveAverage: average.above ? undefined : '0',
        equalAverage: average.equal,
        stdDev: average.deviations || undefined,
      },
      '',
    );
  const period = fileWord(TIME_PERIODS, criterion);
  if (period) return make('timePeriod', { timePeriod: period }, formula(periodTest(period, cell)));
  const type = fileWord(PLAIN_CRITERIA, criterion) ?? criterion;
  const tests: Readonly<Record<string, string>> = {
    containsBlanks: `LEN(TRIM(${cell}))=0`,
    notContainsBlanks: `LEN(TRIM(${cell}))>0`,
    containsErrors: `ISERROR(${cell})`,
    notContainsErrors: `NOT(ISERROR(${cell}))`,
  };
  return make(type, {}, tests[type] ? formula(tests[type]) : '');
}

function periodTest(period: string, cell: string): string {
  const day = `FLOOR(${cell},1)`;
  const week = `ROUNDDOWN(${cell},0)-TODAY()`;
  const month = (shift: number): string =>
    `AND(MONTH(${cell})=MONTH(EDATE(TODAY(),${shift})),YEAR(${cell})=YEAR(EDATE(TODAY(),${shift})))`;
  const tests: Readonly<Record<string, string>> = {
    yesterday: `${day}=TODAY()-1`,
    today: `${day}=TODAY()`,
    tomorrow: `${day}=TODAY()+1`,
    last7Days: `AND(TODAY()-${day}<=6,${day}<=TODAY())`,
    lastWeek: `AND(TODAY()-ROUNDDOWN(${cell},0)>=(WEEKDAY(TODAY())),TODAY()-ROUNDDOWN(${cell},0)<(WEEKDAY(TODAY())+7))`,
    thisWeek: `AND(TODAY()-ROUNDDOWN(${cell},0)<=WEEKDAY(TODAY())-1,${week}<=7-WEEKDAY(TODAY()))`,
    nextWeek: `AND(${week}>(7-WEEKDAY(TODAY())),${week}<(15-WEEKDAY(TODAY())))`,
    lastMonth: month(-1),
    thisMonth: month(0),
    nextMonth: month(1),
  };
  return tests[period] ?? `${day}=TODAY()`;
}

/** A bound in the plain place: what is automatic in the extension is the least or the most there. */
function bound(rule: unknown, end: 'min' | 'max', attributes: Attributes = {}): string {
  const { type, formula: value } = (rule ?? {}) as { type?: unknown; formula?: unknown };
  const word = type === undefined || type === 'Automatic' ? end : (fileWord(BOUNDS, type) ?? end);
  const val = word === 'min' || word === 'max' ? undefined : String(value ?? '0').replace(/^=/, '');
  return tag('cfvo', { type: word, val, ...attributes });
}

function writeColorScale(rule: Readonly<Record<string, unknown>>): string {
  const criteria = (rule['criteria'] ?? {}) as Record<string, { color?: string } | undefined>;
  const { minimum, midpoint, maximum } = criteria;
  const ends = [minimum, ...(midpoint ? [midpoint] : []), maximum];
  const bounds = bound(minimum, 'min') + (midpoint ? bound(midpoint, 'max') : '') + bound(maximum, 'max');
  const colors = ends.map((end) => tag('color', { rgb: colorValue(end?.color ?? '#FFFFFF') })).join('');
  return tag('colorScale', {}, bounds + colors);
}

function writeIconSet(rule: Readonly<Record<string, unknown>>): string {
  const criteria = (rule['criteria'] ?? []) as readonly Record<string, unknown>[];
  const name = iconSetFileName(String(rule['style'] ?? 'ThreeTrafficLights1'));
  const count = Number(name[0]) || 3;
  // Without criteria the values are cut into equal parts, as Excel proposes.
  const wanted =
    criteria.length === count
      ? criteria
      : Array.from({ length: count }, (_, i) => ({ type: 'Percent', formula: String(Math.round((100 / count) * i)) }));
  const bounds = wanted.map((criterion, i) => {
    const first = i === 0 ? { type: 'Percent', formula: '0' } : criterion;
    const strict = (criterion as Record<string, unknown>)['operator'] === 'GreaterThan';
    return bound(first, 'min', { gte: strict && i > 0 ? '0' : undefined });
  });
  const attributes = {
    iconSet: name === '3TrafficLights1' ? undefined : name,
    showValue: rule['showIconOnly'] === true ? '0' : undefined,
    reverse: rule['reverseIconOrder'] === true,
  };
  return tag('iconSet', attributes, bounds.join(''));
}

interface BarFormat {
  fillColor?: string;
  borderColor?: string;
  gradientFill?: boolean;
  matchPositiveFillColor?: boolean;
  matchPositiveBorderColor?: boolean;
}

function writeDataBar(format: ConditionalFormat, make: Make, id: string): RuleXml {
  const { rule } = format;
  const positive = (rule['positiveFormat'] ?? {}) as BarFormat;
  const fill = positive.fillColor ?? '#638EC6';
  const bar = tag(
    'dataBar',
    { showValue: rule['showDataBarOnly'] === true ? '0' : undefined },
    bound(rule['lowerBoundRule'], 'min') +
      bound(rule['upperBoundRule'], 'max') +
      tag('color', { rgb: colorValue(fill) }),
  );
  const link = tag(
    'extLst',
    {},
    tag('ext', { 'xmlns:x14': X14_NS, uri: '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}' }, textTag('x14:id', id)),
  );
  return { ...make('dataBar', { dxfId: undefined }, bar + link), extension: writeBarExtension(rule, positive, id) };
}

function writeBarExtension(rule: Readonly<Record<string, unknown>>, positive: BarFormat, id: string): string {
  const negative = (rule['negativeFormat'] ?? {}) as BarFormat;
  const color = (name: string, value: string | undefined): string =>
    value ? tag(`x14:${name}`, { rgb: colorValue(value) }) : '';
  const sameFill = negative.matchPositiveFillColor === true;
  const sameBorder = negative.matchPositiveBorderColor !== false && !negative.borderColor;
  const axis = { None: 'none', CellMidPoint: 'middle' }[String(rule['axisFormat'])];
  const direction = { LeftToRight: 'leftToRight', RightToLeft: 'rightToLeft' }[String(rule['barDirection'])];
  const inner =
    extensionBound(rule['lowerBoundRule'], 'autoMin') +
    extensionBound(rule['upperBoundRule'], 'autoMax') +
    color('borderColor', positive.borderColor) +
    (sameFill ? '' : color('negativeFillColor', negative.fillColor ?? '#FF0000')) +
    (sameBorder || !positive.borderColor ? '' : color('negativeBorderColor', negative.borderColor ?? '#FF0000')) +
    (axis === 'none' ? '' : color('axisColor', String(rule['axisColor'] ?? '#000000')));
  const bar = tag(
    'x14:dataBar',
    {
      minLength: 0,
      maxLength: 100,
      border: Boolean(positive.borderColor),
      gradient: positive.gradientFill === false ? '0' : undefined,
      direction,
      negativeBarColorSameAsPositive: sameFill,
      negativeBarBorderColorSameAsPositive: sameBorder ? undefined : '0',
      axisPosition: axis,
    },
    inner,
  );
  return tag('x14:cfRule', { type: 'dataBar', id }, bar);
}

function extensionBound(rule: unknown, automatic: 'autoMin' | 'autoMax'): string {
  const { type, formula: value } = (rule ?? {}) as { type?: unknown; formula?: unknown };
  const word = type === undefined || type === 'Automatic' ? automatic : (fileWord(BOUNDS, type) ?? automatic);
  const hasValue = !['autoMin', 'autoMax', 'min', 'max'].includes(word);
  return tag('x14:cfvo', { type: word }, hasValue ? textTag('xm:f', String(value ?? '0').replace(/^=/, '')) : '');
}
