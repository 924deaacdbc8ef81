import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildModel } from '../../../src/planning/balance/buildModel';
import { moneyCosts } from '../../../src/planning/balance/objective';
import { readBalanceData } from '../../../src/planning/balance/readData';
import { resourceCapacity } from '../../../src/planning/capacity/resources';
import { planDemand } from '../../../src/planning/demand/demand';
import type { PlanInput } from '../../../src/planning/input';
import { makeContext } from '../../../src/planning/time/context';
import { generateInput, type Shape } from '../../support/generateInput';
import { balanceInput } from '../../support/planTables';
import { writeMps } from '../../support/writeMps';

const hasGlpk = spawnSync('glpsol', ['--version']).status === 0;

/** The whole model in money, shipments and all, as GLPK solves it. */
function optimumByGlpk(input: PlanInput): number {
  const context = makeContext(input);
  const none = { forecasts: [], pipelineUnits: new Map(), targetUnits: new Map() };
  const { demand } = planDemand(input, context, none);
  const { data } = readBalanceData(input, context, demand, resourceCapacity(input, context).resources);
  if (!data) throw new Error('nothing to solve');
  const model = buildModel(data);
  moneyCosts(model).forEach((cost, column) => (model.builder.cost[column] = cost));
  const folder = mkdtempSync(join(tmpdir(), 'cadenza-glpk-'));
  const [file, answer] = [join(folder, 'model.mps'), join(folder, 'answer.txt')];
  writeFileSync(file, writeMps(model.builder.pack()));
  spawnSync('glpsol', ['--freemps', file, '--tmlim', '20', '--mipgap', '0', '--write', answer]);
  // The s line of GLPK's answer: kind, rows, columns, status (of an LP two), objective.
  const line = readFileSync(answer, 'utf8')
    .split('\n')
    .find((own) => own.startsWith('s '));
  rmSync(folder, { recursive: true });
  const words = line?.split(' ') ?? [];
  const status = words.slice(4, -1);
  if (!status.every((own) => own === 'f' || own === 'o')) throw new Error(`GLPK: ${line ?? 'no answer'}`);
  return Number(words[words.length - 1]);
}

const SHAPES: readonly Shape[] = [
  { products: 3, resources: 2, weeks: 6, seed: 11, slack: 0.6 },
  { products: 8, resources: 3, weeks: 12, seed: 12, slack: 0.9 },
  { products: 12, resources: 4, weeks: 16, seed: 13, slack: 1.1 },
  { products: 2, resources: 1, weeks: 3, seed: 14, slack: 0.8, lots: true },
  { products: 2, resources: 2, weeks: 3, seed: 15, slack: 1.2, lots: true },
];

(hasGlpk ? describe : describe.skip)('a second solver', () => {
  it.each(SHAPES)('finds no better plan: $products products, $weeks weeks, seed $seed', async (shape) => {
    const input = generateInput({ ...shape, objective: 'Max profit' });
    const { balance } = await balanceInput(input);
    const optimum = -optimumByGlpk(input);
    expect(Math.abs((balance?.profit ?? NaN) - optimum)).toBeLessThan(0.01 + 1e-6 * Math.abs(optimum));
  });
});
