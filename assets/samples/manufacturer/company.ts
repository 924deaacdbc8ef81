import { dayOf } from '../../../src/planning/time/civil';
import { BY_SIZE, type SampleTable, type SampleValue } from '../sheetWriter';
import { SELLERS } from './sales';

/** The strategic plan: three years of four departments. The revenue of new contracts is split into Italy and abroad. */
export function targetsTable(): SampleTable {
  const years = [2027, 2028, 2029];
  const rows: SampleValue[][] = [];
  const add = (
    [objective, team, metric, unit, owner]: readonly string[],
    targets: readonly number[],
    baseline: number,
    more: { readonly aggregation?: string; readonly phasing?: string; readonly parent?: string } = {},
  ): void => {
    years.forEach((year, index) => {
      const before = index === 0 ? baseline : targets[index - 1];
      rows.push([
        objective,
        team,
        metric,
        year,
        targets[index],
        unit,
        owner,
        before,
        more.aggregation ?? 'Somma',
        more.phasing,
        more.parent,
      ]);
    });
  };
  add(
    ['Ricavi da nuovi contratti', 'Vendite', 'Ricavi', 'EUR', 'Paolo Ricci'],
    [15_200_000, 16_600_000, 18_200_000],
    13_900_000,
  );
  add(['Ricavi Italia', 'Vendite', 'Ricavi', 'EUR', 'Davide Ferrari'], [9_900_000, 10_700_000, 11_600_000], 9_100_000, {
    parent: 'Ricavi da nuovi contratti',
  });
  add(['Ricavi estero', 'Vendite', 'Ricavi', 'EUR', 'Sofia Lombardi'], [5_300_000, 5_900_000, 6_600_000], 4_800_000, {
    parent: 'Ricavi da nuovi contratti',
  });
  add(['Nuovi clienti', 'Vendite', 'Clienti', 'clienti', 'Paolo Ricci'], [48, 54, 60], 43, {
    phasing: 'Giorni lavorativi',
  });
  add(['Contatti qualificati', 'Marketing', 'Contatti', 'contatti', 'Elena Marchetti'], [620, 700, 780], 560, {
    phasing: 'Fiere e campagne',
  });
  add(['Unità prodotte', 'Produzione', 'Unità', 'pezzi', 'Giorgio Testa'], [143_000, 148_000, 153_500], 138_200);
  add(['Efficienza delle linee', 'Produzione', 'OEE', '%', 'Giorgio Testa'], [0.8, 0.82, 0.84], 0.78, {
    aggregation: 'Media',
    phasing: 'Uniforme',
  });
  add(['Consegne puntuali', 'Logistica', 'Puntualità', '%', 'Marta De Luca'], [0.95, 0.96, 0.97], 0.93, {
    aggregation: 'Media',
    phasing: 'Uniforme',
  });
  add(
    ['Valore del magazzino', 'Logistica', 'Magazzino', 'EUR', 'Marta De Luca'],
    [1_350_000, 1_250_000, 1_150_000],
    1_450_000,
    { aggregation: 'Fine' },
  );
  return {
    kind: 'targets',
    fields: [
      'objective',
      'team',
      'metric',
      'year',
      'target',
      'unit',
      'owner',
      'baseline',
      'aggregation',
      'phasing',
      'parent',
    ],
    formats: { year: '0', target: BY_SIZE, baseline: BY_SIZE },
    rows,
  };
}

