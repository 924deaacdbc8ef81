import type { StageRecord } from '../../../planning/input';
import { choice, FRACTION, number, TEXT } from '../cells';
import { inputTable, optional, required } from '../column';
import { CATEGORIES, OUTCOMES } from '../words';

/** Stages (Fasi): the funnel, with the chance and the time from each stage to a win. */
export const STAGES = inputTable({
  kind: 'stages',
  names: ['Stages', 'Fasi'],
  synonyms: ['Sales stages', 'Pipeline stages', 'Fasi di vendita', 'Stadi', 'Funnel'],
  required: false,
  badRow: 'error',
  unique: ['stage'],
  columns: {
    stage: required(TEXT, ['Stage', 'Fase'], ['Stage name', 'Deal stage', 'Stadio', 'Nome fase']),
    order: optional(number(), ['Order', 'Ordine'], ['Sequence', 'Sequenza', 'Step', 'N']),
    winRate: optional(
      FRACTION,
      ['Win rate', 'Tasso di chiusura'],
      ['Win %', 'Probability', 'Probabilità', 'Conversion', 'Conversione', 'Tasso di successo', '% chiusura'],
    ),
    daysToClose: optional(
      number({ minimum: 0 }),
      ['Days to close', 'Giorni a chiusura'],
      ['Time to close', 'Giorni alla chiusura', 'Cycle days', 'Giorni ciclo'],
    ),
    category: optional(choice(CATEGORIES), ['Category', 'Categoria'], ['Forecast category', 'Categoria previsione']),
    outcome: optional(choice(OUTCOMES), ['Outcome', 'Esito'], ['Result', 'Risultato', 'Status', 'Stato']),
  },
  toRecord: (values, { origin }): StageRecord => ({ ...values, origin }),
});
