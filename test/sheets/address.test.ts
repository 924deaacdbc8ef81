import fc from 'fast-check';
import {
  addressOf,
  cellAddress,
  columnIndex,
  columnLetters,
  fullAddressOf,
  quoteSheet,
  rangeAddress,
} from '../../src/sheets/address';

describe('addresses', () => {
  it('names the first, the twenty-seventh and the last column', () => {
    expect([0, 25, 26, 27, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA', 'XFD']);
  });

  it('reads back every column it names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16_383 }), (column) => columnIndex(columnLetters(column)) === column),
    );
  });

  it('knows no column beyond XFD, nor one that is not letters', () => {
    expect([columnIndex('XFE'), columnIndex('A1'), columnIndex('')]).toEqual([undefined, undefined, undefined]);
  });

  it('writes cells and ranges', () => {
    expect(cellAddress(6, 1)).toBe('B7');
    expect(addressOf({ sheet: 'Targets', row: 6, column: 1 })).toBe('B7');
    expect(rangeAddress(0, 0, 3, 2)).toBe('A1:B3');
    expect(rangeAddress(4, 2, 1, 1)).toBe('C5');
  });

  it('quotes a sheet whose name a formula would misread', () => {
    expect(
      ['Targets', 'Capacità', 'Target cascade', "Piano d'azione", 'A1', 'R1C1', '2026', 'TRUE'].map(quoteSheet),
    ).toEqual(['Targets', 'Capacità', "'Target cascade'", "'Piano d''azione'", "'A1'", "'R1C1'", "'2026'", "'TRUE'"]);
    expect(fullAddressOf({ sheet: 'Target cascade', row: 6, column: 1 })).toBe("'Target cascade'!B7");
  });
});
