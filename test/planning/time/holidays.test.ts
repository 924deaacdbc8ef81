import { civilOf, formatIsoDay, weekdayOf } from '../../../src/planning/time/civil';
import { easterSunday } from '../../../src/planning/time/easter';
import { publicHolidays } from '../../../src/planning/time/holidays';
import { hasCases, readCase } from '../support/cases';

const withCases = hasCases ? test : test.skip;
const datesOf = (...args: Parameters<typeof publicHolidays>): string[] =>
  publicHolidays(...args).map((holiday) => formatIsoDay(holiday.day));

test('Easter falls where the computus puts it', () => {
  expect([2000, 2019, 2024, 2025, 2026, 2027, 2038].map((year) => formatIsoDay(easterSunday(year)))).toEqual([
    '2000-04-23',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
  ]);
});

test('Easter is always a Sunday between 22 March and 25 April', () => {
  for (let year = 1901; year <= 2199; year += 1) {
    const easter = easterSunday(year);
    const { month, day } = civilOf(easter);
    expect(weekdayOf(easter)).toBe(7);
    expect(month * 100 + day).toBeGreaterThanOrEqual(322);
    expect(month * 100 + day).toBeLessThanOrEqual(425);
  }
});

withCases('Italy keeps its national holidays, 4 October among them from 2026 (case IT-HOLIDAYS)', () => {
  const { expected } = readCase<unknown, Record<string, string[]>>('IT-HOLIDAYS');
  for (const [year, dates] of Object.entries(expected)) expect(datesOf('IT', Number(year))).toEqual(dates);
});

test('a patron saint is one more holiday, unless the day is one already', () => {
  expect(datesOf('IT', 2026, { day: 7, month: 12 })).toContain('2026-12-07');
  expect(datesOf('IT', 2026, { day: 25, month: 4 })).toEqual(datesOf('IT', 2026));
  expect(datesOf('none', 2027, { day: 29, month: 2 })).toEqual([]);
});

test('American federal holidays are kept on the nearest weekday', () => {
  expect(datesOf('US', 2021)).toEqual([
    '2021-01-01',
    '2021-01-18',
    '2021-02-15',
    '2021-05-31',
    '2021-06-18',
    '2021-07-05',
    '2021-09-06',
    '2021-10-11',
    '2021-11-11',
    '2021-11-25',
    '2021-12-24',
    '2021-12-31',
  ]);
});

test('English bank holidays are made up for after a weekend', () => {
  expect(datesOf('GB', 2022)).toEqual([
    '2022-01-03',
    '2022-04-15',
    '2022-04-18',
    '2022-05-02',
    '2022-06-02',
    '2022-06-03',
    '2022-08-29',
    '2022-09-19',
    '2022-12-26',
    '2022-12-27',
  ]);
  expect(datesOf('GB', 2021).slice(-2)).toEqual(['2021-12-27', '2021-12-28']);
  expect(datesOf('GB', 2020).slice(-2)).toEqual(['2020-12-25', '2020-12-28']);
});

test('Germany, France and Spain keep the days common to the whole country', () => {
  expect(datesOf('DE', 2026)).toEqual([
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-25',
    '2026-10-03',
    '2026-12-25',
    '2026-12-26',
  ]);
  expect(datesOf('FR', 2026)).toHaveLength(11);
  expect(datesOf('FR', 2026)).toContain('2026-05-25');
  expect(datesOf('ES', 2026)).toEqual([
    '2026-01-01',
    '2026-01-06',
    '2026-04-03',
    '2026-05-01',
    '2026-08-15',
    '2026-10-12',
    '2026-11-01',
    '2026-12-06',
    '2026-12-08',
    '2026-12-25',
  ]);
});
