import type { Language, TableKind } from '../../../planning/input';
import type { TableShape } from '../column';
import { ACTIVITIES } from './activities';
import { ACTUALS } from './actuals';
import { CAPACITY } from './capacity';
import { DEMAND } from './demand';
import { FAMILIES } from './families';
import { HOLIDAYS } from './holidays';
import { MATERIALS } from './materials';
import { ORDERS } from './orders';
import { OVERRIDES } from './overrides';
import { PEOPLE } from './people';
import { PIPELINE } from './pipeline';
import { PROFILES } from './profiles';
import { RECEIPTS } from './receipts';
import { ROUTINGS } from './routings';
import { SETTINGS } from './settings';
import { STAGES } from './stages';
import { TARGETS } from './targets';

/** Every input table of the contract, by kind. */
export const INPUT_TABLES: Readonly<Record<TableKind, TableShape>> = {
  targets: TARGETS,
  pipeline: PIPELINE,
  capacity: CAPACITY,
  families: FAMILIES,
  routings: ROUTINGS,
  materials: MATERIALS,
  receipts: RECEIPTS,
  demand: DEMAND,
  orders: ORDERS,
  overrides: OVERRIDES,
  stages: STAGES,
  activities: ACTIVITIES,
  people: PEOPLE,
  holidays: HOLIDAYS,
  profiles: PROFILES,
  settings: SETTINGS,
  actuals: ACTUALS,
};

/**
 * The name of an input table, which is also the name of its sheet in a template.
 *
 * @example tableName('capacity', 'it') //=> 'Capacità'
 */
export function tableName(kind: TableKind, language: Language): string {
  return INPUT_TABLES[kind].names[language === 'it' ? 1 : 0];
}

/**
 * The heading of a field of an input table; the field's own key when the table has no such field.
 *
 * @example columnName('pipeline', 'closeDate', 'en') //=> 'Close date'
 */
export function columnName(kind: TableKind, field: string, language: Language): string {
  return INPUT_TABLES[kind].columns[field]?.names[language === 'it' ? 1 : 0] ?? field;
}
