import fc from 'fast-check';
import { addDays, dayOf } from '../../../src/planning/time/civil';
import { makeCalendar } from '../../../src/planning/time/calendar';
import { makeContext } from '../../../src/planning/time/context';
import type { Day } from '../../../src/planning/units';
import { day, inputOf, origin, settingsOf } from '../support/records';

const italian = makeCalendar({ workingDays: [1, 2, 3, 4, 5], hoursPerDay: 8, country: 'IT' });
const anyDay = fc.integer({ min: 36_526, max: 55_000 }).map((serial) => serial as Day);

test('the working days of the Italian months of 2026 are those of the payroll office', () => {
  const months = Array.from({ length: 12 }, (_, index) =>
    italian.workingDays(dayOf(2026, index + 1, 1), addDays(dayOf(2026, index + 2, 1), -1)),
  );
  expect(months).toEqual([20, 20, 22, 21, 20, 21, 23, 21, 22, 22, 21, 21]);
});

test('an empty range has no working days', () => {
  expect(italian.workingDays(day('2026-12-02'), day('2026-12-01'))).toBe(0);
});

test('the working day after a Friday is the Monday', () => {
  expect(italian.addWorkingDays(day('2026-11-27'), 1)).toBe(day('2026-11-30'));
  expect(italian.addWorkingDays(day('2026-11-30'), -1)).toBe(day('2026-11-27'));
});

test('no working days on is the day itself, or the next one worked', () => {
  expect(italian.addWorkingDays(day('2026-12-07'), 0)).toBe(day('2026-12-07'));
  expect(italian.addWorkingDays(day('2026-12-08'), 0)).toBe(day('2026-12-09'));
});

test('the count of a range is the sum of its days, and splits anywhere', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (from, first, second) => {
      const middle = addDays(from, first);
      const to = addDays(middle, second);
      const whole = italian.workingDays(from, to);
      expect(italian.workingDays(from, middle) + italian.workingDays(addDays(middle, 1), to)).toBe(whole);
      let counted = 0;
      for (let at: Day = from; at <= to; at = addDays(at, 1)) counted += italian.isWorkingDay(at) ? 1 : 0;
      expect(whole).toBe(counted);
    }),
    { numRuns: 40 },
  );
});

test('adding working days is monotone, and undone by taking them away', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 400 }), (from, n) => {
      const later = italian.addWorkingDays(from, n);
      expect(italian.isWorkingDay(later)).toBe(true);
      expect(italian.workingDays(addDays(from, 1), later)).toBe(n);
      expect(italian.addWorkingDays(from, n + 1)).toBeGreaterThan(later);
      expect(italian.addWorkingDays(addDays(later, 1), -n)).toBe(italian.addWorkingDays(from, 1));
    }),
  );
});

test('a day with shortened hours counts for its share, a Saturday with hours is worked', () => {
  const calendar = makeCalendar({
    workingDays: [1, 2, 3, 4, 5],
    hoursPerDay: 8,
    country: 'IT',
    exceptions: [
      { date: day('2026-12-24'), hours: 4 },
      { date: day('2026-12-19'), hours: 8 },
      { date: day('2026-12-28') },
    ],
  });
  expect(calendar.workingDays(day('2026-12-14'), day('2026-12-20'))).toBe(6);
  expect(calendar.workingDays(day('2026-12-21'), day('2026-12-27'))).toBe(3.5);
  expect(calendar.isWorkingDay(day('2026-12-28'))).toBe(false);
});

test('a calendar that is never worked says so instead of searching for ever', () => {
  const closed = makeCalendar({
    workingDays: [1],
    hoursPerDay: 8,
    country: 'none',
    exceptions: Array.from({ length: 700 }, (_, week) => ({ date: addDays(day('2026-11-30'), 7 * week) })),
  });
  expect(() => closed.addWorkingDays(day('2026-12-01'), 1)).toThrow(RangeError);
});

test('a team with holidays of its own has its own calendar, under any spelling of its name', () => {
  const context = makeContext(
    inputOf({
      settings: settingsOf(),
      holidays: [
        { origin: origin('Holidays', 1, 'date'), date: day('2026-12-07') },
        { origin: origin('Holidays', 2, 'date'), date: day('2026-12-10'), for: 'Linea 1' },
        { origin: origin('Holidays', 3, 'date'), date: day('2026-12-07'), for: 'Linea 1', hours: 8 },
      ],
    }),
  );
  expect(context.calendarOf().isWorkingDay(day('2026-12-07'))).toBe(false);
  expect(context.calendarOf('linea1').isWorkingDay(day('2026-12-07'))).toBe(true);
  expect(context.calendarOf('LINEA 1').isWorkingDay(day('2026-12-10'))).toBe(false);
  expect(context.calendarOf('Linea 2').isWorkingDay(day('2026-12-10'))).toBe(true);
});
