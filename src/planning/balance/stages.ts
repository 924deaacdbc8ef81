import type { BalanceModel } from './model';
import {
  isUnservedPriced,
  moneyCosts,
  prioritiesOf,
  shortfallTerms,
  unservedColumns,
  unservedTerms,
  type Terms,
} from './objective';
import type { ModelSession } from './session';
import type { LpSolution } from './solver';

/** What the stages before money came to. */
export interface ServiceOutcome {
  /** Units not served, by priority (Service first) or in all (−1); as far as a stage made them least. */
  readonly unserved: ReadonlyMap<number, number>;
  /** Rows that hold what earlier stages reached. */
  readonly heldRows: readonly number[];
  /** Their upper limits; their lower ones are open. */
  readonly heldUppers: readonly number[];
  /** Columns closed at zero because nothing is short. */
  readonly closed: readonly number[];
  /** Whether the user ended the search before the last of these stages: money alone decides what they would have. */
  readonly isCut: boolean;
  /** Whether hard data contradict each other, so that the elastic variables had to be opened. */
  readonly contradicted: boolean;
}

/** Below this a sum of shortages counts as nothing: the solver's own tolerance, over a few rows. */
const NOTHING = 1e-6;
/** What a held stage may give way, relative: enough for the solver's tolerances, too little to be seen. */
const GIVE = 1e-9;

/** Whom the stages tell, and ask. */
export interface StageHooks {
  /** Called before each solve, `hasPlan` once one before it gave a plan; may reject to cancel. */
  readonly onStage: (name: string, solved: number, hasPlan: boolean) => Promise<void>;
  /** Whether the user wants no more searching. */
  readonly isStopped: () => boolean;
}

/** Solves the model stage by stage, each holding what those before it reached. */
export class StagedSolve {
  readonly #model: BalanceModel;
  readonly #session: ModelSession;
  readonly #hooks: StageHooks;
  readonly #heldRows: number[] = [];
  readonly #heldUppers: number[] = [];
  readonly #closed: number[] = [];
  readonly #unserved = new Map<number, number>();
  #contradicted = false;
  #solved = 0;
  #hasPlan = false;
  #isCut = false;
  /** Whether the last solve's plan is still one: what is held or closed since then keeps it, so that the primal method goes on from it. */
  #standsOnPlan = false;

  constructor(model: BalanceModel, session: ModelSession, hooks: StageHooks) {
    this.#model = model;
    this.#session = session;
    this.#hooks = hooks;
  }

