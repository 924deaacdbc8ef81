/** A linear or mixed-integer programme in compressed sparse columns. Use ±Infinity for absent bounds. */
export interface LinearProgramme {
  readonly sense: 'min' | 'max';
  readonly columnCount: number;
  readonly rowCount: number;
  readonly cost: Float64Array;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** columnCount + 1 entries. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** 1 where the column must be a whole number; absent for a pure LP. */
  readonly integer?: Uint8Array;
}

/** Solves linear programmes. HiGHS stands behind it; planning/ only knows this door. */
export interface LpSolver {
  /** Opens a model that can be changed and solved again from where it stood. Close it with `dispose`. */
  open(model: LinearProgramme): LpSession;
}

export interface SolveOptions {
  readonly timeLimitSeconds?: number;
  /** Relative gap at which a MIP may stop. */
  readonly gap?: number;
  /** Most branch-and-bound nodes of a MIP: a limit that, unlike time, gives the same plan on every machine. */
  readonly nodeLimit?: number;
  /** 'light': a MIP without the solver's own heuristics, for many small ones that need not be proven. Default 'full'. */
  readonly effort?: 'light' | 'full';
  /** How an LP is solved from where the session stands: 'primal' where only costs have changed since, else 'dual' (the default). */
  readonly simplex?: 'dual' | 'primal';
  /** A feasible start for a MIP: a value for every column. */
  readonly start?: Float64Array;
  /** Asked again and again during a MIP: whether to end it with what it has. */
  readonly isInterrupted?: () => boolean;
  readonly onProgress?: (progress: {
    readonly bound: number;
    readonly objective: number;
    readonly gap: number;
  }) => void;
}

export interface LpSolution {
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unbounded' | 'interrupted' | 'failed';
  readonly objective: number;
  /** Best proven bound; equals the objective of an LP. */
  readonly bound: number;
  /** One value a column; empty when the status says that there is none ('infeasible', 'unbounded', 'failed', or 'interrupted' before a first plan). */
  readonly columns: Float64Array;
  /** d objective / d right-hand side of each row; absent for a MIP. */
  readonly duals?: Float64Array;
  readonly reducedCosts?: Float64Array;
  /** Seconds the solver took, by its own clock. */
  readonly seconds: number;
}

/** Where the simplex method stands: a status per column and per row. Opaque; only given back to the session it came from. */
export interface LpBasis {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}

export interface LpSession {
  setCost(columns: Int32Array, values: Float64Array): void;
  setColumnBounds(columns: Int32Array, lower: Float64Array, upper: Float64Array): void;
  setRowBounds(rows: Int32Array, lower: Float64Array, upper: Float64Array): void;
  /** Appends a row and returns its index. */
  addRow(columns: Int32Array, values: Float64Array, lower: number, upper: number): number;
  /** Appends a column and returns its index. */
  addColumn(cost: number, lower: number, upper: number, rows: Int32Array, values: Float64Array): number;
  setInteger(columns: Int32Array, integer: boolean): void;
  /** A constant that the objective carries beside the costs. */
  setOffset(offset: number): void;
  solve(options?: SolveOptions): LpSolution;
  /** The basis of the last LP solve; undefined after a MIP or an interrupted solve. */
  basis(): LpBasis | undefined;
  /** Starts the next LP solve from a basis taken earlier (rows and columns added since are basic and at a bound). */
  setBasis(basis: LpBasis): void;
  /** Range of each row's right-hand side in which its dual holds, after an optimal LP. */
  ranging(): RowRanges | undefined;
  dispose(): void;
}

export interface RowRanges {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Range of each column's active bound in which its reduced cost holds. */
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
}
