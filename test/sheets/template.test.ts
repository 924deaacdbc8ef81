import { TABLE_KINDS, type Language } from '../../src/planning/input';
import { dayOf } from '../../src/planning/time/civil';
import { parseWorkbook } from '../../src/sheets/inputs/parse';
import type { RawRange, RawValue, RawWorkbook } from '../../src/sheets/inputs/raw';
import { columnName, INPUT_TABLES } from '../../src/sheets/inputs/tables/all';
import { templateSheets, type TemplateSheet } from '../../src/sheets/template';
import { createDirectPlanner } from '../../src/worker/directPlanner';

const today = dayOf(2026, 11, 25);

/** The template as excel/ would read it back once written. */
function asRaw(sheets: readonly TemplateSheet[], language: Language): RawWorkbook {
  const ranges = sheets.flatMap(({ name, rows, tables }) =>
    tables.map(({ name: table, range }): RawRange => ({
      sheet: name,
      table,
      row: range.row,
      column: range.column,
      values: Array.from({ length: range.rows }, (_, row) =>
        Array.from({ length: range.columns }, (_unused, column): RawValue => {
          const cell = rows[range.row + row]?.[range.column + column];
          return cell && 'value' in cell ? cell.value : '';
        }),
      ),
    })),
  );
  return { ranges, dateSystem: 1900, culture: language === 'it' ? 'it-IT' : 'en-GB', mapping: { tables: {} } };
}

describe.each(['en', 'it'] as const)('the template in %s', (language) => {
  const sheets = templateSheets(language, today);
  const parsed = parseWorkbook(asRaw(sheets, language), { today });

  it('has every input table of the contract with all its headings', () => {
    expect(sheets.map((own) => own.kind)).toEqual([...TABLE_KINDS]);
    for (const { kind, rows } of sheets)
      expect(rows[3]?.map((cell) => cell && 'value' in cell && cell.value)).toEqual(
        Object.keys(INPUT_TABLES[kind].columns).map((field) => columnName(kind, field, language)),
      );
  });

  it('has names that Excel takes, each of them once', () => {
    const tables = sheets.flatMap((own) => own.tables.map((table) => table.name));
    expect(new Set(tables).size).toBe(tables.length);
    for (const name of tables) expect(name).toMatch(/^\p{L}[\p{L}\p{N}]*$/u);
    for (const { name } of sheets) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });

  it('is read without a word, every table by its name and every example row', () => {
    expect(parsed.issues).toEqual([]);
    expect(parsed.found.map((own) => [own.kind, own.by])).toEqual(TABLE_KINDS.map((kind) => [kind, 'table name']));
    for (const { kind, records } of parsed.found)
      expect(records).toBe((sheets.find((own) => own.kind === kind)?.tables[0]?.range.rows ?? 0) - 1);
    expect(parsed.input.settings).toMatchObject({
      planStart: dayOf(2026, 11, 30),
      language,
      currency: 'EUR',
      country: 'IT',
    });
  });

  it('offers lists whose words are all understood', () => {
    for (const { kind, rows, validations } of sheets)
      for (const own of validations) {
        if (own.kind !== 'list' || kind === 'settings') continue;
        const field = Object.keys(INPUT_TABLES[kind].columns)[own.range.column] ?? '';
        expect(own.values.length).toBeGreaterThan(1);
        for (const word of own.values) {
          const range = { sheet: 'x', table: kind, row: 0, column: 0, values: [] };
          expect([range.table, field, word, understands(kind, field, word, language, rows)]).toEqual([
            kind,
            field,
            word,
            true,
          ]);
        }
      }
  });

  it('can be planned as it stands, and everything asked for is served', async () => {
    const plan = await createDirectPlanner().plan(parsed.input, { onProgress: () => undefined });
    expect(plan.issues.filter((own) => own.severity === 'error')).toEqual([]);
    expect(plan.balance?.status).toBe('optimal');
    expect(plan.balance?.items.filter((own) => own.lost > 0.5)).toEqual([]);
  });
});

/** Whether a word put into the first example row of a table is read without an issue. */
function understands(
  kind: TemplateSheet['kind'],
  field: string,
  word: string,
  language: Language,
  rows: TemplateSheet['rows'],
): boolean {
  const column = Object.keys(INPUT_TABLES[kind].columns).indexOf(field);
  const changed = rows.map((row, index) =>
    index === 4 ? row.map((cell, at) => (at === column ? { value: word } : cell)) : row,
  );
  const sheets = templateSheets(language, today).map((own) => (own.kind === kind ? { ...own, rows: changed } : own));
  return parseWorkbook(asRaw(sheets, language), { today }).issues.every((own) => own.code !== 'not-a-choice');
}
