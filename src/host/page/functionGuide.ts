import type { FunctionMetadata } from '../bridge/customFunctions';

/** Metadata with the words that a person reads. */
export interface DescribedFunction extends FunctionMetadata {
  readonly description?: string;
  readonly parameters: readonly (FunctionMetadata['parameters'][number] & { readonly description?: string })[];
}

/** The add-in's functions, to help those who type one. */
export interface FunctionGuide {
  readonly namespace: string;
  readonly functions: readonly DescribedFunction[];
  /** Between arguments, in the region. */
  readonly separator: string;
}

/** What helps with the formula typed so far. */
export interface Hint {
  /** The function whose arguments are being typed. */
  readonly called?: DescribedFunction;
  /** Functions whose names go on as typed. */
  readonly offered: readonly DescribedFunction[];
}

/** @param text the formula up to the caret, with '=' */
export function hintFor(text: string, { namespace, functions }: FunctionGuide): Hint {
  if (!text.startsWith('=')) return { offered: [] };
  const name = /[\w.]+$/.exec(text)?.[0]?.toUpperCase() ?? '';
  const full = (candidate: DescribedFunction): string => `${namespace}.${candidate.name}`.toUpperCase();
  if (name.length >= 2) {
    const offered = functions.filter((candidate) => full(candidate).startsWith(name));
    if (offered.length > 0) return { offered };
  }
  const open = openCall(text);
  const called = functions.find((candidate) => full(candidate) === open);
  return called ? { called, offered: [] } : { offered: [] };
}

/** The name before the innermost parenthesis that is still open. */
function openCall(text: string): string | undefined {
  const open: string[] = [];
  for (const [part] of text.matchAll(/"(?:[^"]|"")*"|([\w.]*)\(|\)/g)) {
    if (part === ')') open.pop();
    else if (part.endsWith('(')) open.push(part.slice(0, -1).toUpperCase());
  }
  return open.at(-1);
}

/** How a function is called: 'CADENZA.FORECAST(history; horizon; [season])'. */
export function signatureOf({ name, parameters }: DescribedFunction, { namespace, separator }: FunctionGuide): string {
  const names = parameters.map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name));
  return `${namespace}.${name}(${names.join(`${separator} `)})`;
}
