import { hasMessage, translate, type Language } from './translate';

/** Names in the notation of their field, orders and all, are the same in every language. */
const NOTATION = /^(?:ETS|ARIMA)\(/u;

/**
 * A forecasting model, or several joined by ' + ', as a reader of the language calls it.
 *
 * @param model As planning names it.
 * @example modelName('it', 'Seasonal naive[52]') //=> 'Ingenua stagionale (52)'
 * @example modelName('it', 'ETS(A,N,A) + Drift') //=> 'ETS(A,N,A) + Deriva'
 */
export function modelName(language: Language, model: string): string {
  return model
    .split(' + ')
    .map((name) => oneName(language, name))
    .join(' + ');
}

function oneName(language: Language, name: string): string {
  if (NOTATION.test(name)) return name;
  if (name.startsWith('log ')) return translate(language, 'model.log', { model: oneName(language, name.slice(4)) });
  const [, plain, season] = /^(.*)\[(\d+)\]$/u.exec(name) ?? [];
  if (plain !== undefined && season !== undefined)
    return translate(language, 'model.season', { model: oneName(language, plain), season });
  const [, periods] = /^Theta of (\d+)$/u.exec(name) ?? [];
  if (periods !== undefined) return translate(language, 'model.Theta of', { periods });
  const key = `model.${name}`;
  return hasMessage(key) ? translate(language, key) : name;
}
