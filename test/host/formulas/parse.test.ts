import fc from 'fast-check';
import { parseFormula } from '../../../src/host/formulas/parse';
import { shiftFormula } from '../../../src/host/formulas/adjust';
import { parseStructured, printStructured } from '../../../src/host/formulas/structured';

function tree(text: string, row = 0, column = 0): unknown {
  const parsed = parseFormula(text, row, column);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.formula;
}

describe('parseFormula', () => {
  it('gives copies of a formula one and the same tree', () => {
    expect(tree('A1*$B$1+SUM(C1:C$9)', 4, 4)).toBe(tree('B3*$B$1+SUM(D3:D$9)', 6, 5));
    expect(tree('SUM(A:A)+B2', 1, 1)).toBe(tree('SUM(B:B)+C9', 8, 2));
  });

  it('keeps formulas apart that only look like copies', () => {
    expect(tree('T[Q1]', 0, 0)).not.toBe(tree('T[Q2]', 1, 0));
    expect(tree('"A1"&A1', 0, 0)).not.toBe(tree('"A2"&A2', 1, 0));
    expect(tree('LOG10(A1)', 0, 0)).not.toBe(tree('LOG11(A2)', 1, 0));
    expect(tree("'A1'!B1", 0, 0)).not.toBe(tree("'A2'!B2", 1, 0));
    expect(tree('A1!B1', 0, 0)).not.toBe(tree('A2!B2', 1, 0));
  });

  it.each([
    '1+',
    '(1',
    'SUM(1',
    '1)',
    '"open',
    'A1:',
    '{1,2;3}',
    '{A1}',
    '1 2',
    "'Sheet",
    'T[Col',
    '=',
    '&1',
    '1,2',
    '∑',
    `${'('.repeat(5000)}`,
  ])('says what is wrong with %s', (text) => {
    expect(parseFormula(text)).toHaveProperty('problem');
  });

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      'A1',
      '$B$2',
      ':',
      '!',
      "'",
      '"',
      '[',
      ']',
      '#',
      '@',
      '(',
      ')',
      ',',
      ' ',
      '+',
      '-',
      '%',
      '{',
      '}',
      'Sheet1',
      'SUM',
      '1',
      '.',
      'é',
      '#REF!',
      'LET',
      '\\',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((p) => p.join('')),
        ),
        (text) => {
          const parsed = parseFormula(text, 3, 3);
          expect('formula' in parsed || 'problem' in parsed).toBe(true);
        },
      ),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('sees a filled formula as the same formula', () => {
    const reference = fc
      .tuple(fc.boolean(), fc.nat(20), fc.boolean(), fc.integer({ min: 1, max: 40 }))
      .map(
        ([absoluteColumn, column, absoluteRow, row]) =>
          `${absoluteColumn ? '$' : ''}${String.fromCharCode(65 + column)}${absoluteRow ? '$' : ''}${row}`,
      );
    const text = fc.array(reference, { minLength: 1, maxLength: 4 }).map((parts) => `SUM(${parts.join(',')})`);
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(5), (formula, rows, columns) => {
        expect(tree(shiftFormula(formula, rows, columns), 50 + rows, 20 + columns)).toBe(tree(formula, 50, 20));
      }),
      { seed: 2 },
    );
  });

  it('remembers what a formula refers to', () => {
    expect(tree('SUM(Data!A1:B2,Rate,T[Col],CADENZA.FORECAST(C1))')).toMatchObject({
      references: [{ sheet: 'Data' }, { sheet: undefined }],
      names: [{ name: 'Rate' }],
      structured: [{ table: 'T', firstColumn: 'Col' }],
      functions: ['CADENZA.FORECAST', 'SUM'],
    });
  });
});

describe('structured references', () => {
  it.each([
    '[Col]',
    '[]',
    '[@Col]',
    '[@[Net amount]]',
    '[@]',
    '[#All]',
    '[[#Headers],[Col]]',
    '[[A]:[B]]',
    '[[#Headers],[#Data],[A]:[B]]',
    "[Weird '[x'] '#1]",
    '[@[A]:[B]]',
  ])('prints %s as it was read', (brackets) => {
    const reference = parseStructured('T', brackets);
    expect(reference && printStructured(reference)).toBe(`T${brackets}`);
  });
});
