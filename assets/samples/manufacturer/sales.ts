import { addDays, dayOf, weekdayOf } from '../../../src/planning/time/civil';
import type { Day } from '../../../src/planning/units';
import { type Random, roundTo } from '../random';
import { EUROS, type SampleTable, type SampleValue } from '../sheetWriter';
import { FAMILIES } from './families';

/** The day the pipeline was exported. */
const AS_OF = dayOf(2026, 11, 25);
const OPPORTUNITIES = 400;
const CLOSED = 222;

export const SELLERS = [
  'Davide Ferrari',
  'Sofia Lombardi',
  'Luca Moretti',
  'Chiara Conti',
  'Matteo Greco',
  'Alessia Rinaldi',
  'Simone Barbieri',
  'Federica Galli',
] as const;

const NAMES = [
  'Idrotermica',
  'Termoidraulica',
  'Impianti',
  'Acquedotti',
  'Irrigazioni',
  'Edilforniture',
  'Climatica',
  'Consorzio',
  'Hydro',
  'Pumpen',
  'Forniture',
  'Bonifica',
] as const;
const PLACES = [
  'Bassani',
  'del Garda',
  'Lariana',
  'Romagna',
  'Piave',
  'Colombo',
  'Nord',
  'Valtellina',
  'Ticino',
  'Adriatica',
  'Meyer',
  'Fontana',
  'Brenta',
  'Etruria',
  'Levante',
  'Salento',
  'Monferrato',
  'Sabatini',
] as const;
const FORMS = ['S.r.l.', 'S.p.A.', 'S.r.l.', 'S.n.c.', 'S.p.A.', 'GmbH', 'Soc. coop.'] as const;

interface Stage {
  readonly name: string;
  readonly winRate: number;
  readonly days: number;
  readonly category: string;
}

const OPEN_STAGES: readonly Stage[] = [
  { name: 'Qualificazione', winRate: 0.15, days: 120, category: 'Pipeline' },
  { name: 'Analisi esigenze', winRate: 0.28, days: 85, category: 'Pipeline' },
  { name: 'Offerta', winRate: 0.45, days: 50, category: 'Migliore ipotesi' },
  { name: 'Trattativa', winRate: 0.7, days: 21, category: 'Impegno' },
];

export function stagesTable(): SampleTable {
  return {
    kind: 'stages',
    fields: ['stage', 'order', 'winRate', 'daysToClose', 'category', 'outcome'],
    rows: [
      ...OPEN_STAGES.map((own, index): SampleValue[] => [
        own.name,
        index + 1,
        own.winRate,
        own.days,
        own.category,
        'Aperta',
      ]),
      ['Vinta', 5, 1, 0, 'Chiuso', 'Vinta'],
      ['Persa', 6, 0, 0, 'Escluso', 'Persa'],
    ],
  };
}

/** Supply contracts for new customers and plants: closed ones of the last year and a half, open ones to autumn 2027. */
export function pipelineTable(random: Random): SampleTable {
  const rows: (readonly [created: Day, row: SampleValue[]])[] = [];
  const customers = makeCustomers(random);
  for (let index = 0; index < OPPORTUNITIES; index++) {
    const family = random.weighted(FAMILIES.map((own) => [own, own.price * own.weekly] as const));
    const amount = Math.max(18_000, roundTo(215_000 * Math.exp(0.55 * random.normal() - 0.15), 500));
    const common = {
      customer: random.pick(customers),
      seller: random.pick(SELLERS),
      family: family.name,
      quantity: Math.round(amount / (family.price * 0.93)),
      amount,
    };
    rows.push(index < CLOSED ? closedRow(common, random) : openRow(common, random));
  }
  rows.sort((a, b) => a[0] - b[0]);
  return {
    kind: 'pipeline',
    fields: [
      'opportunity',
      'account',
      'owner',
      'team',
      'family',
      'quantity',
      'amount',
      'stage',
      'probability',
      'category',
      'created',
      'stageEntered',
      'closeDate',
    ],
    formats: { amount: EUROS },
    rows: rows.map(([created, row], index) => [
      `TR-${String(1001 + index)}`,
      ...row.slice(0, 9),
      created,
      ...row.slice(9),
    ]),
  };
}

interface Deal {
  readonly customer: string;
  readonly seller: string;
  readonly family: string;
  readonly quantity: number;
  readonly amount: number;
}

function closedRow(deal: Deal, random: Random): readonly [Day, SampleValue[]] {
  const close = toWorkday(addDays(AS_OF, -random.whole(2, 430)));
  const created = toWorkday(addDays(close, -random.whole(45, 190)));
  const won = random.next() < 0.44;
  const entered = toWorkday(addDays(close, -random.whole(8, 35)));
  return [
    created,
    [
      deal.customer,
      deal.seller,
      'Vendite',
      deal.family,
      deal.quantity,
      deal.amount,
      won ? 'Vinta' : 'Persa',
      undefined,
      won ? 'Chiuso' : 'Escluso',
      entered,
      close,
    ],
  ];
}

function openRow(deal: Deal, random: Random): readonly [Day, SampleValue[]] {
  const stage = random.weighted(OPEN_STAGES.map((own, index) => [own, [46, 44, 38, 26][index] ?? 1] as const));
  // Most contracts of the year start with the season: later stages close sooner, none before the plan does.
  const ahead = Math.max(stage.days * random.between(0.8, 2), 41 + random.whole(0, 24));
  const close = toWorkday(addDays(AS_OF, Math.round(ahead)));
  const entered = toWorkday(addDays(AS_OF, -random.whole(3, 30)));
  const created = toWorkday(
    addDays(entered, -random.whole(5, 20) - Math.round((120 - stage.days) * random.between(0.7, 1.2))),
  );
  // Now and then the salesperson knows better than the stage's rate.
  const probability =
    random.next() < 0.12 ? roundTo(Math.min(0.95, stage.winRate * random.between(0.6, 1.4)), 0.05) : undefined;
  return [
    created,
    [
      deal.customer,
      deal.seller,
      'Vendite',
      deal.family,
      deal.quantity,
      deal.amount,
      stage.name,
      probability === undefined ? undefined : Math.round(probability * 100) / 100,
      stage.category,
      entered,
      close,
    ],
  ];
}

function makeCustomers(random: Random): readonly string[] {
  const customers = new Set<string>();
  while (customers.size < 110) customers.add(`${random.pick(NAMES)} ${random.pick(PLACES)} ${random.pick(FORMS)}`);
  return [...customers];
}

/** A weekend moves to the Friday before. */
function toWorkday(day: Day): Day {
  const weekday = weekdayOf(day);
  return weekday >= 6 ? addDays(day, 5 - weekday) : day;
}
