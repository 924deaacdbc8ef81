import type { RoutingRecord } from '../../../planning/input';
import { number, TEXT } from '../cells';
import { defaulted, inputTable, optional, required } from '../column';

const positive = number({ minimum: 0 });

/** Routings (Cicli): what a unit of a family takes of each resource; alternatives have different modes. */
export const ROUTINGS = inputTable({
  kind: 'routings',
  names: ['Routings', 'Cicli'],
  synonyms: ['Routing', 'Cicli di lavoro', 'Cicli di lavorazione', 'Bill of resources'],
  required: false,
  badRow: 'error',
  unique: ['family', 'resource', 'mode'],
  columns: {
    family: required(TEXT, ['Family', 'Famiglia'], ['Product', 'Prodotto', 'Item', 'Articolo']),
    resource: required(
      TEXT,
      ['Resource', 'Risorsa'],
      ['Line', 'Linea', 'Work centre', 'Work center', 'Centro di lavoro', 'Machine', 'Macchina'],
    ),
    hours: required(
      positive,
      ['Hours', 'Ore'],
      ['Hours per unit', 'Ore per unità', 'Ore unitarie', 'Run time', 'Tempo ciclo', 'Ore per pezzo'],
    ),
    mode: optional(TEXT, ['Mode', 'Modalità'], ['Alternative', 'Alternativa', 'Variant', 'Modo']),
    setupHours: defaulted(
      positive,
      0,
      ['Setup', 'Attrezzaggio'],
      ['Setup hours', 'Ore attrezzaggio', 'Ore di attrezzaggio', 'Set-up'],
    ),
    modeCost: defaulted(number(), 0, ['Mode cost', 'Costo modalità'], ['Extra cost', 'Costo aggiuntivo']),
    offsetWeeks: defaulted(
      positive,
      0,
      ['Offset', 'Anticipo'],
      ['Offset weeks', 'Settimane di anticipo', 'Anticipo settimane'],
    ),
  },
  toRecord: (values, { origin }): RoutingRecord => ({ ...values, origin }),
});
