import { resourceCapacity } from '../../../src/planning/capacity/resources';
import type { HolidayRecord } from '../../../src/planning/input';
import { addDays } from '../../../src/planning/time/civil';
import { makeContext } from '../../../src/planning/time/context';
import { capacity, day, inputOf, origin, settingsOf } from '../support/records';

const MONDAY = day('2027-08-02');
const SETTINGS = settingsOf({ planStart: MONDAY, today: MONDAY, horizon: 4, country: 'none' });

/** The five working days of the plan's second week, closed. */
const CLOSURE: HolidayRecord[] = [0, 1, 2, 3, 4].map((offset) => ({
  origin: origin('Holidays', offset + 1, 'date'),
  date: addDays(day('2027-08-09'), offset),
}));

const codesOf = (rows: readonly ReturnType<typeof capacity>[], holidays: readonly HolidayRecord[]): string[] => {
  const input = inputOf({ settings: SETTINGS, capacity: rows, holidays });
  return resourceCapacity(input, makeContext(input)).issues.map((issue) => issue.code);
};

test('a week in which everybody is off has no capacity, and this is no news', () => {
  const line = capacity('Line', { row: 1, regular: 40 });
  const input = inputOf({ settings: SETTINGS, capacity: [line], holidays: CLOSURE });
  const [found] = resourceCapacity(input, makeContext(input)).resources;
  expect(found?.buckets.map((bucket) => bucket.regular)).toEqual([40, 0, 40, 40]);
  expect(codesOf([line], CLOSURE)).toEqual([]);
});

test('a week of work without capacity is reported, closures not counted', () => {
  const rows = [
    capacity('Line', { row: 1, regular: 40, to: day('2027-08-15') }),
    capacity('Line', { row: 2, regular: 0, from: day('2027-08-16'), to: day('2027-08-22') }),
    capacity('Line', { row: 3, regular: 40, from: day('2027-08-23') }),
  ];
  const input = inputOf({ settings: SETTINGS, capacity: rows, holidays: CLOSURE });
  expect(resourceCapacity(input, makeContext(input)).issues).toEqual([
    {
      code: 'capacity-zero',
      severity: 'info',
      cell: { sheet: 'Capacity', row: 2, column: expect.any(Number) },
      params: { resource: 'Line', bucket: '2027-W33', count: 1 },
    },
  ]);
});
