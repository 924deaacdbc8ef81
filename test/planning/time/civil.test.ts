import fc from 'fast-check';
import {
  addMonths,
  civilOf,
  dayOf,
  daysInMonth,
  formatIsoDay,
  isLeapYear,
  parseIsoDay,
  startOfWeek,
  weekdayOf,
} from '../../../src/planning/time/civil';
import type { Day } from '../../../src/planning/units';

const anyDay = fc.integer({ min: 61, max: 2_958_465 }).map((serial) => serial as Day);

test('days are the serial numbers Excel shows', () => {
  expect(dayOf(1900, 3, 1)).toBe(61);
  expect(dayOf(1970, 1, 1)).toBe(25569);
  expect(dayOf(2026, 12, 1)).toBe(46357);
  expect(dayOf(9999, 12, 31)).toBe(2958465);
});

test('a day and its civil date are two ways to write the same', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const { year, month, day: dayOfMonth } = civilOf(day);
      expect(dayOf(year, month, dayOfMonth)).toBe(day);
      expect(parseIsoDay(formatIsoDay(day))).toBe(day);
    }),
  );
});

test('civil dates agree with the UTC calendar of the language', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const date = new Date((day - 25569) * 86_400_000);
      expect(formatIsoDay(day)).toBe(date.toISOString().slice(0, 10));
      expect(weekdayOf(day)).toBe(((date.getUTCDay() + 6) % 7) + 1);
    }),
  );
});

test('months beyond the year carry over', () => {
  expect(dayOf(2026, 13, 1)).toBe(dayOf(2027, 1, 1));
  expect(dayOf(2026, 0, 15)).toBe(dayOf(2025, 12, 15));
});

test('adding a month keeps the day of the month, or takes the last one there is', () => {
  expect(formatIsoDay(addMonths(dayOf(2026, 1, 31), 1))).toBe('2026-02-28');
  expect(formatIsoDay(addMonths(dayOf(2028, 1, 31), 1))).toBe('2028-02-29');
  expect(formatIsoDay(addMonths(dayOf(2026, 1, 15), -2))).toBe('2025-11-15');
});

test('only dates that exist are read', () => {
  expect(parseIsoDay('2026-04-31')).toBeUndefined();
  expect(parseIsoDay('2027-02-29')).toBeUndefined();
  expect(parseIsoDay('2026-13-01')).toBeUndefined();
  expect(parseIsoDay('1900-02-28')).toBeUndefined();
  expect(parseIsoDay('26-1-1')).toBeUndefined();
});

test('leap years follow the Gregorian rule', () => {
  expect([1900, 2000, 2024, 2026, 2100].filter(isLeapYear)).toEqual([2000, 2024]);
  expect(daysInMonth(2028, 2)).toBe(29);
});

test('a week begins on its first weekday, at most six days back', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.constantFrom(1, 2, 3, 4, 5, 6, 7) as fc.Arbitrary<1 | 2 | 3 | 4 | 5 | 6 | 7>,
      (day, weekday) => {
        const start = startOfWeek(day, weekday);
        expect(weekdayOf(start)).toBe(weekday);
        expect(day - start).toBeGreaterThanOrEqual(0);
        expect(day - start).toBeLessThan(7);
      },
    ),
  );
});
