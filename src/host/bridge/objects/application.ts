import { calculationSettings, changeCalculation } from '../../model/calculation';
import type { Workbook } from '../../model/workbook';
import { booleanOf, choiceOf, integerOf, isAbsent, numberOf } from '../arguments';
import type { ObjectType } from '../define';
import { method, navigation, property } from '../define';
import { cultureOf } from '../cultures';

const CALCULATION_MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;

export const applicationType: ObjectType<Workbook> = {
  name: 'Application',
  properties: {
    CalculationMode: property(
      (workbook) => calculationSettings(workbook).mode,
      (workbook, value, host) => {
        const mode = choiceOf(value, CALCULATION_MODES);
        changeCalculation(workbook, { mode });
        host.calculation.mode = mode === 'Manual' ? 'Manual' : 'Automatic';
      },
    ),
    CalculationState: property(() => 'Done', undefined, '1.9'),
    DecimalSeparator: property((workbook) => cultureOf(workbook.culture).decimalSeparator, undefined, '1.11'),
    ThousandsSeparator: property((workbook) => cultureOf(workbook.culture).groupSeparator, undefined, '1.11'),
    UseSystemSeparators: property(() => true, undefined, '1.11'),
  },
  objects: {
    CultureInfo: navigation(
      () => cultureInfoType,
      (workbook) => workbook,
      '1.11',
    ),
    IterativeCalculation: navigation(
      () => iterativeCalculationType,
      (workbook) => workbook,
      '1.9',
    ),
  },
  methods: {
    Calculate: method((_workbook, [type], host) => {
      const what = choiceOf(isAbsent(type) ? 'Recalculate' : type, ['Recalculate', 'Full', 'FullRebuild']);
      if (what === 'Recalculate') host.calculation.recalculate();
      else host.calculation.recalculateAll();
    }),
    SuspendApiCalculationUntilNextSync: method((_workbook, _args, host) => {
      host.application.calculationSuspended = true;
    }, '1.6'),
    SuspendScreenUpdatingUntilNextSync: method((_workbook, _args, host) => {
      host.application.screenUpdatingSuspended = true;
    }, '1.9'),
  },
};

export const cultureInfoType: ObjectType<Workbook> = {
  name: 'CultureInfo',
  properties: { Name: property((workbook) => workbook.culture) },
  objects: {
    NumberFormat: navigation(
      () => numberFormatInfoType,
      (workbook) => workbook,
    ),
    DatetimeFormat: navigation(
      () => datetimeFormatInfoType,
      (workbook) => workbook,
      '1.12',
    ),
  },
  methods: {},
};

const numberFormatInfoType: ObjectType<Workbook> = {
  name: 'NumberFormatInfo',
  properties: {
    NumberDecimalSeparator: property((workbook) => cultureOf(workbook.culture).decimalSeparator),
    NumberGroupSeparator: property((workbook) => cultureOf(workbook.culture).groupSeparator),
  },
  objects: {},
  methods: {},
};

const datetimeFormatInfoType: ObjectType<Workbook> = {
  name: 'DatetimeFormatInfo',
  properties: {
    DateSeparator: property((workbook) => cultureOf(workbook.culture).dateSeparator),
    TimeSeparator: property((workbook) => cultureOf(workbook.culture).timeSeparator),
    ShortDatePattern: property((workbook) => cultureOf(workbook.culture).shortDatePattern),
    LongDatePattern: property((workbook) => cultureOf(workbook.culture).longDatePattern),
    LongTimePattern: property((workbook) => cultureOf(workbook.culture).longTimePattern),
  },
  objects: {},
  methods: {},
};

const iterativeCalculationType: ObjectType<Workbook> = {
  name: 'IterativeCalculation',
  properties: {
    Enabled: property(
      (workbook) => calculationSettings(workbook).iterative,
      (workbook, value) => changeCalculation(workbook, { iterative: booleanOf(value) }),
    ),
    MaxIteration: property(
      (workbook) => calculationSettings(workbook).maxIteration,
      (workbook, value) => changeCalculation(workbook, { maxIteration: integerOf(value, 1, 32_767) }),
    ),
    MaxChange: property(
      (workbook) => calculationSettings(workbook).maxChange,
      (workbook, value) => changeCalculation(workbook, { maxChange: numberOf(value) }),
    ),
  },
  objects: {},
  methods: {},
};

export const runtimeType: ObjectType<Workbook> = {
  name: 'Runtime',
  properties: {
    EnableEvents: property(
      (_workbook, host) => host.events.enabled,
      (_workbook, value, host) => {
        host.events.enabled = booleanOf(value);
      },
      '1.8',
    ),
  },
  objects: {},
  methods: {},
};
