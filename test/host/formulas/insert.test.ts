import fc from 'fast-check';
import { adjustWorkbook } from '../../../src/host/formulas/adjust-workbook';
import { Calculation } from '../../../src/host/formulas/calculation';
import { CellError } from '../../../src/host/model/cell';
import type { CellValue } from '../../../src/host/model/cell';
import type { Worksheet } from '../../../src/host/model/workbook';
import { Workbook } from '../../../src/host/model/workbook';

const SIZE = 8;

const address = fc
  .tuple(fc.nat(SIZE - 1), fc.integer({ min: 1, max: SIZE }), fc.boolean(), fc.boolean())
  .map(([c, r, x, y]) => `${x ? '$' : ''}${String.fromCharCode(65 + c)}${y ? '$' : ''}${r}`);
const formula = fc.oneof(
  fc.tuple(address, address).map(([a, b]) => `${a}*2+Sheet1!${b}`),
  fc.tuple(address, address).map(([a, b]) => `SUM(${a}:${b})`),
  fc.tuple(fc.nat(SIZE - 1), address).map(([c, a]) => `SUM(${'ABCDEFGH'[c] ?? 'A'}:${'ABCDEFGH'[c] ?? 'A'})-${a}`),
  fc.integer({ min: 1, max: SIZE }).map((r) => `COUNT(${r}:${r})`),
);
const contents = fc.array(
  fc.record({
    row: fc.nat(SIZE - 1),
    column: fc.nat(SIZE - 1),
    content: fc.oneof(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), formula),
  }),
  { maxLength: 40 },
);

/** Moves cells as an insertion of whole rows or columns does. */
function insertCells(sheet: Worksheet, axis: 'rows' | 'columns', at: number, count: number): void {
  const cells = [...sheet.cells.rowNumbers()].flatMap((row) =>
    [...(sheet.cells.rowCells(row) ?? [])].map(([column, cell]) => ({ row, column, cell })),
  );
  sheet.cells.clear();
  for (const { row, column, cell } of cells) {
    const moved = (axis === 'rows' ? row : column) >= at ? count : 0;
    sheet.cells.set(row + (axis === 'rows' ? moved : 0), column + (axis === 'columns' ? moved : 0), cell);
  }
}

function plain(value: CellValue): CellValue {
  return value instanceof CellError ? value.code : value;
}

describe('inserting rows or columns', () => {
  it('changes the value of no cell, wherever it has moved', () => {
    const place = fc.record({
      axis: fc.constantFrom('rows' as const, 'columns' as const),
      at: fc.nat(SIZE),
      count: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(contents, place, (cells, { axis, at, count }) => {
        const workbook = new Workbook();
        const sheet = workbook.addSheet('Sheet1');
        for (const { row, column, content } of cells)
          sheet.put(row, column, typeof content === 'string' ? { formula: content } : { value: content });
        const calculation = new Calculation(workbook);
        calculation.recalculate();
        fc.pre(calculation.circular.length === 0);
        const before = cells.map(({ row, column }) => plain(sheet.value(row, column)));
        insertCells(sheet, axis, at, count);
        adjustWorkbook(workbook, { kind: 'insert', sheet: 'Sheet1', axis, at, count });
        workbook.structureChanged();
        calculation.recalculate();
        const after = cells.map(({ row, column }) =>
          plain(
            sheet.value(
              row + (axis === 'rows' && row >= at ? count : 0),
              column + (axis === 'columns' && column >= at ? count : 0),
            ),
          ),
        );
        expect(after).toEqual(before);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
