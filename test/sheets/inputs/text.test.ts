import fc from 'fast-check';
import { civilOf, dayOf } from '../../../src/planning/time/civil';
import type { Day } from '../../../src/planning/units';
import { cultureOf } from '../../../src/sheets/inputs/culture';
import { orderEvidence, parseDateText } from '../../../src/sheets/inputs/dateText';
import { headingKey, matchKey, nearestName } from '../../../src/sheets/inputs/match';
import { decimalEvidence, parseNumberText } from '../../../src/sheets/inputs/numberText';

describe('headings and words', () => {
  it('match without regard to case, accents, spaces and punctuation', () => {
    for (const text of ['Close date', 'close_date', 'CLOSE-DATE', ' Close  Date ', 'Clöse dáte'])
      expect(matchKey(text)).toBe('closedate');
    expect(matchKey('Capacità')).toBe('capacita');
    expect(matchKey('Capacita\u0300')).toBe('capacita');
  });

  it('let go of the unit in brackets', () => {
    expect(headingKey('Importo (EUR)')).toBe('importo');
    expect(headingKey('[h]')).toBe('h');
  });

  it('suggest a near name, not a far one', () => {
    const teams = ['Vendite', 'Produzione', 'Logistica'];
    expect(nearestName('Vendtie', teams)).toBe('Vendite');
    expect(nearestName('logistca', teams)).toBe('Logistica');
    expect(nearestName('Acquisti', teams)).toBeUndefined();
    expect(nearestName('Nord', ['Sud'])).toBeUndefined();
  });
});

describe('cultures', () => {
  it.each([
    ['it-IT', ',', 'dmy'],
    ['en-US', '.', 'mdy'],
    ['en-GB', '.', 'dmy'],
    ['de-DE', ',', 'dmy'],
    ['sv-SE', ',', 'ymd'],
    ['nonsense!', '.', 'mdy'],
  ])('%s writes decimals with %s and dates as %s', (tag, decimal, dateOrder) => {
    expect(cultureOf(tag)).toEqual({ decimal, dateOrder });
  });
});

describe('numbers in text', () => {
  it.each<[string, ',' | '.', number]>([
    ['1.234,56', ',', 1234.56],
    ['1.234,56', '.', 1234.56],
    ['1,234.56', ',', 1234.56],
    ['12,5 %', ',', 0.125],
    ['12.5%', '.', 0.125],
    ['€ 1.200', ',', 1200],
    ['1.200 €', ',', 1200],
    ['$1,200', '.', 1200],
    ['EUR 3.500,00', ',', 3500],
    ['(1,200)', '.', -1200],
    ['-1.200', ',', -1200],
    ['1.200-', ',', -1200],
    ['\u22125', '.', -5],
    ['1 234 567,8', ',', 1_234_567.8],
    ["1'234'567.80", '.', 1_234_567.8],
    ['1\u202f234,5', ',', 1234.5],
    ['1.234.567', '.', 1_234_567],
    ['0,5', ',', 0.5],
    ['0.125', ',', 0.125],
    [',5', ',', 0.5],
    ['12,', ',', 12],
    ['1,5E3', ',', 1500],
    ['1.234', ',', 1234],
    ['1.234', '.', 1.234],
    ['1,234', ',', 1.234],
  ])('reads "%s" with the mark "%s"', (text, decimal, value) => {
    expect(parseNumberText(text, decimal)?.value).toBe(value);
  });

  it.each([
    '',
    'abc',
    '12 34',
    '1.23.456',
    '1,2,3',
    '1.234,5,6',
    '#N/A',
    '12 pz',
    '%',
    '--5',
    '(-5)',
    '1e',
    'Infinity',
    'NaN',
    '0x10',
    '1/2',
  ])('does not take "%s" for a number', (text) => {
    expect(parseNumberText(text, ',')).toBeUndefined();
    expect(parseNumberText(text, '.')).toBeUndefined();
  });

  it('knows which texts settle the decimal mark', () => {
    expect(['1.234,5', '1,5', '12.50', '1.234.567', '1.234', '12', 'x'].map(decimalEvidence)).toEqual([
      ',',
      ',',
      '.',
      ',',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reads back what Italian and English formats write', () => {
    const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((cents) => cents / 100);
    for (const [tag, decimal] of [
      ['it-IT', ','],
      ['en-US', '.'],
    ] as const) {
      const format = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, useGrouping: 'always' as never });
      fc.assert(
        fc.property(amounts, (amount) =>
          expect(parseNumberText(format.format(amount), decimal)?.value).toBeCloseTo(amount, 6),
        ),
      );
    }
  });
});

