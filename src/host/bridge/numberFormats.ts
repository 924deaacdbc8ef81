import { getFormatInfo } from 'numfmt';

/** Excel.NumberFormatCategory of a format code. */
export function formatCategory(code: string): string {
  if (code === 'General') return 'General';
  if (code === '@') return 'Text';
  const { type } = getFormatInfo(code);
  switch (type) {
    case 'percent':
      return 'Percentage';
    case 'currency':
      return 'Currency';
    case 'date':
    case 'datetime':
      return 'Date';
    case 'time':
      return 'Time';
    case 'fraction':
      return 'Fraction';
    case 'scientific':
      return 'Scientific';
    case 'number':
    case 'grouped':
      return 'Number';
    default:
      return 'Custom';
  }
}
