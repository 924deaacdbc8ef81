import { balanceSupply, type BalanceResult } from '../../src/planning/balance/balance';
import { buildModel } from '../../src/planning/balance/buildModel';
import { explainItem, type BalancedPlan } from '../../src/planning/balance/explain';
import { moneyCosts } from '../../src/planning/balance/objective';
import { readBalanceData } from '../../src/planning/balance/readData';
import { ModelSession } from '../../src/planning/balance/session';
import type { LinearProgramme, LpSolver } from '../../src/planning/balance/solver';
import { resourceCapacity } from '../../src/planning/capacity/resources';
import { planDemand } from '../../src/planning/demand/demand';
import type { Settings } from '../../src/planning/input';
import { makeContext } from '../../src/planning/time/context';
import { createHighsSolver } from '../../src/worker/highs';
import { generateInput, type Shape } from '../support/generateInput';

const NO_SIGNALS = { forecasts: [], pipelineUnits: new Map(), targetUnits: new Map() };

/** Processor seconds: on a shared machine the clock on the wall tells more of the neighbours. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The programme in money alone: as the page of constraints has it, and as the planner hands it to HiGHS, with the shipments put in for. */
interface Programmes {
  readonly written: LinearProgramme;
  readonly handed: LinearProgramme;
}

function programmesOf(shape: Shape, solver: LpSolver): Programmes {
  const input = generateInput({ ...shape, objective: 'Max profit' });
  const context = makeContext(input);
  const { demand } = planDemand(input, context, NO_SIGNALS);
  const { data } = readBalanceData(input, context, demand, resourceCapacity(input, context).resources);
  if (!data) throw new Error('nothing to solve');
  const model = buildModel(data);
  moneyCosts(model).forEach((cost, column) => (model.builder.cost[column] = cost));
  const all: LinearProgramme[] = [];
  const session = new ModelSession({ open: (programme) => (all.push(programme), solver.open(programme)) }, model);
  session.dispose();
  const [handed] = all;
  if (!handed) throw new Error('nothing handed over');
  return { written: { ...model.builder.pack(), integer: undefined }, handed };
}

/** The bare solve: HiGHS as it comes reads the programme and solves it cold; making it is not counted. */
function bareSolve(programme: LinearProgramme, solver: LpSolver): number {
  const start = processorTime();
  const session = solver.open(programme);
  const { status } = session.solve();
  session.dispose();
  if (status !== 'optimal') throw new Error(status);
  return processorTime() - start;
}

interface Run {
  readonly seconds: number;
  /** Of them, from the first question why something is short to the end. */
  readonly explaining: number;
  readonly result: BalanceResult;
  readonly plan: BalancedPlan;
  readonly steps: readonly string[];
}

/** From parsed input to an explained, checked plan. */
async function planned(shape: Shape, solver: LpSolver): Promise<Run> {
  const input = generateInput(shape);
  const steps: string[] = [];
  const start = processorTime();
  let asked: number | undefined;
  const context = makeContext(input);
  const { demand } = planDemand(input, context, NO_SIGNALS);
  const { resources } = resourceCapacity(input, context);
  const result = await balanceSupply(input, context, demand, resources, {
    solver,
    onProgress: ({ stage, detail }) => {
      if (stage === 'explain') asked ??= processorTime();
      steps.push(`${detail?.step ?? stage}@${(processorTime() - start).toFixed(1)}`);
    },
  });
  const end = processorTime();
  return {
    seconds: end - start,
    explaining: asked === undefined ? 0 : end - asked,
    result,
    plan: { balance: result.balance, settings: input.settings, buckets: context.buckets },
    steps,
  };
}

function describe(shape: Shape, { seconds, result, steps }: Run, ratio: string): string {
  const { balance, shortages } = result;
  if (!balance) throw new Error(result.issues.map((issue) => issue.code).join());
  const size = `${shape.products}x${shape.resources}x${shape.weeks}`;
  const { largestViolation, holds } = balance.certificate;
  const check = `certificate ${holds ? 'holds' : 'FAILS'} (${largestViolation.toExponential(1)})`;
  const facts = `cost ${balance.totalCost.toFixed(0)}, gap ${(100 * balance.gap).toFixed(3)} %, ${check}, ${shortages.length} short`;
  return `${size} ${shape.objective}: ${seconds.toFixed(2)} s${ratio}, ${facts}${process.env.STEPS ? ` ${steps.join(' ')}` : ''}`;
}

