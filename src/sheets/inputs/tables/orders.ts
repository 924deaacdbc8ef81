import type { OrderRecord } from '../../../planning/input';
import { DATE, integer, number, TEXT } from '../cells';
import { inputTable, optional, required } from '../column';

/** Orders (Ordini): firm customer orders, which consume the forecast. */
export const ORDERS = inputTable({
  kind: 'orders',
  names: ['Orders', 'Ordini'],
  synonyms: ['Sales orders', 'Customer orders', 'Ordini clienti', 'Ordini cliente', 'Portafoglio ordini', 'Order book'],
  required: false,
  badRow: 'warning',
  columns: {
    date: required(
      DATE,
      ['Date', 'Data'],
      [
        'Delivery date',
        'Due date',
        'Requested date',
        'Data consegna',
        'Data di consegna',
        'Data richiesta',
        'Consegna',
      ],
    ),
    family: required(
      TEXT,
      ['Family', 'Famiglia'],
      ['Product', 'Prodotto', 'Product family', 'Famiglia prodotto', 'Item', 'Articolo'],
    ),
    quantity: required(
      number({ minimum: 0 }),
      ['Quantity', 'Quantità'],
      ['Qty', 'Qtà', 'Units', 'Unità', 'Pezzi', 'Ordered', 'Quantità ordinata'],
    ),
    customer: optional(TEXT, ['Customer', 'Cliente'], ['Account', 'Customer name', 'Ragione sociale', 'Nome cliente']),
    priority: optional(integer({ minimum: 0 }), ['Priority', 'Priorità'], ['Rank']),
  },
  toRecord: (values, { origin }): OrderRecord => ({ ...values, origin }),
});
