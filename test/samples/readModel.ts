import { CellError } from '../../src/host/model/cell';
import type { Workbook } from '../../src/host/model/workbook';
import type { RawRange, RawValue, RawWorkbook } from '../../src/sheets/inputs/raw';

/** A workbook of the host as excel/ would read it: the values of its tables. */
export function readModel(workbook: Workbook): RawWorkbook {
  const ranges = workbook.sheets.flatMap((sheet) =>
    sheet.tables.map(({ name, area }): RawRange => {
      const values = Array.from({ length: area.bottom - area.top + 1 }, (_, row) =>
        Array.from({ length: area.right - area.left + 1 }, (_unused, column): RawValue => {
          const value = sheet.value(area.top + row, area.left + column);
          return value === null ? '' : value instanceof CellError ? value.code : value;
        }),
      );
      return { sheet: sheet.name, table: name, row: area.top, column: area.left, values };
    }),
  );
  return { ranges, dateSystem: workbook.dateSystem, culture: workbook.culture, mapping: { tables: {} } };
}
