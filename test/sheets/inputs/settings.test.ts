import { dayOf } from '../../../src/planning/time/civil';
import { parseWorkbook } from '../../../src/sheets/inputs/parse';
import type { RawValue } from '../../../src/sheets/inputs/raw';
import { rawWorkbook } from '../../fixtures/bad/raw';
import { goodSheets, withSheets } from '../../fixtures/bad/workbooks';

const today = dayOf(2026, 11, 25);

function settingsOf(rows: readonly (readonly RawValue[])[], culture = 'en-GB') {
  const parsed = parseWorkbook(withSheets({ Settings: [['Setting', 'Value'], ...rows] }, { culture }), { today });
  return {
    settings: parsed.input.settings,
    issues: parsed.issues.filter((own) => !/^default-(?!plan|hor|cou)/.test(own.code)),
  };
}

describe('settings', () => {
  it('all have a default, and those that matter most are told', () => {
    const { settings, issues } = settingsOf([]);
    expect(settings).toMatchObject({
      planStart: dayOf(2026, 11, 30),
      horizon: 26,
      bucket: 'Week',
      dailyWeeks: 4,
      frozen: 0,
      fiscalYearStart: 1,
      fiscalPattern: 'Calendar',
      yearEndRule: 'Last',
      yearEndWeekday: 7,
      weekStart: 1,
      country: 'IT',
      localHoliday: undefined,
      workingDays: [1, 2, 3, 4, 5],
      hoursPerDay: 8,
      currency: 'EUR',
      objective: 'Service first',
      idleLabour: 'Allowed',
      wholeHeads: false,
      intervalLevel: 0.8,
      language: 'en',
      timeLimitSeconds: 30,
      today,
      given: {},
    });
    expect(issues.map((own) => own.code)).toEqual(['default-plan-start', 'default-horizon', 'default-country']);
    expect(issues[0]?.params).toEqual({ date: '2026-11-30', bucket: 'Week' });
  });

  it('start the plan today where a bucket begins today', () => {
    const monday = dayOf(2026, 11, 30);
    expect(parseWorkbook(rawWorkbook(goodSheets()), { today: monday }).input.settings.planStart).toBe(monday);
  });

  it('by month, start with the next month and cover twelve', () => {
    expect(settingsOf([['Bucket', 'Month']]).settings).toMatchObject({ planStart: dayOf(2026, 12, 1), horizon: 12 });
  });

  it('by fiscal periods, start with the next period', () => {
    const { settings } = settingsOf([
      ['Bucket', 'Month'],
      ['Fiscal pattern', '4-4-5'],
      ['Year end rule', 'Last'],
      ['Week day', 'Sunday'],
    ]);
    // Fiscal 2026 ends on Sunday 27 December; its last period is of five weeks.
    expect(settings.planStart).toBe(dayOf(2026, 12, 28));
  });

  it('are read in Italian', () => {
    const { settings, issues } = settingsOf(
      [
        ['Inizio piano', '04/01/2027'],
        ['Orizzonte', '52'],
        ['Periodo', 'Settimana'],
        ['Settimane a giorni', 6],
        ['Paese', 'Italia'],
        ['Festa patronale', '07/12'],
        ['Giorni lavorativi', 'Lun-Sab'],
        ['Ore al giorno', '7,5'],
        ['Valuta', '€'],
        ['Obiettivo', 'Minimo costo'],
        ['Livello di confidenza', '90%'],
        ['Lingua', 'Italiano'],
        ['Inizio esercizio', 'luglio'],
        ['Manodopera inattiva', 'Non ammesso'],
        ['Addetti interi', 'Sì'],
        ['Tempo limite', 60],
        ['Oggi', '2026-12-01'],
        ['Inizio settimana', 'Domenica'],
      ],
      'it-IT',
    );
    expect(settings).toMatchObject({
      planStart: dayOf(2027, 1, 4),
      horizon: 52,
      bucket: 'Week',
      dailyWeeks: 6,
      country: 'IT',
      localHoliday: { day: 7, month: 12 },
      workingDays: [1, 2, 3, 4, 5, 6],
      hoursPerDay: 7.5,
      currency: 'EUR',
      objective: 'Min cost',
      intervalLevel: 0.9,
      language: 'it',
      fiscalYearStart: 7,
      idleLabour: 'Not allowed',
      wholeHeads: true,
      timeLimitSeconds: 60,
      today: dayOf(2026, 12, 1),
      weekStart: 7,
      yearEndWeekday: 6,
    });
    expect(issues.filter((own) => own.severity === 'warning').map((own) => own.code)).toEqual(['date-ambiguous']);
    expect(settings.given.planStart).toMatchObject({ sheet: 'Settings', row: 1, columns: { value: 1 } });
  });

  it.each<[string, RawValue, string]>([
    ['Horizon', 0, 'too-small'],
    ['Horizon', 12.5, 'not-whole'],
    ['Bucket', 'Fortnight', 'not-a-choice'],
    ['Country', 'Atlantis', 'not-a-choice'],
    ['Plan start', '31/04/2027', 'date-impossible'],
    ['Local holiday', '30/02', 'date-impossible'],
    ['Local holiday', 'Easter', 'not-a-date'],
    ['Working days', 'all', 'not-weekdays'],
    ['Week start', 'Someday', 'not-a-weekday'],
    ['Currency', 'bitcoin', 'not-a-currency'],
    ['Interval level', 1.8e3, 'not-a-fraction'],
    ['Hours per day', 'eight', 'not-a-number'],
    ['Today', '#N/A', 'cell-error'],
  ])('%s = %s is a warning at its cell, and the default stands in', (name, value, code) => {
    const { issues, settings } = settingsOf(
      [
        ['Currency', 'EUR'],
        [name, value],
      ].slice(name === 'Currency' ? 1 : 0),
    );
    const row = name === 'Currency' ? 1 : 2;
    expect(issues.find((own) => own.code === code)).toMatchObject({
      severity: 'warning',
      cell: { sheet: 'Settings', row, column: 1 },
      params: { column: name, outcome: 'setting' },
    });
    expect(settings).toMatchObject({ horizon: 26, bucket: 'Week', country: 'IT', hoursPerDay: 8 });
  });

  it('warn of a name they do not know, and suggest the nearest', () => {
    expect(settingsOf([['Horizn', 12]]).issues[0]).toMatchObject({
      code: 'setting-unknown',
      cell: { row: 1, column: 0 },
      params: { name: 'Horizn', suggestion: 'Horizon' },
    });
  });

  it('count the first of two rows of the same setting', () => {
    const { settings, issues } = settingsOf([
      ['Horizon', 12],
      ['Orizzonte', 20],
    ]);
    expect(settings.horizon).toBe(12);
    expect(issues[0]).toMatchObject({ code: 'duplicate-row', cell: { row: 2 }, params: { first: 2 } });
  });

  it('a blank value is the default', () => {
    expect(settingsOf([['Horizon', '']]).settings.horizon).toBe(26);
  });
});

describe('the language of what is written', () => {
  it('is that of the headings', () => {
    expect(parseWorkbook(rawWorkbook(goodSheets('it')), { today }).input.settings.language).toBe('it');
    expect(parseWorkbook(rawWorkbook(goodSheets('en')), { today }).input.settings.language).toBe('en');
  });

  it('is what Settings say, else, and what is asked for outright before all', () => {
    const raw = withSheets({
      Settings: [
        ['Setting', 'Value'],
        ['Language', 'it'],
      ],
    });
    expect(parseWorkbook(raw, { today }).input.settings.language).toBe('it');
    expect(parseWorkbook(raw, { today, language: 'en' }).input.settings.language).toBe('en');
  });
});
