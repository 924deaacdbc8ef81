import { FileError } from './fileError';
import { OFFICE_REL, PACKAGE_REL, PACKAGE_TYPES } from './names';
import type { XmlElement } from './xml/element';
import { children, parseXml } from './xml/element';
import { tag, XML_HEADER } from './xml/write';
import type { Parts } from './zip';

/** A pointer from one part to another, or out of the package. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** Part name, or the address as it is when external. */
  readonly target: string;
  readonly external: boolean;
  /** As the file writes it. */
  readonly rawTarget: string;
}

const CONTENT_TYPES = '[Content_Types].xml';

/** An Office package (ECMA-376 part 2): parts, their content types and their relationships; read, changed and put together again. */
export class Package {
  private readonly relationships = new Map<string, Relationship[]>();
  private readonly changedRelationships = new Set<string>();
  private readonly overrides = new Map<string, string>();
  private readonly defaults = new Map<string, string>();
  private typesChanged = false;

  /** @param parts taken over: changes are made in this map. */
  constructor(private readonly parts: Parts) {
    const root = this.xml(CONTENT_TYPES);
    for (const item of children(root, 'Default'))
      this.defaults.set((item.attributes['Extension'] ?? '').toLowerCase(), item.attributes['ContentType'] ?? '');
    for (const item of children(root, 'Override'))
      this.overrides.set(plainName(item.attributes['PartName'] ?? ''), item.attributes['ContentType'] ?? '');
  }

  has(part: string): boolean {
    return this.parts.has(part);
  }

  bytes(part: string): Uint8Array | undefined {
    return this.parts.get(part);
  }

  /** Text of a part (UTF-8, or UTF-16 by its mark); undefined when absent. */
  text(part: string): string | undefined {
    const bytes = this.parts.get(part);
    return bytes && decode(bytes);
  }

  /** Root element of a part; undefined when absent. @throws {FileError} 'damaged'. */
  xml(part: string): XmlElement | undefined {
    const text = this.text(part);
    return text === undefined ? undefined : parseXml(text);
  }

  partNames(): string[] {
    return [...this.parts.keys()];
  }

  contentType(part: string): string {
    return this.overrides.get(part) ?? this.defaults.get(extension(part)) ?? '';
  }

  /** Relationships of a part; '' for those of the package. */
  relationshipsOf(part: string): readonly Relationship[] {
    let known = this.relationships.get(part);
    if (!known) this.relationships.set(part, (known = this.readRelationships(part)));
    return known;
  }

  /** First relationship whose type ends so ('/worksheet': strict and transitional files differ in what is before). */
  related(part: string, type: string): Relationship | undefined {
    return this.relationshipsOf(part).find((r) => r.type.endsWith(type) && !r.external);
  }

  relationship(part: string, id: string | undefined): Relationship | undefined {
    return this.relationshipsOf(part).find((r) => r.id === id);
  }

  /** Puts a part; with a content type when it is new or its type changes. */
  put(part: string, content: string | Uint8Array, contentType?: string): void {
    this.parts.set(part, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    if (contentType === undefined || this.contentType(part) === contentType) return;
    this.overrides.set(part, contentType);
    this.typesChanged = true;
  }

  /** Says the type of all parts with an extension. */
  putDefaultType(fileExtension: string, contentType: string): void {
    if (this.defaults.has(fileExtension)) return;
    this.defaults.set(fileExtension, contentType);
    this.typesChanged = true;
  }

  /** Removes a part, its relationships, and what only it pointed to. */
  remove(part: string): void {
    if (!this.parts.has(part)) return;
    const targets = this.relationshipsOf(part).filter((r) => !r.external);
    this.parts.delete(part);
    this.parts.delete(relationshipPart(part));
    this.relationships.set(part, []);
    this.changedRelationships.delete(part);
    if (this.overrides.delete(part)) this.typesChanged = true;
    for (const { target } of targets) if (!this.isReferenced(target)) this.remove(target);
  }

  /** Adds a relationship and returns its id. `target` is a part name, or an address when external. */
  relate(part: string, type: string, target: string, external = false): string {
    const list = [...this.relationshipsOf(part)];
    const id = freeId(list);
    list.push({ id, type, target, external, rawTarget: external ? target : relativeName(part, target) });
    this.relationships.set(part, list);
    this.changedRelationships.add(part);
    return id;
  }

  unrelate(part: string, id: string): void {
    const list = this.relationshipsOf(part).filter((r) => r.id !== id);
    this.relationships.set(part, list);
    this.changedRelationships.add(part);
  }

  /** First free name: stem + number + ending. @example freeName('xl/tables/table', '.xml') //=> 'xl/tables/table3.xml' */
  freeName(stem: string, ending: string): string {
    let number = 1;
    while (this.parts.has(`${stem}${number}${ending}`)) number++;
    return `${stem}${number}${ending}`;
  }

  /** The parts as they are to be packed: content types and relationships written where they changed. */
  finish(): Parts {
    for (const part of [...this.changedRelationships].sort()) this.writeRelationships(part);
    if (this.typesChanged) this.writeContentTypes();
    return this.parts;
  }

  private isReferenced(part: string): boolean {
    const owners = ['', ...this.parts.keys()].filter((name) => !name.endsWith('.rels'));
    return owners.some((owner) => this.relationshipsOf(owner).some((r) => !r.external && r.target === part));
  }

  private readRelationships(part: string): Relationship[] {
    return children(this.xml(relationshipPart(part)), 'Relationship').map(({ attributes }) => {
      const rawTarget = attributes['Target'] ?? '';
      const external = attributes['TargetMode'] === 'External';
      return {
        id: attributes['Id'] ?? '',
        type: attributes['Type'] ?? '',
        target: external ? rawTarget : resolveName(part, rawTarget),
        external,
        rawTarget,
      };
    });
  }

  private writeRelationships(part: string): void {
    const list = this.relationshipsOf(part);
    if (list.length === 0) {
      this.parts.delete(relationshipPart(part));
      return;
    }
    const items = list.map((r) =>
      tag('Relationship', {
        Id: r.id,
        Type: r.type,
        Target: r.rawTarget,
        TargetMode: r.external ? 'External' : undefined,
      }),
    );
    this.put(relationshipPart(part), XML_HEADER + tag('Relationships', { xmlns: PACKAGE_REL }, items.join('')));
  }

  private writeContentTypes(): void {
    const defaults = [...this.defaults].map(([Extension, ContentType]) => tag('Default', { Extension, ContentType }));
    const overrides = [...this.overrides].map(([part, ContentType]) =>
      tag('Override', { PartName: `/${part}`, ContentType }),
    );
    const inner = [...defaults, ...overrides].join('');
    this.put(CONTENT_TYPES, XML_HEADER + tag('Types', { xmlns: PACKAGE_TYPES }, inner));
  }
}

/** The full relationship type of an Office part. @example officeType('worksheet') */
export function officeType(name: string): string {
  return `${OFFICE_REL}/${name}`;
}

function relationshipPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function resolveName(part: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const folders = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.' && step !== '') folders.push(step);
  }
  return folders.join('/');
}

function relativeName(part: string, target: string): string {
  const from = part.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

function freeId(list: readonly Relationship[]): string {
  const taken = new Set(list.map((r) => r.id));
  let number = list.length + 1;
  while (taken.has(`rId${number}`)) number++;
  return `rId${number}`;
}

function plainName(name: string): string {
  return name.replace(/^\/+/, '');
}

function extension(part: string): string {
  return part.slice(part.lastIndexOf('.') + 1).toLowerCase();
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileError('damaged', 'The file is damaged: a part is no text.');
  }
}