/** Sizes, capacities as shares of the mean load (with room to spare, and with some demand late), and of how many runs the median counts. */
const SIZES = [
  { size: { products: 20, resources: 5, weeks: 52 }, slacks: [1.1, 0.8], runs: 5 },
  { size: { products: 100, resources: 10, weeks: 52 }, slacks: [1.1, 0.8], runs: 5 },
  { size: { products: 500, resources: 20, weeks: 52 }, slacks: [1.1, 0.95], runs: 1 },
];
const LOT_SIZES = [
  { products: 5, resources: 3, weeks: 26 },
  { products: 20, resources: 5, weeks: 26 },
];
const OBJECTIVES = ['Max profit', 'Min cost', 'Service first'] satisfies Settings['objective'][];

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The middle one by seconds; of an even number the earlier of the two. */
function medianOf<T>(runs: readonly T[], secondsOf: (run: T) => number): T {
  const sorted = [...runs].sort((left, right) => secondsOf(left) - secondsOf(right));
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new Error('no runs');
  return middle;
}

/** Beyond this many products HiGHS needs minutes for the programme as written. */
const MOST_WRITTEN = 100;

/** Times the bare solve: at most 2 for one objective, 4 for all stages of Service first. */
async function compareWithBare(solver: LpSolver, upTo: number): Promise<void> {
  for (const { size, slacks, runs } of SIZES.slice(0, upTo + 1)) {
    for (const slack of slacks) {
      const shape = { ...size, seed: 7, slack };
      const { written, handed } = programmesOf(shape, solver);
      const bares = Array.from({ length: runs }, () => bareSolve(handed, solver));
      const bare = medianOf(bares, (seconds) => seconds);
      write(`bare HiGHS: ${bare.toFixed(2)} s (capacity ${slack} of load, median of ${runs})`);
      if (size.products <= MOST_WRITTEN)
        write(`  the programme as written, nothing put in for: ${bareSolve(written, solver).toFixed(2)} s`);
      for (const objective of OBJECTIVES) {
        const all: Run[] = [];
        while (all.length < runs) all.push(await planned({ ...shape, objective }, solver));
        const run = medianOf(all, ({ seconds }) => seconds);
        write(describe({ ...shape, objective }, run, ` = ${(run.seconds / bare).toFixed(1)} × bare`));
      }
    }
  }
}

/** All shortages of a model that cannot serve everything, and one cell of it. */
async function explainShortages(solver: LpSolver): Promise<void> {
  const shape: Shape = { products: 100, resources: 10, weeks: 52, seed: 7, slack: 0.4, objective: 'Service first' };
  const run = await planned(shape, solver);
  write(describe(shape, run, ''));
  const [first] = run.result.shortages;
  const start = processorTime();
  explainItem(run.plan, first?.family ?? '', first?.bucket ?? 0);
  const cell = processorTime() - start;
  write(
    `why short: all ${run.result.shortages.length} in ${run.explaining.toFixed(2)} s, one cell in ${cell.toFixed(3)} s`,
  );
}

/** Measures the balance: `bench/balance.ts [lp|short|mip|all] [largest size index]`. */
async function main(): Promise<void> {
  const [what = 'all', upTo = '2'] = process.argv.slice(2);
  const solver = await createHighsSolver();
  // The first runs of a process also compile the WebAssembly and our code.
  for (const objective of OBJECTIVES) {
    await planned({ products: 20, resources: 5, weeks: 52, seed: 1, slack: 0.8, objective }, solver);
  }
  if (what === 'lp' || what === 'all') await compareWithBare(solver, Number(upTo));
  if (what === 'short' || what === 'all') await explainShortages(solver);
  if (what === 'lp' || what === 'short') return;
  for (const size of LOT_SIZES.slice(0, Number(upTo) + 1)) {
    const shape: Shape = { ...size, seed: 7, lots: true, objective: 'Max profit', slack: 1.05 };
    write(describe(shape, await planned(shape, solver), ''));
  }
}

void main();