/** The playbook: what each department does, driven by the calendar, the funnel or production. */
export function activitiesTable(): SampleTable {
  const fields = [
    'activity',
    'team',
    'objective',
    'kind',
    'driver',
    'rate',
    'per',
    'hours',
    'duration',
    'start',
    'due',
    'after',
    'owner',
  ] as const;
  type Row = Partial<Record<(typeof fields)[number], SampleValue>>;
  const rows: Row[] = [
    {
      activity: 'Chiamate di qualificazione',
      team: 'Vendite',
      objective: 'Nuovi clienti',
      driver: 'Ingressi:Qualificazione',
      rate: 8,
      hours: 0.5,
    },
    {
      activity: 'Visite al cliente',
      team: 'Vendite',
      objective: 'Ricavi da nuovi contratti',
      driver: 'Ingressi:Analisi esigenze',
      rate: 2,
      hours: 3,
    },
    {
      activity: 'Redazione offerte',
      team: 'Vendite',
      objective: 'Ricavi da nuovi contratti',
      driver: 'Ingressi:Offerta',
      rate: 1,
      hours: 8,
    },
    {
      activity: 'Incontri di trattativa',
      team: 'Vendite',
      objective: 'Ricavi da nuovi contratti',
      driver: 'Ingressi:Trattativa',
      rate: 2,
      hours: 4,
    },
    {
      activity: 'Visite ai clienti attivi',
      team: 'Vendite',
      objective: 'Ricavi da nuovi contratti',
      kind: 'Ricorrente',
      driver: 'Fisso',
      rate: 7,
      per: 'Settimana',
      hours: 4,
    },
    {
      activity: 'Riunione commerciale',
      team: 'Vendite',
      kind: 'Ricorrente',
      driver: 'Fisso',
      rate: 1,
      per: 'Settimana',
      hours: 8,
      owner: 'Paolo Ricci',
    },
    {
      activity: 'Revisione della pipeline',
      team: 'Vendite',
      kind: 'Ricorrente',
      driver: 'Fisso',
      rate: 1,
      per: 'Mese',
      hours: 12,
      owner: 'Paolo Ricci',
    },
    {
      activity: 'Newsletter ai distributori',
      team: 'Marketing',
      objective: 'Contatti qualificati',
      kind: 'Ricorrente',
      driver: 'Fisso',
      rate: 2,
      per: 'Mese',
      hours: 6,
      owner: 'Elena Marchetti',
    },
    {
      activity: 'Seguito ai contatti',
      team: 'Marketing',
      objective: 'Contatti qualificati',
      driver: 'Obiettivo',
      rate: 1,
      hours: 3,
    },
    {
      activity: 'Progetto dello stand',
      team: 'Marketing',
      objective: 'Contatti qualificati',
      kind: 'Compito',
      hours: 60,
      duration: 10,
      start: dayOf(2027, 1, 11),
      owner: 'Elena Marchetti',
    },
    {
      activity: 'Stampa dei cataloghi',
      team: 'Marketing',
      objective: 'Contatti qualificati',
      kind: 'Compito',
      hours: 24,
      duration: 8,
      after: 'Progetto dello stand',
      owner: 'Irene Costa',
    },
    {
      activity: 'Fiera del riscaldamento',
      team: 'Marketing',
      objective: 'Contatti qualificati',
      kind: 'Traguardo',
      due: dayOf(2027, 3, 16),
      after: 'Stampa dei cataloghi',
      owner: 'Elena Marchetti',
    },
    {
      activity: 'Programma di linea',
      team: 'Produzione',
      objective: 'Unità prodotte',
      kind: 'Ricorrente',
      driver: 'Fisso',
      rate: 1,
      per: 'Settimana',
      hours: 10,
      owner: 'Giorgio Testa',
    },
    {
      activity: 'Prove a campione',
      team: 'Produzione',
      objective: 'Efficienza delle linee',
      driver: 'Produzione:Elettropompe',
      rate: 0.05,
      hours: 0.75,
    },
    {
      activity: 'Controllo finale dei gruppi',
      team: 'Produzione',
      objective: 'Efficienza delle linee',
      driver: 'Produzione:Gruppi di pressurizzazione',
      rate: 1,
      hours: 1.5,
    },
    {
      activity: 'Revisione delle linee',
      team: 'Produzione',
      objective: 'Efficienza delle linee',
      kind: 'Compito',
      hours: 120,
      duration: 10,
      start: dayOf(2027, 7, 26),
      owner: 'Giorgio Testa',
    },
    {
      activity: 'Inventario rotante',
      team: 'Logistica',
      objective: 'Valore del magazzino',
      kind: 'Ricorrente',
      driver: 'Fisso',
      rate: 1,
      per: 'Settimana',
      hours: 40,
      owner: 'Marta De Luca',
    },
    {
      activity: 'Preparazione spedizioni',
      team: 'Logistica',
      objective: 'Consegne puntuali',
      driver: 'Produzione:Elettropompe',
      rate: 0.2,
      hours: 1,
    },
    {
      activity: 'Riunione con i trasportatori',
      team: 'Logistica',
      objective: 'Consegne puntuali',
      kind: 'Ricorrente',
      driver: 'Fisso',
      rate: 1,
      per: 'Mese',
      hours: 4,
      owner: 'Marta De Luca',
    },
    {
      activity: 'Nuovo contratto corrieri',
      team: 'Logistica',
      objective: 'Consegne puntuali',
      kind: 'Compito',
      hours: 40,
      duration: 15,
      start: dayOf(2027, 2, 1),
      owner: 'Marta De Luca',
    },
    {
      activity: 'Corrieri in servizio',
      team: 'Logistica',
      objective: 'Consegne puntuali',
      kind: 'Traguardo',
      due: dayOf(2027, 4, 1),
      after: 'Nuovo contratto corrieri',
      owner: 'Marta De Luca',
    },
  ];
  return {
    kind: 'activities',
    fields,
    formats: { rate: BY_SIZE, hours: BY_SIZE },
    rows: rows.map((row) => fields.map((field) => row[field] ?? (field === 'kind' ? 'Compito' : undefined))),
  };
}

