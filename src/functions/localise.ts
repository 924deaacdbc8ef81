import { hasMessage, translate } from '../i18n/translate';
import type { Language } from '../i18n/translate';

interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly optional?: boolean;
  }[];
  readonly options?: Readonly<Record<string, boolean>>;
}

/** The metadata of custom functions as the generator writes it (functions.json). */
export interface FunctionsMetadata {
  readonly functions: readonly FunctionMetadata[];
}

/** The address of a function's help page below the add-in's own: 'functions/forecast-many.html', in Italian 'functions/it/…'. */
export function helpPageOf(id: string, language: Language): string {
  const folder = language === 'en' ? 'functions' : `functions/${language}`;
  return `${folder}/${id.toLowerCase().replace(/\./g, '-')}.html`;
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

/**
 * The metadata as published: in one language, with the address of each function's help, and with errors inside ranges let through to
 * the functions, which count them as missing (Excel otherwise shows the error and does not call the function at all).
 *
 * @param publicUrl where the add-in is served, without a slash at its end
 * @throws When a phrase is missing.
 */
export function publishFunctions(
  metadata: FunctionsMetadata,
  language: Language,
  publicUrl: string,
): FunctionsMetadata {
  const localised = localiseFunctions(metadata, language);
  return {
    ...localised,
    functions: localised.functions.map((fn) => ({
      ...fn,
      helpUrl: `${publicUrl}/${helpPageOf(fn.id, language)}`,
      options: { ...fn.options, allowErrorForDataTypeAny: true },
    })),
  };
}
