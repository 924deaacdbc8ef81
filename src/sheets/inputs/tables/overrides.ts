import type { OverrideRecord } from '../../../planning/input';
import { choice, DATE, number, TEXT } from '../cells';
import { inputTable, optional, required } from '../column';
import { STREAMS } from '../words';

/** Overrides (Rettifiche): what people say demand will be, by stream; a Consensus row is final. */
export const OVERRIDES = inputTable({
  kind: 'overrides',
  names: ['Overrides', 'Rettifiche'],
  synonyms: ['Override', 'Adjustments', 'Forecast overrides', 'Rettifiche previsione', 'Correzioni'],
  required: false,
  badRow: 'error',
  columns: {
    family: required(
      TEXT,
      ['Family', 'Famiglia'],
      ['Product', 'Prodotto', 'Product family', 'Famiglia prodotto', 'Item', 'Articolo'],
    ),
    period: required(DATE, ['Period', 'Periodo'], ['Date', 'Data', 'Week', 'Settimana', 'Month', 'Mese']),
    stream: required(choice(STREAMS), ['Stream', 'Flusso'], ['Source', 'Fonte', 'Origine', 'Function', 'Funzione']),
    quantity: required(number({ minimum: 0 }), ['Quantity', 'Quantità'], ['Qty', 'Qtà', 'Units', 'Unità', 'Pezzi']),
    reason: optional(TEXT, ['Reason', 'Motivo'], ['Motivazione', 'Note', 'Notes', 'Comment']),
    owner: optional(TEXT, ['Owner', 'Responsabile'], ['Author', 'Autore', 'By', 'Titolare']),
  },
  toRecord: (values, { origin }): OverrideRecord => ({ ...values, origin }),
});
