import type { ActivityDriver, ActivityRecord } from '../../../planning/input';
import { BadCell, choice, DATE, number, textOf, TEXT, type CellType } from '../cells';
import { defaulted, inputTable, optional, required } from '../column';
import { ACTIVITY_KINDS, ACTIVITY_PERIODS, DRIVERS } from '../words';

const driverWord = choice(DRIVERS);
const positive = number({ minimum: 0 });

/** 'Fixed', 'Target', 'Entries:<stage>' or 'Production:<family>', in either language. */
const DRIVER: CellType<ActivityDriver> = {
  name: 'other',
  read(value, column) {
    const text = textOf(value);
    const [, head = '', name = ''] = /^([^:]*)(?::\s*(.*))?$/su.exec(text) ?? [];
    const word = driverWord.read(head, column);
    if (word instanceof BadCell) return new BadCell('driver-unknown', { value: text });
    if (word === 'Fixed' || word === 'Target') return { kind: word };
    if (name === '') return new BadCell('driver-without-name', { value: text });
    return word === 'Entries' ? { kind: word, stage: name } : { kind: word, family: name };
  },
};

/** Activities (Attività): the playbook. */
export const ACTIVITIES = inputTable({
  kind: 'activities',
  names: ['Activities', 'Attività'],
  synonyms: ['Playbook', 'Activity', 'Tasks', 'Action plan', 'Piano azioni', 'Azioni'],
  required: false,
  badRow: 'error',
  columns: {
    activity: required(TEXT, ['Activity', 'Attività'], ['Task', 'Action', 'Azione', 'Compito']),
    team: required(TEXT, ['Team', 'Reparto'], ['Department', 'Dipartimento', 'Squadra', 'Funzione']),
    objective: optional(TEXT, ['Objective', 'Obiettivo'], ['Goal', 'Strategic objective', 'Obiettivo strategico']),
    kind: defaulted(choice(ACTIVITY_KINDS), 'Task', ['Kind', 'Tipo'], ['Type', 'Tipologia']),
    driver: defaulted<ActivityDriver>(
      DRIVER,
      { kind: 'Fixed' },
      ['Driver', 'Driver'],
      ['Determinante', 'Guida', 'Leva'],
    ),
    rate: optional(positive, ['Rate', 'Frequenza'], ['Quantity', 'Quantità', 'Coefficient', 'Coefficiente', 'Tasso']),
    per: defaulted(choice(ACTIVITY_PERIODS), 'Week', ['Per', 'Per'], ['Period', 'Periodo', 'Ogni']),
    hours: defaulted(positive, 0, ['Hours', 'Ore'], ['Hours each', 'Ore ciascuna', 'Effort', 'Impegno', 'Ore cadauna']),
    duration: optional(positive, ['Duration', 'Durata'], ['Working days', 'Giorni lavorativi', 'Durata giorni']),
    start: optional(DATE, ['Start', 'Inizio'], ['Start date', 'Data inizio', 'From', 'Dal']),
    due: optional(DATE, ['Due', 'Scadenza'], ['Due date', 'Deadline', 'Data scadenza', 'End', 'Fine', 'Entro']),
    after: optional(TEXT, ['After', 'Dopo'], ['Predecessors', 'Predecessori', 'Depends on', 'Dipende da']),
    owner: optional(
      TEXT,
      ['Owner', 'Responsabile'],
      ['Accountable', 'Titolare', 'Assegnatario', 'Assigned to', 'Assegnata a'],
    ),
    priority: optional(number(), ['Priority', 'Priorità'], ['Rank']),
    // RACI: the Italian for Accountable is Responsabile, so the one who does the work is the Esecutore.
    responsible: optional(TEXT, ['Responsible', 'Esecutore'], ['Esecutori', 'Done by', 'R']),
    consulted: optional(TEXT, ['Consulted', 'Consultati'], ['Consultato', 'C']),
    informed: optional(TEXT, ['Informed', 'Informati'], ['Informato', 'I']),
  },
  toRecord(values, row): ActivityRecord | undefined {
    if (values.start !== undefined && values.due !== undefined && values.due < values.start) {
      row.report('dates-reversed', 'error', 'due', { name: values.activity });
      return undefined;
    }
    return { ...values, origin: row.origin };
  },
});
