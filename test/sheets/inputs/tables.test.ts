import { TABLE_KINDS } from '../../../src/planning/input';
import { matchKey } from '../../../src/sheets/inputs/match';
import { SETTING_DEFINITIONS, settingNamed } from '../../../src/sheets/inputs/settingDefinitions';
import { columnName, INPUT_TABLES, tableName } from '../../../src/sheets/inputs/tables/all';

describe.each(TABLE_KINDS)('the table %s', (kind) => {
  const table = INPUT_TABLES[kind];
  const words = Object.entries(table.columns).flatMap(([field, { names, synonyms }]) =>
    [...new Set([...names, ...synonyms].map(matchKey))].map((key) => ({ field, key })),
  );

  it('has no two columns that go by the same word', () => {
    const taken = new Map<string, string>();
    const clashes = words.filter(
      ({ field, key }) => (taken.has(key) && taken.get(key) !== field) || !taken.set(key, field),
    );
    expect(clashes).toEqual([]);
  });

  it('has words that are more than punctuation', () => {
    expect(words.filter(({ key }) => key === '')).toEqual([]);
  });

  it('has no two words for one thing among its accepted values', () => {
    for (const { type } of Object.values(table.columns)) {
      const taken = new Map<string, string>();
      for (const { value, it: italian, synonyms = [] } of type.choices ?? [])
        for (const key of [value, italian, ...synonyms].map(matchKey)) {
          expect([undefined, value]).toContain(taken.get(key));
          taken.set(key, value);
        }
    }
  });
});

describe('names of tables', () => {
  it('are those of the contract, in both languages', () => {
    expect(TABLE_KINDS.map((kind) => tableName(kind, 'en'))).toEqual([
      'Targets',
      'Pipeline',
      'Capacity',
      'Families',
      'Routings',
      'Materials',
      'Receipts',
      'Demand',
      'Orders',
      'Overrides',
      'Stages',
      'Activities',
      'People',
      'Holidays',
      'Profiles',
      'Settings',
      'Actuals',
    ]);
    expect(TABLE_KINDS.map((kind) => tableName(kind, 'it'))).toEqual([
      'Obiettivi',
      'Pipeline',
      'Capacità',
      'Famiglie',
      'Cicli',
      'Distinta base',
      'Arrivi',
      'Domanda',
      'Ordini',
      'Rettifiche',
      'Fasi',
      'Attività',
      'Persone',
      'Festività',
      'Profili',
      'Impostazioni',
      'Consuntivi',
    ]);
  });

  it('and columns: a few that people rely on', () => {
    expect(columnName('targets', 'target', 'it')).toBe('Valore obiettivo');
    expect(columnName('pipeline', 'closeDate', 'en')).toBe('Close date');
    expect(columnName('capacity', 'hoursPerHead', 'en')).toBe('Hours per head');
  });

  it('of the three tables without which there is no plan', () => {
    expect(TABLE_KINDS.filter((kind) => INPUT_TABLES[kind].required)).toEqual(['targets', 'pipeline', 'capacity']);
  });
});

describe('settings', () => {
  it('are found by both names and by every synonym, and no word stands for two', () => {
    for (const [field, { names, synonyms }] of Object.entries(SETTING_DEFINITIONS))
      for (const word of [...names, ...synonyms]) expect(settingNamed(word)).toBe(field);
  });
});
