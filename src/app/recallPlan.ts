import type { Planner, PlanTools } from '../planning/tools';
import type { Plan } from '../planning/result';
import { buildOutputs } from '../sheets/outputs/outputs';
import type { CheckOptions } from './checkWorkbook';
import { checkWorkbook } from './checkWorkbook';
import type { PlanMemory } from './explain/scene';
import { languageOfSheets, resolveOutputNames } from './outputNames';

/**
 * Use case "recall": makes the plan of a workbook again, to explain sheets that an earlier run wrote; planning is deterministic, so the same input
 * gives the same plan. Writes nothing.
 *
 * @returns Undefined when the input cannot be planned any more.
 * @throws ExcelFailure when Excel refuses, or the signal's reason when cancelled.
 */
export async function recallPlan(
  options: CheckOptions & { readonly planner: Planner } & Partial<Pick<PlanTools, 'onProgress' | 'signal'>>,
): Promise<PlanMemory | undefined> {
  const { parsed, reading, plannable } = await checkWorkbook(options);
  if (!plannable) return undefined;
  const { onProgress = () => undefined, signal } = options;
  const planned = await options.planner.plan(parsed.input, { onProgress, signal });
  const plan: Plan = { ...planned, issues: [...parsed.issues, ...planned.issues] };
  const language = languageOfSheets(reading.owned) ?? parsed.input.settings.language;
  const names = resolveOutputNames(language, reading.sheetNames, reading.owned);
  const run = { at: 0, by: '', fingerprint: '' };
  return {
    input: parsed.input,
    plan,
    specs: buildOutputs(plan, { language, names, run, earlier: reading.owned.map((sheet) => sheet.key) }),
    recalled: true,
  };
}
