/** Words of conditional formats: the file's on the left, the object model's on the right. */

/** Kinds of bounds of bars, scales and icons. */
export const BOUNDS: Readonly<Record<string, string>> = {
  min: 'LowestValue',
  max: 'HighestValue',
  num: 'Number',
  percent: 'Percent',
  percentile: 'Percentile',
  formula: 'Formula',
  autoMin: 'Automatic',
  autoMax: 'Automatic',
};

/** Operators of cell rules; validations say EqualTo at the end of the last two (Excel.DataValidationOperator). */
export const CELL_OPERATORS: Readonly<Record<string, string>> = {
  between: 'Between',
  notBetween: 'NotBetween',
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  greaterThanOrEqual: 'GreaterThanOrEqual',
  lessThanOrEqual: 'LessThanOrEqual',
};

export const TEXT_RULES: Readonly<Record<string, string>> = {
  containsText: 'Contains',
  notContainsText: 'NotContains',
  beginsWith: 'BeginsWith',
  endsWith: 'EndsWith',
};

/** Operators of text rules in the file's attribute `operator`. */
export const TEXT_OPERATORS: Readonly<Record<string, string>> = {
  containsText: 'containsText',
  notContainsText: 'notContains',
  beginsWith: 'beginsWith',
  endsWith: 'endsWith',
};

/** Rules without an argument, by type. */
export const PLAIN_CRITERIA: Readonly<Record<string, string>> = {
  duplicateValues: 'DuplicateValues',
  uniqueValues: 'UniqueValues',
  containsBlanks: 'Blanks',
  notContainsBlanks: 'NonBlanks',
  containsErrors: 'Errors',
  notContainsErrors: 'NonErrors',
};

export const TIME_PERIODS: Readonly<Record<string, string>> = {
  yesterday: 'Yesterday',
  today: 'Today',
  tomorrow: 'Tomorrow',
  last7Days: 'LastSevenDays',
  lastWeek: 'LastWeek',
  thisWeek: 'ThisWeek',
  nextWeek: 'NextWeek',
  lastMonth: 'LastMonth',
  thisMonth: 'ThisMonth',
  nextMonth: 'NextMonth',
};

/** Attributes of aboveAverage rules by the object model's criterion. */
export const AVERAGES: Readonly<Record<string, { above: boolean; equal: boolean; deviations: number }>> = {
  AboveAverage: { above: true, equal: false, deviations: 0 },
  BelowAverage: { above: false, equal: false, deviations: 0 },
  EqualOrAboveAverage: { above: true, equal: true, deviations: 0 },
  EqualOrBelowAverage: { above: false, equal: true, deviations: 0 },
  OneStdDevAboveAverage: { above: true, equal: false, deviations: 1 },
  OneStdDevBelowAverage: { above: false, equal: false, deviations: 1 },
  TwoStdDevAboveAverage: { above: true, equal: false, deviations: 2 },
  TwoStdDevBelowAverage: { above: false, equal: false, deviations: 2 },
  ThreeStdDevAboveAverage: { above: true, equal: false, deviations: 3 },
  ThreeStdDevBelowAverage: { above: false, equal: false, deviations: 3 },
};

const COUNTS: Readonly<Record<string, string>> = { '3': 'Three', '4': 'Four', '5': 'Five' };

/** @example iconSetName('3TrafficLights1') //=> 'ThreeTrafficLights1' */
export function iconSetName(file: string): string {
  return file.replace(/^[345]/, (digit) => COUNTS[digit] ?? digit);
}

/** @example iconSetFileName('ThreeTrafficLights1') //=> '3TrafficLights1' */
export function iconSetFileName(name: string): string {
  for (const [digit, word] of Object.entries(COUNTS)) if (name.startsWith(word)) return digit + name.slice(word.length);
  return name;
}

/** The file's word for one of the object model's. */
export function fileWord(words: Readonly<Record<string, string>>, wanted: unknown): string | undefined {
  return Object.entries(words).find(([, word]) => word === wanted)?.[0];
}
