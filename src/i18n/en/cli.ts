export const cli = {
  'cli.help': `Cadenza plans a company''s operations from the sheets of a workbook.

  cadenza plan IN.xlsx [--out OUT.xlsx] [--json PLAN.json] [--lang it|en] [--locale TAG] [--today YYYY-MM-DD] [--by NAME] [--timings]
      Reads targets, pipeline and capacity, writes the plan into a copy of the workbook
      (IN.plan.xlsx beside it, unless --out says where), and the plan as JSON.
      The same input gives the same files; --timings puts measured times into the JSON.
      The log names the account that runs it, or --by NAME.
      --locale (it-IT, en-GB …) says how dates and numbers kept as text are read; otherwise
      the Country in Settings does, else the language.
  cadenza check IN.xlsx [--json] [--lang it|en] [--locale TAG] [--today YYYY-MM-DD]
      Says what was found in the workbook and what is wrong with it, cell by cell.
  cadenza explain IN.xlsx "Balance!F12" [--json] [--lang it|en] [--today YYYY-MM-DD]
      Says why a cell of the plan is as it is: the inputs behind it, why it is short, what one more
      unit is worth and what would help. Writes nothing.
  cadenza forecast IN.csv --horizon H [--season M] [--level L] [--lang it|en] --out OUT.csv
      Forecasts every series of a long table with the columns series, date, value.

Ends with 0 when all went well, 2 when the input cannot be planned (nothing is written then), 1 when something else failed.`,
  'cli.unknown-command': `Unknown command "{command}". Try cadenza --help.`,
  'cli.bad-arguments': '{message}. Try cadenza --help.',
  'cli.no-sheet': 'There is no sheet {sheet}.',
  'cli.no-file': 'There is no file {file}. Check the name and the folder.',
  'cli.bad-day': `"{text}" is not a date. Write it as 2026-11-25.`,
  'cli.bad-locale': `"{text}" is not a locale. Write it as it-IT or en-GB.`,
  'cli.bad-language': `"{text}" is not a language Cadenza speaks. Use it or en.`,
  'cli.damaged':
    '{file} is damaged and cannot be read. Open it in Excel, let Excel repair it, save it and try again. (Technical detail: {detail}.)',
  'cli.encrypted':
    '{file} is protected by a password. Open it in Excel, remove the password (File, Info, Protect Workbook) and try again.',
  'cli.not-a-workbook':
    '{file} is not an Excel workbook, whatever its name says. Open what it is in Excel, save it as "Excel Workbook (.xlsx)" and try again.',
  'cli.old-workbook':
    '{file} is in the format of Excel 97–2003 (.xls). Open it in Excel, save it as "Excel Workbook (.xlsx)" and try again.',
  'cli.phase.reading': 'Reading the workbook',
  'cli.phase.planning': 'Planning',
  'cli.phase.writing': 'Writing the sheets',
  'cli.stopping': 'Stopping: the best plan so far is being finished. Ctrl+C again gives up.',
  'cli.cancelled': 'Cancelled. Nothing was written.',
  'cli.found': 'Found',
  'cli.found-table': '{rows, plural, one {# row} other {# rows}}',
  'cli.blocked': 'The workbook cannot be planned yet; nothing was written. What to put right first:',
  'cli.issues': 'Worth a look',
  'cli.more-issues': '… and {count, plural, one {# more} other {# more}} on the sheet {sheet}',
  'cli.more-issues-check': '… and {count, plural, one {# more} other {# more}} (use --json to see them all)',
  'cli.locale': 'Dates and numbers kept as text are read as in {locale}; --locale says otherwise.',
  'cli.no-issues': 'Nothing to put right.',
  'cli.severity.error': 'error',
  'cli.severity.warning': 'warning',
  'cli.severity.info': 'note',
  'cli.horizon': 'Plan from {start} to {end}, {count} buckets',
  'cli.sales':
    'Sales target of {year} {target}; won {won}; weighted pipeline {weighted}{chance, select, none {} other {; chance of target {chance}}}',
  'cli.balance': 'Balance {status}: served {served} of demand, cost {cost}, profit {profit}',
  'cli.status.optimal': 'proven optimal',
  'cli.status.feasible': 'feasible, within {gap} of the best possible',
  'cli.status.infeasible': 'without a solution',
  'cli.shortage': '{family}, {bucket}: {quantity} units {kind, select, lost {lost} other {late}}, {money}',
  'cli.shortages': 'Largest shortages',
  'cli.no-shortages': 'Nothing is short.',
  'cli.activities':
    '{activities, plural, one {# activity row} other {# activity rows}}, {milestones, plural, one {# milestone} other {# milestones}}',
  'cli.written': 'Written {file}: {sheets}',
  'cli.written-json': 'Written {file}',
  'cli.loss': 'Not kept in the copy: {what}',
  'cli.transfer': '{syncs} round trips, {read} cells read, {written} cells written, {seconds} s',
  'cli.failed': 'Something went wrong that should not have: {message}',
} as const;
