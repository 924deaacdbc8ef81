import type { NumberFormatName, StyleName } from './spec';

/** How a cell of one role looks: everything but its number format. Colours are '#RRGGBB'; words are Excel's own. */
export interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Points. */
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly borders?: readonly BorderLook[];
  /** Absent: text left, numbers right, as Excel does. */
  readonly horizontal?: 'Left' | 'Center' | 'Right';
  readonly vertical?: 'Top' | 'Center' | 'Bottom';
  readonly wrap?: boolean;
  /** Steps of indentation from the left. */
  readonly indent?: number;
}

export interface BorderLook {
  /** InsideHorizontal: between the rows of a region of several. */
  readonly side: 'EdgeTop' | 'EdgeBottom' | 'InsideHorizontal';
  readonly weight: 'Thin' | 'Medium';
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
export const TAB_COLORS = { decide: '#E09F3E', plan: '#0F5C6E', control: '#8A97A3', empty: '#D5DBE0' } as const;

/** The table style that goes with the palette: a header rule and light bands, no heavy fill. */
export const TABLE_STYLE = 'TableStyleLight1';

/** The plain look with some of it changed. */
function look(change: CellLook = {}): CellLook {
  return { size: 10, color: COLORS.ink, vertical: 'Center', ...change };
}

const HEADER_RULE: readonly BorderLook[] = [{ side: 'EdgeBottom', weight: 'Thin', color: COLORS.accent }];
const ROW_RULE: readonly BorderLook[] = [
  { side: 'EdgeBottom', weight: 'Thin', color: COLORS.ruleSoft },
  { side: 'InsideHorizontal', weight: 'Thin', color: COLORS.ruleSoft },
];

/** A sheet never sets a font or colour of its own. */
const LOOKS: Readonly<Record<StyleName, CellLook>> = {
  title: look({ size: 18, bold: true, color: COLORS.accent }),
  subtitle: look({ size: 11, color: COLORS.muted }),
  hint: look({ size: 10, italic: true, color: COLORS.accent }),
  sectionHeader: look({
    size: 12,
    bold: true,
    color: COLORS.accent,
    borders: [{ side: 'EdgeBottom', weight: 'Medium', color: COLORS.accent }],
  }),
  columnHeader: look({ bold: true, fill: COLORS.accentSoft, color: COLORS.accent, borders: HEADER_RULE, wrap: true }),
  columnDetail: look({
    horizontal: 'Left',
    bold: true,
    fill: COLORS.accentSoft,
    color: COLORS.accent,
    borders: HEADER_RULE,
    wrap: true,
    indent: 1,
  }),
  rowHeader: look({ bold: true, borders: ROW_RULE }),
  rowDetail: look({ horizontal: 'Left', indent: 1, borders: ROW_RULE }),
  wrappedHeader: look({ bold: true, borders: ROW_RULE, wrap: true }),
  wrappedDetail: look({ horizontal: 'Left', indent: 1, borders: ROW_RULE, wrap: true }),
  text: look({ borders: ROW_RULE }),
  wrapped: look({ borders: ROW_RULE, wrap: true }),
  decision: look({ color: COLORS.decisionInk, fill: COLORS.decisionFill, borders: ROW_RULE }),
  parameter: look({ color: COLORS.decisionInk, borders: ROW_RULE }),
  result: look({ borders: ROW_RULE }),
  subtotal: look({ bold: true, borders: [{ side: 'EdgeTop', weight: 'Thin', color: COLORS.rule }] }),
  total: look({ bold: true, borders: [{ side: 'EdgeTop', weight: 'Thin', color: COLORS.accent }] }),
  good: look({ bold: true, color: COLORS.good, fill: COLORS.goodFill, horizontal: 'Center' }),
  bad: look({ bold: true, color: COLORS.bad, fill: COLORS.badFill, horizontal: 'Center' }),
  muted: look({ color: COLORS.muted, borders: ROW_RULE }),
  keyFigure: look({ size: 12, bold: true, borders: ROW_RULE }),
  keyLabel: look({ borders: ROW_RULE }),
  blockHeader: look({ size: 11, bold: true, color: COLORS.accent, fill: COLORS.accentSoft }),
  period: look({ bold: true, fill: COLORS.accentSoft, color: COLORS.accent, horizontal: 'Right' }),
  periodDetail: look({ size: 9, color: COLORS.muted, horizontal: 'Right', borders: HEADER_RULE }),
  link: look({ underline: true, color: COLORS.accent, borders: ROW_RULE }),
};

/** The look of a role. */
export function lookOf(style: StyleName): CellLook {
  return LOOKS[style];
}

export type ConditionalLookName = 'bad' | 'warn' | 'good' | 'load';

/** What a conditional format changes: font and fill. */
export function conditionalLook(name: ConditionalLookName): { readonly color: string; readonly fill: string } {
  return CONDITIONAL_LOOKS[name];
}

const CONDITIONAL_LOOKS = {
  bad: { color: COLORS.bad, fill: COLORS.badFill },
  warn: { color: COLORS.warn, fill: COLORS.warnFill },
  good: { color: COLORS.good, fill: COLORS.goodFill },
  load: { color: COLORS.ink, fill: COLORS.accentSoft },
} as const;

/** Symbols of the currencies people here plan in; any other is written as its ISO code. */
const SYMBOLS: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', USD: '$', CHF: 'CHF', JPY: '¥' };

/**
 * The code of a number format on the axis of a chart: a plain zero instead of a dash, and no currency, which the axis title tells.
 *
 * @example axisFormatCode('money') //=> '#,##0'
 */
export function axisFormatCode(name: NumberFormatName): string {
  switch (name) {
    case 'quantity':
    case 'money':
      return '#,##0';
    case 'decimal1':
    case 'hours':
      return '#,##0.0';
    case 'decimal2':
    case 'price':
      return '#,##0.00';
    default:
      return CODES[name];
  }
}

/**
 * The Excel number format code of a role, en-US notation. What would round to zero reads as a dash, so that what is there stands out and
 * the dust of rounding does not; dates name the month, so that no reader takes the day for it.
 *
 * @param currency ISO code of Settings, 'EUR'.
 * @example numberFormatCode('money', 'EUR') //=> '[>=0.5]#,##0 "€";[<=-0.5]-#,##0 "€";"–"'
 */
export function numberFormatCode(name: NumberFormatName, currency: string): string {
  switch (name) {
    case 'quantity':
      return dashed('#,##0', 0.5);
    case 'decimal1':
    case 'hours':
      return dashed('#,##0.0', 0.05);
    case 'decimal2':
      return dashed('#,##0.00', 0.005);
    case 'money':
      return dashed(withCurrency('#,##0', currency), 0.5);
    case 'price':
      return dashed(withCurrency('#,##0.00', currency), 0.005);
    default:
      return CODES[name];
  }
}

function dashed(digits: string, least: number): string {
  return `[>=${least}]${digits};[<=-${least}]-${digits};"–"`;
}

function withCurrency(digits: string, currency: string): string {
  const symbol = (SYMBOLS[currency] ?? currency).replaceAll('"', '');
  return currency === 'USD' || currency === 'GBP' ? `"${symbol}"${digits}` : `${digits} "${symbol}"`;
}

type PlainFormat = Exclude<NumberFormatName, 'quantity' | 'decimal1' | 'hours' | 'decimal2' | 'money' | 'price'>;

const CODES: Readonly<Record<PlainFormat, string>> = {
  integer: '0',
  percent: '0%',
  percent1: '0.0%',
  date: 'dd mmm yyyy',
  dayMonth: 'dd mmm',
  dateTime: 'dd mmm yyyy hh:mm',
  text: '@',
  general: 'General',
  factor: '0.00"×"',
  check: '#,##0.00;-#,##0.00;0',
};
