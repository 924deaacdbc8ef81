import type { CapacityRecord } from '../../../planning/input';
import { choice, DATE, FRACTION, MONTHS_OR_PROFILE, number, TEXT } from '../cells';
import { defaulted, headed, inputTable, optional, required } from '../column';
import { CAPACITY_PERIODS, CAPACITY_UNITS, RESOURCE_KINDS } from '../words';

const positive = number({ minimum: 0 });

/** Capacity (Capacità): what teams, lines and suppliers can do; several rows a resource, each from a date on. */
export const CAPACITY = inputTable({
  kind: 'capacity',
  names: ['Capacity', 'Capacità'],
  synonyms: ['Capacities', 'Resources', 'Risorse', 'Capacità produttiva', 'Capacity plan'],
  required: true,
  badRow: 'error',
  columns: {
    resource: required(
      TEXT,
      ['Resource', 'Risorsa'],
      ['Line', 'Linea', 'Work centre', 'Work center', 'Centro di lavoro', 'Machine', 'Macchina', 'Team', 'Reparto'],
    ),
    regular: headed(
      positive,
      ['Regular', 'Capacità ordinaria'],
      [
        'Capacity',
        'Capacità',
        'Regular capacity',
        'Regular hours',
        'Hours',
        'Ore',
        'Ordinaria',
        'Ore ordinarie',
        'Ordinario',
        'Ore disponibili',
        'Available hours',
      ],
      ['heads', 'hoursPerHead'],
    ),
    kind: optional(choice(RESOURCE_KINDS), ['Kind', 'Tipo'], ['Type', 'Resource type', 'Tipo risorsa', 'Tipologia']),
    from: optional(
      DATE,
      ['From', 'Dal'],
      ['Valid from', 'Start', 'Start date', 'Da', 'Inizio', 'Data inizio', 'Valido dal', 'Decorrenza'],
    ),
    to: optional(DATE, ['To', 'Al'], ['Valid to', 'End', 'End date', 'Fino al', 'Fine', 'Data fine', 'Valido fino al']),
    per: defaulted(
      choice(CAPACITY_PERIODS),
      'Week',
      ['Per', 'Per'],
      ['Period', 'Periodo', 'Time unit', 'Ogni', 'Base tempo'],
    ),
    unit: defaulted(
      choice(CAPACITY_UNITS),
      'h',
      ['Unit', 'Unità'],
      ['Unit of measure', 'Unità di misura', 'UM', 'UoM'],
    ),
    cost: defaulted(
      positive,
      0,
      ['Cost', 'Costo'],
      ['Hourly cost', 'Costo orario', 'Cost per hour', 'Regular cost', 'Costo ordinario'],
    ),
    overtime: defaulted(
      positive,
      0,
      ['Overtime', 'Straordinario'],
      ['Max overtime', 'Overtime hours', 'Ore straordinario', 'Straordinari', 'Straordinario massimo'],
    ),
    overtimeCost: defaulted(
      positive,
      0,
      ['Overtime cost', 'Costo straordinario'],
      ['Costo orario straordinario', 'Costo straordinari'],
    ),
    heads: optional(
      positive,
      ['Heads', 'Addetti'],
      ['Head count', 'Headcount', 'People', 'Persone', 'FTE', 'Organico', 'Teste', 'N addetti'],
    ),
    hoursPerHead: optional(
      positive,
      ['Hours per head', 'Ore per addetto'],
      ['Hours/head', 'Ore a testa', 'Ore pro capite', 'Ore per persona', 'Hours per person'],
    ),
    wage: defaulted(
      positive,
      0,
      ['Wage', 'Retribuzione'],
      ['Salary', 'Monthly wage', 'Stipendio', 'Stipendio mensile', 'Costo mensile', 'Costo mensile addetto'],
    ),
    hireCost: optional(positive, ['Hire cost', 'Costo assunzione'], ['Hiring cost', 'Costo di assunzione']),
    layoffCost: optional(
      positive,
      ['Layoff cost', 'Costo uscita'],
      ['Lay-off cost', 'Costo di uscita', 'Costo licenziamento'],
    ),
    maxHires: optional(
      positive,
      ['Max hires', 'Assunzioni massime'],
      ['Hires per month', 'Max assunzioni', 'Assunzioni max'],
    ),
    quota: optional(positive, ['Quota', 'Quota'], ['Annual quota', 'Quota annua', 'Obiettivo di vendita']),
    ramp: optional(
      MONTHS_OR_PROFILE,
      ['Ramp', 'Inserimento'],
      ['Ramp months', 'Mesi inserimento', 'Mesi di inserimento', 'Rampa', 'Ramp-up'],
    ),
    attrition: defaulted(
      FRACTION,
      0,
      ['Attrition', 'Turnover'],
      ['Annual attrition', 'Turnover annuo', 'Tasso di uscita', 'Uscite'],
    ),
  },
  toRecord(values, row): CapacityRecord | undefined {
    if (values.regular === undefined && (values.heads === undefined || values.hoursPerHead === undefined)) {
      row.report('capacity-blank', 'error', values.heads === undefined ? 'regular' : 'hoursPerHead', {
        resource: values.resource,
      });
      return undefined;
    }
    if (values.from !== undefined && values.to !== undefined && values.to < values.from) {
      row.report('dates-reversed', 'error', 'to', { name: values.resource });
      return undefined;
    }
    return { ...values, origin: row.origin };
  },
});
