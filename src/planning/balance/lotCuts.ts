import type { LotLink, BalanceModel } from './model';
import type { Terms } from './objective';
import type { ModelSession } from './session';

/** A cut must be violated by more than this share of its largest lot to be worth a row. */
const WORTH = 1e-4;
/** Rounds of cutting; each is one warm LP. */
const MOST_ROUNDS = 12;

/**
 * Tightens the relaxation of lots by (l,S) inequalities, which HiGHS finds late or not at all: of what is started in a set S of buckets, only
 * the demand of the buckets up to l can be used up by then; the rest is stock in l. For item i, last bucket l and S ⊆ {1…l}:
 *
 *   Σ(t∈S) X(t) ≤ Σ(t∈S) (D(t…l) + SS(l)) Z(t) + I(l) + V(l) − SS(l) + Σ(t∈S) B(t−1) + usage as a component in min S … l
 *
 * It is valid with backlog, lost sales and safety stock: with the first Z of S that is 1, what is started from there on is shipped, used or
 * in stock; with none it says that stock and shortfall cover the safety stock.
 *
 * @returns Rows added, the relaxed plan they leave, and the bound of the money stage after the last round.
 * @see Barany, Van Roy & Wolsey 1984, Strong formulations for multi-item capacitated lot sizing
 */
export function addLotCuts(
  model: BalanceModel,
  session: ModelSession,
  first: Float64Array,
): { readonly rows: number[]; readonly columns: Float64Array; readonly bound?: number } {
  const rows: number[] = [];
  const links = linksByItem(model);
  let columns = first;
  let bound: number | undefined;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const cuts = [...links].flatMap(([item, own]) => violatedCuts(model, item, own, columns));
    if (cuts.length === 0) break;
    for (const cut of cuts) rows.push(session.addRow(cut.terms, -Infinity, cut.upper));
    const solution = session.solve();
    if (solution.status !== 'optimal') break;
    const gained = bound === undefined || solution.objective > bound + 1e-5 * Math.abs(bound);
    bound = solution.objective;
    columns = solution.columns;
    if (!gained) break;
  }
  return { rows, columns, ...(bound === undefined ? {} : { bound }) };
}

function linksByItem(model: BalanceModel): ReadonlyMap<number, readonly LotLink[]> {
  const byItem = new Map<number, LotLink[]>();
  for (const link of model.lotLinks) {
    const own = byItem.get(link.item);
    if (own) own.push(link);
    else byItem.set(link.item, [link]);
  }
  return byItem;
}

interface Cut {
  readonly terms: Terms;
  readonly upper: number;
}

/** The most violated (l,S) inequality of an item for each last bucket l. */
function violatedCuts(model: BalanceModel, item: number, links: readonly LotLink[], columns: Float64Array): Cut[] {
  const { data } = model;
  const own = data.items[item];
  const vars = model.items[item];
  if (!own || !vars) return [];
  const value = (column: number | undefined): number =>
    column === undefined || column < 0 ? 0 : (columns[column] ?? 0);
  const until = runningDemand(own.demand);
  const cuts: Cut[] = [];
  for (let last = 0; last < data.buckets.length; last += 1) {
    const safety = (vars.shortfall[last] ?? -1) >= 0 ? (own.safety[last] ?? 0) : 0;
    const chosen = links.filter((link) => {
      const arrival = link.bucket + (own.ways[link.way]?.lead ?? 0);
      if (arrival > last) return false;
      const need = (until[last + 1] ?? 0) - (until[arrival] ?? 0) + safety;
      const started = value(vars.started[link.way]?.[link.bucket]);
      const backlog = arrival > 0 ? vars.backlog.reduce((sum, columnsOf) => sum + value(columnsOf[arrival - 1]), 0) : 0;
      return started > need * value(vars.setup[link.way]?.[link.bucket]) + backlog + 1e-9;
    });
    if (chosen.length === 0) continue;
    const cut = writeCut(model, item, chosen, last, until, safety);
    const activity = cut.terms.columns.reduce(
      (sum, column, at) => sum + (cut.terms.weights[at] ?? 0) * value(column),
      0,
    );
    if (activity > cut.upper + WORTH * Math.max(1, until[last + 1] ?? 0)) cuts.push(cut);
  }
  return cuts;
}

function writeCut(
  model: BalanceModel,
  item: number,
  chosen: readonly LotLink[],
  last: number,
  until: Float64Array,
  safety: number,
): Cut {
  const own = model.data.items[item];
  const vars = model.items[item];
  const weights = new Map<number, number>();
  const put = (column: number | undefined, weight: number): void => {
    if (column !== undefined && column >= 0) weights.set(column, (weights.get(column) ?? 0) + weight);
  };
  let firstArrival = last;
  const backlogs = new Set<number>();
  for (const link of chosen) {
    const arrival = link.bucket + (own?.ways[link.way]?.lead ?? 0);
    firstArrival = Math.min(firstArrival, arrival);
    put(vars?.started[link.way]?.[link.bucket], 1);
    put(vars?.setup[link.way]?.[link.bucket], -((until[last + 1] ?? 0) - (until[arrival] ?? 0) + safety));
    if (arrival > 0) backlogs.add(arrival - 1);
  }
  put(vars?.stock[last], -1);
  if (safety > 0) put(vars?.shortfall[last], -1);
  for (const bucket of backlogs) for (const backlog of vars?.backlog ?? []) put(backlog[bucket], -1);
  const opening = backlogs.size === 0 || chosen.some((link) => link.bucket + (own?.ways[link.way]?.lead ?? 0) === 0);
  const waiting = opening
    ? (own?.classes.reduce((total, demandClass) => total + demandClass.openingBacklog, 0) ?? 0)
    : 0;
  for (const parent of model.data.items) {
    const component = parent.components.find((part) => part.item === item);
    if (!component) continue;
    parent.ways.forEach((way, at) => {
      if (way.kind !== 'make') return;
      for (let bucket = firstArrival; bucket <= last; bucket += 1) {
        put(model.items[parent.index]?.started[at]?.[bucket], -component.quantity);
      }
    });
  }
  return {
    terms: { columns: [...weights.keys()], weights: [...weights.values()] },
    upper: waiting - safety,
  };
}

/** Demand of the buckets before each one; one entry more than there are buckets. */
function runningDemand(demand: Float64Array): Float64Array {
  const until = new Float64Array(demand.length + 1);
  demand.forEach((units, bucket) => (until[bucket + 1] = (until[bucket] ?? 0) + units));
  return until;
}
