import fc from 'fast-check';
import { convertSpans } from '../../../src/planning/targets/convert';
import { listWeeks } from '../../../src/planning/targets/levels';
import { sum } from '../../../src/planning/targets/round';
import { makeCalendar } from '../../../src/planning/time/calendar';
import { fiscalPeriods } from '../../../src/planning/time/fiscal';
import { day, settingsOf } from '../support/records';

const calendar = makeCalendar({ workingDays: [1, 2, 3, 4, 5], hoursPerDay: 8, country: 'IT' });

test('a month is shared by its weeks according to their working days', () => {
  const january = [{ start: day('2026-01-01'), end: day('2026-01-31'), value: 20 }];
  const epiphanyWeek = [{ start: day('2026-01-05'), end: day('2026-01-11') }];
  expect(convertSpans(january, epiphanyWeek, calendar)).toEqual([4]);
});

test('months to weeks and back again lose nothing, for any year and values', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2000, max: 2060 }),
      fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 12, maxLength: 12 }),
      (year, values) => {
        const fiscal = fiscalPeriods(year, settingsOf());
        const months = fiscal.periods.map((period, index) => ({ ...period, value: values[index] ?? 0 }));
        const weeks = listWeeks(fiscal, 1);
        const byWeek = convertSpans(months, weeks, calendar);
        expect(sum(byWeek)).toBeCloseTo(sum(values), 4);
        const back = convertSpans(
          weeks.map((week, index) => ({ ...week, value: byWeek[index] ?? 0 })),
          fiscal.periods,
          calendar,
        );
        expect(sum(back)).toBeCloseTo(sum(values), 4);
      },
    ),
  );
});

test('a span without working days is shared by all its days', () => {
  const weekend = [{ start: day('2026-12-05'), end: day('2026-12-06'), value: 10 }];
  expect(convertSpans(weekend, [{ start: day('2026-12-06'), end: day('2026-12-06') }], calendar)).toEqual([5]);
});
