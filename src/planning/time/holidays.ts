import type { Country, Weekday } from '../input';
import type { Day } from '../units';
import { addDays, civilOf, dayOf, daysInMonth, startOfWeek, weekdayOf } from './civil';
import { easterSunday } from './easter';

/** A public holiday, under its official name in the language of its country. */
export interface PublicHoliday {
  readonly day: Day;
  readonly name: string;
}

type YearRule = (year: number) => readonly PublicHoliday[];

const RULES: Readonly<Record<Country, YearRule>> = {
  IT: italianHolidays,
  US: americanHolidays,
  GB: englishHolidays,
  DE: germanHolidays,
  FR: frenchHolidays,
  ES: spanishHolidays,
  none: () => [],
};

/**
 * The national public holidays that fall in a calendar year, in date order. Where the law moves a holiday off the
 * weekend (US, GB) the day given is the one on which offices close.
 *
 * @param country The country; 'GB' stands for England and Wales, 'none' for no holidays at all.
 * @param year Calendar year, 1900..9999.
 * @param local A further yearly holiday such as the patron saint's day; 29 February counts in leap years only.
 * @example publicHolidays('IT', 2026).length //=> 13, San Francesco on 4 October among them
 */
export function publicHolidays(
  country: Country,
  year: number,
  local?: { readonly day: number; readonly month: number },
): readonly PublicHoliday[] {
  const holidays = [...RULES[country](year)];
  if (local && local.day <= daysInMonth(year, local.month)) {
    const day = dayOf(year, local.month, local.day);
    if (!holidays.some((holiday) => holiday.day === day)) holidays.push({ day, name: '' });
  }
  return holidays.sort((left, right) => left.day - right.day);
}

/** L. 260/1949 and later; 4 October is a holiday again from 2026 (L. 151/2025). */
function italianHolidays(year: number): PublicHoliday[] {
  const easter = easterSunday(year);
  return [
    on(year, 1, 1, 'Capodanno'),
    on(year, 1, 6, 'Epifania'),
    { day: easter, name: 'Pasqua' },
    { day: addDays(easter, 1), name: "Lunedì dell'Angelo" },
    on(year, 4, 25, 'Festa della Liberazione'),
    on(year, 5, 1, 'Festa del Lavoro'),
    on(year, 6, 2, 'Festa della Repubblica'),
    on(year, 8, 15, 'Ferragosto'),
    ...(year >= 2026 ? [on(year, 10, 4, "San Francesco d'Assisi")] : []),
    on(year, 11, 1, 'Ognissanti'),
    on(year, 12, 8, 'Immacolata Concezione'),
    on(year, 12, 25, 'Natale'),
    on(year, 12, 26, 'Santo Stefano'),
  ];
}

/** Federal holidays (5 U.S.C. 6103): one that falls on a Saturday is kept on the Friday, on a Sunday on the Monday. */
function americanHolidays(year: number): PublicHoliday[] {
  const fixed = [
    on(year, 1, 1, "New Year's Day"),
    // The next New Year's Day may be kept on 31 December of this year.
    on(year + 1, 1, 1, "New Year's Day"),
    ...(year >= 2021 ? [on(year, 6, 19, 'Juneteenth')] : []),
    on(year, 7, 4, 'Independence Day'),
    on(year, 11, 11, 'Veterans Day'),
    on(year, 12, 25, 'Christmas Day'),
  ].map((holiday) => ({ ...holiday, day: nearestWorkday(holiday.day) }));
  return [
    ...fixed.filter((holiday) => civilOf(holiday.day).year === year),
    { day: nthWeekday(year, 1, 1, 3), name: 'Martin Luther King Jr. Day' },
    { day: nthWeekday(year, 2, 1, 3), name: "Washington's Birthday" },
    { day: lastWeekday(year, 5, 1), name: 'Memorial Day' },
    { day: nthWeekday(year, 9, 1, 1), name: 'Labor Day' },
    { day: nthWeekday(year, 10, 1, 2), name: 'Columbus Day' },
    { day: nthWeekday(year, 11, 4, 4), name: 'Thanksgiving Day' },
  ];
}

