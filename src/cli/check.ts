import { checkWorkbook } from '../app/checkWorkbook';
import { systemClock } from '../app/clock';
import { checkView, issueView } from '../app/views';
import type { Language } from '../i18n/translate';
import { translate } from '../i18n/translate';
import type { WorkbookArguments } from './arguments';
import { printIssues, printLocale } from './print';
import { openWorkbookFile } from './workbookFile';

/** `cadenza check`: 0 when the workbook can be planned, 2 when it cannot. Writes nothing. */
export async function runCheck(args: WorkbookArguments, spoken: Language): Promise<number> {
  const today = args.today ?? systemClock().today;
  const file = await openWorkbookFile(args.file, { ...args, today });
  try {
    const result = await checkWorkbook({ today, language: args.language });
    const language = args.language ?? result.parsed.input.settings.language ?? spoken;
    const view = checkView(result, language);
    if (args.json !== undefined) {
      const tables = view.tables.flatMap(({ kind, found }) => (found ? [{ kind, ...found }] : []));
      const issues = result.issues.map((issue) => {
        const { message, address } = issueView(issue, language);
        const { code, severity } = issue;
        return { code, severity, sheet: issue.cell?.sheet ?? issue.sheet ?? null, cell: address ?? null, message };
      });
      console.log(JSON.stringify({ schema: 'cadenza.check/1', plannable: view.plannable, tables, issues }, null, 1));
    } else {
      console.log(`${translate(language, 'cli.found')}:`);
      for (const { label, found } of view.tables)
        if (found)
          console.log(`  ${label}: ${found.sheet}, ${translate(language, 'cli.found-table', { rows: found.rows })}`);
      printIssues(view.issues, language, console.log, Infinity);
      printLocale(result.issues, file.locale, language, console.log);
    }
    return view.plannable ? 0 : 2;
  } finally {
    file.close();
  }
}
