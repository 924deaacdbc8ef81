import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

const folder = (language: 'en' | 'it') => resolve(__dirname, '../../src/i18n', language);
const topics = readdirSync(folder('en')).map((file) => file.replace(/\.ts$/, ''));

/** The phrases of a topic by key: what the module exports, one catalogue or more. */
function phrasesOf(language: 'en' | 'it', topic: string): Map<string, string> {
  const module: Record<string, unknown> = jest.requireActual(resolve(folder(language), topic));
  const entries = Object.values(module).flatMap((own) => Object.entries(own as Record<string, unknown>));
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

describe.each(topics)('the phrases of %s', (topic) => {
  it('can be read in both languages and take the same parameters', () => {
    const [english, italian] = [phrasesOf('en', topic), phrasesOf('it', topic)];
    expect([...italian.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, phrase] of english) {
      expect([key, parametersOf(italian.get(key) ?? '', 'it')]).toEqual([key, parametersOf(phrase, 'en')]);
    }
  });
});

type MessageElements = ReturnType<IntlMessageFormat['getAst']>;

function parametersOf(phrase: string, language: string): string[] {
  return [...new Set(argumentsOf(new IntlMessageFormat(phrase, language).getAst()))].sort();
}

/** Names of the arguments of a message, those inside its plural and select branches too. */
function argumentsOf(elements: MessageElements): string[] {
  return elements.flatMap((element) => [
    // A literal's value is its text; '#' has none.
    ...('value' in element && element.type !== 0 ? [element.value] : []),
    ...('options' in element ? Object.values(element.options).flatMap((option) => argumentsOf(option.value)) : []),
  ]);
}
