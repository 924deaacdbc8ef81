import type { Language } from '../i18n/translate';
import { translate } from '../i18n/translate';
import type { FunctionsMetadata } from './localise';
import { localiseFunctions } from './localise';

/** A formula as one would write it, by function; the same in every language but for Excel's own list separator. */
const EXAMPLES: Readonly<Record<string, string>> = {
  FORECAST: '=CADENZA.FORECAST(B2:B37, 12, 12, "Automatic", 0.8)',
  'FORECAST.MODEL': '=CADENZA.FORECAST.MODEL(B2:B37, 12)',
  'FORECAST.ACCURACY': '=CADENZA.FORECAST.ACCURACY(B2:B37, 6, 12)',
  'FORECAST.BACKTEST': '=CADENZA.FORECAST.BACKTEST(B2:B37, 3, 12)',
  'FORECAST.MANY': '=CADENZA.FORECAST.MANY(A2:AK500, 12, 12)',
  SEASONALITY: '=CADENZA.SEASONALITY(B2:B37, 12)',
  OUTLIERS: '=CADENZA.OUTLIERS(B2:B37, 12)',
  SAFETYSTOCK: '=CADENZA.SAFETYSTOCK(95%, 500, 2)',
  REORDERPOINT: '=CADENZA.REORDERPOINT(95%, 2500, 500, 2)',
  FILLRATE: '=CADENZA.FILLRATE(6000, 10000, 2500, 500, 2)',
  PHASE: '=CADENZA.PHASE(1200000, DATE(2027,1,1), DATE(2027,12,31))',
  WORKDAYS: '=CADENZA.WORKDAYS(DATE(2026,12,1), DATE(2026,12,31), , "IT")',
  FISCALWEEK: '=CADENZA.FISCALWEEK(A2, 7, "4-4-5")',
  ISOWEEK: '=CADENZA.ISOWEEK(A2)',
  WEIGHTED: '=CADENZA.WEIGHTED(C2:C40, D2:D40)',
  CHANCE: '=CADENZA.CHANCE(C2:C40, D2:D40, 500000)',
  COVERAGE: '=CADENZA.COVERAGE(C2:C40, 900000, 250000)',
  RAMP: '=CADENZA.RAMP(A2:A13, 6)',
};

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The place of a function on the page: what its help address ends with. */
export function helpAnchor(id: string): string {
  return id.toLowerCase().replace(/\./g, '-');
}

function renderFunction(fn: FunctionsMetadata['functions'][number], language: Language): string {
  const parameters = fn.parameters
    .map(
      ({ name, description }) => `<dt><code>${escapeHtml(name)}</code></dt><dd>${escapeHtml(description ?? '')}</dd>`,
    )
    .join('\n');
  const example = EXAMPLES[fn.id];
  return [
    `<section id="${helpAnchor(fn.id)}">`,
    `<h2>${escapeHtml(fn.name)}</h2>`,
    `<p>${escapeHtml(fn.description ?? '')}</p>`,
    `<dl>\n${parameters}\n</dl>`,
    example ? `<p>${translate(language, 'function.help.example')} <code>${escapeHtml(example)}</code></p>` : '',
    '</section>',
  ].join('\n');
}

/**
 * The help page of the custom functions in one language: a section a function with what it does, its parameters and an example.
 *
 * @param metadata as the generator writes it (functions.json)
 * @returns a whole HTML document
 */
export function renderFunctionHelp(metadata: FunctionsMetadata, language: Language): string {
  const title = translate(language, 'function.help.title');
  const { functions } = localiseFunctions(metadata, language);
  const style =
    'body{font:15px/1.5 "Segoe UI",sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}dt{margin-top:.5rem}';
  return [
    `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${title}</title>\n<style>${style}</style>\n</head>\n<body>\n<main>\n<h1>${title}</h1>`,
    `<p>${translate(language, 'function.help.intro')}</p>`,
    ...functions.map((fn) => renderFunction(fn, language)),
    '</main>\n</body>\n</html>\n',
  ].join('\n');
}
