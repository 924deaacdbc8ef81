import type { ProfileRecord } from '../../../planning/input';
import { integer, number, TEXT } from '../cells';
import { inputTable, required } from '../column';

/** Profiles (Profili): weights of the twelve periods of a year, or of the months of a ramp. */
export const PROFILES = inputTable({
  kind: 'profiles',
  names: ['Profiles', 'Profili'],
  synonyms: ['Profile', 'Seasonal profiles', 'Profili stagionali', 'Stagionalità', 'Ramps'],
  required: false,
  badRow: 'error',
  unique: ['profile', 'period'],
  columns: {
    profile: required(TEXT, ['Profile', 'Profilo'], ['Profile name', 'Nome profilo']),
    period: required(integer({ minimum: 1, maximum: 60 }), ['Period', 'Periodo'], ['Month', 'Mese']),
    weight: required(
      number({ minimum: 0 }),
      ['Weight', 'Peso'],
      ['Share', 'Quota', 'Percentuale', 'Factor', 'Fattore'],
    ),
  },
  toRecord: (values, { origin }): ProfileRecord => ({ ...values, origin }),
});
