import { balanceSupply } from '../../src/planning/balance/balance';
import { buildModel } from '../../src/planning/balance/buildModel';
import { moneyCosts } from '../../src/planning/balance/objective';
import { readBalanceData } from '../../src/planning/balance/readData';
import type { LpSolver } from '../../src/planning/balance/solver';
import { resourceCapacity } from '../../src/planning/capacity/resources';
import { planDemand } from '../../src/planning/demand/demand';
import type { Settings } from '../../src/planning/input';
import { makeContext } from '../../src/planning/time/context';
import { createHighsSolver } from '../../src/worker/highs';
import { generateInput, type Shape } from '../support/generateInput';

const NO_SIGNALS = { forecasts: [], pipelineUnits: new Map(), targetUnits: new Map() };

/** Processor seconds since a start: on a shared machine the clock on the wall tells more of the neighbours. */
function seconds(start: number): number {
  return processorTime() - start;
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The bare solve: the same model in money alone, handed to HiGHS cold; building it is not counted. */
function bareSolve(shape: Shape, solver: LpSolver): number {
  const input = generateInput({ ...shape, objective: 'Max profit' });
  const context = makeContext(input);
  const { demand } = planDemand(input, context, NO_SIGNALS);
  const { data } = readBalanceData(input, context, demand, resourceCapacity(input, context).resources);
  if (!data) throw new Error('nothing to solve');
  const model = buildModel(data);
  moneyCosts(model).forEach((cost, column) => (model.builder.cost[column] = cost));
  const programme = { ...model.builder.pack(), integer: undefined };
  const start = processorTime();
  const session = solver.open(programme);
  const { status } = session.solve();
  session.dispose();
  if (status !== 'optimal') throw new Error(status);
  return seconds(start);
}

async function planned(shape: Shape, solver: LpSolver): Promise<string> {
  const input = generateInput(shape);
  const steps: string[] = [];
  const start = processorTime();
  const context = makeContext(input);
  const { demand } = planDemand(input, context, NO_SIGNALS);
  const { resources } = resourceCapacity(input, context);
  const result = await balanceSupply(input, context, demand, resources, {
    solver,
    onProgress: ({ stage, detail }) => {
      const step = `${detail?.step ?? stage}${detail?.objective ? ` ${Number(detail.objective).toFixed(0)}/${Number(detail.bound).toFixed(0)}` : ''}@${seconds(start).toFixed(1)}`;
      if (process.env.STEPS) steps.push(step);
    },
  });
  const took = seconds(start);
  const { balance } = result;
  if (!balance) throw new Error(result.issues.map((issue) => issue.code).join());
  const shape3 = `${shape.products}x${shape.resources}x${shape.weeks}`;
  const facts = `cost ${balance.totalCost.toFixed(0)} gap ${(100 * balance.gap).toFixed(3)} % certificate ${balance.certificate.largestViolation.toExponential(1)} short ${result.shortages.length}`;
  return `${shape3} ${shape.objective} ${took.toFixed(2)} s ${facts} ${steps.join(' ')}`;
}

const SIZES = [
  { products: 20, resources: 5, weeks: 52 },
  { products: 100, resources: 10, weeks: 52 },
  { products: 500, resources: 20, weeks: 52 },
];
const LOT_SIZES = [
  { products: 5, resources: 3, weeks: 26 },
  { products: 20, resources: 5, weeks: 26 },
];

/** Measures the balance against the bare solve of the same run: `bench/balance.ts [lp|mip] [largest size index]`. */
async function main(): Promise<void> {
  const [what = 'lp', upTo = '2'] = process.argv.slice(2);
  const solver = await createHighsSolver();
  const write = (line: string): void => void process.stdout.write(`${line}\n`);
  if (what === 'mip') {
    for (const size of LOT_SIZES.slice(0, Number(upTo) + 1)) {
      write(await planned({ ...size, seed: 7, lots: true, objective: 'Max profit', slack: 1.05 }, solver));
    }
    return;
  }
  for (const size of SIZES.slice(0, Number(upTo) + 1)) {
    for (const slack of [1.1, 0.8]) {
      const shape = { ...size, seed: 7, slack };
      write(`bare ${bareSolve(shape, solver).toFixed(2)} s (slack ${slack})`);
      for (const objective of ['Max profit', 'Min cost', 'Service first'] satisfies Settings['objective'][]) {
        write(await planned({ ...shape, objective }, solver));
      }
    }
  }
}

void main();
