import fc from 'fast-check';
import { FileError } from '../../../src/host/xlsx/fileError';
import { openXlsx } from '../../../src/host/xlsx/open';
import { saveXlsx } from '../../../src/host/xlsx/save';
import { xlsxOf } from '../../support/workbook';
import { minimalFile, minimalParts, packParts } from './packages';
import { richWorkbook } from './rich';

function codeOf(bytes: Uint8Array): string {
  try {
    openXlsx(bytes);
    return 'opened';
  } catch (error) {
    if (error instanceof FileError) return error.code;
    throw error;
  }
}

/** An OLE compound file's beginning with a directory entry of this name somewhere. */
function compoundFile(entry: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (let i = 0; i < entry.length; i++) bytes[1024 + i * 2] = entry.charCodeAt(i);
  return bytes;
}

describe('a file that is no good', () => {
  it('is told apart: protected by a password, old format, no workbook, damaged', () => {
    expect(codeOf(compoundFile('EncryptedPackage'))).toBe('encrypted');
    expect(codeOf(compoundFile('Workbook'))).toBe('old-workbook');
    expect(codeOf(new TextEncoder().encode('Objective,Year\nGrowth,2027\n'))).toBe('not-a-workbook');
    expect(codeOf(new Uint8Array())).toBe('not-a-workbook');
    expect(codeOf(packParts({ 'word/document.xml': '<w/>' }))).toBe('not-a-workbook');
    expect(codeOf(xlsxOf({ S: [[1]] }).subarray(0, 400))).toBe('damaged');
  });

  it('is damaged when a part is missing, is no XML, or names a text that is not there', () => {
    const without = (name: string): Uint8Array => {
      const parts = minimalParts();
      delete parts[name];
      return packParts(parts);
    };
    expect(codeOf(without('xl/worksheets/sheet1.xml'))).toBe('damaged');
    expect(codeOf(without('xl/workbook.xml'))).toBe('damaged');
    expect(codeOf(minimalFile({ sheet: '<sheetData><row r="1"><c r="A1"></row></sheetData>' }))).toBe('damaged');
    expect(codeOf(minimalFile({ sheet: '<sheetData><row r="1"><c r="A1" t="s"><v>5</v></c></row></sheetData>' }))).toBe(
      'damaged',
    );
    expect(codeOf(minimalFile({ sheet: '<sheetData><row r="1"><c r="A1"><v>1,5</v></c></row></sheetData>' }))).toBe(
      'damaged',
    );
    expect(codeOf(minimalFile({ sheet: '<sheetData/><mergeCells>' }))).toBe('damaged');
    expect(codeOf(minimalFile({ workbook: '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' }))).toBe('damaged');
  });

  it('never does anything but open or throw a FileError, whichever bytes are broken', () => {
    const good = saveXlsx(richWorkbook());
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(good.length),
        fc.boolean(),
        (changes, length, cut) => {
          const bytes = good.slice(0, cut ? length : good.length);
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          expect(['opened', 'damaged', 'encrypted', 'not-a-workbook']).toContain(codeOf(bytes));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never does anything but open or throw a FileError, whichever letters of its XML are broken', () => {
    const sheet =
      '<sheetPr/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="3" width="9"/></cols><sheetData><row r="1"><c r="A1" t="str"><f>A2&amp;"x"</f><v>a</v></c><c r="B1" s="1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A3:B4"/></mergeCells><conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1</formula></cfRule></conditionalFormatting><dataValidations><dataValidation type="list" sqref="A1"><formula1>"a,b"</formula1></dataValidation></dataValidations>';
    fc.assert(
      fc.property(fc.nat(sheet.length - 1), fc.nat(20), fc.string({ maxLength: 4 }), (at, count, text) => {
        const broken = sheet.slice(0, at) + text + sheet.slice(at + count);
        const outcome = codeOf(minimalFile({ sheet: broken }));
        expect(['opened', 'damaged']).toContain(outcome);
      }),
      { numRuns: 300 },
    );
  });
});
