import type { TargetRecord } from '../../../planning/input';
import { choice, number, textOf, TEXT, YEAR, type CellType } from '../cells';
import { defaulted, inputTable, optional, required } from '../column';
import { AGGREGATIONS, METRICS, PHASINGS } from '../words';

/** A known word where the cell is one, else the user's own text. */
function knownOrText(known: CellType<string>): CellType<string> {
  return {
    name: 'text',
    ...(known.choices && { choices: known.choices }),
    read(value, column) {
      const found = known.read(value, column);
      return typeof found === 'string' ? found : textOf(value);
    },
  };
}

/** Targets (Obiettivi): the strategic plan, one row per objective and fiscal year. */
export const TARGETS = inputTable({
  kind: 'targets',
  names: ['Targets', 'Obiettivi'],
  synonyms: ['Target', 'Objectives', 'Strategic plan', 'Piano strategico', 'Goals'],
  required: true,
  badRow: 'error',
  unique: ['objective', 'team', 'metric', 'family', 'year'],
  columns: {
    objective: required(TEXT, ['Objective', 'Obiettivo'], ['Goal', 'Strategic objective', 'Obiettivo strategico']),
    team: required(TEXT, ['Team', 'Reparto'], ['Department', 'Dipartimento', 'Squadra', 'Funzione']),
    metric: required(knownOrText(choice(METRICS)), ['Metric', 'Metrica'], ['KPI', 'Measure', 'Misura', 'Indicatore']),
    year: required(YEAR, ['Year', 'Anno'], ['Fiscal year', 'FY', 'Esercizio', 'Anno fiscale']),
    target: required(
      number(),
      ['Target', 'Valore obiettivo'],
      ['Target value', 'Valore', 'Goal value', 'Amount', 'Importo'],
    ),
    unit: optional(TEXT, ['Unit', 'Unità'], ['Unità di misura', 'Unit of measure', 'UM', 'UoM']),
    family: optional(
      TEXT,
      ['Family', 'Famiglia'],
      ['Product family', 'Product', 'Prodotto', 'Famiglia prodotto', 'Linea di prodotto'],
    ),
    owner: optional(TEXT, ['Owner', 'Responsabile'], ['Accountable', 'Titolare', 'Referente']),
    baseline: optional(
      number(),
      ['Baseline', 'Base'],
      ['Previous year', 'Last year', 'Anno precedente', 'Valore base', 'Consuntivo'],
    ),
    aggregation: defaulted(choice(AGGREGATIONS), 'Sum', ['Aggregation', 'Aggregazione'], ['Tipo aggregazione']),
    phasing: optional(
      knownOrText(choice(PHASINGS)),
      ['Phasing', 'Ripartizione'],
      ['Seasonality', 'Profile', 'Profilo', 'Fasatura'],
    ),
    parent: optional(TEXT, ['Parent', 'Padre'], ['Parent objective', 'Obiettivo padre', 'Serves']),
  },
  toRecord: (values, { origin }): TargetRecord => ({ ...values, origin }),
});
