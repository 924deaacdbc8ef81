import { TABLE_KINDS, type InputSource, type Language, type PlanInput, type TableKind } from '../../planning/input';
import type { Issue } from '../../planning/issue';
import type { Day } from '../../planning/units';
import { checkReferences, type Records } from './checks';
import type { Columns, InputTable } from './column';
import { findTables, type Candidate, type Findings } from './find';
import { describeFound, describeUnused, type FoundTable, type UnusedRange } from './found';
import { IssueList } from './issueList';
import { headingLanguage } from './headingLanguage';
import type { RawWorkbook } from './raw';
import { reportFinding, reportMissing } from './reportFinding';
import { readRows } from './rows';
import { resolveSettings } from './settings';
import { ACTIVITIES } from './tables/activities';
import { ACTUALS } from './tables/actuals';
import { INPUT_TABLES } from './tables/all';
import { CAPACITY } from './tables/capacity';
import { DEMAND } from './tables/demand';
import { FAMILIES } from './tables/families';
import { HOLIDAYS } from './tables/holidays';
import { MATERIALS } from './tables/materials';
import { ORDERS } from './tables/orders';
import { OVERRIDES } from './tables/overrides';
import { PEOPLE } from './tables/people';
import { PIPELINE } from './tables/pipeline';
import { PROFILES } from './tables/profiles';
import { RECEIPTS } from './tables/receipts';
import { ROUTINGS } from './tables/routings';
import { SETTINGS } from './tables/settings';
import { STAGES } from './tables/stages';
import { TARGETS } from './tables/targets';

export interface ParseOptions {
  /** The real date, or what stands for it; the workbook's own Today goes before it. */
  readonly today: Day;
  /** The language asked for outright; else the workbook's Language, else that of its headings. */
  readonly language?: Language;
}

export interface ParsedWorkbook {
  readonly input: PlanInput;
  /** In the order of tables and rows; no plan can be made while one is an error. */
  readonly issues: readonly Issue[];
  readonly found: readonly FoundTable[];
  /** Kinds the workbook does not have, in the order of TABLE_KINDS. */
  readonly missing: readonly TableKind[];
  /** Ranges that were taken for no table, to be offered for mapping. */
  readonly unused: readonly UnusedRange[];
}

/**
 * Reads the workbook contract: finds the tables, reads their rows into typed records that remember their cells, resolves the
 * settings and reports everything that could not be read, was assumed or stands in by default. Never throws on bad data.
 */
export function parseWorkbook(raw: RawWorkbook, options: ParseOptions): ParsedWorkbook {
  const issues = new IssueList();
  const findings = findTables(raw.ranges, raw.mapping);
  reportMissing(findings, issues);
  const readable = new Map([...findings.chosen].filter(([, { match }]) => match.missing.length === 0));
  const rowCounts = new Map<TableKind, number>();
  const read = <K extends TableKind, C extends Columns, R>(table: InputTable<K, C, R>): readonly R[] => {
    const candidate = readable.get(table.kind);
    const records = candidate ? readTable(table, candidate, raw, issues) : [];
    rowCounts.set(table.kind, records.length);
    return records;
  };
  for (const [kind, candidate] of findings.chosen) reportFinding(kind, candidate, findings, issues);
  const records = checkReferences(readRecords(read), new Set(readable.keys()), issues);
  const settings = resolveSettings(
    read(SETTINGS),
    {
      workbook: raw,
      today: options.today,
      language: options.language,
      headingLanguage: headingLanguage(findings.chosen),
    },
    issues,
  );
  return {
    input: { ...records, settings, sources: sourcesOf(readable, rowCounts) },
    issues: issues.all(),
    found: describeAll(findings, rowCounts),
    missing: TABLE_KINDS.filter((kind) => !findings.chosen.has(kind)),
    unused: findings.unused.map(describeUnused),
  };
}

type Read = <K extends TableKind, C extends Columns, R>(table: InputTable<K, C, R>) => readonly R[];

function readRecords(read: Read): Records {
  return {
    targets: read(TARGETS),
    pipeline: read(PIPELINE),
    capacity: read(CAPACITY),
    families: read(FAMILIES),
    routings: read(ROUTINGS),
    materials: read(MATERIALS),
    receipts: read(RECEIPTS),
    demand: read(DEMAND),
    orders: read(ORDERS),
    overrides: read(OVERRIDES),
    stages: read(STAGES),
    activities: read(ACTIVITIES),
    people: read(PEOPLE),
    holidays: read(HOLIDAYS),
    profiles: read(PROFILES),
    actuals: read(ACTUALS),
  };
}

/** Reads one table, and says so where it is required and gave no record. */
function readTable<K extends TableKind, C extends Columns, R>(
  table: InputTable<K, C, R>,
  candidate: Candidate,
  raw: RawWorkbook,
  issues: IssueList,
): R[] {
  const records = readRows(table, candidate, raw, issues);
  if (records.length === 0 && table.required)
    issues.onSheet('table-empty', 'error', candidate.range.sheet, { kind: table.kind });
  return records;
}

function sourcesOf(readable: ReadonlyMap<TableKind, Candidate>, rows: ReadonlyMap<TableKind, number>): InputSource[] {
  return TABLE_KINDS.flatMap((kind) => {
    const range = readable.get(kind)?.range;
    if (!range) return [];
    return [
      { kind, sheet: range.sheet, ...(range.table !== undefined && { table: range.table }), rows: rows.get(kind) ?? 0 },
    ];
  });
}

function describeAll(findings: Findings, rows: ReadonlyMap<TableKind, number>): FoundTable[] {
  return TABLE_KINDS.flatMap((kind) => {
    const candidate = findings.chosen.get(kind);
    return candidate ? [describeFound(INPUT_TABLES[kind], candidate, findings, rows.get(kind) ?? 0)] : [];
  });
}
