import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { resolve } from 'node:path';
import { renderFunctionHelp } from '../../src/functions/help';
import { customFunctions } from '../../src/functions/register';
import { hasMessage, translate } from '../../src/i18n/translate';

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly helpUrl: string;
    readonly parameters: readonly { readonly name: string; readonly description: string; readonly type?: string }[];
    readonly options?: Readonly<Record<string, boolean>>;
  }[];
}

const source = resolve(__dirname, '../../src/functions/functions.ts');

async function generate(): Promise<Metadata> {
  const result = await generateCustomFunctionsMetadata(source);
  expect(result.errors).toEqual([]);
  return JSON.parse(result.metadataJson) as Metadata;
}

describe('the metadata of the custom functions', () => {
  it('hold every function of the registry and no other', async () => {
    const { functions } = await generate();
    expect(functions.map((fn) => fn.id).sort()).toEqual(Object.keys(customFunctions).sort());
    expect(functions.map((fn) => fn.id)).toEqual(
      expect.arrayContaining(['FORECAST', 'FORECAST.MODEL', 'FORECAST.ACCURACY', 'FORECAST.BACKTEST', 'FORECAST.MANY']),
    );
    functions.forEach((fn) => expect(fn.name).toBe(fn.id));
  });

  it('say in English what the phrases say, and have an Italian phrase and a help page for each', async () => {
    const { functions } = await generate();
    const check = (key: string, english: string) => {
      expect(hasMessage(key)).toBe(true);
      if (!hasMessage(key)) return;
      expect(english).toBe(translate('en', key));
      expect(translate('it', key)).not.toBe(english);
    };
    for (const fn of functions) {
      check(`function.${fn.id}.description`, fn.description);
      for (const parameter of fn.parameters) check(`function.${fn.id}.param.${parameter.name}`, parameter.description);
      expect(fn.helpUrl).toMatch(/^https:\/\//);
    }
  });

  it('make a help page in each language that has a place for every help address', async () => {
    const metadata = await generate();
    for (const language of ['en', 'it'] as const) {
      const page = renderFunctionHelp(metadata, language);
      for (const fn of metadata.functions) {
        expect(page).toContain(`<section id="${fn.helpUrl.split('#')[1]}">`);
        expect(page).toContain(`=CADENZA.${fn.id}(`);
      }
      expect(page).toContain(`<html lang="${language}">`);
    }
  });

  it('have no volatile, streaming or address-bound function', async () => {
    const { functions } = await generate();
    functions.forEach((fn) => expect(fn.options ?? {}).toEqual({}));
  });
});