  /**
   * Serves first (or earns most), then fills safety stock, then makes cost least (or profit most). When the user wants no more searching, money
   * is next as soon as there is any plan.
   *
   * @returns The solution of the money stage, an LP with the integers relaxed, with its duals; undefined when the solver failed.
   */
  async run(): Promise<{ readonly solution?: LpSolution; readonly outcome: ServiceOutcome }> {
    const solution = (await this.#tryWithoutShortage()) ?? (await this.#solveWithShortage());
    return {
      ...(solution ? { solution } : {}),
      outcome: {
        unserved: this.#unserved,
        heldRows: this.#heldRows,
        heldUppers: this.#heldUppers,
        closed: this.#closed,
        isCut: this.#isCut,
        contradicted: this.#contradicted,
      },
    };
  }

  /** Most plans serve everything: one solve then does the work of all stages. */
  async #tryWithoutShortage(): Promise<LpSolution | undefined> {
    if (this.#model.data.settings.objective === 'Max profit') return undefined;
    const columns = [...unservedTerms(this.#model).columns, ...shortfallTerms(this.#model).columns];
    this.#close(columns);
    await this.#begin('cost');
    this.#session.setCosts(moneyCosts(this.#model));
    const solution = this.#solve();
    if (solution.status === 'optimal') {
      this.#closed.push(...columns);
      return solution;
    }
    this.#open(columns);
    return undefined;
  }

  async #solveWithShortage(): Promise<LpSolution | undefined> {
    const { objective } = this.#model.data.settings;
    const safety = shortfallTerms(this.#model);
    if (objective === 'Service first') await this.#serveByPriority();
    else if (objective === 'Min cost' && !isUnservedPriced(this.#model.data)) {
      await this.#holdLeast('service', unservedTerms(this.#model), -1);
    } else if (safety.columns.length > 0) await this.#holdWorth();
    await this.#holdLeast('safety stock', safety);
    return this.#minimiseMoney();
  }

  /**
   * Solves with every shortage open. If even that is infeasible, hard data contradict each other: then the elastic variables open, at their
   * least, and the solve is repeated.
   */
  async #solveOpen(setObjective: () => void): Promise<LpSolution> {
    setObjective();
    const solution = this.#solve();
    const { elastics } = this.#model;
    if (solution.status === 'optimal' || this.#contradicted || elastics.length === 0) return solution;
    this.#contradicted = true;
    this.#open(elastics);
    await this.#holdLeast('data', { columns: [...elastics], weights: elastics.map(() => 1) });
    setObjective();
    return this.#solve();
  }

  #begin(name: string): Promise<void> {
    return this.#hooks.onStage(name, this.#solved++, this.#hasPlan);
  }

  /** Begins a stage that is left out when the user wants no more searching. */
  async #begins(name: string): Promise<boolean> {
    await this.#begin(name);
    if (!this.#hasPlan || !this.#hooks.isStopped()) return true;
    this.#isCut = true;
    return false;
  }

  #solve(): LpSolution {
    const solution = this.#session.solve({ simplex: this.#standsOnPlan ? 'primal' : 'dual' });
    this.#standsOnPlan = solution.status === 'optimal';
    this.#hasPlan ||= this.#standsOnPlan;
    return solution;
  }

  async #serveByPriority(): Promise<void> {
    for (const priority of prioritiesOf(this.#model.data)) {
      const terms = unservedTerms(this.#model, priority);
      const least = await this.#holdLeast('service', terms, priority);
      if (least > NOTHING) await this.#shareFairly(priority);
    }
  }

  /** Fair share inside a class: the largest share of demand that any of its items is not served is made least. */
  async #shareFairly(priority: number): Promise<void> {
    const { items } = this.#model.data;
    const shares: { readonly columns: number[]; readonly demand: number }[] = [];
    for (const item of items) {
      item.classes.forEach((own, at) => {
        const demand = own.demand.reduce((total, units) => total + units, own.openingBacklog);
        const columns = unservedColumns(this.#model, item, at);
        if (own.priority === priority && demand > 0 && columns.length > 0) shares.push({ columns, demand });
      });
    }
    if (shares.length < 2 || !(await this.#begins('fair share'))) return;
    const largest = this.#session.addColumn(0, 1);
    const rows = shares.map(({ columns, demand }) =>
      this.#session.addRow(
        { columns: [...columns, largest], weights: [...columns.map(() => 1 / demand), -1] },
        -Infinity,
        0,
      ),
    );
    this.#session.setTerms({ columns: [largest], weights: [1] });
    this.#standsOnPlan = false;
    const solution = this.#solve();
    if (solution.status !== 'optimal') return;
    this.#session.setBounds(
      [largest],
      () => 0,
      () => Math.min(1, solution.objective + GIVE),
    );
    rows.forEach((row) => this.#rememberRow(row, 0));
  }

  /** Makes a sum least, and holds it there for the stages that follow. */
  async #holdLeast(name: string, terms: Terms, priority?: number): Promise<number> {
    if (terms.columns.length === 0 || !(await this.#begins(name))) return 0;
    const solution = await this.#solveOpen(() => this.#session.setTerms(terms));
    if (solution.status !== 'optimal') return Infinity;
    const least = Math.max(0, solution.objective);
    if (priority !== undefined) this.#unserved.set(priority, least);
    if (least <= NOTHING) {
      this.#close(terms.columns);
      this.#closed.push(...terms.columns);
      return 0;
    }
    this.#hold(terms, least);
    return least;
  }

  /** Where money decides what is served, safety stock may not take from it: what is earned on service, or lost, is held. */
  async #holdWorth(): Promise<void> {
    const money = moneyCosts(this.#model);
    const { data, items } = this.#model;
    const terms: Terms = { columns: [], weights: [] };
    const add = (column: number): void => {
      if (column < 0 || money[column] === 0) return;
      terms.columns.push(column);
      terms.weights.push(money[column] ?? 0);
    };
    for (const item of data.items) {
      const own = items[item.index];
      own?.shipped.forEach((columns) => columns.forEach(add));
      item.classes.forEach((_, at) => unservedColumns(this.#model, item, at).forEach(add));
    }
    const solution = await this.#minimiseMoney();
    if (!solution) return;
    const worth = terms.columns.reduce(
      (total, column, at) => total + (terms.weights[at] ?? 0) * (solution.columns[column] ?? 0),
      0,
    );
    this.#hold(terms, worth);
  }

  async #minimiseMoney(): Promise<LpSolution | undefined> {
    await this.#begin('cost');
    const solution = await this.#solveOpen(() => this.#session.setCosts(moneyCosts(this.#model)));
    return solution.status === 'optimal' ? solution : undefined;
  }

  #hold(terms: Terms, reached: number): void {
    const upper = reached + GIVE * Math.max(1, Math.abs(reached));
    this.#rememberRow(this.#session.addRow(terms, -Infinity, upper), upper);
  }

  #rememberRow(row: number, upper: number): void {
    this.#heldRows.push(row);
    this.#heldUppers.push(upper);
  }

  #close(columns: readonly number[]): void {
    this.#session.setBounds(
      columns,
      () => 0,
      () => 0,
    );
  }

  /** Gives columns back the bounds they were built with; elastic ones have none above. */
  #open(columns: readonly number[]): void {
    const { columnUpper } = this.#model.builder;
    const elastic = new Set(this.#model.elastics);
    this.#session.setBounds(
      columns,
      () => 0,
      (at) => {
        const column = columns[at] ?? -1;
        return elastic.has(column) ? Infinity : (columnUpper[column] ?? Infinity);
      },
    );
  }
}
