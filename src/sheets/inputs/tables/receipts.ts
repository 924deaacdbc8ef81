import type { ReceiptRecord } from '../../../planning/input';
import { DATE, number, TEXT } from '../cells';
import { inputTable, required } from '../column';

/** Receipts (Arrivi): what is already on order and when it arrives. */
export const RECEIPTS = inputTable({
  kind: 'receipts',
  names: ['Receipts', 'Arrivi'],
  synonyms: [
    'Scheduled receipts',
    'Arrivi previsti',
    'Arrivi programmati',
    'Open purchase orders',
    'Ordini a fornitore',
  ],
  required: false,
  badRow: 'error',
  columns: {
    family: required(
      TEXT,
      ['Family', 'Famiglia'],
      ['Product', 'Prodotto', 'Item', 'Articolo', 'Component', 'Componente'],
    ),
    date: required(
      DATE,
      ['Date', 'Data'],
      ['Arrival date', 'Receipt date', 'Data arrivo', 'Data di arrivo', 'Due date', 'Data consegna'],
    ),
    quantity: required(number({ minimum: 0 }), ['Quantity', 'Quantità'], ['Qty', 'Qtà', 'Units', 'Unità', 'Pezzi']),
  },
  toRecord: (values, { origin }): ReceiptRecord => ({ ...values, origin }),
});
