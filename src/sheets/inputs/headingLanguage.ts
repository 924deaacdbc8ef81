import type { Language, TableKind } from '../../planning/input';
import type { Candidate } from './find';
import { headingKey, matchKey } from './match';
import { INPUT_TABLES } from './tables/all';

/**
 * The language most headings of the found tables are written in; English when they are evenly split. Headings that are the same
 * word in both ('Team', 'Quota') and other synonyms do not count, nor do names that were mapped by hand.
 */
export function headingLanguage(chosen: ReadonlyMap<TableKind, Candidate>): Language {
  let italian = 0;
  let english = 0;
  for (const [kind, { match }] of chosen)
    for (const [field, { text }] of match.columns) {
      const [en = '', it = ''] = (INPUT_TABLES[kind].columns[field]?.names ?? []).map(matchKey);
      const key = headingKey(text);
      if (en === it) continue;
      if (key === en) english++;
      if (key === it) italian++;
    }
  return italian > english ? 'it' : 'en';
}
