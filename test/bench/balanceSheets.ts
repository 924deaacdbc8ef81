import { planWorkbook } from '../../src/app/planWorkbook';
import { explainCell } from '../../src/app/explain/explainCell';
import { EmbeddedWorkbook } from '../../src/host/bridge/embedded';
import { startOfficeInNode } from '../../src/host/client/node';
import { makePlan } from '../../src/planning/plan';
import type { Plan } from '../../src/planning/result';
import { createHighsSolver } from '../../src/worker/highs';
import { generateInput } from '../support/generateInput';
import { shortWorkbook } from '../support/shortWorkbook';

/** Writing and explaining a plan of 100 products, 10 resources and 52 weeks in the embedded workbook: CPU seconds, syncs, regions. */
async function main(): Promise<void> {
  const seconds = async <T>(work: () => Promise<T>): Promise<readonly [T, number]> => {
    const before = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(before);
    return [result, (user + system) / 1e6];
  };
  const input = generateInput({ products: 100, resources: 10, weeks: 52, seed: 7, slack: 0.75 });
  const solver = await createHighsSolver();
  const [plan, planSeconds] = await seconds(() => makePlan(input, { solver, onProgress: () => undefined }));
  const embedded = new EmbeddedWorkbook(shortWorkbook());
  const office = await startOfficeInNode(embedded);
  const planner = { plan: (): Promise<Plan> => Promise.resolve(plan) };
  const run = () => planWorkbook({ planner, today: input.settings.today, at: 0, by: 'bench' });
  const [outcome, writeSeconds] = await seconds(run);
  const [, againSeconds] = await seconds(run);
  if (outcome.status === 'blocked') throw new Error('blocked');
  const memory = { ...outcome.memory, input };
  console.log(
    `plan ${planSeconds.toFixed(2)} s; write ${writeSeconds.toFixed(2)} s, again ${againSeconds.toFixed(2)} s CPU`,
  );
  console.log(
    `syncs ${outcome.stats.syncs}, cells ${outcome.stats.cellsWritten}, largest request ${outcome.stats.requestBytesMax}`,
  );
  for (const { key, name, formats, validations, conditionalFormats, rows } of memory.specs)
    if (['balance', 'capacityLoad', 'demandPlan', 'shortages'].includes(key))
      console.log(
        `${name}: ${rows.length} rows, ${formats.length} formats, ${validations.length} validations, ${conditionalFormats.length} rules`,
      );
  const spec = memory.specs.find((own) => own.key === 'balance')!;
  const shortage = plan.shortages[0];
  let worst = 0;
  for (const { range, subject } of spec.subjects ?? []) {
    if (subject.kind !== 'row' || !['lost', 'stock', 'made', 'load', 'backlog'].includes(subject.row)) continue;
    if (range.row % 40 !== 0 && subject.name !== shortage?.family) continue;
    const cell = { sheet: spec.name, row: range.row, column: 5 + (shortage?.bucket ?? 20) };
    const [, own] = await seconds(() => explainCell(cell, memory, 'en'));
    worst = Math.max(worst, own);
  }
  console.log(`explaining one cell, worst: ${worst.toFixed(3)} s CPU; shortages ${plan.shortages.length}`);
  office.stop();
}

void main();
