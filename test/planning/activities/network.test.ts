import fc from 'fast-check';
import { parseAfter } from '../../../src/planning/activities/after';
import { findLoops } from '../../../src/planning/activities/loops';
import { scheduleNetwork, type NetworkTask } from '../../../src/planning/activities/network';
import { chanceByDeadline, estimateDuration } from '../../../src/planning/activities/pert';
import { makeCalendar } from '../../../src/planning/time/calendar';
import { addDays } from '../../../src/planning/time/civil';
import { hasCases, readCase } from '../support/cases';
import { day } from '../support/records';

const withCases = hasCases ? test : test.skip;
const weekdays = makeCalendar({ workingDays: [1, 2, 3, 4, 5], hoursPerDay: 8, country: 'none' });
const everyDay = makeCalendar({ workingDays: [1, 2, 3, 4, 5, 6, 7], hoursPerDay: 8, country: 'none' });
const MONDAY = day('2026-11-30');

function task(duration: number, after: NetworkTask['after'] = [], changes: Partial<NetworkTask> = {}): NetworkTask {
  return { duration, calendar: weekdays, earliest: MONDAY, after, ...changes };
}

const fs = (index: number, lagDays = 0) => ({ task: index, type: 'FS' as const, lagDays });

withCases('the paper mill: fifteen weeks, path A-C-E-G-H, chance of sixteen (case CPM)', () => {
  const { input, expected } = readCase<
    { activities: Record<string, [number, number, number, string]> },
    {
      te: number[];
      duration: number;
      critical: string;
      slack: Record<string, number>;
      P_le_16: number;
      variance: number;
    }
  >('CPM');
  const names = Object.keys(input.activities);
  const points = Object.values(input.activities).map(([optimistic, likely, pessimistic]) => ({
    optimistic,
    likely,
    pessimistic,
  }));
  const means = points.map((own) => estimateDuration(own).mean);
  expect(means).toEqual(expected.te);
  const tasks = Object.values(input.activities).map(([, , , before], index) =>
    task(means[index] ?? 0, before === '' ? [] : before.split(',').map((name) => fs(names.indexOf(name))), {
      calendar: everyDay,
    }),
  );
  const schedule = scheduleNetwork(tasks);
  const finish = Math.max(...schedule.tasks.map((own) => own.finish));
  expect(finish - MONDAY + 1).toBe(expected.duration);
  expect(Object.fromEntries(schedule.tasks.map((own, index) => [names[index], own.slackDays]))).toEqual(expected.slack);
  const critical = names.filter((_, index) => schedule.tasks[index]?.critical);
  expect(critical.join('-')).toBe(expected.critical);
  const path = points.filter((_, index) => schedule.tasks[index]?.critical);
  expect(path.reduce((total, own) => total + estimateDuration(own).variance, 0)).toBeCloseTo(expected.variance, 4);
  expect(chanceByDeadline(path, 16)).toBeCloseTo(expected.P_le_16, 3);
});

test('what follows a Friday begins on the Monday, a lag waits in working days', () => {
  const { tasks } = scheduleNetwork([task(5), task(3, [fs(0)]), task(1, [fs(1, 2)])]);
  expect(tasks.map((own) => [own.start, own.finish])).toEqual([
    [day('2026-11-30'), day('2026-12-04')],
    [day('2026-12-07'), day('2026-12-09')],
    [day('2026-12-14'), day('2026-12-14')],
  ]);
  expect(tasks.every((own) => own.critical && own.slackDays === 0)).toBe(true);
});

test('start-to-start, finish-to-finish and overlap bind what they say', () => {
  const { tasks } = scheduleNetwork([
    task(5),
    task(2, [{ task: 0, type: 'SS', lagDays: 1 }]),
    task(2, [{ task: 0, type: 'FF', lagDays: 1 }]),
    task(2, [fs(0, -1)]),
    task(2, [{ task: 0, type: 'SF', lagDays: 4 }]),
  ]);
  expect(tasks.map((own) => own.start - MONDAY)).toEqual([0, 1, 4, 4, 2]);
});

