import { FileError } from '../fileError';
import { unescapeXml } from './text';

/** An element of a parsed part; it knows its place in the source, so that it can be put back as it was. */
export interface XmlElement {
  /** Name without its prefix. */
  readonly name: string;
  readonly prefix: string;
  /** By name as written, prefix included ('r:id'). */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The element's own character data, joined. */
  text: string;
  /** Offsets in the source: of the element and of what is between its tags. */
  readonly start: number;
  end: number;
  readonly innerStart: number;
  innerEnd: number;
}

const NAME = /[^\s/>=]+/y;
const ATTRIBUTE = /\s*([^\s/>=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/**
 * Parses one XML document into its root element.
 *
 * @param source the text, with or without a declaration.
 * @param opaque name of an element whose inside is left unparsed (innerStart and innerEnd say where it is).
 * @throws {FileError} 'damaged' when it is not well-formed, or declares a document type (never seen in a workbook; a way to smuggle entities).
 */
export function parseXml(source: string, opaque?: string): XmlElement {
  const stack: XmlElement[] = [];
  let root: XmlElement | undefined;
  let at = 0;
  for (;;) {
    const open = source.indexOf('<', at);
    const top = stack[stack.length - 1];
    if (open < 0) break;
    if (top && open > at) top.text += unescapeXml(source.slice(at, open));
    const next = source.charCodeAt(open + 1);
    if (next === 33 /* ! */) at = readSpecial(source, open, top);
    else if (next === 63 /* ? */) at = after(source, '?>', open);
    else if (next === 47 /* / */) {
      at = after(source, '>', open);
      closeElement(source, stack.pop(), open, at);
    } else {
      if (!top && root) throw broken('two roots');
      const element = readTag(source, open);
      at = element.innerStart;
      if (top) top.children.push(element);
      else root = element;
      if (source.charCodeAt(at - 2) !== 47) {
        stack.push(element);
        if (element.name === opaque) at = source.indexOf(`</${fullName(element)}`, at);
        if (at < 0) throw broken(`${opaque} is not closed`);
      }
    }
  }
  if (!root || stack.length > 0) throw broken('an element is not closed');
  return root;
}

function readTag(source: string, open: number): XmlElement {
  NAME.lastIndex = open + 1;
  const full = NAME.exec(source)?.[0];
  if (!full) throw broken('a tag without a name');
  const attributes: Record<string, string> = {};
  let at = NAME.lastIndex;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(source);
    if (!found) break;
    attributes[found[1] ?? ''] = unescapeXml(found[2] ?? found[3] ?? '');
    at = ATTRIBUTE.lastIndex;
  }
  while (/\s/.test(source[at] ?? '')) at++;
  if (source[at] === '/') at++;
  if (source[at] !== '>') throw broken(`the tag ${full}`);
  const colon = full.indexOf(':');
  const end = at + 1;
  return {
    name: full.slice(colon + 1),
    prefix: full.slice(0, Math.max(colon, 0)),
    attributes,
    children: [],
    text: '',
    start: open,
    end,
    innerStart: end,
    innerEnd: end,
  };
}

function closeElement(source: string, element: XmlElement | undefined, from: number, to: number): void {
  const name = source.slice(from + 2, to - 1).trim();
  if (!element || name !== fullName(element)) throw broken(`the end tag ${name}`);
  element.innerEnd = from;
  element.end = to;
}

function fullName(element: XmlElement): string {
  return element.prefix ? `${element.prefix}:${element.name}` : element.name;
}

/** Comments are skipped, CDATA is text, a DOCTYPE is refused. */
function readSpecial(source: string, open: number, top: XmlElement | undefined): number {
  if (source.startsWith('<!--', open)) return after(source, '-->', open);
  if (!source.startsWith('<![CDATA[', open)) throw broken('a document type');
  const end = after(source, ']]>', open);
  if (top) top.text += source.slice(open + 9, end - 3);
  return end;
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  if (found < 0) throw broken('it ends in the middle');
  return found + mark.length;
}

function broken(what: string): FileError {
  return new FileError('damaged', `The file is damaged: its XML is broken (${what}).`);
}

/** First child of this name, or undefined. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((c) => c.name === name);
}

/** All children of this name. */
export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element ? element.children.filter((c) => c.name === name) : [];
}

/** First element down a path of names, or undefined. */
export function descend(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((at, name) => child(at, name), element);
}

/** Every element of this name below, in document order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const each of element.children) {
    if (each.name === name) found.push(each);
    found.push(...descendants(each, name));
  }
  return found;
}

/** The value of an attribute that has a prefix whose letters may differ ('r:id', 'rel:id'). */
export function prefixed(element: XmlElement, name: string): string | undefined {
  for (const [key, value] of Object.entries(element.attributes)) if (key.endsWith(`:${name}`)) return value;
  return undefined;
}

/** A yes/no attribute: '1', 'true' and 'on' are yes. */
export function flag(value: string | undefined, byDefault = false): boolean {
  return value === undefined ? byDefault : value === '1' || value === 'true' || value === 'on';
}

/** A number attribute; the default when absent or not a number. */
export function numeric(value: string | undefined, byDefault: number): number {
  const number = value === undefined ? NaN : Number(value);
  return Number.isFinite(number) ? number : byDefault;
}
