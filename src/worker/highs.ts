import highsLoader from 'highs';
import type { Basis, BasisInput, Highs, HighsCallbackMap, Model } from 'highs';
import type {
  LinearProgramme,
  LpBasis,
  LpSession,
  LpSolution,
  LpSolver,
  RowRanges,
  SolveOptions,
} from '../planning/balance/solver';

/**
 * Loads HiGHS (WebAssembly) and opens it as the planner's solver; works in Node and in a worker.
 *
 * @param options `locateFile` says where the .wasm asset lies when a bundler has moved it.
 * @returns Solver whose sessions hold native memory until they are disposed of.
 * @throws When the WebAssembly module cannot be loaded.
 */
export async function createHighsSolver(options?: { locateFile?: (file: string) => string }): Promise<LpSolver> {
  const highs = await highsLoader(options?.locateFile ? { locateFile: options.locateFile } : undefined);
  return { open: (model) => new HighsSession(highs, model) };
}

/** HiGHS takes finite option values only. */
const NO_LIMIT_SECONDS = 1e9;
const NO_LIMIT_NODES = 2 ** 31 - 1;
/** HiGHS's numbers for its simplex strategies. */
const DUAL = 1;
const PRIMAL = 4;
const NO_VALUES = new Float64Array(0);

/** One model inside HiGHS, changed and solved again from where the last solve stood. */
class HighsSession implements LpSession {
  readonly #highs: Highs;
  readonly #model: Model;
  #columnCount: number;
  #rowCount: number;
  readonly #integers: Set<number>;

