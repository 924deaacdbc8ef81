import { ANY, TEXT } from '../cells';
import { headed, inputTable, required } from '../column';

/** Settings (Impostazioni): one setting a row; which ones there are is said in `settingDefinitions`. */
export const SETTINGS = inputTable({
  kind: 'settings',
  names: ['Settings', 'Impostazioni'],
  synonyms: ['Setting', 'Parameters', 'Parametri', 'Impostazione', 'Options', 'Opzioni'],
  required: false,
  badRow: 'warning',
  columns: {
    setting: required(TEXT, ['Setting', 'Impostazione'], ['Parameter', 'Parametro', 'Option', 'Opzione']),
    value: headed(ANY, ['Value', 'Valore'], []),
  },
  toRecord: (values, { origin }) => ({ ...values, origin }),
});
