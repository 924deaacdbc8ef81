import { escapeAttribute, escapeText } from './text';

export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Attributes to write; undefined and false are left out, true is written as 1. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element as text; `inner` is XML already, undefined or empty for an empty element. */
export function tag(name: string, attributes: Attributes = {}, inner?: string): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    open += ` ${key}="${value === true ? '1' : typeof value === 'number' ? String(value) : escapeAttribute(value)}"`;
  }
  return inner ? `${open}>${inner}</${name}>` : `${open}/>`;
}

/** An element that holds text. */
export function textTag(name: string, text: string, attributes: Attributes = {}): string {
  return tag(name, attributes, escapeText(text));
}

/**
 * An element that holds text whose spaces at the ends count. Only elements that people's text stands in may say so (t, headers): Excel
 * takes the attribute for damage elsewhere, in charts above all.
 */
export function spacedTag(name: string, text: string, attributes: Attributes = {}): string {
  const keep = /^\s|\s$|\n|\t/.test(text) ? { 'xml:space': 'preserve' } : {};
  return tag(name, { ...attributes, ...keep }, escapeText(text));
}
