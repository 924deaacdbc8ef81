import type { ConditionalFormat } from '../../model/workbook';
import { booleanOf, choiceOf, colorOf, isAbsent, objectOf, textOf } from '../arguments';
import type { ObjectType, Property } from '../define';
import { method, navigation, property } from '../define';
import { fail } from '../errors';
import { isFormula } from '../entry';
import { isObject } from '../wire';
import type { ConditionalTarget } from './conditionalFormats';

/** A member of the rule that is stored as it was given, after a check. */
function rule(key: string, read: (value: unknown) => unknown, otherwise: unknown = null): Property<ConditionalTarget> {
  return property(
    ({ format }) => format.rule[key] ?? otherwise,
    ({ format }, value) => {
      format.rule[key] = read(value);
    },
  );
}

/** A formula with '=', as rules hold it. */
function formulaOf(value: unknown): string {
  const text = textOf(value);
  const formula = text.replace(/^=/, '');
  return isFormula(formula) ? `=${formula}` : fail('InvalidArgument');
}

const formatObject = navigation(
  () => conditionalRangeFormatType,
  (target: ConditionalTarget) => target,
);
const formula = property<ConditionalTarget>(
  ({ format }) => format.rule.formula ?? '',
  ({ format }, value) => {
    format.rule.formula = formulaOf(value);
  },
);

export const customType: ObjectType<ConditionalTarget> = {
  name: 'CustomConditionalFormat',
  properties: {},
  objects: {
    Format: formatObject,
    Rule: navigation(
      () => customRuleType,
      (target) => target,
    ),
  },
  methods: {},
};

const customRuleType: ObjectType<ConditionalTarget> = {
  name: 'ConditionalFormatRule',
  properties: { Formula: formula, FormulaLocal: formula },
  objects: {},
  methods: {},
};

const COMPARISONS = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqual',
  'LessThanOrEqual',
] as const;

/** The whole rule is one property: { formula1, formula2, operator } and the like. */
function wholeRule(check: (value: Record<string, unknown>) => void): Property<ConditionalTarget> {
  return property(
    ({ format }) => format.rule,
    ({ format }, value) => {
      const given = Object.fromEntries(Object.entries(objectOf(value)).filter(([, part]) => !isAbsent(part)));
      check(given);
      format.rule = given;
    },
  );
}

export const cellValueType: ObjectType<ConditionalTarget> = {
  name: 'CellValueConditionalFormat',
  properties: {
    Rule: wholeRule((given) => {
      const operator = choiceOf(given.operator, COMPARISONS);
      textOf(given.formula1);
      if (operator === 'Between' || operator === 'NotBetween') textOf(given.formula2);
    }),
  },
  objects: { Format: formatObject },
  methods: {},
};

export const textComparisonType: ObjectType<ConditionalTarget> = {
  name: 'TextConditionalFormat',
  properties: {
    Rule: wholeRule((given) => {
      choiceOf(given.operator, ['Contains', 'NotContains', 'BeginsWith', 'EndsWith']);
      textOf(given.text);
    }),
  },
  objects: { Format: formatObject },
  methods: {},
};

export const topBottomType: ObjectType<ConditionalTarget> = {
  name: 'TopBottomConditionalFormat',
  properties: {
    Rule: wholeRule((given) => {
      choiceOf(given.type, ['TopItems', 'TopPercent', 'BottomItems', 'BottomPercent']);
      if (typeof given.rank !== 'number' || given.rank < 1) fail('InvalidArgument');
    }),
  },
  objects: { Format: formatObject },
  methods: {},
};

export const presetType: ObjectType<ConditionalTarget> = {
  name: 'PresetCriteriaConditionalFormat',
  properties: { Rule: wholeRule((given) => void textOf(given.criterion)) },
  objects: { Format: formatObject },
  methods: {},
};

const BOUND_TYPES = ['Automatic', 'LowestValue', 'HighestValue', 'Number', 'Percent', 'Formula', 'Percentile'] as const;

function boundOf(value: unknown): unknown {
  const { type, formula: text } = objectOf(value);
  return { type: choiceOf(type, BOUND_TYPES), ...(!isAbsent(text) && { formula: textOf(text) }) };
}

/** Members of an object within the rule: `positiveFormat.fillColor`. */
function ruleIn(
  part: string,
  key: string,
  read: (value: unknown) => unknown,
  otherwise: unknown,
): Property<ConditionalTarget> {
  const partOf = (format: ConditionalFormat) => {
    const known = format.rule[part];
    return isObject(known) ? known : {};
  };
  return property(
    ({ format }) => partOf(format)[key] ?? otherwise,
    ({ format }, value) => {
      format.rule[part] = { ...partOf(format), [key]: read(value) };
    },
  );
}

/** Excel's own blue of new data bars, and the red of their negative part. */
const BAR_COLOR = '#638EC6';
const NEGATIVE_BAR_COLOR = '#FF0000';

export const dataBarType: ObjectType<ConditionalTarget> = {
  name: 'DataBarConditionalFormat',
  properties: {
    ShowDataBarOnly: rule('showDataBarOnly', booleanOf, false),
    BarDirection: rule(
      'barDirection',
      (value) => choiceOf(value, ['Context', 'LeftToRight', 'RightToLeft']),
      'Context',
    ),
    AxisFormat: rule('axisFormat', (value) => choiceOf(value, ['Automatic', 'None', 'CellMidPoint']), 'Automatic'),
    AxisColor: rule('axisColor', colorOf, '#000000'),
    LowerBoundRule: rule('lowerBoundRule', boundOf, { type: 'Automatic' }),
    UpperBoundRule: rule('upperBoundRule', boundOf, { type: 'Automatic' }),
  },
  objects: {
    PositiveFormat: navigation(
      () => positiveBarType,
      (target) => target,
    ),
    NegativeFormat: navigation(
      () => negativeBarType,
      (target) => target,
    ),
  },
  methods: {},
};

