import { hintFor, signatureOf } from '../../../src/host/page/functionGuide';
import { breakLines, shortNumber } from '../../../src/host/page/paint/fonts';

const byLength = (text: string) => text.length;

describe('texts in cells', () => {
  it('break at spaces, and inside words that are too long', () => {
    expect(breakLines('one two three', 7, byLength)).toEqual(['one two', 'three']);
    expect(breakLines('abcdefghij kl', 4, byLength)).toEqual(['abcd', 'efgh', 'ij', 'kl']);
    expect(breakLines('a\nb', 9, byLength)).toEqual(['a', 'b']);
  });

  it('show numbers in as many digits as fit, never fewer than their whole part', () => {
    const fit = (room: number) => (text: string) => text.length <= room;
    expect(shortNumber(1234.5678, '.', fit(7))).toBe('1234.57');
    expect(shortNumber(1234.5678, ',', fit(6))).toBe('1234,6');
    expect(shortNumber(0.123456, ',', fit(5))).toBe('0,123');
    expect(shortNumber(1234.5678, '.', fit(3))).toBeUndefined();
  });
});

describe('help with functions', () => {
  const guide = {
    namespace: 'CADENZA',
    separator: ';',
    functions: [
      { id: 'FORECAST', name: 'FORECAST', parameters: [{ name: 'history' }, { name: 'season', optional: true }] },
      { id: 'PHASE', name: 'PHASE', parameters: [] },
    ],
  };
  const offered = (text: string) => hintFor(text, guide).offered.map(({ name }) => name);

  it('offers names that go on as typed, and the arguments of the call that is open', () => {
    expect(offered('=cad')).toEqual(['FORECAST', 'PHASE']);
    expect(offered('=1+CADENZA.PH')).toEqual(['PHASE']);
    expect(offered('cad')).toEqual([]);
    expect(hintFor('=SUM(CADENZA.FORECAST(A1:A9;', guide).called?.name).toBe('FORECAST');
    expect(hintFor('=CADENZA.FORECAST(A1:A9)', guide).called).toBeUndefined();
    expect(guide.functions[0] && signatureOf(guide.functions[0], guide)).toBe('CADENZA.FORECAST(history; [season])');
  });
});
