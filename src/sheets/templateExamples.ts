import type { Language, TableKind } from '../planning/input';
import { addDays, civilOf, dayOf, startOfWeek } from '../planning/time/civil';
import type { Day } from '../planning/units';
import { SETTING_DEFINITIONS, type SettingField } from './inputs/settingDefinitions';

/** A value of an example row; a pair is a word in English and Italian. */
type Example = string | number | readonly [en: string, it: string];

/** A row by field; fields that are not there stay blank. */
export type ExampleRow = Readonly<Record<string, string | number>>;

const SALES = ['Sales', 'Vendite'] as const;
const LINE = ['Assembly', 'Assemblaggio'] as const;
const PUMPS = ['Pumps', 'Pompe'] as const;
const MOTORS = ['Motors', 'Motori'] as const;
const GROWTH = ['Growth', 'Crescita'] as const;
const PROPOSAL = ['Proposal', 'Offerta'] as const;
const WEEK = ['Week', 'Settimana'] as const;

/**
 * Example rows of an input table: together they are a small workbook that can be planned as it stands.
 *
 * @param today The examples' dates lie around the next Monday after it.
 */
export function exampleRows(kind: TableKind, language: Language, today: Day): readonly ExampleRow[] {
  const start = addDays(startOfWeek(today, 1), 7);
  if (kind === 'settings') return settingRows(language, start);
  return examples(kind, start).map((row) =>
    Object.fromEntries(Object.entries(row).map(([field, value]) => [field, inLanguage(value, language)])),
  );
}

function inLanguage(value: Example, language: Language): string | number {
  return typeof value === 'object' ? value[language === 'it' ? 1 : 0] : value;
}

function examples(kind: Exclude<TableKind, 'settings'>, start: Day): readonly Readonly<Record<string, Example>>[] {
  const { year } = civilOf(start);
  switch (kind) {
    case 'targets':
      return [year, year + 1, year + 2].map((own, index) => ({
        objective: GROWTH,
        team: SALES,
        metric: ['Revenue', 'Ricavi'],
        year: own,
        target: 1_000_000 + 100_000 * index,
        aggregation: ['Sum', 'Somma'],
      }));
    case 'pipeline':
      return [
        {
          opportunity: 'D-001',
          account: 'Rossi S.r.l.',
          stage: PROPOSAL,
          amount: 48_000,
          closeDate: addDays(start, 40),
          team: SALES,
          family: PUMPS,
          quantity: 120,
          created: addDays(start, -30),
        },
        {
          opportunity: 'D-002',
          account: 'Meyer GmbH',
          stage: ['Won', 'Vinta'],
          amount: 22_000,
          closeDate: addDays(start, -20),
          team: SALES,
          family: PUMPS,
          quantity: 55,
          created: addDays(start, -80),
        },
      ];
    case 'capacity':
      return [
        {
          resource: SALES,
          kind: ['Team', 'Reparto'],
          from: start,
          per: WEEK,
          unit: ['h', 'ore'],
          heads: 5,
          hoursPerHead: 38,
        },
        {
          resource: LINE,
          kind: ['Line', 'Linea'],
          from: start,
          per: WEEK,
          unit: ['h', 'ore'],
          regular: 160,
          cost: 24,
          overtime: 24,
          overtimeCost: 34,
        },
      ];
    case 'families':
      return [
        {
          family: PUMPS,
          price: 400,
          unitCost: 180,
          openingStock: 60,
          safetyStock: 30,
          holdingCost: 3,
          backlogCost: 30,
          lostSaleCost: 60,
          priority: 1,
        },
        { family: MOTORS, openingStock: 200, purchaseCost: 45, leadTimeWeeks: 2, holdingCost: 0.5 },
      ];
    case 'routings':
      return [{ family: PUMPS, resource: LINE, hours: 1.2 }];
    case 'materials':
      return [{ parent: PUMPS, component: MOTORS, quantity: 1 }];
    case 'receipts':
      return [{ family: MOTORS, date: addDays(start, 4), quantity: 120 }];
    case 'demand':
      return [1, 2, 3, 4].map((week) => ({
        date: addDays(start, -7 * week),
        family: PUMPS,
        quantity: 100 + 5 * week,
        value: 400 * (100 + 5 * week),
      }));
    case 'orders':
      return [{ date: addDays(start, 3), family: PUMPS, quantity: 30, customer: 'Rossi S.r.l.', priority: 1 }];
    case 'overrides':
      return [
        {
          family: PUMPS,
          period: addDays(start, 28),
          stream: SALES,
          quantity: 140,
          reason: ['Spring campaign', 'Campagna di primavera'],
          owner: 'Ada',
        },
      ];
    case 'stages':
      return [
        { stage: PROPOSAL, order: 1, winRate: 0.4, daysToClose: 45, outcome: ['Open', 'Aperta'] },
        { stage: ['Won', 'Vinta'], order: 2, winRate: 1, daysToClose: 0, outcome: ['Won', 'Vinta'] },
        { stage: ['Lost', 'Persa'], order: 3, winRate: 0, daysToClose: 0, outcome: ['Lost', 'Persa'] },
      ];
    case 'activities':
      return [
        {
          activity: ['Customer calls', 'Chiamate ai clienti'],
          team: SALES,
          objective: GROWTH,
          kind: ['Recurring', 'Ricorrente'],
          driver: ['Fixed', 'Fisso'],
          rate: 10,
          per: WEEK,
          hours: 0.5,
        },
        {
          activity: ['Write proposal', 'Redazione offerta'],
          team: SALES,
          objective: GROWTH,
          kind: ['Task', 'Compito'],
          driver: ['Entries:Proposal', 'Ingressi:Offerta'],
          rate: 1,
          hours: 6,
        },
      ];
    case 'people':
      return [{ name: 'Ada Bianchi', team: SALES, start: dayOf(year - 3, 1, 15), fte: 1, hoursPerWeek: 38 }];
    case 'holidays':
      return [{ date: addDays(start, 11), name: ['Bridge day', 'Ponte'] }];
    case 'profiles':
      return [6, 7, 9, 9, 9, 8, 8, 5, 9, 10, 10, 10].map((weight, index) => ({
        profile: ['Standard season', 'Stagione tipo'],
        period: index + 1,
        weight,
      }));
    case 'actuals':
      return [{ date: addDays(start, -7), team: SALES, measure: ['Revenue', 'Ricavi'], value: 21_500 }];
  }
}

/** The settings people change most, with their usual values; the others have defaults. */
function settingRows(language: Language, start: Day): ExampleRow[] {
  const given: readonly (readonly [SettingField, Example])[] = [
    ['planStart', start],
    ['horizon', 26],
    ['bucket', WEEK],
    ['dailyWeeks', 4],
    ['fiscalYearStart', 1],
    ['country', 'IT'],
    ['workingDays', ['Mon-Fri', 'Lun-Ven']],
    ['hoursPerDay', 8],
    ['currency', 'EUR'],
    ['objective', ['Service first', 'Prima il servizio']],
    ['language', language],
  ];
  const at = language === 'it' ? 1 : 0;
  return given.map(([field, value]) => ({
    setting: SETTING_DEFINITIONS[field].names[at],
    value: inLanguage(value, language),
  }));
}
