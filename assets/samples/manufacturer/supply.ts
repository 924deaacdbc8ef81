import { dayOf } from '../../../src/planning/time/civil';
import { DECIMAL, EUROS, EUROS_CENTS, INTEGER, PERCENT, type SampleTable, type SampleValue } from '../sheetWriter';
import { FAMILIES, LINES } from './families';

const [MACHINING, WINDING, ASSEMBLY, TESTING] = LINES;
const START = dayOf(2027, 1, 4);

/** Four lines, in hours a week with overtime, and four departments by heads. The assembly line gets a third shift on Saturday in spring. */
export function capacityTable(): SampleTable {
  const line = (
    name: string,
    from: number,
    to: number | undefined,
    hours: number,
    cost: number,
    overtime: number,
    overtimeCost: number,
  ): SampleValue[] => [name, 'Linea', from, to, 'Settimana', 'ore', hours, cost, overtime, overtimeCost];
  const team = (name: string, heads: number, quota?: number): SampleValue[] => [
    name,
    'Reparto',
    START,
    undefined,
    'Settimana',
    'ore',
    undefined,
    undefined,
    undefined,
    undefined,
    heads,
    38,
    quota,
  ];
  return {
    kind: 'capacity',
    fields: [
      'resource',
      'kind',
      'from',
      'to',
      'per',
      'unit',
      'regular',
      'cost',
      'overtime',
      'overtimeCost',
      'heads',
      'hoursPerHead',
      'quota',
    ],
    formats: { cost: EUROS_CENTS, overtimeCost: EUROS_CENTS, quota: EUROS },
    rows: [
      line(MACHINING, START, undefined, 368, 26, 54, 37),
      line(WINDING, START, undefined, 202, 24, 30, 34),
      line(ASSEMBLY, START, dayOf(2027, 2, 28), 447, 23, 66, 33),
      line(ASSEMBLY, dayOf(2027, 3, 1), dayOf(2027, 7, 31), 478, 23, 70, 33),
      line(ASSEMBLY, dayOf(2027, 8, 1), undefined, 447, 23, 66, 33),
      line(TESTING, START, undefined, 130, 22, 20, 31),
      team('Vendite', 8, 3_600_000),
      team('Marketing', 4),
      team('Produzione', 6),
      team('Logistica', 5),
    ],
  };
}

export function familiesTable(): SampleTable {
  return {
    kind: 'families',
    fields: [
      'family',
      'price',
      'unitCost',
      'openingStock',
      'safetyStock',
      'coverWeeks',
      'holdingCost',
      'backlogCost',
      'lostSaleCost',
      'maxBacklogMonths',
      'subcontractCost',
      'subcontractMax',
      'leadTimeWeeks',
      'priority',
    ],
    formats: {
      price: EUROS,
      unitCost: EUROS,
      coverWeeks: '0.0',
      holdingCost: EUROS_CENTS,
      backlogCost: EUROS,
      lostSaleCost: EUROS,
      subcontractCost: EUROS,
    },
    rows: FAMILIES.map((own) => [
      own.name,
      own.price,
      own.unitCost,
      own.openingStock,
      own.safetyStock,
      own.cover,
      own.holdingCost,
      own.backlogCost,
      own.lostSaleCost,
      own.maxBacklog,
      own.subcontractCost,
      own.subcontractMax,
      own.leadTime,
      own.priority,
    ]),
  };
}

export function routingsTable(): SampleTable {
  return {
    kind: 'routings',
    fields: ['family', 'resource', 'hours'],
    formats: { hours: DECIMAL },
    rows: FAMILIES.flatMap((own) =>
      LINES.flatMap((line) => {
        const hours = own.hours[line];
        return hours === undefined ? [] : [[own.name, line, hours]];
      }),
    ),
  };
}

/** The August closure, two half days and what the country's calendar does not know. */
export function holidaysTable(): SampleTable {
  const august = [9, 10, 11, 12, 13, 16, 17, 18, 19, 20].map((day): SampleValue[] => [
    dayOf(2027, 8, day),
    'Chiusura estiva',
  ]);
  return {
    kind: 'holidays',
    fields: ['date', 'name', 'for', 'hours'],
    rows: [
      [dayOf(2027, 3, 26), 'Venerdì santo (mezza giornata)', undefined, 4],
      ...august,
      [dayOf(2027, 9, 24), 'Manutenzione annuale', MACHINING, undefined],
      [dayOf(2027, 12, 24), 'Vigilia di Natale (mezza giornata)', undefined, 4],
      [dayOf(2027, 12, 27), 'Chiusura natalizia'],
      [dayOf(2027, 12, 28), 'Chiusura natalizia'],
      [dayOf(2027, 12, 29), 'Chiusura natalizia'],
      [dayOf(2027, 12, 30), 'Chiusura natalizia'],
      [dayOf(2027, 12, 31), 'Chiusura natalizia'],
    ],
  };
}

export function settingsTable(): SampleTable {
  return {
    kind: 'settings',
    fields: ['setting', 'value'],
    rows: [
      ['Inizio piano', START],
      ['Orizzonte', 52],
      ['Periodo', 'Settimana'],
      ['Settimane a giorni', 4],
      ['Paese', 'IT'],
      ['Festa patronale', '19/01'],
      ['Giorni lavorativi', 'Lun-Ven'],
      ['Ore al giorno', 8],
      ['Valuta', 'EUR'],
      ['Obiettivo', 'Prima il servizio'],
      ['Livello di confidenza', 0.8],
      ['Lingua', 'it'],
    ],
  };
}

/** Number formats of single cells of the settings, by row: a date, a percentage. */
export const SETTING_FORMATS: Readonly<Record<string, string>> = {
  'Inizio piano': 'dd/mm/yyyy',
  'Livello di confidenza': PERCENT,
  Orizzonte: INTEGER,
};
