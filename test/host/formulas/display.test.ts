import { formatCell, parseTyped, readTyped } from '../../../src/host/formulas/display';
import { CellError } from '../../../src/host/model/cell';
import type { CellValue } from '../../../src/host/model/cell';

describe('formatCell', () => {
  it.each<[CellValue, string, string, string]>([
    [1234.5, '#,##0.00', 'it-IT', '1.234,50'],
    [1234.5, '#,##0.00', 'en-US', '1,234.50'],
    [0.1 + 0.2, 'General', 'en-US', '0.3'],
    [0.5, 'General', 'it-IT', '0,5'],
    [0.285, '0.0%', 'it-IT', '28,5%'],
    [46082, 'dd/mm/yyyy', 'it-IT', '01/03/2026'],
    [46082, 'm/d/yyyy', 'it-IT', '01/03/2026'],
    [46082, 'm/d/yyyy', 'en-US', '3/1/2026'],
    [46082, 'dddd d mmmm', 'it-IT', 'domenica 1 marzo'],
    [-1, 'dd/mm/yyyy', 'en-US', '########'],
    [true, 'General', 'it-IT', 'VERO'],
    [new CellError('#DIV/0!'), '0.00', 'en-US', '#DIV/0!'],
    [null, '0.00', 'en-US', ''],
    ['text', '0.00', 'en-US', 'text'],
    ['text', '@" !"', 'en-US', 'text !'],
    [-1234, '#,##0;[Red](#,##0)', 'en-US', '(1,234)'],
  ])('shows %p in %s for %s as %s', (value, format, culture, shown) => {
    expect(formatCell(value, format, culture)).toBe(shown);
  });

  it('counts dates of the 1904 system from 1904', () => {
    expect(formatCell(0, 'yyyy-mm-dd', 'en-US', 1904)).toBe('1904-01-01');
  });
});

describe('parseTyped', () => {
  it.each<[string, string, CellValue]>([
    ['1.234,56', 'it-IT', 1234.56],
    ['1,234.56', 'en-US', 1234.56],
    ['12,5%', 'it-IT', 0.125],
    ['3/4/2026', 'it-IT', 46115],
    ['3/4/2026', 'en-US', 46085],
    ['2026-04-03', 'it-IT', 46115],
    ['10:30', 'it-IT', 0.4375],
    ['VERO', 'it-IT', true],
    ['FALSE', 'en-US', false],
    ['#N/A', 'en-US', new CellError('#N/A')],
    ['1 1/2', 'en-US', 1.5],
    ["'12", 'en-US', '12'],
    ['North', 'en-US', 'North'],
    ['€ 5', 'it-IT', 5],
    ['', 'en-US', null],
    ['12 monkeys', 'en-US', '12 monkeys'],
  ])('reads %s in %s', (text, culture, value) => {
    expect(parseTyped(text, culture)).toEqual(value);
  });

  it('says which format comes with what is typed', () => {
    expect(readTyped('5%', 'en-US')).toEqual({ value: 0.05, numberFormat: '0%' });
  });

  it('counts dates of the 1904 system from 1904', () => {
    expect(parseTyped('1904-01-02', 'en-US', 1904)).toBe(1);
  });
});
