import type { Language } from '../../../src/planning/input';
import { OUTPUT_KEYS } from '../../../src/sheets/spec';
import { translate } from '../../../src/i18n/translate';
import { planFixture } from '../../support/planFixture';
import { namesIn, outputsOf } from '../../support/outputsOf';
import { CalculatedSheets } from '../../support/sheetSpecs';

const LANGUAGES: readonly Language[] = ['en', 'it'];

describe.each(LANGUAGES)('output sheets in %s', (language) => {
  const specs = outputsOf(planFixture(), language);
  const sheets = new CalculatedSheets(specs);

  it('come in workbook order, all of them when the plan has everything', () => {
    expect(specs.map((spec) => spec.key)).toEqual([...OUTPUT_KEYS]);
  });

  it('calculate without a single error', () => {
    expect(sheets.errors()).toEqual([]);
  });

  it('carry title, horizon and next step, in the language', () => {
    for (const spec of specs) {
      const [title, horizon, hint] = [0, 1, 2].map((row) => String(sheets.value(spec.name, row, 0)));
      expect(title).toBe(translate(language, `sheets.title.${spec.key}`));
      expect(horizon).toBe(
        language === 'it'
          ? 'Piano dal 30 nov 2026 al 10 gen 2027 · 6 settimane'
          : 'Plan from 30 Nov 2026 to 10 Jan 2027 · 6 weeks',
      );
      expect(hint?.length).toBeGreaterThan(20);
    }
  });

  it('leave no key of a phrase untranslated', () => {
    for (const spec of specs)
      for (const cell of spec.rows.flat())
        if (cell && 'value' in cell) expect(String(cell.value)).not.toMatch(/^sheets\./);
  });

  it('fit the names of Excel: sheets up to 31 characters, tables and names unique', () => {
    for (const spec of specs) expect(spec.name.length).toBeLessThanOrEqual(31);
    const names = specs.flatMap((spec) => [
      ...spec.tables.map((table) => table.name),
      ...spec.names.map((name) => name.name),
    ]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^Cadenza\w+$/);
  });

  it('head every table with distinct texts, and fill every cell of it', () => {
    for (const spec of specs)
      for (const { range } of spec.tables) {
        const header = spec.rows[range.row]?.slice(range.column, range.column + range.columns) ?? [];
        const titles = header.map((cell) => (cell && 'value' in cell ? cell.value : undefined));
        expect(titles.every((title) => typeof title === 'string' && title !== '')).toBe(true);
        expect(new Set(titles.map((title) => String(title).toLowerCase())).size).toBe(range.columns);
        expect(range.row + range.rows).toBeLessThanOrEqual(spec.rows.length);
      }
  });

  it('keep charts, formats and lights inside ranges that exist', () => {
    const byName = new Map(specs.map((spec) => [spec.name, spec]));
    for (const spec of specs)
      for (const chart of spec.charts)
        for (const { values, categories, sheet } of chart.series) {
          const from = byName.get(sheet ?? spec.name);
          expect(from).toBeDefined();
          expect(values.rows * values.columns).toBe(categories.rows * categories.columns);
          expect(values.row + values.rows).toBeLessThanOrEqual(from?.rows.length ?? 0);
        }
  });
});

describe('buildOutputs', () => {
  it('leaves out the sheets that would be empty', () => {
    const bare = planFixture({
      balance: undefined,
      shortages: [],
      demand: [],
      forecasts: [],
      milestones: [],
      activities: [],
      workload: [],
    });
    const specs = outputsOf(bare);
    expect(specs.map((spec) => spec.key)).toEqual(['summary', 'cascade', 'sales', 'checks', 'log']);
    expect(new CalculatedSheets(specs).errors()).toEqual([]);
  });

  it('gives the same sheets for the same plan', () => {
    expect(JSON.stringify(outputsOf(planFixture()))).toBe(JSON.stringify(outputsOf(planFixture())));
  });

  it('refers to sheets by the names given, quoted where they need it', () => {
    const names = { ...namesIn('en'), daily: "Piano d'oggi (2)", balance: '2026', demandPlan: 'R1C1' };
    const sheets = new CalculatedSheets(outputsOf(planFixture(), 'en', names));
    expect(sheets.errors()).toEqual([]);
    expect(sheets.value('Calendar', sheets.find('Calendar', 'All teams: load').row, 1)).toBeCloseTo(68.75, 9);
  });

  it('never makes a formula of a text that came from a cell', () => {
    const formulas = outputsOf(planFixture()).flatMap((spec) =>
      spec.rows.flat().flatMap((cell) => (cell && 'formula' in cell ? [cell.formula] : [])),
    );
    expect(formulas.some((formula) => formula.includes('Launch'))).toBe(false);
    expect(formulas.every((formula) => formula.startsWith('='))).toBe(true);
  });

  it('keeps every formula within what Excel takes, and off the functions that LibreOffice 7.4 lacks', () => {
    const formulas = outputsOf(planFixture()).flatMap((spec) =>
      spec.rows.flat().flatMap((cell) => (cell && 'formula' in cell ? [cell.formula] : [])),
    );
    const used = new Set(
      formulas.flatMap((formula) => [...formula.matchAll(/\b([A-Z]+)\(/g)].map((match) => match[1])),
    );
    const known = [
      'ABS',
      'AND',
      'AVERAGE',
      'COUNTIF',
      'IF',
      'MAX',
      'MIN',
      'ROUND',
      'SUM',
      'SUMIF',
      'SUMIFS',
      'SUMPRODUCT',
    ];
    expect([...used].filter((name) => !known.includes(name ?? ''))).toEqual([]);
    expect(Math.max(...formulas.map((formula) => formula.length))).toBeLessThanOrEqual(8192);
  });

  it('reads as this in Italian, sheet Sintesi', () => {
    expect(new CalculatedSheets(outputsOf(planFixture(), 'it')).text('Sintesi')).toMatchSnapshot();
  });
});
