import type { HolidayRecord, PlanInput } from '../input';
import { nameKey } from '../names';
import { makeBuckets } from './buckets';
import { calendarRules, makeCalendar } from './calendar';
import type { PlanContext, WorkingCalendar } from './types';

/**
 * What every part of planning shares: the settings, the buckets of the horizon, and the calendar of the company and of each team or
 * resource that has Holidays rows of its own. A row that names a team or resource goes before one that is for everyone.
 *
 * @returns Context whose `calendarOf` is cheap to call again; names match without regard to case, accents and spaces.
 */
export function makeContext(input: Pick<PlanInput, 'settings' | 'holidays'>): PlanContext {
  const { settings } = input;
  const common = input.holidays.filter((holiday) => holiday.for === undefined);
  const own = groupByName(input.holidays);
  const company = makeCalendar(calendarRules(settings, common));
  const calendars = new Map<string, WorkingCalendar>();
  const calendarOf = (name?: string): WorkingCalendar => {
    const key = name === undefined ? '' : nameKey(name);
    const rows = own.get(key);
    if (!rows) return company;
    const known = calendars.get(key);
    if (known) return known;
    const made = makeCalendar(calendarRules(settings, [...common, ...rows]));
    calendars.set(key, made);
    return made;
  };
  return { settings, buckets: makeBuckets(settings, company), calendarOf };
}

function groupByName(holidays: readonly HolidayRecord[]): Map<string, HolidayRecord[]> {
  const groups = new Map<string, HolidayRecord[]>();
  for (const holiday of holidays) {
    if (holiday.for === undefined) continue;
    const key = nameKey(holiday.for);
    const group = groups.get(key);
    if (group) group.push(holiday);
    else groups.set(key, [holiday]);
  }
  return groups;
}
