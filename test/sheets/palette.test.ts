import { conditionalLook, lookOf, numberFormatCode } from '../../src/sheets/palette';

/** Relative luminance of '#RRGGBB' (WCAG 2.1). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe('the palette', () => {
  it('keeps every text legible on its fill (WCAG AA, 4.5 to 1)', () => {
    for (const style of [
      'title',
      'hint',
      'muted',
      'decision',
      'columnHeader',
      'period',
      'blockHeader',
      'good',
      'bad',
      'link',
    ] as const) {
      const { color = '#000000', fill = '#FFFFFF' } = lookOf(style);
      expect([style, contrast(color, fill) >= 4.5]).toEqual([style, true]);
    }
    for (const look of ['good', 'warn', 'bad', 'load'] as const) {
      const { color, fill } = conditionalLook(look);
      expect([look, contrast(color, fill) >= 4.5]).toEqual([look, true]);
    }
  });

  it('writes money in the currency of the plan', () => {
    expect(numberFormatCode('money', 'EUR')).toBe('[>=0.5]#,##0 "€";[<=-0.5]-#,##0 "€";"–"');
    expect(numberFormatCode('price', 'USD')).toBe('[>=0.005]"$"#,##0.00;[<=-0.005]-"$"#,##0.00;"–"');
    expect(numberFormatCode('money', 'SEK')).toContain('"SEK"');
  });

  it('lets no quote of a currency break out of its literal', () => {
    expect(numberFormatCode('money', 'A"B')).toBe('[>=0.5]#,##0 "AB";[<=-0.5]-#,##0 "AB";"–"');
  });
});
