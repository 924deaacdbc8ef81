import type { XmlElement } from './element';
import type { Attributes } from './write';
import { tag } from './write';

/** The element exactly as it stands in its source. */
export function sourceOf(source: string, element: XmlElement): string {
  return source.slice(element.start, element.end);
}

/** What an element's children are replaced by: XML by child name, '' to drop; the name's first place is kept. */
export type ChildPatch = Readonly<Record<string, string | undefined>>;

/**
 * Puts new children into a list of old ones: those patched take the place of the old of the same name, new ones come where the
 * schema's order wants them, everything else (unknown names included) stays as it was, where it was.
 *
 * @param order names in the schema's order; a name not in it stays behind its predecessor.
 */
export function patchChildren(
  source: string,
  children: readonly XmlElement[],
  patch: ChildPatch,
  order: readonly string[],
): string {
  const ranks = new Map(order.map((name, i) => [name, i]));
  const pieces: { rank: number; xml: string }[] = [];
  let rank = -1;
  for (const element of children) {
    rank = ranks.get(element.name) ?? rank;
    if (patch[element.name] === undefined) pieces.push({ rank, xml: sourceOf(source, element) });
  }
  for (const [name, xml] of Object.entries(patch)) if (xml) pieces.push({ rank: ranks.get(name) ?? rank, xml });
  return pieces
    .map((piece, i) => ({ ...piece, i }))
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .map((piece) => piece.xml)
    .join('');
}

/** An element with some attributes and children changed, the rest as in its source. An undefined attribute is taken away. */
export function patchElement(
  source: string,
  element: XmlElement,
  attributes: Attributes,
  children: ChildPatch = {},
  order: readonly string[] = [],
): string {
  const name = element.prefix ? `${element.prefix}:${element.name}` : element.name;
  const inner =
    Object.keys(children).length === 0
      ? source.slice(element.innerStart, element.innerEnd)
      : patchChildren(source, element.children, children, order);
  return tag(name, { ...element.attributes, ...attributes }, inner);
}

/** A whole part: its root's tag and declaration as they were, its children patched. */
export function patchRoot(source: string, root: XmlElement, children: ChildPatch, order: readonly string[]): string {
  const inner = patchChildren(source, root.children, children, order);
  const selfClosed = source.charCodeAt(root.innerStart - 2) === 47;
  if (!selfClosed) return source.slice(0, root.innerStart) + inner + source.slice(root.innerEnd);
  const name = root.prefix ? `${root.prefix}:${root.name}` : root.name;
  return `${source.slice(0, root.innerStart - 2)}>${inner}</${name}>${source.slice(root.end)}`;
}
