import fc from 'fast-check';
import { addDays, dayOf, formatIsoDay } from '../../../src/planning/time/civil';
import {
  comparableWeek,
  fiscalPeriods,
  fiscalPositionOf,
  fiscalYearOf,
  type FiscalSettings,
  type Span,
} from '../../../src/planning/time/fiscal';
import type { Day } from '../../../src/planning/units';
import { hasCases, readCase } from '../support/cases';
import { day } from '../support/records';

const withCases = hasCases ? test : test.skip;
const retail: FiscalSettings = {
  fiscalYearStart: 2,
  fiscalPattern: '4-5-4',
  yearEndRule: 'Nearest',
  yearEndWeekday: 6,
  weekStart: 7,
};
const anySettings: fc.Arbitrary<FiscalSettings> = fc.record({
  fiscalYearStart: fc.integer({ min: 1, max: 12 }),
  fiscalPattern: fc.constantFrom('Calendar', '4-4-5', '4-5-4', '5-4-4'),
  yearEndRule: fc.constantFrom('Last', 'Nearest'),
  yearEndWeekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
  weekStart: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
});

interface RetailYear {
  readonly start: string;
  readonly end: string;
  readonly weeks: number;
  readonly months: readonly string[];
}

withCases('the retail calendar begins its years, months and 53rd weeks where the NRF does (case NRF-454)', () => {
  const { expected } = readCase<unknown, Record<string, RetailYear>>('NRF-454');
  for (const [year, known] of Object.entries(expected)) {
    const fiscal = fiscalPeriods(Number(year), retail);
    expect({
      start: formatIsoDay(fiscal.start),
      end: formatIsoDay(fiscal.end),
      weeks: fiscal.weeks.length,
      months: fiscal.periods.map((period) => formatIsoDay(period.start)),
    }).toEqual(known);
  }
});

test('a fiscal year from July is named after the year it ends in, one from April after the year it begins in', () => {
  const calendar = { ...retail, fiscalPattern: 'Calendar' } as const;
  expect(fiscalYearOf(day('2025-07-01'), { ...calendar, fiscalYearStart: 7 })).toBe(2026);
  expect(fiscalYearOf(day('2025-06-30'), { ...calendar, fiscalYearStart: 7 })).toBe(2025);
  expect(fiscalYearOf(day('2026-03-31'), { ...calendar, fiscalYearStart: 4 })).toBe(2025);
});

test('the last rule ends the year on the last weekday of the month, the nearest rule up to three days beyond', () => {
  const last = { ...retail, yearEndRule: 'Last' } as const;
  expect(formatIsoDay(fiscalPeriods(2023, last).end)).toBe('2024-01-27');
  expect(formatIsoDay(fiscalPeriods(2023, retail).end)).toBe('2024-02-03');
});

test('a week after a 53-week year compares with the one a week later of that year', () => {
  expect(comparableWeek(2024, 1, retail)).toEqual({ year: 2023, week: 2 });
  expect(comparableWeek(2024, 52, retail)).toEqual({ year: 2023, week: 53 });
  expect(comparableWeek(2025, 7, retail)).toEqual({ year: 2024, week: 7 });
  expect(comparableWeek(2023, 53, retail)).toBeUndefined();
});

test('a day knows its fiscal quarter, period and week', () => {
  expect(fiscalPositionOf(day('2024-02-03'), retail)).toEqual({ year: 2023, quarter: 4, period: 12, week: 53 });
  expect(fiscalPositionOf(day('2024-02-04'), retail)).toEqual({ year: 2024, quarter: 1, period: 1, week: 1 });
});

function expectTiling(parts: readonly Span[], whole: Span): void {
  let next: Day = whole.start;
  for (const part of parts) {
    expect(part.start).toBe(next);
    expect(part.end).toBeGreaterThanOrEqual(part.start);
    next = addDays(part.end, 1);
  }
  expect(next).toBe(addDays(whole.end, 1));
}

test('periods, quarters and weeks each tile the year, and every day lies in the year it is said to', () => {
  fc.assert(
    fc.property(
      anySettings,
      fc.integer({ min: 1950, max: 2150 }),
      fc.integer({ min: 0, max: 370 }),
      (settings, year, offset) => {
        const fiscal = fiscalPeriods(year, settings);
        expectTiling(fiscal.periods, fiscal);
        expectTiling(fiscal.quarters, fiscal);
        expectTiling(fiscal.weeks, fiscal);
        expect(fiscalPeriods(year + 1, settings).start).toBe(addDays(fiscal.end, 1));
        const some = addDays(fiscal.start, Math.min(offset, fiscal.end - fiscal.start));
        expect(fiscalYearOf(some, settings)).toBe(year);
        if (settings.fiscalPattern !== 'Calendar') expect([52, 53]).toContain(fiscal.weeks.length);
      },
    ),
  );
});

test('a calendar fiscal year from January is the calendar year', () => {
  const fiscal = fiscalPeriods(2026, { ...retail, fiscalPattern: 'Calendar', fiscalYearStart: 1 });
  expect([fiscal.start, fiscal.end]).toEqual([dayOf(2026, 1, 1), dayOf(2026, 12, 31)]);
  expect(fiscal.periods[11]?.label).toBe('FY2026-P12');
});