/** '' takes the border away. */
const borderColorOf = (value: unknown) => (value === '' ? '' : colorOf(value));

const positiveBarType: ObjectType<ConditionalTarget> = {
  name: 'ConditionalDataBarPositiveFormat',
  properties: {
    FillColor: ruleIn('positiveFormat', 'fillColor', colorOf, BAR_COLOR),
    GradientFill: ruleIn('positiveFormat', 'gradientFill', booleanOf, true),
    BorderColor: ruleIn('positiveFormat', 'borderColor', borderColorOf, ''),
  },
  objects: {},
  methods: {},
};

const negativeBarType: ObjectType<ConditionalTarget> = {
  name: 'ConditionalDataBarNegativeFormat',
  properties: {
    FillColor: ruleIn('negativeFormat', 'fillColor', colorOf, NEGATIVE_BAR_COLOR),
    MatchPositiveFillColor: ruleIn('negativeFormat', 'matchPositiveFillColor', booleanOf, false),
    BorderColor: ruleIn('negativeFormat', 'borderColor', borderColorOf, ''),
    MatchPositiveBorderColor: ruleIn('negativeFormat', 'matchPositiveBorderColor', booleanOf, false),
  },
  objects: {},
  methods: {},
};

function criterionOf(value: unknown): unknown {
  const { type, color, formula: text } = objectOf(value);
  return {
    type: choiceOf(type, ['LowestValue', 'HighestValue', 'Number', 'Percent', 'Formula', 'Percentile']),
    ...(!isAbsent(color) && { color: colorOf(color) }),
    ...(!isAbsent(text) && { formula: textOf(text) }),
  };
}

function criteriaOf(value: unknown): unknown {
  const { minimum, midpoint, maximum } = objectOf(value);
  return {
    minimum: criterionOf(minimum),
    ...(!isAbsent(midpoint) && { midpoint: criterionOf(midpoint) }),
    maximum: criterionOf(maximum),
  };
}

export const colorScaleType: ObjectType<ConditionalTarget> = {
  name: 'ColorScaleConditionalFormat',
  properties: {
    Criteria: rule('criteria', criteriaOf),
    ThreeColorScale: property(({ format }) => isObject(format.rule.criteria) && 'midpoint' in format.rule.criteria),
  },
  objects: {},
  methods: {},
};

export const iconSetType: ObjectType<ConditionalTarget> = {
  name: 'IconSetConditionalFormat',
  properties: {
    Style: rule('style', textOf, 'ThreeTrafficLights1'),
    ReverseIconOrder: rule('reverseIconOrder', booleanOf, false),
    ShowIconOnly: rule('showIconOnly', booleanOf, false),
    Criteria: rule('criteria', (value) => (Array.isArray(value) ? (value as unknown[]) : fail('InvalidArgument')), []),
  },
  objects: {},
  methods: {},
};

const conditionalRangeFormatType: ObjectType<ConditionalTarget> = {
  name: 'ConditionalRangeFormat',
  properties: {
    NumberFormat: property(
      ({ format }) => format.format.numberFormat ?? '',
      ({ format }, value) => {
        format.format.numberFormat = textOf(value);
      },
    ),
  },
  objects: {
    Fill: navigation(
      () => conditionalFillType,
      (target) => target,
    ),
    Font: navigation(
      () => conditionalFontType,
      (target) => target,
    ),
  },
  methods: {},
};

/** Colours of a differential format; '' where none is set. */
const color = (key: 'fontColor' | 'fillColor'): Property<ConditionalTarget> =>
  property(
    ({ format }) => format.format[key] ?? '',
    ({ format }, value) => {
      if (value === '') delete format.format[key];
      else format.format[key] = colorOf(value);
    },
  );

const flag = (key: 'bold' | 'italic' | 'strikethrough'): Property<ConditionalTarget> =>
  property(
    ({ format }) => format.format[key] ?? null,
    ({ format }, value) => {
      format.format[key] = booleanOf(value);
    },
  );

const conditionalFillType: ObjectType<ConditionalTarget> = {
  name: 'ConditionalRangeFill',
  properties: { Color: color('fillColor') },
  objects: {},
  methods: { Clear: method(({ format }) => void delete format.format.fillColor) },
};

const conditionalFontType: ObjectType<ConditionalTarget> = {
  name: 'ConditionalRangeFont',
  properties: {
    Color: color('fontColor'),
    Bold: flag('bold'),
    Italic: flag('italic'),
    Strikethrough: flag('strikethrough'),
    Underline: property(
      ({ format }) => (format.format.underline ? 'Single' : 'None'),
      ({ format }, value) => {
        format.format.underline = choiceOf(value, ['None', 'Single']) === 'Single';
      },
    ),
  },
  objects: {},
  methods: {
    Clear: method(({ format }) => {
      delete format.format.fontColor;
      delete format.format.bold;
      delete format.format.italic;
      delete format.format.underline;
      delete format.format.strikethrough;
    }),
  },
};
