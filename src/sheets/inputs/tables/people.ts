import type { PersonRecord } from '../../../planning/input';
import { DATE, MONTHS_OR_PROFILE, number, TEXT } from '../cells';
import { defaulted, inputTable, optional, required } from '../column';

const positive = number({ minimum: 0 });

/** People (Persone): who works in which team, since when and how much. */
export const PEOPLE = inputTable({
  kind: 'people',
  names: ['People', 'Persone'],
  synonyms: ['Staff', 'Personale', 'Employees', 'Dipendenti', 'Team members', 'Organico', 'Sales team'],
  required: false,
  badRow: 'error',
  columns: {
    name: required(
      TEXT,
      ['Name', 'Nome'],
      ['Person', 'Persona', 'Employee', 'Dipendente', 'Nominativo', 'Full name', 'Nome e cognome', 'Sales agent'],
    ),
    team: required(TEXT, ['Team', 'Reparto'], ['Department', 'Dipartimento', 'Squadra', 'Funzione']),
    start: optional(
      DATE,
      ['Start', 'Inizio'],
      ['Start date', 'Hire date', 'Data inizio', 'Data assunzione', 'Assunzione', 'From', 'Dal'],
    ),
    end: optional(DATE, ['End', 'Fine'], ['End date', 'Data fine', 'Leave date', 'Uscita', 'To', 'Al']),
    fte: defaulted(positive, 1, ['FTE', 'FTE'], ['Full time equivalent', 'Part time', 'Quota tempo', 'Tempo']),
    hoursPerWeek: optional(
      positive,
      ['Hours per week', 'Ore settimanali'],
      ['Weekly hours', 'Ore a settimana', 'Ore per settimana'],
    ),
    quota: optional(positive, ['Quota', 'Quota'], ['Annual quota', 'Quota annua', 'Obiettivo di vendita']),
    ramp: optional(
      MONTHS_OR_PROFILE,
      ['Ramp', 'Inserimento'],
      ['Ramp months', 'Mesi inserimento', 'Mesi di inserimento', 'Rampa', 'Ramp-up'],
    ),
  },
  toRecord(values, row): PersonRecord | undefined {
    if (values.start !== undefined && values.end !== undefined && values.end < values.start) {
      row.report('dates-reversed', 'error', 'end', { name: values.name });
      return undefined;
    }
    return { ...values, origin: row.origin };
  },
});
