import { functionHelp as english } from '../i18n/en/functionHelp';
import { functionHelp as italian } from '../i18n/it/functionHelp';
import type { Language } from '../i18n/translate';
import type { FunctionsMetadata } from './localise';
import { helpPageOf, localiseFunctions } from './localise';

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

/** What becomes of cells that hold no number, by function: one rule for each kind of argument. */
const CELL_RULES: Readonly<Record<string, 'table' | 'values' | 'dates' | 'deals' | 'amounts' | 'months'>> = {
  'FORECAST.MANY': 'table',
  SAFETYSTOCK: 'values',
  REORDERPOINT: 'values',
  FILLRATE: 'values',
  PHASE: 'dates',
  WORKDAYS: 'dates',
  FISCALWEEK: 'dates',
  ISOWEEK: 'dates',
  WEIGHTED: 'deals',
  CHANCE: 'deals',
  COVERAGE: 'amounts',
  RAMP: 'months',
};

const STYLE =
  'body{font:15px/1.5 "Segoe UI",sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}dt{margin-top:.5rem}';

/** Only the build needs these phrases: the pane does without them. */
const PHRASES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: english, it: italian };

function phraseOf(language: Language, key: string): string {
  const phrase = PHRASES[language][`function.help.${key}`];
  if (phrase === undefined) throw new Error(`No phrase for function.help.${key}`);
  return escapeHtml(phrase);
}

type FunctionOfHelp = FunctionsMetadata['functions'][number];

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function renderPage(language: Language, title: string, body: readonly string[]): string {
  return [
    `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${title}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<main>\n<h1>${title}</h1>`,
    ...body,
    '</main>\n</body>\n</html>\n',
  ].join('\n');
}

/** As it is typed: '=CADENZA.ISOWEEK(date)', optional arguments in brackets. */
function signatureOf({ id, parameters }: FunctionOfHelp): string {
  const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  return `=CADENZA.${id}(${names.join(', ')})`;
}

function renderFunction(fn: FunctionOfHelp, language: Language): string {
  const example = EXAMPLES[fn.id];
  if (example === undefined) throw new Error(`No example for ${fn.id}`);
  const t = (key: string): string => phraseOf(language, key);
  const parameters = fn.parameters.map(({ name, description, optional }) => {
    const note = optional ? ` (${t('optional')})` : '';
    return `<dt><code>${escapeHtml(name)}</code>${note}</dt><dd>${escapeHtml(description ?? '')}</dd>`;
  });
  const index = language === 'en' ? '../functions.html' : '../../functions-it.html';
  return renderPage(language, escapeHtml(fn.name), [
    `<p>${escapeHtml(fn.description ?? '')}</p>`,
    `<h2>${t('writing')}</h2>\n<p><code>${escapeHtml(signatureOf(fn))}</code></p>`,
    `<h2>${t('arguments')}</h2>\n<dl>\n${parameters.join('\n')}\n</dl>`,
    `<h2>${t('gives')}</h2>\n<p>${t(`${fn.id}.gives`)}</p>`,
    `<h2>${t('cells')}</h2>\n<p>${t(`cells.${CELL_RULES[fn.id] ?? 'series'}`)}</p>`,
    `<h2>${t('example')}</h2>\n<p><code>${escapeHtml(example)}</code></p>`,
    `<p><a href="${index}">${t('all')}</a></p>`,
  ]);
}

/**
 * The help of the custom functions in one language: a page a function with how it is written, what its arguments mean, what it gives,
 * what becomes of cells without a number and an example; and a page that lists them all.
 *
 * @param metadata as the generator writes it
 * @returns whole HTML documents by their addresses below the add-in's own
 * @throws When a phrase or an example is missing: the build fails.
 */
export function renderFunctionHelp(metadata: FunctionsMetadata, language: Language): ReadonlyMap<string, string> {
  const { functions } = localiseFunctions(metadata, language);
  const lines = functions.map(
    (fn) =>
      `<dt><a href="${helpPageOf(fn.id, language)}"><code>${escapeHtml(fn.name)}</code></a></dt><dd>${escapeHtml(fn.description ?? '')}</dd>`,
  );
  const index = renderPage(language, phraseOf(language, 'title'), [
    `<p>${phraseOf(language, 'intro')}</p>`,
    `<dl>\n${lines.join('\n')}\n</dl>`,
  ]);
  return new Map([
    [language === 'en' ? 'functions.html' : `functions-${language}.html`, index],
    ...functions.map((fn): [string, string] => [helpPageOf(fn.id, language), renderFunction(fn, language)]),
  ]);
}
