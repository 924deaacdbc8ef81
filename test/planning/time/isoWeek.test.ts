import fc from 'fast-check';
import { addDays, parseIsoDay, weekdayOf } from '../../../src/planning/time/civil';
import { isoWeekOf, isoWeeksInYear, startOfIsoWeek, weekLabel } from '../../../src/planning/time/isoWeek';
import type { Weekday } from '../../../src/planning/input';
import type { Day } from '../../../src/planning/units';
import { hasCases, readCase } from '../support/cases';
import { day } from '../support/records';

const anyDay = fc.integer({ min: 400, max: 2_900_000 }).map((serial) => serial as Day);
const withCases = hasCases ? test : test.skip;

withCases('weeks near New Year belong to the year of their Thursday (case ISO-WEEK)', () => {
  const { expected } = readCase<unknown, Record<string, string>>('ISO-WEEK');
  const written = Object.keys(expected).map((text) => {
    const parsed = parseIsoDay(text) as Day;
    const { year, week } = isoWeekOf(parsed);
    return [text, `${year}-W${String(week).padStart(2, '0')}-${weekdayOf(parsed)}`];
  });
  expect(Object.fromEntries(written)).toEqual(expected);
});

test('a year has the weeks its last Thursday says', () => {
  expect([2015, 2020, 2024, 2026, 2032].map(isoWeeksInYear)).toEqual([53, 53, 52, 53, 53]);
});

test('the Monday of a week lies in that week', () => {
  fc.assert(
    fc.property(anyDay, (some) => {
      const { year, week } = isoWeekOf(some);
      const monday = startOfIsoWeek(year, week);
      expect(weekdayOf(monday)).toBe(1);
      expect(some - monday).toBeGreaterThanOrEqual(0);
      expect(some - monday).toBeLessThan(7);
    }),
  );
});

test('labels change exactly where a week begins, whatever its first day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (some, first) => {
      const weekStart = first as Weekday;
      const next = addDays(some, 1);
      expect(weekLabel(some, weekStart) === weekLabel(next, weekStart)).toBe(weekdayOf(next) !== weekStart);
    }),
  );
  expect(weekLabel(day('2026-12-01'), 1)).toBe('2026-W49');
  expect(weekLabel(day('2026-11-29'), 7)).toBe('2026-W49');
});
