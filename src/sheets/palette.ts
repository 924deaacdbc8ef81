import type { NumberFormatName, StyleName } from './spec';

/** How a cell of one role looks: everything but its number format. Colours are '#RRGGBB'. */
export interface CellLook {
  readonly font: {
    readonly name: string;
    /** Points. */
    readonly size: number;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly underline: boolean;
    readonly color: string;
  };
  /** Absent: no fill. */
  readonly fill?: string;
  readonly borders?: Readonly<Partial<Record<'top' | 'bottom', BorderLook>>>;
  /** Absent: text left, numbers right, as Excel does. */
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly wrap: boolean;
  /** Steps of indentation from the left, 0 or more. */
  readonly indent: number;
}

export interface BorderLook {
  readonly weight: 'thin' | 'medium';
  readonly color: string;
}

/** The few colours of every output: one accent, inks, rules, and a traffic light that stays legible in black and white print. */
export const COLORS = {
  accent: '#0F5C6E',
  accentSoft: '#E6F0F2',
  ink: '#1F2933',
  muted: '#667380',
  rule: '#C9D1D8',
  ruleSoft: '#E4E8EC',
  decisionInk: '#1F4E9E',
  decisionFill: '#FFF8E1',
  good: '#1D6B3A',
  goodFill: '#E2F2E6',
  warn: '#7A5200',
  warnFill: '#FFEFC7',
  bad: '#9C1C1C',
  badFill: '#FBE0DE',
  /** Series of charts, in order: accent first, then what is set against it. */
  chartMain: '#0F5C6E',
  chartSecond: '#E09F3E',
  chartThird: '#8FB8C2',
  chartAlarm: '#B23A3A',
} as const;

/** Tab colours by what a sheet is for: what to decide on, the plan itself, what backs it up. */
export const TAB_COLORS = { decide: '#E09F3E', plan: '#0F5C6E', control: '#8A97A3' } as const;

const FONT_NAME = 'Calibri';

/** The table style that goes with the palette: a header rule and light bands, no heavy fill. */
export const TABLE_STYLE = 'TableStyleLight1';

interface LookChange {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly borders?: CellLook['borders'];
  readonly horizontal?: CellLook['horizontal'];
  readonly vertical?: CellLook['vertical'];
  readonly wrap?: boolean;
  readonly indent?: number;
}

/** The plain look with some of it changed. */
function look(change: LookChange = {}): CellLook {
  return {
    font: {
      name: FONT_NAME,
      size: change.size ?? 10,
      bold: change.bold ?? false,
      italic: change.italic ?? false,
      underline: change.underline ?? false,
      color: change.color ?? COLORS.ink,
    },
    ...(change.fill === undefined ? {} : { fill: change.fill }),
    ...(change.borders === undefined ? {} : { borders: change.borders }),
    ...(change.horizontal === undefined ? {} : { horizontal: change.horizontal }),
    vertical: change.vertical ?? 'center',
    wrap: change.wrap ?? false,
    indent: change.indent ?? 0,
  };
}

const HEADER_RULE = { bottom: { weight: 'thin', color: COLORS.accent } } as const;
const ROW_RULE = { bottom: { weight: 'thin', color: COLORS.ruleSoft } } as const;

