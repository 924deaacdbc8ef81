import fc from 'fast-check';
import { Calculation } from '../../../src/host/formulas/calculation';
import { CellError } from '../../../src/host/model/cell';
import type { CellValue } from '../../../src/host/model/cell';
import type { Worksheet } from '../../../src/host/model/workbook';
import { Workbook } from '../../../src/host/model/workbook';

const ROWS = 6;
const COLUMNS = 6;
const LETTERS = 'ABCDEF';

const cell = fc.record({ row: fc.nat(ROWS - 1), column: fc.nat(COLUMNS - 1) });
const address = cell.map(({ row, column }) => `${LETTERS[column] ?? 'A'}${row + 1}`);
const range = fc.tuple(address, address).map(([a, b]) => `${a}:${b}`);

const formula = fc.oneof(
  fc.tuple(address, address).map(([a, b]) => `${a}+${b}`),
  address.map((a) => `IF(${a}>3,${a}-1,"low")`),
  range.map((r) => `SUM(${r})`),
  range.map((r) => `COUNTIF(${r},">2")`),
  fc.tuple(range, address).map(([r, a]) => `SUMIFS(${r},${r},"<"&${a})`),
  fc.tuple(address, address).map(([a, b]) => `IFERROR(${a}/${b},-1)`),
  fc.nat(3).map((n) => `SEQUENCE(${n + 1})`),
  address.map((a) => `SUM(${a}#)`),
  fc.tuple(range, address).map(([r, a]) => `MATCH(${a},INDEX(${r},0,1),0)`),
  fc.nat(5).map((n) => `OFFSET(A1,${n},1)`),
  fc.constant('Named+1'),
);

/** What a person may do between two recalculations. */
const edit = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('value' as const), cell, value: fc.integer({ min: -3, max: 9 }) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('formula' as const), cell, formula }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clear' as const), cell }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('name' as const), cell }) },
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function makeWorkbook(): Workbook {
  const workbook = new Workbook();
  workbook.addSheet('Sheet1');
  workbook.names.push({ name: 'Named', formula: 'Sheet1!$A$1', visible: true, comment: '' });
  return workbook;
}

function apply(workbook: Workbook, change: Edit): void {
  const [sheet] = workbook.sheets;
  const [name] = workbook.names;
  if (!sheet || !name) throw new Error('The workbook has no sheet.');
  const { row, column } = change.cell;
  if (change.kind === 'value') sheet.put(row, column, { value: change.value });
  else if (change.kind === 'formula') sheet.put(row, column, { formula: change.formula });
  else if (change.kind === 'clear') sheet.put(row, column, { value: null });
  else {
    name.formula = `Sheet1!$${LETTERS[column] ?? 'A'}$${row + 1}`;
    workbook.structureChanged();
  }
}

function snapshot(sheet: Worksheet): CellValue[][] {
  return Array.from({ length: ROWS + 6 }, (_r, row) =>
    Array.from({ length: COLUMNS }, (_c, column) => {
      const value = sheet.value(row, column);
      return value instanceof CellError ? value.code : value;
    }),
  );
}

/** The same constants and formulas in a fresh workbook, calculated from nothing. */
function calculatedFromNothing(workbook: Workbook): Worksheet {
  const [source] = workbook.sheets;
  const copy = makeWorkbook();
  const [target] = copy.sheets;
  const [name] = copy.names;
  if (!source || !target || !name) throw new Error('The workbook has no sheet.');
  name.formula = workbook.names[0]?.formula ?? '';
  for (const row of source.cells.rowNumbers())
    for (const [column, { formula: text, value, spilledFrom }] of source.cells.rowCells(row) ?? []) {
      if (text !== undefined) target.write(row, column, { formula: text });
      else if (!spilledFrom) target.write(row, column, { value });
    }
  new Calculation(copy).recalculate();
  return target;
}

/** Two arrays that want the same cells: who comes first depends on history, in Excel too. */
function hasRivalSpills(sheet: Worksheet): boolean {
  return snapshot(sheet).some((row) => row.includes('#SPILL!'));
}

describe('recalculation after edits', () => {
  it('gives what a calculation from nothing gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
        (batches) => {
          const workbook = makeWorkbook();
          const calculation = new Calculation(workbook);
          const [sheet] = workbook.sheets;
          if (!sheet) return;
          for (const batch of batches) {
            for (const change of batch) apply(workbook, change);
            calculation.recalculate();
            fc.pre(calculation.circular.length === 0 && !hasRivalSpills(sheet));
          }
          expect(snapshot(sheet)).toEqual(snapshot(calculatedFromNothing(workbook)));
        },
      ),
      { numRuns: 400, seed: 20261125 },
    );
  });

  it('changes nothing when everything is calculated again', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (changes) => {
        const workbook = makeWorkbook();
        const calculation = new Calculation(workbook);
        const [sheet] = workbook.sheets;
        if (!sheet) return;
        for (const change of changes) apply(workbook, change);
        calculation.recalculate();
        fc.pre(!hasRivalSpills(sheet) && calculation.circular.length === 0);
        const before = snapshot(sheet);
        calculation.recalculateAll();
        expect(snapshot(sheet)).toEqual(before);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('always ends with a value in every formula, circles and rival arrays included', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 40 }), (changes) => {
        const workbook = makeWorkbook();
        const calculation = new Calculation(workbook);
        const [sheet] = workbook.sheets;
        if (!sheet) return;
        for (const change of changes) {
          apply(workbook, change);
          calculation.recalculate();
        }
        for (const row of sheet.cells.rowNumbers())
          for (const content of sheet.cells.rowCells(row)?.values() ?? [])
            if (content.formula !== undefined) expect(content.value).not.toBeNull();
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('finds the same circular formulas as a calculation from nothing', () => {
    const simple = fc.oneof(
      fc.tuple(address, address).map(([a, b]) => `${a}+${b}`),
      range.map((r) => `SUM(${r})+1`),
    );
    const changes = fc.array(fc.record({ kind: fc.constant('formula' as const), cell, formula: simple }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(changes, (edits) => {
        const workbook = makeWorkbook();
        const calculation = new Calculation(workbook);
        const [sheet] = workbook.sheets;
        if (!sheet) return;
        for (const change of edits) {
          apply(workbook, change);
          calculation.recalculate();
        }
        expect(snapshot(sheet)).toEqual(snapshot(calculatedFromNothing(workbook)));
      }),
      { numRuns: 200, seed: 11 },
    );
  });
});

test('a formula that is cleared and entered again before the next calculation has a value again', () => {
  const workbook = new Workbook();
  const sheet = workbook.addSheet('S');
  const calculation = new Calculation(workbook);
  sheet.put(0, 0, { formula: '1+1' });
  calculation.recalculate();
  sheet.put(0, 0, { value: null });
  sheet.put(0, 0, { formula: '1+1' });
  calculation.recalculate();
  expect(sheet.value(0, 0)).toBe(2);
});
