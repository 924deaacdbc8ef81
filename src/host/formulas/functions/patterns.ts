import type { FunctionDefinition } from '../define';
import { define } from '../define';
import type { CellError } from '../../model/cell';
import type { Value } from '../values';
import { ERRORS, Matrix } from '../values';

/**
 * A regular expression as Excel's REGEX functions take it. Excel's engine is PCRE2; JavaScript's agrees in what people
 * write (classes, groups, look-around, quantifiers). `(?i)` at the beginning is read; other inline flags are #VALUE!.
 * @param caseSensitivity 0 as written, 1 without regard to case
 */
function patternOf(pattern: string, caseSensitivity: number, flags: string): RegExp | CellError {
  if (caseSensitivity !== 0 && caseSensitivity !== 1) return ERRORS.value;
  const ignoresCase = caseSensitivity === 1 || pattern.startsWith('(?i)');
  try {
    return new RegExp(pattern.replace(/^\(\?i\)/, ''), `u${ignoresCase ? 'i' : ''}${flags}`);
  } catch {
    return ERRORS.value;
  }
}

/** REGEXEXTRACT: 0 the first match, 1 all matches as a row, 2 the groups of the first match as a row. */
function extract(text: string, pattern: string, mode: number, caseSensitivity: number): Value {
  const regular = patternOf(pattern, caseSensitivity, 'g');
  if (!(regular instanceof RegExp)) return regular;
  const matches = [...text.matchAll(regular)];
  const [first] = matches;
  if (!first) return ERRORS.na;
  if (mode === 0) return first[0];
  if (mode === 1) return Matrix.row(matches.map((match) => match[0]));
  if (mode !== 2) return ERRORS.value;
  const groups = first.slice(1).map((group: string | undefined) => group ?? '');
  return groups.length === 0 ? ERRORS.na : Matrix.row(groups);
}

/** REGEXREPLACE: all occurrences, or the one of a number, counted from the end when negative. `$1` is a group. */
function replace(
  text: string,
  pattern: string,
  replacement: string,
  occurrence: number,
  caseSensitivity: number,
): string | CellError {
  const regular = patternOf(pattern, caseSensitivity, 'g');
  if (!(regular instanceof RegExp)) return regular;
  // ${1} is PCRE's other way to write $1.
  const written = replacement.replace(/\$\{(\d+)\}/g, '$$$1');
  if (occurrence === 0) return text.replace(regular, written);
  const matches = [...text.matchAll(regular)];
  const match = matches.at(occurrence > 0 ? occurrence - 1 : occurrence);
  if (!match) return text;
  const single = patternOf(pattern, caseSensitivity, 'y');
  if (!(single instanceof RegExp)) return single;
  single.lastIndex = match.index;
  return text.replace(single, written);
}

export const PATTERN_FUNCTIONS: readonly FunctionDefinition[] = [
  define('REGEXTEST', ['text', 'text', 'number?'], ([text, pattern, caseSensitivity = 0]) => {
    const regular = patternOf(pattern, Math.trunc(caseSensitivity), '');
    return regular instanceof RegExp ? regular.test(text) : regular;
  }),
  define('REGEXEXTRACT', ['text', 'text', 'number?', 'number?'], ([text, pattern, mode = 0, caseSensitivity = 0]) =>
    extract(text, pattern, Math.trunc(mode), Math.trunc(caseSensitivity)),
  ),
  define(
    'REGEXREPLACE',
    ['text', 'text', 'text', 'number?', 'number?'],
    ([text, pattern, replacement, occurrence = 0, caseSensitivity = 0]) =>
      replace(text, pattern, replacement, Math.trunc(occurrence), Math.trunc(caseSensitivity)),
  ),
  define('ENCODEURL', ['text'], ([text]) => {
    try {
      // Excel leaves only letters, digits and -_.~ as they are (RFC 3986).
      return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
    } catch {
      return ERRORS.value;
    }
  }),
];
