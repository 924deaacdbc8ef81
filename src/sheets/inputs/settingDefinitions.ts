import type { Settings, Weekday } from '../../planning/input';
import { civilOf } from '../../planning/time/civil';
import { BadCell, choice, DATE, FRACTION, integer, number, readDay, textOf, type CellType } from './cells';
import type { Bilingual } from './column';
import { parseDateText } from './dateText';
import { matchKey } from './match';
import {
  BUCKETS,
  COUNTRIES,
  FISCAL_PATTERNS,
  IDLE_LABOUR,
  LANGUAGES,
  MONTHS,
  OBJECTIVES,
  WEEKDAYS,
  YEAR_END_RULES,
} from './words';

/** A setting a workbook can give. */
export type SettingField = Exclude<keyof Settings, 'given'>;

/** One setting, as data: its names, how its value is read, and a value to show in a template. */
export interface SettingDefinition<T> {
  readonly names: Bilingual;
  readonly synonyms: readonly string[];
  readonly type: CellType<T>;
}

const WEEKDAY_BY_KEY = new Map(
  WEEKDAYS.flatMap(({ day, words }) => words.map((word) => [matchKey(word), day] as const)),
);

/** A day of the week by name, or by its ISO number (1 = Monday). */
const WEEKDAY: CellType<Weekday> = {
  name: 'other',
  read(value) {
    const day = WEEKDAY_BY_KEY.get(matchKey(String(value))) ?? WEEKDAYS.find((own) => own.day === Number(value))?.day;
    return day ?? new BadCell('not-a-weekday', { value: textOf(value) });
  },
};

/** Days of the week, one by one or from–to: 'Mon-Fri', 'lun, mar, gio', 'Sun-Thu'. */
const WEEKDAYS_WORKED: CellType<readonly Weekday[]> = {
  name: 'other',
  read(value) {
    const days = new Set<Weekday>();
    for (const part of String(value).split(/[,;/+&]|\s+(?:and|e|ed)\s+/u)) {
      const [first, last = first] = part
        .split(/[-–—]|\s+(?:to|a|al)\s+/u)
        .map((word) => WEEKDAY_BY_KEY.get(matchKey(word)));
      if (first === undefined || last === undefined) return new BadCell('not-weekdays', { value: textOf(value) });
      for (let day = first; ; day = ((day % 7) + 1) as Weekday) {
        days.add(day);
        if (day === last) break;
      }
    }
    return [...days].sort((a, b) => a - b);
  },
};

const monthWord = choice(MONTHS);
const monthNumber = integer({ minimum: 1, maximum: 12 });

/** A month by number or name. */
const MONTH: CellType<number> = {
  name: 'other',
  read(value, column) {
    const named = monthWord.read(value, column);
    return typeof named === 'string' ? Number(named) : monthNumber.read(value, column);
  },
};

/** A day of every year, day first: '07/12', '7 dicembre'; or a date, of which the year is let go. */
const DAY_AND_MONTH: CellType<NonNullable<Settings['localHoliday']>> = {
  name: 'other',
  read(value, column) {
    if (typeof value !== 'string') {
      const day = readDay(value, column);
      return day instanceof BadCell ? day : { day: civilOf(day).day, month: civilOf(day).month };
    }
    // 2000 is a leap year: 29 February is a day like the others.
    const numeric = /^\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*$/.exec(value);
    const read = parseDateText(numeric ? `2000-${numeric[2]}-${numeric[1]}` : withYear(value), 'dmy');
    if (read.kind === 'none') return new BadCell('not-a-date', { value: textOf(value) });
    if (read.kind === 'impossible') return new BadCell('date-impossible', { value: textOf(value) });
    return { day: civilOf(read.day).day, month: civilOf(read.day).month };
  },
};

/** '7 dicembre' needs a year to be a date; '7 dicembre 2026' has one. */
function withYear(text: string): string {
  return /\d{4}/.test(text) ? text : `${text.trim()} 2000`;
}

const yesOrNo = choice([
  { value: 'Yes', it: 'Sì', synonyms: ['True', 'Vero', 'Y', 'S', '1'] },
  { value: 'No', it: 'No', synonyms: ['False', 'Falso', 'N', '0'] },
]);

/** Yes or no, in words or as a boolean. */
const YES_NO: CellType<boolean> = {
  name: 'choice',
  choices: yesOrNo.choices,
  read(value, column) {
    const word = yesOrNo.read(value, column);
    return word instanceof BadCell ? word : word === 'Yes';
  },
};

const SYMBOLS: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', EURO: 'EUR' };

/** A currency by its ISO 4217 code, or one of the commonest symbols. */
const CURRENCY: CellType<string> = {
  name: 'other',
  read(value) {
    const text = textOf(value).toUpperCase();
    const code = SYMBOLS[text] ?? text;
    return /^[A-Z]{3}$/.test(code) ? code : new BadCell('not-a-currency', { value: textOf(value) });
  },
};

/** What of a setting may be given: an optional one is read as its value, not as undefined. */
type Given<F extends SettingField> = NonNullable<Settings[F]>;

