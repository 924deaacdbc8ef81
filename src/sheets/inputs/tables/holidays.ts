import type { HolidayRecord } from '../../../planning/input';
import { DATE, number, TEXT } from '../cells';
import { inputTable, optional, required } from '../column';

/** Holidays (Festività): closed days and shortened ones, of everyone or of one team or resource. */
export const HOLIDAYS = inputTable({
  kind: 'holidays',
  names: ['Holidays', 'Festività'],
  synonyms: ['Closures', 'Chiusure', 'Festivi', 'Ferie', 'Calendario festività', 'Company holidays'],
  required: false,
  badRow: 'error',
  columns: {
    date: required(DATE, ['Date', 'Data'], ['Day', 'Giorno', 'Holiday date', 'Data festività']),
    name: optional(TEXT, ['Name', 'Nome'], ['Holiday', 'Festività', 'Description', 'Descrizione', 'Ricorrenza']),
    for: optional(TEXT, ['For', 'Per'], ['Team', 'Reparto', 'Resource', 'Risorsa', 'Applies to', 'Vale per']),
    hours: optional(
      number({ minimum: 0, maximum: 24 }),
      ['Hours', 'Ore'],
      ['Hours worked', 'Ore lavorate', 'Ore di lavoro'],
    ),
  },
  toRecord: (values, { origin }): HolidayRecord => ({ ...values, origin }),
});
