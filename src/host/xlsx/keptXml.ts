import type { XmlElement } from './xml/element';

/** Where an item of the model came from: its element, and what the item looked like then. */
interface Kept {
  readonly key: string;
  readonly source: string;
  readonly element: XmlElement;
}

/**
 * Remembers the XML that items of the model were read from, as long as the items live: an item that is still what it was is written
 * as it came, with all that the model has no word for.
 */
export class KeptXml<T extends object> {
  private readonly kept = new WeakMap<T, Kept>();

  /** @param stateOf what of an item its XML says, as a plain value. */
  constructor(private readonly stateOf: (item: T) => unknown) {}

  remember(item: T, source: string, element: XmlElement): void {
    this.kept.set(item, { key: JSON.stringify(this.stateOf(item)), source, element });
  }

  /** The XML of an item that did not change since; undefined when it did, or never was in a file. */
  find(item: T): { source: string; element: XmlElement } | undefined {
    const kept = this.kept.get(item);
    return kept && kept.key === JSON.stringify(this.stateOf(item)) ? kept : undefined;
  }

  /** The XML an item came with, whether it changed or not. */
  origin(item: T): { source: string; element: XmlElement } | undefined {
    return this.kept.get(item);
  }
}
