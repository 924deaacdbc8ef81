import type { SheetSpec } from '../../src/sheets/spec';
import { Calculation } from '../../src/host/formulas/calculation';
import type { CellValue } from '../../src/host/model/cell';
import { CellError } from '../../src/host/model/cell';
import { Workbook } from '../../src/host/model/workbook';
import type { Place } from '../../src/sheets/outputs/grid';
import { cellAddress, quoteSheet } from '../../src/sheets/address';

/** Output sheets in a workbook of memory, formulas calculated by the embedded engine; a cell may be changed and all that follows read again. */
export class CalculatedSheets {
  readonly workbook = new Workbook();
  private readonly calculation: Calculation;

  constructor(readonly specs: readonly SheetSpec[]) {
    for (const spec of specs) this.fill(spec);
    this.calculation = new Calculation(this.workbook);
    this.calculation.recalculateAll();
  }

  value(sheet: string, row: number, column: number): CellValue {
    return this.workbook.sheet(sheet)?.value(row, column) ?? null;
  }

  at(place: Place): CellValue {
    return this.value(place.sheet, place.row, place.column);
  }

  /** The number in a cell; fails loudly where there is none. */
  number(place: Place): number {
    const value = this.at(place);
    if (typeof value !== 'number') throw new Error(`${describe(place)} holds ${show(value)}, not a number`);
    return value;
  }

  /** The numbers of a place that is one row or one column. */
  numbers(place: Place): number[] {
    const cells: number[] = [];
    for (let row = 0; row < place.rows; row += 1)
      for (let column = 0; column < place.columns; column += 1)
        cells.push(this.number({ ...place, row: place.row + row, column: place.column + column, rows: 1, columns: 1 }));
    return cells;
  }

  /** Types a number into a cell, as a user would, and recalculates. */
  type(place: Place, value: number): void {
    this.workbook.sheet(place.sheet)?.put(place.row, place.column, { value });
    this.calculation.recalculate();
  }

  /** Where a formula gives an error, as 'Balance!B7 #VALUE!'. */
  errors(): string[] {
    return this.specs.flatMap((spec) =>
      spec.rows.flatMap((cells, row) =>
        cells.flatMap((_, column) => {
          const value = this.value(spec.name, row, column);
          return value instanceof CellError
            ? [`${quoteSheet(spec.name)}!${cellAddress(row, column)} ${value.code}`]
            : [];
        }),
      ),
    );
  }

  /** The first cell of a sheet that holds a text, as a place. */
  find(sheet: string, text: string, from = 0): Place {
    const spec = this.specs.find((own) => own.name === sheet);
    for (const [row, cells] of (spec?.rows ?? []).entries())
      for (const column of cells.keys())
        if (row >= from && this.value(sheet, row, column) === text) return { sheet, row, column, rows: 1, columns: 1 };
    throw new Error(`No cell of ${sheet} holds '${text}'`);
  }

  /** The sheet as text, one line a row: values as they are calculated, decisions and formulas told apart by the caller's eye. */
  text(sheet: string): string {
    const spec = this.specs.find((own) => own.name === sheet);
    return (spec?.rows ?? [])
      .map((cells, row) => cells.map((_, column) => show(this.value(sheet, row, column))).join(' | '))
      .join('\n');
  }

  private fill(spec: SheetSpec): void {
    const sheet = this.workbook.addSheet(spec.name);
    spec.rows.forEach((cells, row) =>
      cells.forEach((cell, column) => {
        if (cell === undefined) return;
        if ('formula' in cell) sheet.write(row, column, { formula: cell.formula.slice(1) });
        else if (cell.value !== '') sheet.write(row, column, { value: cell.value });
      }),
    );
  }
}

function describe(place: Place): string {
  return `${quoteSheet(place.sheet)}!${cellAddress(place.row, place.column)}`;
}

function show(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  return typeof value === 'number' ? String(Number(value.toPrecision(9))) : String(value);
}
