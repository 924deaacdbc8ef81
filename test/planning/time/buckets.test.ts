import fc from 'fast-check';
import { bucketIndexOf, makeBuckets } from '../../../src/planning/time/buckets';
import { makeCalendar } from '../../../src/planning/time/calendar';
import { addDays } from '../../../src/planning/time/civil';
import type { Day } from '../../../src/planning/units';
import { day, settingsOf } from '../support/records';

const calendar = makeCalendar({ workingDays: [1, 2, 3, 4, 5], hoursPerDay: 8, country: 'IT' });

test('the first week may be cut by Plan start, the others are whole', () => {
  const buckets = makeBuckets(settingsOf({ horizon: 2 }), calendar);
  expect(buckets).toEqual([
    {
      index: 0,
      label: '2026-W49',
      start: day('2026-12-01'),
      end: day('2026-12-06'),
      workingDays: 4,
      days: 6,
      fraction: 6 / 7,
    },
    {
      index: 1,
      label: '2026-W50',
      start: day('2026-12-07'),
      end: day('2026-12-13'),
      workingDays: 4,
      days: 7,
      fraction: 1,
    },
  ]);
});

test('month buckets follow the calendar, or the fiscal periods where these are made of weeks', () => {
  const months = makeBuckets(settingsOf({ horizon: 2, bucket: 'Month' }), calendar);
  expect(months.map((bucket) => bucket.label)).toEqual(['2026-12', '2027-01']);
  const periods = makeBuckets(
    settingsOf({
      horizon: 3,
      bucket: 'Month',
      fiscalPattern: '4-5-4',
      fiscalYearStart: 2,
      yearEndRule: 'Nearest',
      yearEndWeekday: 6,
    }),
    calendar,
  );
  expect(periods.map((bucket) => [bucket.label, bucket.start, bucket.end])).toEqual([
    ['FY2026-P11', day('2026-12-01'), day('2027-01-02')],
    ['FY2026-P12', day('2027-01-03'), day('2027-01-30')],
    ['FY2027-P01', day('2027-01-31'), day('2027-02-27')],
  ]);
});

test('buckets tile the horizon and a day is found in the one that holds it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 40_000, max: 55_000 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('Week' as const, 'Month' as const),
      fc.constantFrom('Calendar' as const, '4-4-5' as const),
      fc.nat(),
      (planStart, horizon, bucket, fiscalPattern, pick) => {
        const buckets = makeBuckets(
          settingsOf({ planStart: planStart as Day, horizon, bucket, fiscalPattern }),
          calendar,
        );
        let next = planStart as Day;
        for (const own of buckets) {
          expect(own.start).toBe(next);
          next = addDays(own.end, 1);
        }
        const some = addDays(planStart as Day, pick % (next - planStart));
        const index = bucketIndexOf(buckets, some);
        const found = buckets[index ?? -1];
        expect(found && found.start <= some && some <= found.end).toBe(true);
        expect(bucketIndexOf(buckets, next)).toBeUndefined();
        expect(bucketIndexOf(buckets, addDays(planStart as Day, -1))).toBeUndefined();
      },
    ),
    { numRuns: 50 },
  );
});
