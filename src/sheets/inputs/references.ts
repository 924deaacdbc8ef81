import { cellOf, type Origin } from '../../planning/issue';
import type { TableKind } from '../../planning/input';
import { compareText, nameKey } from '../../planning/names';
import type { IssueList } from './issueList';
import { matchKey, nearestName } from './match';

/** Names that other tables may refer to, each in the spelling of the table that defines it. */
export class NameRegistry {
  private readonly byName = new Map<string, string>();
  /** Spelling by letters and digits alone; undefined where two names differ only in punctuation. */
  private readonly byLetters = new Map<string, string | undefined>();

  constructor(names: Iterable<string>) {
    for (const name of names) {
      const key = nameKey(name);
      if (this.byName.has(key)) continue;
      this.byName.set(key, name);
      const letters = matchKey(name);
      this.byLetters.set(letters, this.byLetters.has(letters) ? undefined : name);
    }
  }

  /** The defined spelling of a name; undefined when there is no such name. */
  find(name: string): string | undefined {
    return this.byName.get(nameKey(name)) ?? this.byLetters.get(matchKey(name));
  }

  get isEmpty(): boolean {
    return this.byName.size === 0;
  }

  /** Every name, in the order of code units. */
  all(): string[] {
    return [...this.byName.values()].sort(compareText);
  }
}

/** A reference from one table to names that another defines. */
export interface Reference {
  readonly kind: TableKind;
  readonly field: string;
  /** Code of the issue for names that do not exist; undefined where another part of planning reports them. */
  readonly code?: string;
  readonly known: NameRegistry;
}

/**
 * Rewrites a field that names something into the spelling of where it is defined, and reports each name that is defined nowhere,
 * once, at its first cell. Records without the field, or with an unknown name, stay as they are.
 *
 * @param read The name in a record; undefined when there is none.
 * @param write The record with the name replaced.
 */
export function resolveNames<R extends { readonly origin: Origin }>(
  records: readonly R[],
  reference: Reference,
  read: (record: R) => string | undefined,
  write: (record: R, name: string | undefined) => R,
  issues: IssueList,
  onUnknown: 'keep' | 'blank' = 'keep',
): readonly R[] {
  const unknown = new Map<string, { name: string; origin: Origin; count: number }>();
  const resolved = records.map((record) => {
    const name = read(record);
    if (name === undefined) return record;
    const found = reference.known.find(name);
    if (found !== undefined) return found === name ? record : write(record, found);
    const known = unknown.get(nameKey(name));
    if (known) known.count++;
    else unknown.set(nameKey(name), { name, origin: record.origin, count: 1 });
    return onUnknown === 'blank' ? write(record, undefined) : record;
  });
  const { code } = reference;
  if (code === undefined) return resolved;
  for (const { name, origin, count } of unknown.values())
    issues.at(code, 'warning', cellOf(origin, reference.field), {
      kind: reference.kind,
      field: reference.field,
      name,
      count,
      ...suggestFor(name, reference.known),
    });
  return resolved;
}

function suggestFor(name: string, known: NameRegistry): { readonly suggestion?: string } {
  const suggestion = nearestName(name, known.all());
  return suggestion === undefined ? {} : { suggestion };
}
