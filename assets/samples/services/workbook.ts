import { Workbook } from '../../../src/host/model/workbook';
import { addDays, dayOf, weekdayOf } from '../../../src/planning/time/civil';
import type { Day } from '../../../src/planning/units';
import { makeRandom, roundTo, type Random } from '../random';
import { BY_SIZE, EUROS, EUROS_CENTS, writeTable, type SampleTable, type SampleValue } from '../sheetWriter';

const AS_OF = dayOf(2026, 11, 25);

/** The services firm: IT consulting, in English, with the three required sheets and nothing else. */
export function makeServices(): Workbook {
  const workbook = new Workbook();
  workbook.culture = 'en-GB';
  workbook.properties.title = 'Harbour & Lane Consulting – planning data';
  writeTable(workbook, { ...targets(), tabColor: '#1F3A4D' }, 'en');
  writeTable(workbook, { ...pipeline(makeRandom(314)), tabColor: '#2F7D6B' }, 'en');
  writeTable(workbook, { ...capacity(), tabColor: '#B5651D' }, 'en');
  return workbook;
}

/** 2026 is the year in progress; the strategic plan runs to 2029. */
function targets(): SampleTable {
  const rows: SampleValue[][] = [];
  const add = (
    objective: string,
    team: string,
    metric: string,
    unit: string,
    owner: string,
    values: readonly number[],
    aggregation = 'Sum',
  ): void => {
    values.forEach((value, index) =>
      rows.push([objective, team, metric, 2026 + index, value, unit, owner, aggregation]),
    );
  };
  add('New business revenue', 'Sales', 'Revenue', 'EUR', 'Hannah Doyle', [4_600_000, 5_000_000, 5_500_000, 6_100_000]);
  add('New customers', 'Sales', 'Customers', 'customers', 'Hannah Doyle', [30, 34, 38, 43]);
  add('Billable hours', 'Delivery', 'Billable hours', 'h', 'Owen Price', [31_000, 33_500, 36_500, 40_000]);
  add('Customer satisfaction', 'Delivery', 'Satisfaction', 'points', 'Owen Price', [8.6, 8.7, 8.8, 8.9], 'Average');
  add('Qualified leads', 'Marketing', 'Leads', 'leads', 'Priya Shah', [340, 380, 430, 480]);
  return {
    kind: 'targets',
    fields: ['objective', 'team', 'metric', 'year', 'target', 'unit', 'owner', 'aggregation'],
    formats: { year: '0', target: BY_SIZE },
    rows,
  };
}

const STAGES = [
  ['Discovery', 110, 20],
  ['Scoping', 75, 18],
  ['Proposal', 45, 14],
  ['Negotiation', 20, 9],
] as const;
const OWNERS = ['Hannah Doyle', 'Marcus Webb', 'Grace Okafor', 'Tom Lindqvist', 'Julia Brandt'] as const;
/** What is sold, in hours: rate in euro an hour, and how often. */
const SERVICES = [
  ['Advisory', 140, 3],
  ['Implementation', 105, 5],
  ['Managed services', 82, 2],
] as const;
const ACCOUNTS = [
  'Northgate Insurance',
  'Bluefin Logistics',
  'Kestrel Energy',
  'Alder Retail Group',
  'Meridian Bank',
  'Copperfield Foods',
  'Larkspur Health',
  'Vantage Rail',
  'Summit Telecom',
  'Orchard Housing',
  'Pioneer Pharma',
  'Stonebridge Legal',
  'Harrow Utilities',
  'Juniper Travel',
  'Redwood Media',
  'Castle Motors',
  'Fairview Schools',
  'Granite Construction',
  'Silverline Airways',
  'Westbrook Council',
] as const;
const PROJECTS = [
  'data platform',
  'ERP rollout',
  'cloud migration',
  'process review',
  'support contract',
  'integration',
  'reporting',
] as const;

function pipeline(random: Random): SampleTable {
  const rows: (readonly [Day, SampleValue[]])[] = [];
  for (let index = 0; index < 210; index++) {
    const amount = Math.max(15_000, roundTo(105_000 * Math.exp(0.5 * random.normal() - 0.12), 500));
    const [family, rate] = random.weighted(SERVICES.map((own) => [own, own[2]] as const));
    const hours = Math.round(amount / rate);
    const account = `${random.pick(ACCOUNTS)}, ${random.pick(PROJECTS)}`;
    const [created, row] = index < 150 ? closed(random) : open(random);
    rows.push([created, [account, ...row.slice(0, 2), family, hours, amount, ...row.slice(2)]]);
  }
  rows.sort((a, b) => a[0] - b[0]);
  return {
    kind: 'pipeline',
    fields: [
      'opportunity',
      'account',
      'owner',
      'team',
      'stage',
      'family',
      'quantity',
      'amount',
      'created',
      'closeDate',
    ],
    formats: { amount: EUROS },
    rows: rows.map(([created, [account, owner, stage, family, hours, amount, close]], index) => [
      `D-${String(401 + index)}`,
      account,
      owner,
      'Sales',
      stage,
      family,
      hours,
      amount,
      created,
      close,
    ]),
  };
}

function closed(random: Random): readonly [Day, SampleValue[]] {
  const close = toWorkday(addDays(AS_OF, -random.whole(1, 400)));
  const created = toWorkday(addDays(close, -random.whole(40, 170)));
  return [created, [random.pick(OWNERS), random.next() < 0.29 ? 'Closed won' : 'Closed lost', close]];
}

function open(random: Random): readonly [Day, SampleValue[]] {
  const [stage, days] = random.weighted(STAGES.map((own) => [own, own[2]] as const));
  const close = toWorkday(addDays(AS_OF, 6 + Math.round(days * random.between(0.5, 1.9))));
  const created = toWorkday(addDays(AS_OF, -random.whole(5, 25) - Math.round((115 - days) * random.between(0.7, 1.2))));
  return [created, [random.pick(OWNERS), stage, close]];
}

function capacity(): SampleTable {
  return {
    kind: 'capacity',
    fields: ['resource', 'kind', 'per', 'unit', 'heads', 'hoursPerHead', 'regular', 'cost', 'quota'],
    formats: { cost: EUROS_CENTS, quota: EUROS },
    rows: [
      ['Sales', 'Team', 'Week', 'h', 5, 37.5, 187.5, 48, 1_050_000],
      ['Delivery', 'Team', 'Week', 'h', 21, 37.5, 787.5, 41, undefined],
      ['Marketing', 'Team', 'Week', 'h', 3, 37.5, 112.5, 38, undefined],
    ],
  };
}

/** A weekend moves to the Friday before. */
function toWorkday(day: Day): Day {
  const weekday = weekdayOf(day);
  return weekday >= 6 ? addDays(day, 5 - weekday) : day;
}
