import { Calculation } from '../../../src/host/formulas/calculation';
import { CellError } from '../../../src/host/model/cell';
import type { CellValue } from '../../../src/host/model/cell';
import type { Worksheet } from '../../../src/host/model/workbook';
import { makeFixture } from './fixture';
import type { Row } from './table';
import { CONDITIONAL, ENGINEERING, LOGIC, MATHEMATICS, OPERATORS, STATISTICS, TABLES } from './table';
import { LAMBDAS, RECENT } from './table-recent';
import { ARRAYS, DATES, FINANCE, INFORMATION, LOOKUPS, TEXTS } from './table-text';

/** Noon of 25 November 2026, whatever the time zone. */
const NOON = new Date(2026, 10, 25, 12).getTime();

const workbook = makeFixture();
const calculation = new Calculation(workbook, { now: () => NOON });
calculation.recalculate();
const calc = workbook.sheet('Calc') as Worksheet;

/** Errors as their codes. */
function plain(value: CellValue): CellValue {
  return value instanceof CellError ? value.code : value;
}

/** Whether numbers agree to nine digits, or to those the expected value is given with. */
function expectSame(actual: CellValue, expected: CellValue): void {
  if (typeof actual === 'number' && typeof expected === 'number') {
    const digits = String(expected)
      .replace(/[-.]|e.*$/g, '')
      .replace(/^0+/, '').length;
    const tolerance = Math.max(1e-12, Math.abs(expected) * 10 ** (digits >= 10 ? -9 : digits >= 5 ? 1.1 - digits : -9));
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance);
  } else expect(actual).toBe(expected);
}

describe.each<[string, readonly Row[]]>([
  ['operators and references', OPERATORS],
  ['structured references', TABLES],
  ['mathematics', MATHEMATICS],
  ['engineering and databases', ENGINEERING],
  ['statistics', STATISTICS],
  ['conditional sums', CONDITIONAL],
  ['lambdas and functions by name', LAMBDAS],
  ['recent and rare functions', RECENT],
  ['logic and lambdas', LOGIC],
  ['texts', TEXTS],
  ['look-ups', LOOKUPS],
  ['arrays', ARRAYS],
  ['dates', DATES],
  ['finance', FINANCE],
  ['information', INFORMATION],
])('formulas: %s', (_topic, rows) => {
  it.each(rows.map(([formula, expected]) => ({ formula, expected })))('$formula', ({ formula, expected }) => {
    const actual = calculation.evaluate(formula, calc);
    if (!Array.isArray(expected)) {
      expect(Array.isArray(actual)).toBe(false);
      expectSame(plain(actual as CellValue), expected as CellValue);
      return;
    }
    const rowsOf = expected as readonly (readonly CellValue[])[];
    expect(Array.isArray(actual) && actual.map((r) => r.length)).toEqual(rowsOf.map((r) => r.length));
    rowsOf.forEach((row, r) =>
      row.forEach((value, c) => expectSame(plain((actual as CellValue[][])[r]?.[c] ?? null), value)),
    );
  });
});

describe('the table of formulas', () => {
  it('holds at least 300 formulas', () => {
    const all = [
      OPERATORS,
      TABLES,
      MATHEMATICS,
      STATISTICS,
      CONDITIONAL,
      LOGIC,
      TEXTS,
      LOOKUPS,
      ARRAYS,
      DATES,
      FINANCE,
      INFORMATION,
    ];
    expect(all.flat().length).toBeGreaterThanOrEqual(300);
  });
});
