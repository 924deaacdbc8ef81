import type { Attribution } from '../../resultBalance';
import type { BalanceModel } from '../model';
import { unservedTerms } from '../objective';
import type { SolvedModel } from '../solve';
import type { ModelSession } from '../session';
import type { LpBasis } from '../solver';

/** Groups whose blame is asked for one by one, those with the highest prices first; fewer in large models, where each solve takes longer. */
const MOST_GROUPS = 8;
const COLUMNS_TIMES_GROUPS = 150_000;
/** Groups that share the blame among themselves, by Shapley: two to the fourth solves. */
const SHAPLEY_GROUPS = 4;
/** Beyond so many columns a solve takes too long to be asked for again and again. */
const MOST_COLUMNS = 60_000;
const MOST_COLUMNS_SHAPLEY = 15_000;
const NOTICEABLE = 1e-4;

/** A set of constraints that can be relaxed together. */
interface Group {
  readonly kind: Attribution['kind'];
  readonly name: string;
  /** Columns whose upper bound is let go. */
  readonly columns: readonly number[];
  /** Stock rows that may be filled from nowhere. */
  readonly rows: readonly number[];
  readonly price: number;
}

/**
 * What is to blame for what is not served: each resource, each component without a supply of its own and each limit of a supplier is relaxed
 * alone and the model solved again for the least that remains unserved; then the first four share the blame (Shapley), because two bottlenecks
 * in a row relieve nothing one by one.
 *
 * Runs on the relaxed model and leaves it changed: ask last.
 *
 * @returns Groups that relieve anything, most first; what is not served; and what would remain with all of them relaxed.
 * @see mathematics J.3
 */
export async function attributeShortage(
  solved: SolvedModel,
  checkpoint: (step: string) => Promise<void>,
): Promise<{ readonly attribution: Attribution[]; readonly unserved: number; readonly remaining: number } | undefined> {
  const { model, session } = solved;
  if (model.builder.columnCount > MOST_COLUMNS || !(unservedOf(solved) > NOTICEABLE)) return undefined;
  openService(solved);
  session.setTerms(unservedTerms(model));
  const solveFrom = async (base: LpBasis | undefined, groups: readonly Group[]): Promise<number> => {
    await checkpoint('why short');
    groups.forEach((group) => relax(session, group));
    if (base) session.setBasis(base);
    const solution = session.solve({ simplex: 'primal' });
    groups.forEach((group) => restore(model, session, group));
    return solution.status === 'optimal' ? Math.max(0, solution.objective) : NaN;
  };
  const unserved = await solveFrom(undefined, []);
  if (!(unserved > NOTICEABLE)) return undefined;
  // What serves most stays possible when a group is relaxed: each solve goes on from there.
  const base = session.basis();
  const solve = (groups: readonly Group[]): Promise<number> => solveFrom(base, groups);
  const most = Math.min(MOST_GROUPS, Math.floor(COLUMNS_TIMES_GROUPS / model.builder.columnCount));
  const groups = groupsOf(solved).slice(0, most);
  const reliefs: { readonly group: Group; readonly relief: number }[] = [];
  for (const group of groups) reliefs.push({ group, relief: unserved - (await solve([group])) });
  reliefs.sort((left, right) => right.relief - left.relief || groups.indexOf(left.group) - groups.indexOf(right.group));
  const first = reliefs.slice(0, SHAPLEY_GROUPS).map(({ group }) => group);
  const shares =
    model.builder.columnCount <= MOST_COLUMNS_SHAPLEY
      ? await shapley(first, unserved, solve)
      : new Map<Group, number>();
  const attribution = reliefs
    .map(({ group, relief }): Attribution => {
      const share = shares.get(group);
      return {
        kind: group.kind,
        name: group.name,
        relief: clean(relief),
        ...(share === undefined ? {} : { share: clean(share) }),
      };
    })
    .filter((own) => own.relief > NOTICEABLE || (own.share ?? 0) > NOTICEABLE);
  return { attribution, unserved: clean(unserved), remaining: clean(await solve(groups)) };
}

/** Units that the plan itself does not serve. */
function unservedOf({ model, columns }: SolvedModel): number {
  return unservedTerms(model).columns.reduce((total, column) => total + (columns?.[column] ?? 0), 0);
}