export function peopleTable(): SampleTable {
  const person = (name: string, team: string, start: readonly [number, number, number], fte = 1): SampleValue[] => [
    name,
    team,
    dayOf(...start),
    undefined,
    fte,
    38 * fte,
  ];
  return {
    kind: 'people',
    fields: ['name', 'team', 'start', 'end', 'fte', 'hoursPerWeek'],
    formats: { fte: '0.0', hoursPerWeek: '0.0' },
    rows: [
      ...SELLERS.map((name, index) => person(name, 'Vendite', [2014 + index, 1 + index, 1])),
      person('Elena Marchetti', 'Marketing', [2017, 9, 4]),
      person('Irene Costa', 'Marketing', [2021, 3, 1]),
      person('Tommaso Villa', 'Marketing', [2022, 5, 2]),
      person('Beatrice Serra', 'Marketing', [2024, 1, 15]),
      person('Giorgio Testa', 'Produzione', [2009, 2, 2]),
      person('Andrea Bruno', 'Produzione', [2013, 6, 3]),
      person('Silvia Martini', 'Produzione', [2016, 10, 3]),
      person('Nicola Pellegrini', 'Produzione', [2018, 4, 9]),
      person('Laura Fabbri', 'Produzione', [2020, 1, 13]),
      person('Riccardo Sala', 'Produzione', [2023, 9, 11]),
      person('Marta De Luca', 'Logistica', [2012, 11, 5]),
      person('Stefano Longo', 'Logistica', [2015, 3, 2]),
      person('Valentina Piras', 'Logistica', [2019, 7, 1]),
      person('Fabio Marini', 'Logistica', [2021, 9, 6]),
      person('Cristina Ferri', 'Logistica', [2022, 2, 14]),
    ],
  };
}

/** Weights of the months: contacts come with the fairs of March and October. */
export function profilesTable(): SampleTable {
  const weights = [6, 8, 16, 9, 8, 7, 5, 2, 9, 15, 10, 5];
  return {
    kind: 'profiles',
    fields: ['profile', 'period', 'weight'],
    formats: { weight: '0' },
    rows: weights.map((weight, index) => ['Fiere e campagne', index + 1, weight]),
  };
}
