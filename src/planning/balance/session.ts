import { indicesOf, numbersOf } from './arrays';
import type { BalanceModel } from './model';
import type { Terms } from './objective';
import type { Definition } from './definedColumns';
import { openSubstituted } from './substitution';
import type { LpBasis, LpSession, LpSolution, LpSolver, SolveOptions } from './solver';

/** The model in the solver, spoken to in natural units: scales are put on and taken off here and nowhere else. */
export class ModelSession {
  readonly #session: LpSession;
  readonly #columnScale: number[];
  readonly #rowScale: number[];
  #cost: Float64Array;

  constructor(solver: LpSolver, model: BalanceModel) {
    // Whole numbers are relaxed until setInteger asks for them.
    const programme = { ...model.builder.pack(), integer: undefined };
    this.#session = openSubstituted(solver, programme, shipments(model));
    this.#columnScale = [...model.builder.columnScale];
    this.#rowScale = [...model.builder.rowScale];
    this.#cost = new Float64Array(model.builder.columnCount);
  }

  /** Makes the objective the given cost of each column (columns beyond them cost nothing); only what changes is sent. */
  setCosts(given: Float64Array): void {
    const costs = extend(given, this.#cost.length);
    const changed: number[] = [];
    for (let column = 0; column < costs.length; column += 1) {
      if (costs[column] !== this.#cost[column]) changed.push(column);
    }
    this.#cost = costs.slice();
    const values = numbersOf(changed.length, (at) => {
      const column = changed[at] ?? -1;
      return (costs[column] ?? 0) * this.#scaleOf(column);
    });
    this.#session.setCost(Int32Array.from(changed), values);
  }

  /** Makes the objective a sum of columns. */
  setTerms(terms: Terms): void {
    const costs = new Float64Array(this.#cost.length);
    terms.columns.forEach((column, at) => (costs[column] = (costs[column] ?? 0) + (terms.weights[at] ?? 0)));
    this.setCosts(costs);
  }

  setBounds(columns: readonly number[], lower: (at: number) => number, upper: (at: number) => number): void {
    this.#session.setColumnBounds(
      indicesOf(columns.length, (at) => columns[at] ?? -1),
      numbersOf(columns.length, (at) => lower(at) / this.#scaleOf(columns[at] ?? -1)),
      numbersOf(columns.length, (at) => upper(at) / this.#scaleOf(columns[at] ?? -1)),
    );
  }

  setRowBounds(rows: readonly number[], lower: (at: number) => number, upper: (at: number) => number): void {
    this.#session.setRowBounds(
      indicesOf(rows.length, (at) => rows[at] ?? -1),
      numbersOf(rows.length, (at) => lower(at) * (this.#rowScale[rows[at] ?? -1] ?? 1)),
      numbersOf(rows.length, (at) => upper(at) * (this.#rowScale[rows[at] ?? -1] ?? 1)),
    );
  }

  /** Adds the row `lower ≤ Σ weight × column ≤ upper`. */
  addRow(terms: Terms, lower: number, upper: number): number {
    this.#rowScale.push(1);
    return this.#session.addRow(
      Int32Array.from(terms.columns),
      Float64Array.from(terms.columns, (column, at) => (terms.weights[at] ?? 0) * this.#scaleOf(column)),
      lower,
      upper,
    );
  }

  /** Adds an empty column and returns its index. */
  addColumn(lower: number, upper: number): number {
    this.#columnScale.push(1);
    this.#cost = extend(this.#cost, this.#cost.length + 1);
    return this.#session.addColumn(0, lower, upper, new Int32Array(0), new Float64Array(0));
  }

  setInteger(columns: readonly number[], integer: boolean): void {
    this.#session.setInteger(Int32Array.from(columns), integer);
  }

  solve(options?: SolveOptions): LpSolution {
    const start = options?.start?.map((value, column) => value / this.#scaleOf(column));
    const solution = this.#session.solve({ ...options, ...(start ? { start } : {}) });
    return {
      ...solution,
      columns: solution.columns.map((value, column) => value * this.#scaleOf(column)),
      ...(solution.duals ? { duals: solution.duals.map((dual, row) => dual * (this.#rowScale[row] ?? 1)) } : {}),
      ...(solution.reducedCosts
        ? { reducedCosts: solution.reducedCosts.map((cost, column) => cost / this.#scaleOf(column)) }
        : {}),
    };
  }

  basis(): LpBasis | undefined {
    return this.#session.basis();
  }

  setBasis(basis: LpBasis): void {
    this.#session.setBasis(basis);
  }

  ranging(): ReturnType<LpSession['ranging']> {
    const ranges = this.#session.ranging();
    if (!ranges) return undefined;
    const rows = (values: Float64Array): Float64Array => values.map((value, row) => value / (this.#rowScale[row] ?? 1));
    const columns = (values: Float64Array): Float64Array =>
      values.map((value, column) => value * this.#scaleOf(column));
    return {
      lower: rows(ranges.lower),
      upper: rows(ranges.upper),
      columnLower: columns(ranges.columnLower),
      columnUpper: columns(ranges.columnUpper),
    };
  }

  dispose(): void {
    this.#session.dispose();
  }

  #scaleOf(column: number): number {
    return this.#columnScale[column] ?? 1;
  }
}

/** Every shipment is defined by the row of its demand: Y(t) = D(t) + B(t−1) − B(t) − L(t). */
function shipments({ items, rows }: BalanceModel): Definition[] {
  return items.flatMap((own, item) =>
    own.shipped.flatMap((columns, at) =>
      [...columns].flatMap((column, bucket) => {
        const row = rows.demand[item]?.[at]?.[bucket] ?? -1;
        return column >= 0 && row >= 0 ? [{ column, row }] : [];
      }),
    ),
  );
}

function extend(values: Float64Array, length: number): Float64Array {
  if (values.length === length) return values;
  const extended = new Float64Array(length);
  extended.set(values);
  return extended;
}
