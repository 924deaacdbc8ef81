import type { DemandRecord } from '../../../planning/input';
import { DATE, number, TEXT } from '../cells';
import { inputTable, optional, required } from '../column';

/** Demand (Domanda, Storico): what was sold or asked for; negative quantities are returns. Other columns are dimensions. */
export const DEMAND = inputTable({
  kind: 'demand',
  names: ['Demand', 'Domanda'],
  synonyms: [
    'Storico',
    'History',
    'Demand history',
    'Sales history',
    'Storico vendite',
    'Storico domanda',
    'Vendite storiche',
  ],
  required: false,
  badRow: 'warning',
  columns: {
    date: required(
      DATE,
      ['Date', 'Data'],
      ['Week', 'Settimana', 'Period', 'Periodo', 'Month', 'Mese', 'Sales date', 'Data vendita', 'Day', 'Giorno'],
    ),
    family: required(
      TEXT,
      ['Family', 'Famiglia'],
      ['Product', 'Prodotto', 'Product family', 'Famiglia prodotto', 'Item', 'Articolo'],
    ),
    quantity: required(
      number(),
      ['Quantity', 'Quantità'],
      ['Qty', 'Qtà', 'Units', 'Unità', 'Pezzi', 'Demand', 'Domanda', 'Units sold', 'Quantità venduta'],
    ),
    value: optional(
      number(),
      ['Value', 'Valore'],
      ['Revenue', 'Ricavi', 'Fatturato', 'Amount', 'Importo', 'Sales value'],
    ),
  },
  toRecord: (values, row): DemandRecord => ({ ...values, dimensions: row.otherColumns(), origin: row.origin }),
});