describe('dates in text', () => {
  const day = (year: number, month: number, date: number) => ({
    kind: 'day',
    day: dayOf(year, month, date),
    ambiguous: false,
  });

  it.each<[string, ReturnType<typeof day>]>([
    ['2027-06-30', day(2027, 6, 30)],
    ['2027-06-30T14:05:00Z', day(2027, 6, 30)],
    ['2027/6/3', day(2027, 6, 3)],
    ['20270630', day(2027, 6, 30)],
    ['30/06/2027', day(2027, 6, 30)],
    ['6/30/2027', day(2027, 6, 30)],
    ['30.6.27', day(2027, 6, 30)],
    ['30-06-2027 09:30', day(2027, 6, 30)],
    ['05/05/2027', day(2027, 5, 5)],
    ['3 giugno 2027', day(2027, 6, 3)],
    ['1° maggio 2027', day(2027, 5, 1)],
    ['lunedì 4 gennaio 2027', day(2027, 1, 4)],
    ['3-giu-27', day(2027, 6, 3)],
    ['Jun 3, 2027', day(2027, 6, 3)],
    ['3rd of June 2027'.replace('rd', ''), day(2027, 6, 3)],
    ['29/02/2028', day(2028, 2, 29)],
  ])('reads "%s"', (text, expected) => {
    expect(parseDateText(text, 'dmy')).toEqual(expected);
    expect(parseDateText(text, 'mdy')).toEqual(expected);
  });

  it('follows the order in force where the text could be either, and says so', () => {
    expect(parseDateText('03/04/2027', 'dmy')).toEqual({ kind: 'day', day: dayOf(2027, 4, 3), ambiguous: true });
    expect(parseDateText('03/04/2027', 'mdy')).toEqual({ kind: 'day', day: dayOf(2027, 3, 4), ambiguous: true });
  });

  it.each(['31/04/2027', '2027-04-31', '29/02/2027', '13/13/2027', '31 aprile 2027', '00/05/2027'])(
    'says that "%s" does not exist',
    (text) => {
      expect(parseDateText(text, 'dmy').kind).toBe('impossible');
    },
  );

  it.each(['', 'soon', 'Q3 2027', '2027', '12/2027', '5 marble 2027', '1.234,5', '30/06-2027'])(
    'does not take "%s" for a date',
    (text) => {
      expect(parseDateText(text, 'dmy').kind).toBe('none');
    },
  );

  it('knows which texts settle the order', () => {
    expect(['25/04/2027', '04/25/2027', '03/04/2027', '2027-04-25'].map(orderEvidence)).toEqual([
      'dmy',
      'mdy',
      undefined,
      undefined,
    ]);
  });

  it('reads back every day written in any of the three orders', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayOf(1950, 1, 1), max: dayOf(2199, 12, 31) }), (serial) => {
        const { year, month, day: date } = civilOf(serial as Day);
        expect(parseDateText(`${date}/${month}/${year}`, 'dmy')).toMatchObject({ day: serial });
        expect(parseDateText(`${month}/${date}/${year}`, 'mdy')).toMatchObject({ day: serial });
        expect(parseDateText(`${year}/${month}/${date}`, 'dmy')).toMatchObject({ day: serial });
      }),
    );
  });
});
