import type { Shortage } from '../../resultBalance';
import { unservedTerms } from '../objective';
import type { SolvedModel } from '../solve';

type Fix = Shortage['fixes'][number];

/** How many shortages are asked about, those of most money first; none in models where each solve takes long. */
const MOST_SHORTAGES = 5;
const MOST_COLUMNS = 20_000;
/** Units that must be served of those promised: actions are rounded for people. */
const ENOUGH = 0.999;

/** What an action changes in the model: columns that may be larger, rows that are given more, by so much. */
interface Lift {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly amount: number;
}

/**
 * Tries the fixes of the largest shortages that are never served: each is done in the model alone, which is solved again for the least that
 * remains unserved over all families. Those that serve what they promise come first, then the others, each by money; what can be neither
 * tried nor trusted to help without another change stays where arithmetic put it.
 *
 * Asked after `attributeShortage`, which leaves the session where the least unserved is sought.
 *
 * @param unserved Units that remain unserved as things are.
 * @see mathematics J.4
 */
export async function verifyFixes(
  solved: SolvedModel,
  shortages: readonly Shortage[],
  unserved: number,
  checkpoint: (step: string) => Promise<void>,
): Promise<Shortage[]> {
  const { builder, data } = solved.model;
  if (builder.columnCount > MOST_COLUMNS || builder.integers.length > 0) return [...shortages];
  const last = data.buckets.length - 1;
  const isFinal = (own: Shortage): boolean => own.kind === 'lost' || own.bucket === last;
  const asked = new Set(shortages.filter(isFinal).slice(0, MOST_SHORTAGES));
  const verified: Shortage[] = [];
  for (const shortage of shortages) {
    if (!asked.has(shortage)) {
      verified.push(shortage);
      continue;
    }
    const fixes: Fix[] = [];
    for (const fix of shortage.fixes) {
      await checkpoint('fixes');
      const lift = liftOf(solved, shortage, fix);
      const serves = lift && unserved - leastUnserved(solved, lift);
      fixes.push(serves === undefined ? fix : { ...fix, serves: Math.max(0, Number(serves.toFixed(6))) });
    }
    verified.push({ ...shortage, fixes: sortFixes(fixes, shortage.quantity) });
  }
  return verified;
}

function sortFixes(fixes: readonly Fix[], quantity: number): Fix[] {
  const rank = (fix: Fix): number => (fix.serves === undefined ? 1 : fix.serves >= quantity * ENOUGH ? 0 : 2);
  return [...fixes].sort((left, right) => rank(left) - rank(right) || left.cost - right.cost);
}

function liftOf({ model }: SolvedModel, { family, bucket }: Shortage, { action, params }: Fix): Lift | undefined {
  const { data } = model;
  const period = data.buckets.findIndex((own) => own.label === params.period);
  const item = data.items.find((own) => own.name === family);
  if (!item) return undefined;
  const amount = Number(params.quantity ?? params.hours);
  const stockRow = (name: string, at: number): readonly number[] => {
    const index = data.items.findIndex((own) => own.name === name);
    return [model.rows.stock[index]?.[at] ?? -1].filter((row) => row >= 0);
  };
  if (action === 'add-hours') {
    const resource = data.resources.findIndex((own) => own.name === params.resource);
    const heads = model.rows.workforce[resource]?.[period] ?? -1;
    const columns = [model.resources[resource]?.used[period] ?? -1].filter((column) => column >= 0);
    return heads < 0 ? { columns, rows: [], amount } : { columns: [], rows: [heads], amount };
  }
  if (action === 'buy-more' || action === 'subcontract-more') {
    const way = item.ways.findIndex((own) => own.kind === (action === 'buy-more' ? 'buy' : 'subcontract'));
    const columns = [model.items[item.index]?.started[way]?.[period] ?? -1].filter((column) => column >= 0);
    return { columns, rows: [], amount };
  }
  if (action === 'get-material') return { columns: [], rows: stockRow(String(params.component), period), amount };
  if (action === 'expedite') return { columns: [], rows: stockRow(family, bucket), amount };
  return undefined;
}

/** Units unserved with a lift, from where the session stands; its bounds are put back. */
function leastUnserved({ model, session }: SolvedModel, { columns, rows, amount }: Lift): number {
  const { columnLower, columnUpper, rowLower, rowUpper } = model.builder;
  const bound = (of: readonly number[], at: number, more: number): number => (of[at] ?? 0) + more;
  const setAll = (more: number): void => {
    session.setBounds(
      columns,
      (at) => columnLower[columns[at] ?? -1] ?? 0,
      (at) => bound(columnUpper, columns[at] ?? -1, more),
    );
    session.setRowBounds(
      rows,
      (at) => bound(rowLower, rows[at] ?? -1, more),
      (at) => bound(rowUpper, rows[at] ?? -1, more),
    );
  };
  setAll(amount);
  session.setTerms(unservedTerms(model));
  const solution = session.solve();
  setAll(0);
  return solution.status === 'optimal' ? solution.objective : Infinity;
}