  constructor(highs: Highs, programme: LinearProgramme) {
    this.#highs = highs;
    this.#columnCount = programme.columnCount;
    this.#rowCount = programme.rowCount;
    this.#integers = new Set(integerColumns(programme));
    const { minimize, maximize } = highs.constants.objectiveSense;
    this.#model = highs.createModel({
      numCols: programme.columnCount,
      numRows: programme.rowCount,
      sense: programme.sense === 'min' ? minimize : maximize,
      colCost: programme.cost,
      colLower: programme.columnLower,
      colUpper: programme.columnUpper,
      rowLower: programme.rowLower,
      rowUpper: programme.rowUpper,
      matrix: {
        format: 'csc',
        numRows: programme.rowCount,
        numCols: programme.columnCount,
        starts: programme.starts,
        indices: programme.rows,
        values: programme.values,
      },
      ...(programme.integer && this.#integers.size > 0 ? { integrality: Int32Array.from(programme.integer) } : {}),
    });
    this.#model.options.set({ output_flag: false, random_seed: 0 });
  }

  setCost(columns: Int32Array, values: Float64Array): void {
    const [indices, costs] = ascending(columns, values);
    if (indices.length > 0) this.#model.changeColsCost({ kind: 'set', indices }, costs);
  }

  setColumnBounds(columns: Int32Array, lower: Float64Array, upper: Float64Array): void {
    const [indices, lows, highs] = ascending(columns, lower, upper);
    if (indices.length > 0) this.#model.changeColsBounds({ kind: 'set', indices }, lows, highs);
  }

  setRowBounds(rows: Int32Array, lower: Float64Array, upper: Float64Array): void {
    const [indices, lows, highs] = ascending(rows, lower, upper);
    if (indices.length > 0) this.#model.changeRowsBounds({ kind: 'set', indices }, lows, highs);
  }

  addRow(columns: Int32Array, values: Float64Array, lower: number, upper: number): number {
    this.#model.addRow(lower, upper, { indices: columns, values });
    return this.#rowCount++;
  }

  addColumn(cost: number, lower: number, upper: number, rows: Int32Array, values: Float64Array): number {
    this.#model.addCol(cost, lower, upper, { indices: rows, values });
    return this.#columnCount++;
  }

  setInteger(columns: Int32Array, integer: boolean): void {
    const { integer: whole, continuous } = this.#highs.constants.variableType;
    for (const column of columns) {
      if (integer) this.#integers.add(column);
      else this.#integers.delete(column);
      this.#model.changeColIntegrality(column, integer ? whole : continuous);
    }
  }

  setOffset(offset: number): void {
    this.#model.changeObjectiveOffset(offset);
  }

  solve(options: SolveOptions = {}): LpSolution {
    this.#model.options.set({
      time_limit: options.timeLimitSeconds ?? NO_LIMIT_SECONDS,
      mip_rel_gap: options.gap ?? 1e-6,
      mip_abs_gap: 1e-9,
      mip_heuristic_effort: options.effort === 'light' ? 0 : 0.05,
      mip_detect_symmetry: options.effort !== 'light',
      simplex_strategy: options.simplex === 'primal' ? PRIMAL : DUAL,
      mip_max_nodes: options.nodeLimit ?? NO_LIMIT_NODES,
    });
    if (options.start) this.#model.setSolution({ colValue: options.start });
    // HiGHS counts its time limit over all runs of an instance.
    this.#model.zeroAllClocks();
    this.#model.run(this.#callbacks(options));
    return this.#readSolution();
  }

  basis(): LpBasis | undefined {
    const valid = this.#model.info.get('basis_validity') === this.#highs.constants.basisValidity.valid;
    if (!valid || this.#integers.size > 0) return undefined;
    const basis: Basis = this.#model.getBasis();
    return { columns: basis.colStatus, rows: basis.rowStatus };
  }

  setBasis(basis: LpBasis): void {
    const { lower, basic } = this.#highs.constants.basisStatus;
    const input: BasisInput = {
      colStatus: extend(basis.columns, this.#columnCount, lower),
      rowStatus: extend(basis.rows, this.#rowCount, basic),
    };
    this.#model.setBasis(input);
  }

  ranging(): RowRanges | undefined {
    if (this.#integers.size > 0 || this.#model.getModelStatus() !== this.#highs.constants.modelStatus.optimal) {
      return undefined;
    }
    const { rowBoundDown, rowBoundUp, colBoundDown, colBoundUp } = this.#model.getRanging();
    return {
      lower: rowBoundDown.value,
      upper: rowBoundUp.value,
      columnLower: colBoundDown.value,
      columnUpper: colBoundUp.value,
    };
  }

  dispose(): void {
    this.#model.dispose();
  }

  /** Callbacks cross from WebAssembly to here at every checkpoint, so only those that someone listens to are asked for. */
  #callbacks({ isInterrupted, onProgress }: SolveOptions): HighsCallbackMap | undefined {
    if (this.#integers.size === 0 || (!isInterrupted && !onProgress)) return undefined;
    const { mipLogging, mipInterrupt } = this.#highs.constants.callbackType;
    return {
      [mipLogging]: (event): undefined => {
        onProgress?.({
          bound: event.data.mip_dual_bound ?? -Infinity,
          objective: event.data.mip_primal_bound ?? Infinity,
          gap: event.data.mip_gap ?? Infinity,
        });
      },
      [mipInterrupt]: (event): undefined => {
        if (isInterrupted?.()) event.interrupt();
      },
    };
  }

  #readSolution(): LpSolution {
    const model = this.#model;
    const status = this.#status();
    const seconds = model.getRunTime();
    if (status !== 'optimal' && status !== 'feasible') return nothing(status, seconds);
    const solution = model.getSolution();
    const objective = model.getObjectiveValue();
    if (this.#integers.size > 0) {
      const bound = Number(model.info.get('mip_dual_bound'));
      return { status, objective, bound, columns: solution.colValue, seconds };
    }
    return {
      status,
      objective,
      bound: status === 'optimal' ? objective : -Infinity,
      columns: solution.colValue,
      duals: solution.rowDual,
      reducedCosts: solution.colDual,
      seconds,
    };
  }

  #status(): LpSolution['status'] {
    const { modelStatus, solutionStatus } = this.#highs.constants;
    const code = this.#model.getModelStatus();
    if (code === modelStatus.optimal || code === modelStatus.empty) return 'optimal';
    if (code === modelStatus.infeasible) return 'infeasible';
    if (code === modelStatus.unbounded || code === modelStatus.unboundedOrInfeasible) return 'unbounded';
    const limited: readonly number[] = [
      modelStatus.timeLimit,
      modelStatus.iterationLimit,
      modelStatus.solutionLimit,
      modelStatus.interrupted,
      modelStatus.objectiveBound,
      modelStatus.objectiveTarget,
    ];
    if (!limited.includes(code)) return 'failed';
    const primal = Number(this.#model.info.get('primal_solution_status'));
    return primal === solutionStatus.feasible ? 'feasible' : 'interrupted';
  }
}

function nothing(status: LpSolution['status'], seconds: number): LpSolution {
  return { status, objective: NaN, bound: -Infinity, columns: NO_VALUES, seconds };
}

function integerColumns(programme: LinearProgramme): number[] {
  const columns: number[] = [];
  programme.integer?.forEach((flag, column) => {
    if (flag) columns.push(column);
  });
  return columns;
}

function extend(statuses: Int32Array, length: number, filler: number): Int32Array {
  if (statuses.length === length) return statuses;
  const extended = new Int32Array(length).fill(filler);
  extended.set(statuses);
  return extended;
}

/** Indices in strictly ascending order with their values, as HiGHS asks for sets; of an index given twice the last counts. */
function ascending<T extends Float64Array[]>(indices: Int32Array, ...values: T): [Int32Array, ...T] {
  if (indices.every((index, at) => at === 0 || index > (indices[at - 1] ?? -1))) return [indices, ...values];
  const last = new Map<number, number>();
  indices.forEach((index, at) => last.set(index, at));
  const kept = [...last].sort(([a], [b]) => a - b);
  const pick = (of: Float64Array) => Float64Array.from(kept, ([, at]) => of[at] ?? 0);
  return [Int32Array.from(kept, ([index]) => index), ...(values.map(pick) as T)];
}
