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
  /** A feasible start for a MIP: a value for every column. */
  readonly start?: Float64Array;
  readonly signal?: AbortSignal;
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
  readonly columns: Float64Array;
  /** d objective / d right-hand side of each row; absent for a MIP. */
  readonly duals?: Float64Array;
  readonly reducedCosts?: Float64Array;
}

export interface LpSession {
  setCost(columns: Int32Array, values: Float64Array): void;
  setColumnBounds(columns: Int32Array, lower: Float64Array, upper: Float64Array): void;
  setRowBounds(rows: Int32Array, lower: Float64Array, upper: Float64Array): void;
  addRow(columns: Int32Array, values: Float64Array, lower: number, upper: number): number;
  setInteger(columns: Int32Array, integer: boolean): void;
  solve(options?: SolveOptions): LpSolution;
  /** Range of each row's right-hand side in which its dual holds: [lower, upper] pairs, after an optimal LP. */
  ranging?(): { readonly rowLower: Float64Array; readonly rowUpper: Float64Array };
  dispose(): void;
}