/** Lets go what the stages held: the question is what could be served, not at what cost. */
function openService({ model, session, outcome }: SolvedModel): void {
  const { columnUpper } = model.builder;
  session.setRowBounds(
    outcome.heldRows,
    () => -Infinity,
    () => Infinity,
  );
  session.setBounds(
    outcome.closed,
    () => 0,
    (at) => columnUpper[outcome.closed[at] ?? -1] ?? Infinity,
  );
}

function groupsOf({ model, priced }: SolvedModel): Group[] {
  const { data } = model;
  const [reduced, duals] = [priced?.reducedCosts, priced?.duals];
  const groups: Group[] = data.resources.map((resource, index) => {
    const own = model.resources[index];
    const columns = [...(own?.used ?? []), ...(own?.overtime ?? [])].filter((column) => column >= 0);
    const rows = [...(model.rows.load[index] ?? [])];
    const price = columns.reduce((most, column) => Math.max(most, -(reduced?.[column] ?? 0)), 0);
    return { kind: 'capacity', name: resource.name, columns, rows, price };
  });
  const components = new Set(data.items.flatMap((item) => item.components.map((own) => own.item)));
  for (const item of data.items) {
    const limited = item.ways.flatMap((way, at) =>
      Number.isFinite(way.maxPerMonth) ? [...(model.items[item.index]?.started[at] ?? [])] : [],
    );
    const columns = limited.filter((column) => column >= 0);
    const price = columns.reduce((most, column) => Math.max(most, -(reduced?.[column] ?? 0)), 0);
    if (columns.length > 0) groups.push({ kind: 'limit', name: item.name, columns, rows: [], price });
    if (components.has(item.index)) {
      const rows = [...(model.rows.stock[item.index] ?? [])];
      const worth = rows.reduce((most, row) => Math.max(most, -(duals?.[row] ?? 0)), 0);
      groups.push({ kind: 'material', name: item.name, columns: [], rows, price: worth });
    }
  }
  return groups.sort((left, right) => right.price - left.price);
}

/** A row that may be filled from nowhere: a load carried by nobody, a stock that appears. */
function relax(session: ModelSession, group: Group): void {
  session.setRowBounds(
    group.rows,
    () => -Infinity,
    () => Infinity,
  );
  session.setBounds(
    group.columns,
    () => 0,
    () => Infinity,
  );
}

function restore(model: BalanceModel, session: ModelSession, group: Group): void {
  const { builder } = model;
  session.setRowBounds(
    group.rows,
    (at) => builder.rowLower[group.rows[at] ?? -1] ?? 0,
    (at) => builder.rowUpper[group.rows[at] ?? -1] ?? 0,
  );
  session.setBounds(
    group.columns,
    () => 0,
    (at) => builder.columnUpper[group.columns[at] ?? -1] ?? 0,
  );
}

/** Shapley shares of the relief of all groups together: each group's mean gain over all orders of relaxing. */
async function shapley(
  groups: readonly Group[],
  unserved: number,
  solve: (groups: readonly Group[]) => Promise<number>,
): Promise<ReadonlyMap<Group, number>> {
  const worth: number[] = [];
  for (let set = 0; set < 2 ** groups.length; set += 1) {
    worth.push(set === 0 ? 0 : unserved - (await solve(groups.filter((_, at) => (set >> at) & 1))));
  }
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  const shares = new Map<Group, number>();
  groups.forEach((group, at) => {
    let share = 0;
    for (let set = 0; set < worth.length; set += 1) {
      if ((set >> at) & 1) continue;
      const size = countBits(set);
      const weight = (factorial(size) * factorial(groups.length - size - 1)) / factorial(groups.length);
      share += weight * ((worth[set | (1 << at)] ?? 0) - (worth[set] ?? 0));
    }
    shares.set(group, share);
  });
  return shares;
}

function countBits(set: number): number {
  let bits = 0;
  for (let left = set; left > 0; left >>= 1) bits += left & 1;
  return bits;
}

function clean(value: number): number {
  return Math.abs(value) < NOTICEABLE ? 0 : Number(value.toFixed(6));
}
