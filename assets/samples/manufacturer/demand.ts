import { addDays, civilOf, dayOf, weekdayOf } from '../../../src/planning/time/civil';
import type { Day } from '../../../src/planning/units';
import { type Random, roundTo } from '../random';
import { EUROS, type SampleTable, type SampleValue } from '../sheetWriter';
import { FAMILIES, type SampleFamily } from './families';

const FIRST_WEEK = dayOf(2023, 11, 27);
const WEEKS = 156;
const PLAN_START = dayOf(2027, 1, 4);

/** Three years of weekly demand: level, trend and season of each family, with noise, a quiet August and a quiet Christmas. */
export function demandTable(random: Random): SampleTable {
  const rows: SampleValue[][] = [];
  for (let week = 0; week < WEEKS; week++) {
    const day = addDays(FIRST_WEEK, 7 * week);
    for (const family of FAMILIES) {
      const noise = 1 + family.noise * random.normal();
      const quantity = Math.max(0, Math.round(expectedDemand(family, week, day) * noise));
      rows.push([day, family.name, quantity, roundTo(quantity * family.price * random.between(0.94, 0.98), 1)]);
    }
  }
  return { kind: 'demand', fields: ['date', 'family', 'quantity', 'value'], formats: { value: EUROS }, rows };
}

/** What a week would bring without noise. */
function expectedDemand(family: SampleFamily, week: number, day: Day): number {
  const [strength, peak] = family.season;
  const season = 1 + strength * Math.cos((2 * Math.PI * (dayOfYear(day) / 7 - peak)) / 52.18);
  return family.weekly * (1 + family.trend) ** (week / 52.18) * season * closure(day);
}

/** Customers close too: the two weeks around 15 August, and those of Christmas and New Year. */
function closure(monday: Day): number {
  const { month, day } = civilOf(addDays(monday, 3));
  if (month === 8 && day >= 8 && day <= 21) return 0.3;
  if ((month === 12 && day >= 24) || (month === 1 && day <= 3)) return 0.45;
  return 1;
}

function dayOfYear(day: Day): number {
  return day - dayOf(civilOf(day).year, 1, 1) + 1;
}

const CUSTOMERS = [
  'Idrotermica Sabatini',
  'Ferramenta Colombo',
  'AquaNord GmbH',
  'Termoidraulica Rossi',
  'Edilforniture Bassani',
  'Pumpen Vertrieb Meyer',
  'Irrigazioni Puglia',
  'Consorzio Agrario Padano',
  'Hydro Ouest SARL',
  'Bombas Levante SL',
  'Impianti Galbiati',
  'Clima Service Verona',
];

/** Firm orders for the first weeks of the plan: many soon, fewer later. */
export function ordersTable(random: Random): SampleTable {
  const rows: (readonly [day: Day, ...rest: SampleValue[]])[] = [];
  for (let index = 0; index < 72; index++) {
    const ahead = Math.floor(70 * random.next() ** 1.6);
    const day = toWorkday(addDays(PLAN_START, ahead));
    const family = random.pick(FAMILIES);
    const quantity = Math.max(1, Math.round(family.weekly * random.between(0.05, 0.22)));
    rows.push([day, family.name, quantity, random.pick(CUSTOMERS), random.next() < 0.15 ? 1 : 2]);
  }
  rows.sort((a, b) => a[0] - b[0]);
  return { kind: 'orders', fields: ['date', 'family', 'quantity', 'customer', 'priority'], rows };
}

/** Saturday and Sunday move to Monday. */
function toWorkday(day: Day): Day {
  const weekday = weekdayOf(day);
  return weekday >= 6 ? addDays(day, 8 - weekday) : day;
}

/** What sales and marketing know and history does not: a promotion, a tender, a customer who leaves. */
export function overridesTable(): SampleTable {
  return {
    kind: 'overrides',
    fields: ['family', 'period', 'stream', 'quantity', 'reason', 'owner'],
    rows: [
      ['Elettropompe', dayOf(2027, 3, 8), 'Marketing', 330, 'Campagna irrigazione di primavera', 'Elena Marchetti'],
      ['Elettropompe', dayOf(2027, 3, 15), 'Marketing', 345, 'Campagna irrigazione di primavera', 'Elena Marchetti'],
      ['Pompe sommerse', dayOf(2027, 4, 12), 'Vendite', 175, 'Gara Consorzio Agrario Padano', 'Davide Ferrari'],
      ['Pompe sommerse', dayOf(2027, 4, 19), 'Vendite', 180, 'Gara Consorzio Agrario Padano', 'Davide Ferrari'],
      [
        'Circolatori',
        dayOf(2027, 6, 7),
        'Vendite',
        290,
        'Cliente tedesco passa a un altro fornitore',
        'Sofia Lombardi',
      ],
      [
        'Gruppi di pressurizzazione',
        dayOf(2027, 5, 10),
        'Consenso',
        58,
        'Concordato nella riunione S&OP di novembre',
        'Paolo Ricci',
      ],
    ],
  };
}
