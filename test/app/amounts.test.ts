import { amountFormats } from '../../src/app/amounts';

test('thousands are parted in every language, four digits too', () => {
  const spaced = (text: string) => text.replace(/\s/gu, ' ');
  expect(spaced(amountFormats('it', 'EUR').money.format(1942.4))).toBe('1.942 €');
  expect(spaced(amountFormats('en', 'EUR').money.format(1942.4))).toBe('€1,942');
});
