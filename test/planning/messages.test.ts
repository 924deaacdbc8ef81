import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { hasMessage, translate, type MessageKey } from '../../src/i18n/translate';
import { issuesPlanning } from '../../src/i18n/en/issuesPlanning';

const FOLDERS = ['targets', 'pipeline', 'activities', 'capacity'];

/** Every code that appears in the sources as the code of an issue or the name of a tie-out. */
function wordsOf(folder: string): string[] {
  const path = resolve(__dirname, '../../src/planning', folder);
  return readdirSync(path).flatMap((file) =>
    [...readFileSync(resolve(path, file), 'utf8').matchAll(/'([a-z]+(?:-[a-z]+)+)'/gu)].map((match) => match[1] ?? ''),
  );
}

test('every message of planning is raised somewhere', () => {
  const sources = FOLDERS.flatMap(wordsOf);
  // The levels of the cascade are named as they are made.
  const used = new Set([...sources, 'cascade-quarters', 'cascade-months', 'cascade-weeks']);
  const idle = Object.keys(issuesPlanning).filter((key) => !used.has(key.split('.')[1] ?? ''));
  expect(idle).toEqual([]);
});

test('everything that planning raises has a message in both languages', () => {
  const notRaised = new Set(['no-weight', 'all-locked', 'residual-negative']);
  const words = [...new Set(FOLDERS.flatMap(wordsOf))].filter((word) => !notRaised.has(word));
  expect(words.length).toBeGreaterThan(20);
  expect(words.filter((word) => !hasMessage(`issue.${word}`) && !hasMessage(`tieOut.${word}`))).toEqual([]);
});

test('messages read well in both languages, with plurals and numbers', () => {
  const say = (key: MessageKey, params: Record<string, string | number>): string[] => [
    translate('en', key, params),
    translate('it', key, params),
  ];
  expect(say('issue.close-date-assumed', { count: 1 })).toEqual([
    '1 open deal has no close date. Each is expected to close as long from today as its stage takes: fill in Close date.',
    '1 trattativa aperta non ha data di chiusura. Si prevede che chiuda dopo i giorni previsti per la sua fase: compilare la Data chiusura.',
  ]);
  expect(
    say('issue.team-overloaded', { team: 'Sales', count: 2, week: '2027-W01', load: 60, capacity: 40.25, heads: 0.5 }),
  ).toEqual([
    'Team Sales has more to do than it can in 2 weeks: in 2027-W01, the worst, 60.0 hours against 40.3, as much as 0.5 more people would do. Move work, or add capacity.',
    'Il reparto Sales ha più lavoro di quanto ne possa fare in 2 settimane: nella 2027-W01, la peggiore, 60,0 ore contro 40,3, quanto farebbero 0,5 persone in più. Spostare lavoro o aggiungere capacità.',
  ]);
});
