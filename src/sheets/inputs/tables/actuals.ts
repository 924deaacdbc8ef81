import type { ActualRecord } from '../../../planning/input';
import { DATE, number, TEXT } from '../cells';
import { inputTable, optional, required } from '../column';

/** Actuals (Consuntivi): what was really done, of an activity or a metric. */
export const ACTUALS = inputTable({
  kind: 'actuals',
  names: ['Actuals', 'Consuntivi'],
  synonyms: ['Actual', 'Consuntivo', 'Results', 'Risultati'],
  required: false,
  badRow: 'warning',
  columns: {
    date: required(DATE, ['Date', 'Data'], ['Day', 'Giorno', 'Week', 'Settimana', 'Period', 'Periodo']),
    team: required(TEXT, ['Team', 'Reparto'], ['Department', 'Dipartimento', 'Squadra', 'Funzione']),
    measure: required(TEXT, ['Measure', 'Misura'], ['Metric', 'Metrica', 'Activity', 'Attività', 'KPI', 'Indicatore']),
    value: required(
      number(),
      ['Value', 'Valore'],
      ['Quantity', 'Quantità', 'Actual', 'Consuntivo', 'Amount', 'Importo'],
    ),
    family: optional(TEXT, ['Family', 'Famiglia'], ['Product', 'Prodotto', 'Product family', 'Famiglia prodotto']),
  },
  toRecord: (values, { origin }): ActualRecord => ({ ...values, origin }),
});