/** Every setting of the contract. */
export const SETTING_DEFINITIONS: { readonly [F in SettingField]: SettingDefinition<Given<F>> } = {
  planStart: {
    names: ['Plan start', 'Inizio piano'],
    synonyms: ['Start', 'Inizio', 'Inizio del piano', 'Data inizio piano', 'Planning start'],
    type: DATE,
  },
  horizon: {
    names: ['Horizon', 'Orizzonte'],
    synonyms: ['Buckets', 'Periodi', 'Orizzonte (periodi)', 'Planning horizon'],
    type: integer({ minimum: 1, maximum: 520 }),
  },
  bucket: {
    names: ['Bucket', 'Periodo'],
    synonyms: ['Granularity', 'Granularità', 'Time bucket', 'Passo', 'Intervallo'],
    type: choice(BUCKETS),
  },
  dailyWeeks: {
    names: ['Daily weeks', 'Settimane a giorni'],
    synonyms: ['Settimane giornaliere', 'Weeks by day', 'Settimane di dettaglio'],
    type: integer({ minimum: 0, maximum: 104 }),
  },
  frozen: {
    names: ['Frozen', 'Periodi bloccati'],
    synonyms: ['Frozen buckets', 'Frozen periods', 'Periodi congelati', 'Congelati', 'Bloccati'],
    type: integer({ minimum: 0, maximum: 520 }),
  },
  fiscalYearStart: {
    names: ['Fiscal year start', 'Inizio esercizio'],
    synonyms: ['Inizio anno fiscale', 'Mese inizio esercizio', 'First month', 'Fiscal start'],
    type: MONTH,
  },
  fiscalPattern: {
    names: ['Fiscal pattern', 'Schema fiscale'],
    synonyms: ['Fiscal calendar', 'Calendario fiscale', 'Schema esercizio'],
    type: choice(FISCAL_PATTERNS),
  },
  yearEndRule: {
    names: ['Year end rule', 'Regola fine anno'],
    synonyms: ['Year end', 'Fine anno', 'Regola fine esercizio'],
    type: choice(YEAR_END_RULES),
  },
  yearEndWeekday: {
    names: ['Week day', 'Giorno fine anno'],
    synonyms: ['Year end week day', 'Year end weekday', 'Weekday', 'Giorno della settimana', 'Giorno fine esercizio'],
    type: WEEKDAY,
  },
  weekStart: {
    names: ['Week start', 'Inizio settimana'],
    synonyms: ['First day of week', 'Primo giorno della settimana'],
    type: WEEKDAY,
  },
  country: { names: ['Country', 'Paese'], synonyms: ['Nazione', 'Holiday country', 'Stato'], type: choice(COUNTRIES) },
  localHoliday: {
    names: ['Local holiday', 'Festa patronale'],
    synonyms: ['Santo patrono', 'Patrono', 'Festività locale', 'Patron saint'],
    type: DAY_AND_MONTH,
  },
  workingDays: {
    names: ['Working days', 'Giorni lavorativi'],
    synonyms: ['Workdays', 'Work week', 'Settimana lavorativa'],
    type: WEEKDAYS_WORKED,
  },
  hoursPerDay: {
    names: ['Hours per day', 'Ore al giorno'],
    synonyms: ['Daily hours', 'Ore giornaliere', 'Ore per giorno'],
    type: number({ minimum: 0.1, maximum: 24 }),
  },
  currency: { names: ['Currency', 'Valuta'], synonyms: ['Divisa', 'Moneta'], type: CURRENCY },
  objective: {
    names: ['Objective', 'Obiettivo'],
    synonyms: ['Planning objective', 'Obiettivo del piano', 'Criterio'],
    type: choice(OBJECTIVES),
  },
  idleLabour: {
    names: ['Idle labour', 'Manodopera inattiva'],
    synonyms: ['Idle labor', 'Ore inattive', 'Inattività'],
    type: choice(IDLE_LABOUR),
  },
  wholeHeads: {
    names: ['Whole heads', 'Addetti interi'],
    synonyms: ['Whole people', 'Persone intere', 'Teste intere'],
    type: YES_NO,
  },
  intervalLevel: {
    names: ['Interval level', 'Livello di confidenza'],
    synonyms: ['Confidence', 'Confidence level', 'Livello intervallo', 'Confidenza'],
    type: FRACTION,
  },
  language: { names: ['Language', 'Lingua'], synonyms: [], type: choice(LANGUAGES) },
  timeLimitSeconds: {
    names: ['Time limit', 'Tempo limite'],
    synonyms: ['Time limit (seconds)', 'Limite di tempo', 'Tempo massimo', 'Secondi'],
    type: number({ minimum: 1, maximum: 3600 }),
  },
  today: {
    names: ['Today', 'Oggi'],
    synonyms: ['Data odierna', 'As of', 'Data di riferimento', 'Reference date'],
    type: DATE,
  },
};

/** The setting a name stands for; undefined when there is none such. */
export function settingNamed(name: string): SettingField | undefined {
  return FIELD_BY_KEY.get(matchKey(name));
}

const FIELD_BY_KEY = new Map<string, SettingField>();
for (const [field, { names, synonyms }] of Object.entries(SETTING_DEFINITIONS) as [
  SettingField,
  SettingDefinition<unknown>,
][])
  for (const word of [...names, ...synonyms]) FIELD_BY_KEY.set(matchKey(word), field);
