import type { DemandRecord } from '../input';
import { compareText, nameKey } from '../names';
import type { SeriesForecast } from './automatic';
import type { Hierarchy } from './hierarchy';
import type { Reconciled } from './reconcile';
import { reconcileForecasts } from './reconcile';

/** Members that a dimension may have, and different combinations of members that a family may be divided into. */
const MOST_MEMBERS = 24;

/** A column with fewer filled cells than this share says something of single rows, and divides nothing. */
const LEAST_FILLED = 0.9;

/**
 * The columns of the demand table by which it divides: further columns (Region, Customer …) with two to 24 different texts, filled in
 * nearly every row. Columns of numbers are none, nor are those with a text of their own in every other row, such as notes.
 *
 * @returns headings in the order of the table
 */
export function findDimensions(records: readonly DemandRecord[]): string[] {
  const headings = new Map<string, { keys: Set<string>; filled: number; numbers: number }>();
  for (const { dimensions } of records) {
    for (const [heading, text] of Object.entries(dimensions)) {
      const found = headings.get(heading) ?? { keys: new Set<string>(), filled: 0, numbers: 0 };
      headings.set(heading, found);
      found.filled++;
      if (Number.isFinite(Number(text))) found.numbers++;
      if (found.keys.size <= MOST_MEMBERS) found.keys.add(nameKey(text));
    }
  }
  return [...headings]
    .filter(([, { keys, filled, numbers }]) => {
      const divides = keys.size >= 2 && keys.size <= MOST_MEMBERS && 2 * keys.size <= records.length;
      return divides && filled >= LEAST_FILLED * records.length && numbers < filled;
    })
    .map(([heading]) => heading);
}

/** A family's rows divided: the series that are to add up, the family itself first and then as in the hierarchy. */
export interface Division {
  readonly hierarchy: Hierarchy;
  /** Rows of every series but the family's. */
  readonly series: readonly (readonly DemandRecord[])[];
  /** Members of the dimensions, and the series that each is. */
  readonly members: readonly { readonly dimension: string; readonly member: string; readonly series: number }[];
}

/**
 * Divides a family's rows by as many of the dimensions as leave no more than 24 parts. Undefined when that leaves a single part.
 * Members come in code-unit order, named as in their first row; a blank is a member without a name.
 */
export function divideFamily(records: readonly DemandRecord[], dimensions: readonly string[]): Division | undefined {
  const names = new Map<string, string>();
  const memberOf = (record: DemandRecord, dimension: string): string => {
    const text = record.dimensions[dimension] ?? '';
    const key = `${dimension}\n${nameKey(text)}`;
    if (!names.has(key)) names.set(key, text);
    return names.get(key)!;
  };
  for (let count = dimensions.length; count > 0; count--) {
    const used = dimensions.slice(0, count);
    const groups = new Map<string, Part & { readonly records: DemandRecord[] }>();
    for (const record of records) {
      const labels = used.map((dimension) => memberOf(record, dimension));
      const key = JSON.stringify(labels);
      const group = groups.get(key) ?? { labels, records: [] };
      groups.set(key, group);
      group.records.push(record);
    }
    if (groups.size < 2) return undefined;
    if (groups.size > MOST_MEMBERS) continue;
    const parts = [...groups.values()].sort((a, b) => compareText(a.labels.join('\n'), b.labels.join('\n')));
    return count === 1 ? divideByOne(used[0]!, parts) : divideByMany(used, parts);
  }
  return undefined;
}

interface Part {
  readonly labels: readonly string[];
  readonly records: readonly DemandRecord[];
}

/** The members of the one dimension are the parts. */
function divideByOne(dimension: string, parts: readonly Part[]): Division {
  return {
    hierarchy: { totals: [[...parts.keys()]], bottom: parts.length },
    series: parts.map((part) => part.records),
    members: parts.map(({ labels }, i) => ({ dimension, member: labels[0]!, series: i })),
  };
}

/** Every member of every dimension is the sum of the parts that have it. */
function divideByMany(dimensions: readonly string[], parts: readonly Part[]): Division {
  const members = dimensions.flatMap((dimension, d) =>
    [...new Set(parts.map((part) => part.labels[d]!))].sort(compareText).map((member) => {
      const holders = [...parts.keys()].filter((i) => parts[i]!.labels[d] === member);
      return { dimension, member, holders, records: holders.flatMap((i) => parts[i]!.records) };
    }),
  );
  return {
    hierarchy: { totals: [[...parts.keys()], ...members.map(({ holders }) => holders)], bottom: parts.length },
    series: [...members, ...parts].map(({ records }) => records),
    members: members.map(({ dimension, member }, i) => ({ dimension, member, series: i })),
  };
}

/** A family's forecast made to add up with those of its members. */
export interface DividedForecast {
  readonly whole: Reconciled;
  readonly parts: readonly { readonly dimension: string; readonly member: string; readonly forecast: Reconciled }[];
  /** For the reader: the dimensions, and how many series were forecast. */
  readonly params: { readonly dimensions: string; readonly count: number };
}

/**
 * Forecasts the members of the dimensions that divide a family, and reconciles them with its own forecast (MinT): sums are exact.
 * Undefined where nothing divides it.
 *
 * @param forecastRows forecasts the series of some of the family's rows
 */
export function divideForecast(
  family: SeriesForecast,
  records: readonly DemandRecord[],
  dimensions: readonly string[],
  forecastRows: (records: readonly DemandRecord[]) => SeriesForecast,
): DividedForecast | undefined {
  const division = divideFamily(records, dimensions);
  if (!division) return undefined;
  const { hierarchy, series, members } = division;
  const [whole, ...others] = reconcileForecasts(hierarchy, [family, ...series.map(forecastRows)], 'MinT');
  const used = [...new Set(members.map(({ dimension }) => dimension))];
  return {
    whole: whole!,
    parts: members.map(({ dimension, member, series: i }) => ({ dimension, member, forecast: others[i]! })),
    params: { dimensions: used.join(', '), count: series.length },
  };
}
