import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { resolve } from 'node:path';
import { renderFunctionHelp } from '../../src/functions/help';
import type { FunctionsMetadata } from '../../src/functions/localise';
import { publishFunctions } from '../../src/functions/localise';
import { customFunctions, parametersOf } from '../../src/functions/register';
import { hasMessage, translate } from '../../src/i18n/translate';

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly helpUrl?: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly type?: string;
      readonly dimensionality?: string;
      readonly optional?: boolean;
    }[];
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

  it('say in English what the phrases say, and have an Italian phrase for each', async () => {
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
    }
  });

  it('agree with what the registry says of ranges and optional arguments', async () => {
    const { functions } = await generate();
    for (const fn of functions) {
      const kinds = fn.parameters.map(({ dimensionality, optional }) => ({
        dimension: dimensionality === 'matrix' ? 'matrix' : 'scalar',
        optional: optional === true,
      }));
      expect([fn.id, parametersOf(fn.id)]).toEqual([fn.id, kinds]);
    }
  });

  it('have a help page in each language at the address that is published', async () => {
    const metadata = (await generate()) as FunctionsMetadata;
    for (const language of ['en', 'it'] as const) {
      const pages = renderFunctionHelp(metadata, language);
      const published = publishFunctions(metadata, language, 'https://cadenza.example/app');
      expect(pages.size).toBe(published.functions.length + 1);
      for (const { id, helpUrl, parameters } of published.functions) {
        expect(helpUrl).toMatch(/^https:\/\/cadenza\.example\/app\/functions\//);
        const page = pages.get(helpUrl!.replace('https://cadenza.example/app/', ''))!;
        expect(page).toContain(`<html lang="${language}">`);
        expect(page).toContain(`=CADENZA.${id}(`);
        for (const { name } of parameters) expect(page).toContain(`<code>${name}</code>`);
      }
    }
    const italian = renderFunctionHelp(metadata, 'it').get('functions/it/forecast-many.html')!;
    expect(italian).toContain('Celle vuote, testi ed errori');
    expect(renderFunctionHelp(metadata, 'it').get('functions-it.html')).toContain('href="functions/it/isoweek.html"');
  });

  it('let errors inside ranges through, and have no volatile, streaming or address-bound function', async () => {
    const { functions } = publishFunctions((await generate()) as FunctionsMetadata, 'it', 'https://cadenza.example');
    functions.forEach((fn) => expect(fn.options).toEqual({ allowErrorForDataTypeAny: true }));
  });

  it('describe functions and arguments briefly', async () => {
    const { functions } = await generate();
    for (const fn of functions) {
      for (const language of ['en', 'it'] as const) {
        const [published] = publishFunctions({ functions: [fn] }, language, '').functions;
        expect(published!.description!.length).toBeLessThanOrEqual(130);
        for (const parameter of published!.parameters) expect(parameter.description!.length).toBeLessThanOrEqual(180);
      }
    }
  });
});