/** The look of every role; a sheet never sets a font or colour of its own. */
export const LOOKS: Readonly<Record<StyleName, CellLook>> = {
  title: look({ size: 18, bold: true, color: COLORS.accent }),
  subtitle: look({ size: 11, color: COLORS.muted }),
  hint: look({ size: 10, italic: true, color: COLORS.accent }),
  sectionHeader: look({
    size: 12,
    bold: true,
    color: COLORS.accent,
    borders: { bottom: { weight: 'medium', color: COLORS.accent } },
  }),
  columnHeader: look({ bold: true, fill: COLORS.accentSoft, color: COLORS.accent, borders: HEADER_RULE, wrap: true }),
  rowHeader: look({ bold: true, borders: ROW_RULE }),
  rowDetail: look({ indent: 1, borders: ROW_RULE }),
  text: look({ borders: ROW_RULE }),
  wrapped: look({ borders: ROW_RULE, wrap: true, vertical: 'top' }),
  decision: look({ color: COLORS.decisionInk, fill: COLORS.decisionFill, borders: ROW_RULE }),
  parameter: look({ color: COLORS.decisionInk, borders: ROW_RULE }),
  result: look({ borders: ROW_RULE }),
  subtotal: look({ bold: true, borders: { top: { weight: 'thin', color: COLORS.rule } } }),
  total: look({ bold: true, borders: { top: { weight: 'thin', color: COLORS.accent } } }),
  good: look({ bold: true, color: COLORS.good, fill: COLORS.goodFill, horizontal: 'center' }),
  bad: look({ bold: true, color: COLORS.bad, fill: COLORS.badFill, horizontal: 'center' }),
  muted: look({ color: COLORS.muted, borders: ROW_RULE }),
  keyFigure: look({ size: 12, bold: true, borders: ROW_RULE }),
  keyLabel: look({ borders: ROW_RULE }),
  blockHeader: look({ size: 11, bold: true, color: COLORS.accent, fill: COLORS.accentSoft }),
  period: look({ bold: true, fill: COLORS.accentSoft, color: COLORS.accent, horizontal: 'right' }),
  periodDetail: look({ size: 9, color: COLORS.muted, horizontal: 'right', borders: HEADER_RULE }),
  link: look({ underline: true, color: COLORS.accent, borders: ROW_RULE }),
};

/** What a conditional format changes: font and fill. */
export const CONDITIONAL_LOOKS: Readonly<
  Record<'bad' | 'warn' | 'good' | 'load', { readonly color: string; readonly fill: string; readonly bold: boolean }>
> = {
  bad: { color: COLORS.bad, fill: COLORS.badFill, bold: true },
  warn: { color: COLORS.warn, fill: COLORS.warnFill, bold: false },
  good: { color: COLORS.good, fill: COLORS.goodFill, bold: false },
  load: { color: COLORS.ink, fill: COLORS.accentSoft, bold: false },
};

/** Symbols of the currencies people here plan in; any other is written as its ISO code. */
const SYMBOLS: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', USD: '$', CHF: 'CHF', JPY: '¥' };

/**
 * The Excel number format code of a role, en-US notation. Zeros read as a dash, so that what is there stands out;
 * dates name the month, so that no reader takes the day for it.
 *
 * @param currency ISO code of Settings, 'EUR'.
 * @example numberFormatCode('money', 'EUR') //=> '#,##0 "€";-#,##0 "€";"–"'
 */
export function numberFormatCode(name: NumberFormatName, currency: string): string {
  return name === 'money' || name === 'price'
    ? moneyCode(name === 'money' ? '#,##0' : '#,##0.00', currency)
    : CODES[name];
}

function moneyCode(digits: string, currency: string): string {
  const symbol = (SYMBOLS[currency] ?? currency).replaceAll('"', '');
  return currency === 'USD' || currency === 'GBP'
    ? `"${symbol}"${digits};-"${symbol}"${digits};"–"`
    : `${digits} "${symbol}";-${digits} "${symbol}";"–"`;
}

const CODES: Readonly<Record<Exclude<NumberFormatName, 'money' | 'price'>, string>> = {
  integer: '0',
  quantity: '#,##0;-#,##0;"–"',
  decimal1: '#,##0.0;-#,##0.0;"–"',
  decimal2: '#,##0.00;-#,##0.00;"–"',
  percent: '0%',
  percent1: '0.0%',
  hours: '#,##0.0;-#,##0.0;"–"',
  date: 'dd mmm yyyy',
  dayMonth: 'dd mmm',
  dateTime: 'dd mmm yyyy hh:mm',
  text: '@',
  general: 'General',
  factor: '0.00"×"',
  check: '#,##0.00;-#,##0.00;0',
};
