import fc from 'fast-check';
import { formulaFromFile, formulaTemplate, formulaToFile, moveFormula } from '../../../src/host/xlsx/formulaText';
import { isDynamicArray } from '../../../src/host/xlsx/sheet/writeCells';
import { tableOf, workbookOf } from '../../support/workbook';

const table = tableOf(
  workbookOf({
    S: {
      table: 'Plan',
      rows: [
        ['Hours', 'Cost €/h', "It's [x]"],
        [1, 2, 3],
      ],
    },
  }),
  'Plan',
);

/** What people see, and what the file holds. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['XLOOKUP(1,A:A,B:B)', '_xlfn.XLOOKUP(1,A:A,B:B)'],
  ['SORT(FILTER(A1:A9,B1:B9>0))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>0))'],
  ['STDEV.S(A1:A9)+CEILING.MATH(2.5)', '_xlfn.STDEV.S(A1:A9)+_xlfn.CEILING.MATH(2.5)'],
  [
    'IFS(A1>0,MAXIFS(B:B,C:C,1),TRUE,CONCAT("a","b"))',
    '_xlfn.IFS(A1>0,_xlfn.MAXIFS(B:B,C:C,1),TRUE,_xlfn.CONCAT("a","b"))',
  ],
  ['"UNIQUE(A1)"&\'SORT(1)\'!A1', '"UNIQUE(A1)"&\'SORT(1)\'!A1'],
  ['NETWORKDAYS.INTL(A1,B1,"0000011")', 'NETWORKDAYS.INTL(A1,B1,"0000011")'],
  ['SUM(A1#)+Data!B2#', 'SUM(_xlfn.ANCHORARRAY(A1))+_xlfn.ANCHORARRAY(Data!B2)'],
  ['@A1:A9*2', '_xlfn.SINGLE(A1:A9)*2'],
  ['LET(x,A1,y,x*2,x+y)', '_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x*2,_xlpm.x+_xlpm.y)'],
  ['MAP(A1:A3,LAMBDA(v,v+1))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v+1))'],
  ['BYROW(A1:C3,SUM)&"a,SUM)"', '_xlfn.BYROW(A1:C3,_xleta.SUM)&"a,SUM)"'],
  [
    'LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(1)',
    '_xlfn.LAMBDA(_xlpm.x,_xlop.y,IF(_xlfn.ISOMITTED(_xlpm.y),_xlpm.x,_xlpm.x+_xlpm.y))(1)',
  ],
  ['CADENZA.FORECAST(A1:A9,12)', '_xldudf_CADENZA_FORECAST(A1:A9,12)'],
  ['SUM(A1:A9)', 'SUM(A1:A9)'],
  ['[@Hours]*2', 'Plan[[#This Row],[Hours]]*2'],
  ['[@[Cost €/h]]', 'Plan[[#This Row],[Cost €/h]]'],
  [
    "SUM([@Hours]:[@[It''s '[x']]])".replace("''", "''"),
    "SUM(Plan[[#This Row],[Hours]]:Plan[[#This Row],[It''s '[x']]])",
  ],
  ['"[@Hours]"&A1', '"[@Hours]"&A1'],
];

describe('formula texts', () => {
  it.each(PAIRS)('%s is %s in the file', (seen, held) => {
    expect(formulaToFile(seen, table)).toBe(held);
    expect(formulaFromFile(held, table)).toBe(seen);
  });

  it('shows the row reference of another table with its name', () => {
    expect(formulaFromFile('Other[[#This Row],[Hours]]', table)).toBe('Other[[#This Row],[Hours]]');
    expect(formulaToFile('Plan[@Hours]', undefined)).toBe('Plan[[#This Row],[Hours]]');
  });

  it('moves relative references only, and none in texts, names or brackets', () => {
    const template = formulaTemplate('A1+$B$2+C$3+$D4+"A1"+\'A1 x\'!A1+Tab1[A1]+LOG10(A1)+A:A+1:1+x_A1+Q1!B2');
    expect(moveFormula(template, 1, 1)).toBe('B2+$B$2+D$3+$D5+"A1"+\'A1 x\'!B2+Tab1[A1]+LOG10(B2)+B:B+2:2+x_A1+Q1!C3');
    expect(moveFormula(formulaTemplate('A1'), -1, 0)).toBe('#REF!');
  });

  it('a formula moved there and back is the same', () => {
    const reference = fc
      .tuple(fc.boolean(), fc.integer({ min: 0, max: 200 }), fc.boolean(), fc.integer({ min: 1, max: 900 }))
      .map(([c, column, r, row]) => `${c ? '$' : ''}${String.fromCharCode(65 + (column % 26))}${r ? '$' : ''}${row}`);
    fc.assert(
      fc.property(
        fc.array(reference, { minLength: 1, maxLength: 6 }),
        fc.nat(50),
        fc.nat(50),
        (parts, rows, columns) => {
          const formula = `SUM(${parts.join(',')})`;
          const there = moveFormula(formulaTemplate(formula), rows, columns);
          expect(moveFormula(formulaTemplate(there), -rows, -columns)).toBe(formula);
        },
      ),
    );
  });
});

describe('dynamic array formulas', () => {
  it.each([
    'UNIQUE(A1:A9)',
    'SUM(A1:A3*B1:B3)',
    'A1:A3+1',
    'SUM(LEN(A1:A3))',
    'SUM(A1#)',
    'SUM((A1:A3>1)*1)',
    'SUM(1*T[Hours])',
    'SUM((A1:A3)*2)',
    "SUM(2*'My data'!A1:A3)",
    'SUM(2-Data!A1:A3)',
    'SUM(YEAR(Data!A1:A3))',
  ])('%s is one', (formula) => expect(isDynamicArray({ formula })).toBe(true));

  it.each([
    'SUM(A1:A9)',
    'A1*B1',
    'SUMIFS(A:A,B:B,">1")',
    'IF(A1>0,SUM(B1:B2),0)',
    'SUMPRODUCT(A1:A3*B1:B3)',
    '[@Hours]*2',
    '"A1:A3*2"',
    'INDEX(A1:B9,2,1)',
    'ROUND(SUM(AB9:CB9)-I9,6)',
    'IF(SUM(G79:S79)>0,F90/(SUM(G79:S79)/SUM(G$9:S$9)*7),0)',
    'IF(B6-B7>0,SUMIF($B$23:$B$28,"open",$D$23:$D$28)/(B6-B7),0)',
    "SUM('Daily plan'!$G$6:$G$2357)-'Other'!$B$7",
    'SUM(T[Hours])-SUM(T[Cost])',
  ])('%s is none', (formula) => expect(isDynamicArray({ formula })).toBe(false));

  it('is any formula that spills', () => {
    expect(isDynamicArray({ formula: 'CADENZA.FORECAST(A1:A9)', spill: { rows: 3, columns: 1 } })).toBe(true);
  });
});
