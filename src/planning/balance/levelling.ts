import type { BalanceModel } from './model';
import { moneyCosts } from './objective';
import type { ModelSession } from './session';
import type { LpSolution } from './solver';
import type { ServiceOutcome } from './stages';

/** Duals and reduced costs smaller than this count as none. */
const NOISE = 1e-9;
/** What levelling may cost, relative: nothing but the solver's tolerance. */
const GIVE = 1e-8;
/** Beyond so many columns levelling may take longer than all before it, and changes too little of what is read. */
const MOST_COLUMNS = 300_000;

/**
 * Of all plans of the same cost, takes the one whose loads change least from bucket to bucket, so that ties are broken sensibly and the same
 * way every time. The face of optimal plans is kept exactly: what has a reduced cost stays at its bound, what has a dual stays tight.
 *
 * @param optimum Optimal LP of the money stage, where the session stands. Bounds are put back before returning.
 * @returns Values of the columns of the levelled plan, or of the plan given where levelling did not succeed.
 */
export function levelPlan(
  model: BalanceModel,
  session: ModelSession,
  optimum: LpSolution,
  outcome: ServiceOutcome,
): Float64Array {
  const { builder, level } = model;
  const { duals, reducedCosts, columns } = optimum;
  if (level.length === 0 || !duals || !reducedCosts || builder.columnCount > MOST_COLUMNS) return columns;
  const elastic = new Set(model.elastics);
  const fixedColumns: number[] = [];
  for (let column = 0; column < builder.columnCount; column += 1) {
    if (!elastic.has(column) && Math.abs(reducedCosts[column] ?? 0) > NOISE) fixedColumns.push(column);
  }
  const tightRows: number[] = [];
  for (let row = 0; row < builder.rowCount; row += 1) {
    const isEquality = builder.rowLower[row] === builder.rowUpper[row];
    if (!isEquality && Math.abs(duals[row] ?? 0) > NOISE) tightRows.push(row);
  }
  const held = outcome.heldRows.map((row, at) => ({ row, upper: outcome.heldUppers[at] ?? 0 }));
  const tightHeld = held.filter(({ row }) => Math.abs(duals[row] ?? 0) > NOISE);
  const valueOf = (at: number): number => columns[fixedColumns[at] ?? -1] ?? 0;
  const boundOf = (at: number): number => {
    const row = tightRows[at] ?? -1;
    const [lower, upper] = [builder.rowLower[row] ?? 0, builder.rowUpper[row] ?? 0];
    return (duals[row] ?? 0) > 0 ? (Number.isFinite(lower) ? lower : upper) : Number.isFinite(upper) ? upper : lower;
  };
  session.setBounds(fixedColumns, valueOf, valueOf);
  session.setRowBounds(tightRows, boundOf, boundOf);
  const heldRows = tightHeld.map(({ row }) => row);
  session.setRowBounds(
    heldRows,
    (at) => tightHeld[at]?.upper ?? 0,
    (at) => tightHeld[at]?.upper ?? 0,
  );
  session.setTerms({ columns: level.map((term) => term.column), weights: level.map((term) => term.weight) });
  const levelled = session.solve({ simplex: 'primal' });
  putBack(model, session, fixedColumns, tightRows);
  session.setRowBounds(
    heldRows,
    () => -Infinity,
    (at) => tightHeld[at]?.upper ?? 0,
  );
  if (levelled.status !== 'optimal') return columns;
  const cost = costOf(model, levelled.columns);
  return cost <= optimum.objective + GIVE * Math.max(1, Math.abs(optimum.objective)) ? levelled.columns : columns;
}

function putBack(
  model: BalanceModel,
  session: ModelSession,
  columns: readonly number[],
  rows: readonly number[],
): void {
  const { columnLower, columnUpper, rowLower, rowUpper } = model.builder;
  session.setBounds(
    columns,
    (at) => columnLower[columns[at] ?? -1] ?? 0,
    (at) => columnUpper[columns[at] ?? -1] ?? Infinity,
  );
  session.setRowBounds(
    rows,
    (at) => rowLower[rows[at] ?? -1] ?? -Infinity,
    (at) => rowUpper[rows[at] ?? -1] ?? Infinity,
  );
}

function costOf(model: BalanceModel, columns: Float64Array): number {
  return moneyCosts(model).reduce((total, cost, column) => total + cost * (columns[column] ?? 0), 0);
}