test('a milestone stands on the day its last predecessor ends; one with a due day is held until then', () => {
  const { tasks } = scheduleNetwork([
    task(5),
    task(0, [fs(0)]),
    task(0, [fs(0)], { due: day('2026-12-09'), heldUntilDue: true }),
    task(0, [], { earliest: day('2026-12-03') }),
  ]);
  expect(tasks.map((own) => own.finish)).toEqual([
    day('2026-12-04'),
    day('2026-12-04'),
    day('2026-12-09'),
    day('2026-12-03'),
  ]);
  expect(tasks.map((own) => own.critical)).toEqual([false, false, false, false]);
  expect(tasks.map((own) => own.slackDays)).toEqual([3, 3, 3, 0]);
});

test('a due day that cannot be met leaves negative slack, all along the chain', () => {
  const { tasks } = scheduleNetwork([task(5), task(5, [fs(0)], { due: day('2026-12-09') })]);
  expect(tasks.map((own) => [own.slackDays, own.critical])).toEqual([
    [-2, true],
    [-2, true],
  ]);
});

test('each activity works on its own calendar', () => {
  const { tasks } = scheduleNetwork([task(6, [], { calendar: everyDay }), task(2, [fs(0)])]);
  expect(tasks.map((own) => [own.start, own.finish])).toEqual([
    [MONDAY, day('2026-12-05')],
    [day('2026-12-07'), day('2026-12-08')],
  ]);
});

test('loops are found, walked in order, and cut so that the rest is still scheduled', () => {
  const schedule = scheduleNetwork([
    task(1, [fs(2)]),
    task(1, [fs(0)]),
    task(1, [fs(1)]),
    task(1, [fs(2)]),
    task(1, [fs(4)]),
  ]);
  expect(schedule.loops).toEqual([[0, 2, 1], [4]]);
  expect(schedule.tasks).toHaveLength(5);
  expect(schedule.tasks[3]?.start).toBe(day('2026-12-01'));
});

test('without loops none is found, however long the chain', () => {
  expect(findLoops(Array.from({ length: 20_000 }, (_, index) => (index === 0 ? [] : [index - 1])))).toEqual([]);
  expect(findLoops([[7], []])).toEqual([]);
});

test('in any network nothing begins before what it waits for has ended, and nothing must end before it can', () => {
  const network = fc.array(
    fc.record({
      duration: fc.integer({ min: 0, max: 6 }),
      picks: fc.array(fc.nat(), { maxLength: 3 }),
      lag: fc.integer({ min: 0, max: 3 }),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(network, (rows) => {
      const tasks = rows.map((row, index) =>
        task(row.duration, index === 0 ? [] : row.picks.map((pick) => fs(pick % index, row.lag))),
      );
      const { tasks: dates, loops } = scheduleNetwork(tasks);
      expect(loops).toEqual([]);
      dates.forEach((own, index) => {
        if ((rows[index]?.duration ?? 0) > 0) {
          expect(weekdays.workingDays(own.start, own.finish)).toBe(rows[index]?.duration);
          for (const link of tasks[index]?.after ?? []) {
            const before = dates[link.task];
            if (before && (rows[link.task]?.duration ?? 0) > 0) {
              expect(weekdays.workingDays(addDays(before.finish, 1), addDays(own.start, -1))).toBeGreaterThanOrEqual(
                link.lagDays,
              );
            }
          }
        }
        expect(own.slackDays).toBeGreaterThanOrEqual(0);
      });
      expect(dates.some((own) => own.slackDays === 0)).toBe(true);
    }),
  );
});

test('an After cell names activities, types and lags in both languages', () => {
  const names = new Set(['Design', 'Build', 'Test SS', 'Fase 2']);
  const read = (text: string) => parseAfter(text, (name) => names.has(name), 5);
  expect(read('Design; Build FS+2d')).toEqual([
    { name: 'Design', type: 'FS', lagDays: 0 },
    { name: 'Build', type: 'FS', lagDays: 2 },
  ]);
  expect(read('Test SS; Build II + 1 s; Fase 2 FF-3g;')).toEqual([
    { name: 'Test SS', type: 'FS', lagDays: 0 },
    { name: 'Build', type: 'SS', lagDays: 5 },
    { name: 'Fase 2', type: 'FF', lagDays: -3 },
  ]);
  expect(read('Nowhere')).toEqual([{ name: 'Nowhere', type: 'FS', lagDays: 0 }]);
});