/** Bank holidays of England and Wales, with substitute days, and the moved and single ones since 2011. */
function englishHolidays(year: number): PublicHoliday[] {
  const easter = easterSunday(year);
  const christmas = dayOf(year, 12, 25);
  const weekday = weekdayOf(christmas);
  // Christmas and Boxing Day on a weekend are both made up for on the working days that follow.
  const christmasKept = weekday === 6 ? addDays(christmas, 2) : weekday === 7 ? addDays(christmas, 2) : christmas;
  const boxingKept =
    weekday === 5 ? addDays(christmas, 3) : weekday === 6 ? addDays(christmas, 3) : addDays(christmas, 1);
  const spring: Readonly<Record<number, Day>> = { 2012: dayOf(2012, 6, 4), 2022: dayOf(2022, 6, 2) };
  const single: Readonly<Record<number, readonly PublicHoliday[]>> = {
    2011: [on(2011, 4, 29, 'Royal Wedding')],
    2012: [on(2012, 6, 5, 'Diamond Jubilee')],
    2022: [on(2022, 6, 3, 'Platinum Jubilee'), on(2022, 9, 19, 'State Funeral of Queen Elizabeth II')],
    2023: [on(2023, 5, 8, 'Coronation of King Charles III')],
  };
  return [
    { day: nextWorkday(dayOf(year, 1, 1)), name: "New Year's Day" },
    { day: addDays(easter, -2), name: 'Good Friday' },
    { day: addDays(easter, 1), name: 'Easter Monday' },
    { day: year === 2020 ? dayOf(2020, 5, 8) : nthWeekday(year, 5, 1, 1), name: 'Early May bank holiday' },
    { day: spring[year] ?? lastWeekday(year, 5, 1), name: 'Spring bank holiday' },
    { day: lastWeekday(year, 8, 1), name: 'Summer bank holiday' },
    { day: christmasKept, name: 'Christmas Day' },
    { day: boxingKept, name: 'Boxing Day' },
    ...(single[year] ?? []),
  ];
}

/** The holidays common to every Land; 31 October 2017 was one, once. */
function germanHolidays(year: number): PublicHoliday[] {
  const easter = easterSunday(year);
  return [
    on(year, 1, 1, 'Neujahr'),
    { day: addDays(easter, -2), name: 'Karfreitag' },
    { day: addDays(easter, 1), name: 'Ostermontag' },
    on(year, 5, 1, 'Tag der Arbeit'),
    { day: addDays(easter, 39), name: 'Christi Himmelfahrt' },
    { day: addDays(easter, 50), name: 'Pfingstmontag' },
    on(year, 10, 3, 'Tag der Deutschen Einheit'),
    ...(year === 2017 ? [on(year, 10, 31, 'Reformationstag')] : []),
    on(year, 12, 25, 'Erster Weihnachtstag'),
    on(year, 12, 26, 'Zweiter Weihnachtstag'),
  ];
}

/** Code du travail, art. L3133-1. */
function frenchHolidays(year: number): PublicHoliday[] {
  const easter = easterSunday(year);
  return [
    on(year, 1, 1, "Jour de l'an"),
    { day: addDays(easter, 1), name: 'Lundi de Pâques' },
    on(year, 5, 1, 'Fête du Travail'),
    on(year, 5, 8, 'Victoire 1945'),
    { day: addDays(easter, 39), name: 'Ascension' },
    { day: addDays(easter, 50), name: 'Lundi de Pentecôte' },
    on(year, 7, 14, 'Fête nationale'),
    on(year, 8, 15, 'Assomption'),
    on(year, 11, 1, 'Toussaint'),
    on(year, 11, 11, 'Armistice 1918'),
    on(year, 12, 25, 'Noël'),
  ];
}

/** The days kept in all of Spain; the regions add their own. */
function spanishHolidays(year: number): PublicHoliday[] {
  return [
    on(year, 1, 1, 'Año Nuevo'),
    on(year, 1, 6, 'Epifanía del Señor'),
    { day: addDays(easterSunday(year), -2), name: 'Viernes Santo' },
    on(year, 5, 1, 'Fiesta del Trabajo'),
    on(year, 8, 15, 'Asunción de la Virgen'),
    on(year, 10, 12, 'Fiesta Nacional de España'),
    on(year, 11, 1, 'Todos los Santos'),
    on(year, 12, 6, 'Día de la Constitución'),
    on(year, 12, 8, 'Inmaculada Concepción'),
    on(year, 12, 25, 'Natividad del Señor'),
  ];
}

function on(year: number, month: number, day: number, name: string): PublicHoliday {
  return { day: dayOf(year, month, day), name };
}

function nthWeekday(year: number, month: number, weekday: Weekday, n: number): Day {
  return addDays(startOfWeek(dayOf(year, month, 7), weekday), 7 * (n - 1));
}

function lastWeekday(year: number, month: number, weekday: Weekday): Day {
  return startOfWeek(dayOf(year, month, daysInMonth(year, month)), weekday);
}

function nearestWorkday(day: Day): Day {
  const weekday = weekdayOf(day);
  return addDays(day, weekday === 6 ? -1 : weekday === 7 ? 1 : 0);
}

function nextWorkday(day: Day): Day {
  const weekday = weekdayOf(day);
  return addDays(day, weekday === 6 ? 2 : weekday === 7 ? 1 : 0);
}
