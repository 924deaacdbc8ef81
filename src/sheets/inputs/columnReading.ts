import type { Issue, Severity } from '../../planning/issue';
import { formatIsoDay } from '../../planning/time/civil';
import type { Day } from '../../planning/units';
import type { Culture, DateOrder, DecimalMark } from './culture';
import { orderEvidence } from './dateText';
import { decimalEvidence } from './numberText';
import type { RawValue } from './raw';

/** Where a column is, and how its sheet is read. */
export interface ColumnPlace {
  readonly sheet: string;
  /** Zero-based column in the sheet. */
  readonly column: number;
  /** As the user wrote it. */
  readonly heading: string;
  readonly culture: Culture;
  readonly dateSystem: 1900 | 1904;
}

interface Note {
  readonly code: string;
  readonly severity: Severity;
  readonly row: number;
  readonly params: Readonly<Record<string, string | number>>;
  count: number;
}

/**
 * How one column is read: one unambiguous cell settles the order of day and month, the decimal mark or the use of percent points
 * for all of it; what nothing settles follows the workbook's culture and is reported. Remarks are gathered, one a kind.
 */
export class ColumnReading {
  readonly decimal: DecimalMark;
  readonly decimalSettled: boolean;
  readonly dateOrder: DateOrder;
  readonly dateOrderSettled: boolean;
  /** Fractions are written 25 for 25 %. */
  readonly percentPoints: boolean;
  readonly dateSystem: 1900 | 1904;
  /** Zero-based sheet row being read. */
  row = 0;
  private readonly notes = new Map<string, Note>();

  /** @param values The cells of the column, header left out. */
  constructor(
    readonly place: ColumnPlace,
    values: Iterable<RawValue>,
  ) {
    const seen = gatherEvidence(values);
    this.dateSystem = place.dateSystem;
    const mark = onlyOne(seen.decimals);
    this.decimal = mark ?? place.culture.decimal;
    this.decimalSettled = mark !== undefined;
    const order = onlyOne(seen.orders);
    this.dateOrder = order ?? place.culture.dateOrder;
    this.dateOrderSettled = order !== undefined;
    this.percentPoints = seen.aboveOne && !seen.betweenZeroAndOne;
  }

  /** Remembers a remark about the row being read; the first of its kind is shown, the others are counted. */
  note(code: string, severity: Severity, params: Readonly<Record<string, string | number>>): void {
    const known = this.notes.get(code);
    if (known) known.count++;
    else this.notes.set(code, { code, severity, row: this.row, params, count: 1 });
  }

  /** As `note`, for a day: written out only for the first, for a column may hold thousands. */
  noteDay(code: string, severity: Severity, text: string, day: Day): void {
    const known = this.notes.get(code);
    if (known) known.count++;
    else this.note(code, severity, { text, date: formatIsoDay(day) });
  }

  /** The remarks as issues, at the first cell of each. */
  issues(): Issue[] {
    return [...this.notes.values()].map(({ code, severity, row, params, count }) => ({
      code,
      severity,
      cell: { sheet: this.place.sheet, row, column: this.place.column },
      params: { ...params, count, column: this.place.heading },
    }));
  }
}

function gatherEvidence(values: Iterable<RawValue>) {
  const seen = {
    decimals: new Set<DecimalMark>(),
    orders: new Set<'dmy' | 'mdy'>(),
    aboveOne: false,
    betweenZeroAndOne: false,
  };
  for (const value of values) {
    if (typeof value === 'number') {
      if (value > 1) seen.aboveOne = true;
      else if (value > 0 && value < 1) seen.betweenZeroAndOne = true;
    } else if (typeof value === 'string' && value !== '') {
      const mark = decimalEvidence(value);
      if (mark) seen.decimals.add(mark);
      const order = orderEvidence(value);
      if (order) seen.orders.add(order);
    }
  }
  return seen;
}

/** The one thing the column's cells agree on; undefined when they say nothing or contradict each other. */
function onlyOne<T>(found: ReadonlySet<T>): T | undefined {
  return found.size === 1 ? [...found][0] : undefined;
}
