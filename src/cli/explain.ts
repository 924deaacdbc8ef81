import type { Explanation } from '../app/explain/explanation';
import { explainCell } from '../app/explain/explainCell';
import type { PlanMemory } from '../app/explain/scene';
import { systemClock } from '../app/clock';
import { planWorkbook } from '../app/planWorkbook';
import { recallPlan } from '../app/recallPlan';
import type { Language } from '../i18n/translate';
import { translate } from '../i18n/translate';
import type { CellRef } from '../planning/issue';
import type { Day } from '../planning/units';
import { createDirectPlanner } from '../worker/directPlanner';
import type { ExplainArguments } from './arguments';
import type { OpenWorkbook } from './workbookFile';
import { openWorkbookFile } from './workbookFile';

/**
 * `cadenza explain`: 0 when the cell was explained, 2 when there is nothing to explain there or the input cannot be planned. Nothing is written to
 * any file.
 */
export async function runExplain(args: ExplainArguments, spoken: Language): Promise<number> {
  const today = args.today ?? systemClock().today;
  const file = await openWorkbookFile(args.file, { ...args, today });
  try {
    const memory = await planInMemory(file, args, today);
    if (!memory) {
      console.error(translate(spoken, 'cli.blocked'));
      return 2;
    }
    const language = args.language ?? memory.plan.settings.language;
    const cell = withSheetAsSpelt(file, args.cell);
    const outcome = cell ? await explainCell(cell, memory, language) : undefined;
    if (outcome?.status !== 'explained') {
      const key = outcome ? (`pane.explain.${outcome.status}` as const) : 'cli.no-sheet';
      console.error(translate(language, key, { sheet: args.cell.sheet }));
      return 2;
    }
    if (args.json) console.log(JSON.stringify({ schema: 'cadenza.explanation/1', ...outcome.explanation }, null, 1));
    else printExplanation(outcome.explanation);
    return 0;
  } finally {
    file.close();
  }
}

/** The plan behind the sheet: made again where it stands in the file already, else planned and written in memory only. */
async function planInMemory(file: OpenWorkbook, args: ExplainArguments, today: Day): Promise<PlanMemory | undefined> {
  const options = { planner: createDirectPlanner(), today };
  if (withSheetAsSpelt(file, args.cell)) return recallPlan(options);
  const outcome = await planWorkbook({ ...options, at: today, by: 'cadenza' });
  return outcome.status === 'planned' ? outcome.memory : undefined;
}

function withSheetAsSpelt(file: OpenWorkbook, cell: CellRef): CellRef | undefined {
  const wanted = cell.sheet.toLowerCase();
  const sheet = file.embedded.workbook.sheets.find((own) => own.name.toLowerCase() === wanted);
  return sheet && { ...cell, sheet: sheet.name };
}

function printExplanation({ place, title, value, what, notes, parts }: Explanation): void {
  console.log(`${place}  ${title}${value === undefined ? '' : ` = ${value}`}`);
  for (const line of [what, ...notes]) console.log(`  ${line}`);
  for (const { heading, lines } of parts) {
    console.log(`\n${heading}`);
    for (const line of lines) {
      const amount = line.amount === undefined ? '' : `: ${line.amount}`;
      console.log(`  ${line.text}${amount}${line.place === undefined ? '' : `  [${line.place}]`}`);
    }
  }
}
