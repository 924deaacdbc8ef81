import { FileError } from '../../../src/host/xlsx/fileError';
import { openXlsx } from '../../../src/host/xlsx/open';
import type { Workbook } from '../../../src/host/model/workbook';
import { dayOf } from '../../../src/planning/time/civil';
import { parseWorkbook } from '../../../src/sheets/inputs/parse';
import type { RawRange, RawValue } from '../../../src/sheets/inputs/raw';
import * as bad from '../../fixtures/bad/files';

const today = dayOf(2026, 11, 25);

function codeOf(bytes: Uint8Array): string {
  try {
    openXlsx(bytes);
  } catch (error) {
    if (error instanceof FileError) return error.code;
    throw error;
  }
  return 'opened';
}

/** The used range of every sheet, as excel/ would read it. */
function readBare(workbook: Workbook): RawRange[] {
  return workbook.sheets.flatMap((sheet) => {
    const area = sheet.usedArea(true);
    if (!area) return [];
    const values = Array.from({ length: area.bottom - area.top + 1 }, (_, row) =>
      Array.from({ length: area.right - area.left + 1 }, (_unused, column): RawValue => {
        const value = sheet.value(area.top + row, area.left + column);
        return value === null ? '' : typeof value === 'object' ? value.code : value;
      }),
    );
    return [{ sheet: sheet.name, row: area.top, column: area.left, values }];
  });
}

const parseFile = (bytes: Uint8Array) => {
  const { workbook } = openXlsx(bytes);
  return parseWorkbook(
    { ranges: readBare(workbook), dateSystem: workbook.dateSystem, culture: 'en-GB', mapping: { tables: {} } },
    { today },
  );
};

describe('a file', () => {
  it.each<[string, Uint8Array, string]>([
    ['that is whole opens', bad.goodFile(), 'opened'],
    ['that broke off half-way is damaged', bad.truncatedFile(), 'damaged'],
    ['with a byte changed is damaged', bad.corruptFile(), 'damaged'],
    ['with a password is encrypted', bad.passwordProtectedFile(), 'encrypted'],
    ['of text is no workbook', bad.textFile(), 'not-a-workbook'],
    ['of nothing is no workbook', new Uint8Array(), 'not-a-workbook'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('gives the days of its own date system', () => {
    const days = (bytes: Uint8Array) => parseFile(bytes).input.pipeline.map((own) => own.closeDate);
    expect(days(bad.goodFile())).toEqual([dayOf(2027, 6, 30), dayOf(2027, 6, 30)]);
    expect(days(bad.file1904())).toEqual([dayOf(2031, 7, 1), dayOf(2031, 7, 1)]);
  });

  it('gives the value of a formula where a number is expected', () => {
    const bytes = bad.goodFile((workbook) => {
      workbook.sheet('Targets')?.cells.set(1, 4, { value: 1_250_000, formula: '1000000*1.25', style: 0 });
    });
    expect(parseFile(bytes).input.targets[0]?.target).toBe(1_250_000);
  });
});
