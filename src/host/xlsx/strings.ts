import type { XmlElement } from './xml/element';
import { child, children, parseXml } from './xml/element';
import { patchRoot } from './xml/patch';
import { decodeControls, encodeControls } from './xml/text';
import { spacedTag, tag, XML_HEADER } from './xml/write';
import { MAIN_NS } from './names';

/** One text of the table: what it reads, and its runs' XML when it has more than one look. */
export interface SharedText {
  readonly text: string;
  readonly rich?: string;
}

/** Texts of a shared strings part, by number. */
export function readStrings(source: string | undefined): SharedText[] {
  if (source === undefined) return [];
  return children(parseXml(source), 'si').map((item) => readText(source, item));
}

/** Text of an `si` or `is` element: its runs joined, phonetic readings left out. */
export function readText(source: string, item: XmlElement): SharedText {
  const runs = children(item, 'r');
  const texts = runs.length > 0 ? runs.map((run) => child(run, 't')) : [child(item, 't')];
  const text = decodeControls(texts.map((t) => t?.text ?? '').join(''));
  return runs.length > 0 ? { text, rich: source.slice(item.innerStart, item.innerEnd) } : { text };
}

/** Gives texts their numbers: those of the file first, new ones behind them. */
export class StringWriter {
  private readonly byText = new Map<string, number>();
  private readonly byRich = new Map<string, number>();
  private readonly added: string[] = [];
  private readonly had: number;

  constructor(private readonly source: string | undefined) {
    const known = readStrings(source);
    this.had = known.length;
    known.forEach(({ text, rich }, index) => {
      const map = rich === undefined ? this.byText : this.byRich;
      const key = rich ?? text;
      if (!map.has(key)) map.set(key, index);
    });
  }

  index(text: string, rich: string | undefined): number {
    const map = rich === undefined ? this.byText : this.byRich;
    const known = map.get(rich ?? text);
    if (known !== undefined) return known;
    const index =
      this.had + this.added.push(tag('si', {}, rich ?? spacedTag('t', encodeControls(text))) || '<si/>') - 1;
    map.set(rich ?? text, index);
    return index;
  }

  /** The part with what was added; undefined when nothing was. The optional counts are left out: they need not be kept true. */
  finish(): string | undefined {
    if (this.added.length === 0) return undefined;
    if (this.source === undefined) return XML_HEADER + tag('sst', { xmlns: MAIN_NS }, this.added.join(''));
    const root = parseXml(this.source);
    // Put as a patch behind all that is there.
    const patched = patchRoot(this.source, root, { added: this.added.join('') }, ['si', 'added', 'extLst']);
    return patched
      .replace(/(<(?:\w+:)?sst\b[^>]*?)\s(?:count|uniqueCount)="\d*"/, '$1')
      .replace(/(<(?:\w+:)?sst\b[^>]*?)\s(?:count|uniqueCount)="\d*"/, '$1');
  }
}
