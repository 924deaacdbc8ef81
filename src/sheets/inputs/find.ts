import { TABLE_KINDS, type TableKind } from '../../planning/input';
import { matchColumns, type ColumnMatch } from './headings';
import { matchKey } from './match';
import type { InputMapping, RawRange } from './raw';
import { INPUT_TABLES } from './tables/all';

/** What told which table a range is. */
export type FoundBy = 'mapping' | 'table name' | 'sheet name' | 'headings';

/** A range that could be a table of some kind. */
export interface Candidate {
  readonly range: RawRange;
  readonly by: FoundBy;
  readonly match: ColumnMatch;
}

/** What the search found: the range of each kind, the others that could have been it, and the ranges that are nothing. */
export interface Findings {
  readonly chosen: ReadonlyMap<TableKind, Candidate>;
  /** Ranges beside the chosen one that also hold all required columns of the kind, not chosen for another. */
  readonly rivals: ReadonlyMap<TableKind, readonly Candidate[]>;
  /** Kinds whose remembered mapping points at what is no longer there. */
  readonly staleMappings: readonly TableKind[];
  /** Kinds found by headings that are, for their headings, just as well another kind. */
  readonly doubtful: ReadonlyMap<TableKind, TableKind>;
  readonly unused: readonly RawRange[];
}

/**
 * Kinds in the order in which headings are tried: where two kinds have the same required columns (Demand, Orders, Receipts), the
 * first is the more common.
 */
const BY_HEADINGS: readonly TableKind[] = [
  'targets',
  'pipeline',
  'capacity',
  'demand',
  'orders',
  'receipts',
  'routings',
  'materials',
  'overrides',
  'activities',
  'actuals',
  'stages',
  'people',
  'profiles',
  'settings',
  'families',
  'holidays',
];

/**
 * Finds which range is which table: by the remembered mapping, the table's name, the sheet's name, then by headings (the kind whose
 * columns a range covers best, with all required ones). A range is one table at most.
 *
 * @param ranges Tables and used ranges of the workbook, in sheet order.
 */
export function findTables(ranges: readonly RawRange[], mapping: InputMapping): Findings {
  const free = new Set(ranges);
  const chosen = new Map<TableKind, Candidate>();
  const staleMappings: TableKind[] = [];
  const take = (kind: TableKind, candidate: Candidate): void => {
    chosen.set(kind, candidate);
    free.delete(candidate.range);
  };
  for (const kind of TABLE_KINDS) {
    const mapped = mapping.tables[kind];
    if (!mapped) continue;
    const range = [...free].find((own) => own.sheet === mapped.sheet && (mapped.table ?? own.table) === own.table);
    if (range) take(kind, { range, by: 'mapping', match: matchColumns(INPUT_TABLES[kind], range, mapped.columns) });
    else staleMappings.push(kind);
  }
  for (const by of ['table name', 'sheet name'] as const)
    for (const kind of TABLE_KINDS) {
      if (chosen.has(kind)) continue;
      const named = [...free].flatMap((range) => candidateByName(kind, range, by) ?? []);
      const best = [...named].sort((a, b) => compareMatches(a.match, b.match))[0];
      if (best) take(kind, best);
    }
  const doubtful = takeByHeadings(free, chosen, take);
  return { chosen, rivals: findRivals(free, chosen), staleMappings, doubtful, unused: [...free] };
}

/**
 * A range whose table's or sheet's name says it is of the kind. The name of an optional table is also an everyday word ('Prodotti'):
 * there the contract's own name needs one known column, a synonym all required ones.
 */
function candidateByName(kind: TableKind, range: RawRange, by: 'table name' | 'sheet name'): Candidate | undefined {
  const table = INPUT_TABLES[kind];
  const name = by === 'table name' ? range.table : range.sheet;
  const isOwnName = isNamed(table.names, name);
  if (!isOwnName && !isNamed(table.synonyms, name)) return undefined;
  const match = matchColumns(table, range);
  const enough =
    match.missing.length === 0 || (isOwnName && match.columns.size > 0) || (table.required && by === 'sheet name');
  return enough ? { range, by, match } : undefined;
}

/** Takes the best pair of free range and absent kind, again and again, while a range holds all required columns of a kind. */
function takeByHeadings(
  free: ReadonlySet<RawRange>,
  chosen: ReadonlyMap<TableKind, Candidate>,
  take: (kind: TableKind, candidate: Candidate) => void,
): Map<TableKind, TableKind> {
  const pairs = [...free].flatMap((range) =>
    BY_HEADINGS.map((kind) => ({ kind, candidate: candidateByHeadings(kind, range) })),
  );
  const complete = pairs.flatMap(({ kind, candidate }) => (candidate ? [{ kind, candidate }] : []));
  // A stable sort: equal pairs keep the order of sheets, then of BY_HEADINGS.
  complete.sort((a, b) => compareMatches(a.candidate.match, b.candidate.match));
  const doubtful = new Map<TableKind, TableKind>();
  for (const { kind, candidate } of complete) {
    if (chosen.has(kind) || !free.has(candidate.range)) continue;
    const asGood = complete.filter(
      (pair) =>
        pair.kind !== kind &&
        pair.candidate.range === candidate.range &&
        compareMatches(pair.candidate.match, candidate.match) <= 0,
    );
    // A second list of dates, families and quantities is more likely another demand than orders: it stays a rival of the first.
    if (asGood.some((pair) => chosen.has(pair.kind))) continue;
    if (asGood[0]) doubtful.set(kind, asGood[0].kind);
    take(kind, candidate);
  }
  return doubtful;
}

function candidateByHeadings(kind: TableKind, range: RawRange): Candidate | undefined {
  const match = matchColumns(INPUT_TABLES[kind], range);
  if (match.missing.length > 0 || match.columns.size < 2) return undefined;
  // Kinds that ask for one column only (a date, a family) would claim any list: most of its headings must be theirs.
  const asked = Object.values(INPUT_TABLES[kind].columns).filter(
    ({ need }) => need === 'cell' || need === 'heading',
  ).length;
  const known = match.columns.size / (match.columns.size + match.unmatched.length);
  return asked > 1 || known > 0.5 ? { range, by: 'headings', match } : undefined;
}

function findRivals(
  free: ReadonlySet<RawRange>,
  chosen: ReadonlyMap<TableKind, Candidate>,
): Map<TableKind, readonly Candidate[]> {
  const rivals = new Map<TableKind, readonly Candidate[]>();
  for (const kind of chosen.keys()) {
    const own = [...free].flatMap((range) => candidateByHeadings(kind, range) ?? []);
    if (own.length > 0) rivals.set(kind, own);
  }
  return rivals;
}

/** Whether a table's or a sheet's name is one of the words: 'Pipeline', 'tblPipeline', 'Trattative_2'. */
function isNamed(names: readonly string[], name: string | undefined): boolean {
  if (name === undefined) return false;
  const words = names.map(matchKey);
  const key = matchKey(name);
  const bare = key.replace(/^(table|tabella|tbl|tab|t)(?=.)/, '');
  return [key, bare, key.replace(/\d+$/, ''), bare.replace(/\d+$/, '')].some((own) => words.includes(own));
}

/** Better first: fewer required columns missing, more columns known, fewer headings unknown. */
function compareMatches(a: ColumnMatch, b: ColumnMatch): number {
  return (
    a.missing.length - b.missing.length || b.columns.size - a.columns.size || a.unmatched.length - b.unmatched.length
  );
}
