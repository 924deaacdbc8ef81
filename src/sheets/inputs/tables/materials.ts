import type { MaterialRecord } from '../../../planning/input';
import { number, TEXT } from '../cells';
import { inputTable, required } from '../column';

/** Materials (Distinta base): what a unit of a family takes of its components. */
export const MATERIALS = inputTable({
  kind: 'materials',
  names: ['Materials', 'Distinta base'],
  synonyms: ['Bill of materials', 'BOM', 'Distinta', 'Distinte', 'Materiali'],
  required: false,
  badRow: 'error',
  unique: ['parent', 'component'],
  columns: {
    parent: required(
      TEXT,
      ['Parent', 'Padre'],
      ['Family', 'Famiglia', 'Parent item', 'Prodotto', 'Product', 'Assieme'],
    ),
    component: required(
      TEXT,
      ['Component', 'Componente'],
      ['Child', 'Figlio', 'Material', 'Materiale', 'Component item'],
    ),
    quantity: required(
      number({ minimum: 0 }),
      ['Quantity', 'Quantità'],
      ['Qty', 'Qtà', 'Quantity per', 'Coefficiente', 'Impiego'],
    ),
  },
  toRecord: (values, { origin }): MaterialRecord => ({ ...values, origin }),
});
