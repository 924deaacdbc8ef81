import { hasMessage, translate } from '../i18n/translate';
import type { Language } from '../i18n/translate';

interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly { readonly name: string; readonly description?: string }[];
}

/** The metadata of custom functions as the generator writes it (functions.json). */
export interface FunctionsMetadata {
  readonly functions: readonly FunctionMetadata[];
}

/**
 * The same metadata in another language: ids and names stay (formulas must work in every language), descriptions of functions and
 * of their parameters are translated. The generator itself knows only the comments of the source.
 *
 * @throws When a phrase is missing: the build fails rather than show English to Italians.
 */
export function localiseFunctions(metadata: FunctionsMetadata, language: Language): FunctionsMetadata {
  const phrase = (key: string): string => {
    if (!hasMessage(key)) throw new Error(`No phrase for ${key}`);
    return translate(language, key);
  };
  return {
    ...metadata,
    functions: metadata.functions.map((fn) => ({
      ...fn,
      description: phrase(`function.${fn.id}.description`),
      parameters: fn.parameters.map((parameter) => ({
        ...parameter,
        description: phrase(`function.${fn.id}.param.${parameter.name}`),
      })),
    })),
  };
}
