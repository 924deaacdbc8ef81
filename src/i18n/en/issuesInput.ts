/** What reading a workbook says: what is missing, what could not be read and what stands in for it, and what to do. */
export const issuesInput = {
  // Finding the tables
  'issue.table-missing':
    'The workbook has no {table}. Add a sheet named {table} (Insert template makes one), or map one of your sheets to it in the pane.',
  'issue.table-missing-nearest':
    'The workbook has no {table}. This sheet comes nearest, but lacks {columns}: add what is missing, or map its columns in the pane.',
  'issue.table-empty': '{table} holds no row that can be used. Fill it in: there is no plan without it.',
  'issue.table-several':
    'There is more than one table that could be {table}: this one is read, {others} is not. If that is wrong, choose the right one in the pane.',
  'issue.table-doubtful':
    'By its headings this could be {table} or {otherTable}: it is read as {table}. Name the sheet or the table to settle it.',
  'issue.table-by-headings': 'Read as {table}, by its headings.',
  'issue.mapping-stale':
    'The sheet or table once chosen for {table} is no longer there. It was looked for anew: check the choice in the pane.',
  'issue.mapping-column-stale':
    'The heading once chosen for the column {column} of {table} is no longer there. Check the choice in the pane.',
  'issue.column-missing':
    '{table} has no column {column}. Add it, rename yours, or map it in the pane: there is no plan without it.',
  'issue.headings-missing':
    'Read as {table} by its name, but no row names any of its columns. Put the headings {columns} above the rows, or map yours in the pane: there is no plan without them.',
  'issue.column-repeated':
    'The column "{heading}" stands for {column} a second time and is not read. Rename or remove one of the two.',
  'issue.columns-unread':
    '{count, plural, one {The column {headings} is} other {The columns {headings} are}} not part of {table} and not read. If one should be, map it in the pane.',
  'issue.header-not-first': 'The headings of {table} were found in row {row}; what is above is not read.',
  // Rows
  'issue.rows-blank': '{count, plural, one {A blank row} other {# blank rows}} inside the list skipped.',
  'issue.rows-total': '{count, plural, one {A total or subtotal row} other {# total or subtotal rows}} skipped.',
  'issue.rows-title': '{count, plural, one {A title row} other {# title rows}} inside the list skipped.',
  'issue.rows-header-repeated': '{count, plural, one {A repeated header row} other {# repeated header rows}} skipped.',
  'issue.rows-unlabelled':
    '{count, plural, one {A row} other {# rows}} with numbers but without names left out, as subtotals would be. If {count, plural, one {it is a record} other {they are records}}, fill in the names.',
  'issue.rows-hidden':
    '{count, plural, one {A hidden row is} other {# hidden rows are}} read like the others. Delete what should not count.',
  'issue.duplicate-row': '"{name}" is already in row {first}, which counts; this row is left out. Keep one of the two.',
  'issue.more-issues': '{count, plural, one {One more problem} other {# more problems}} of the same kind.',
  // Cells
  'issue.cell-required': '{column} is blank.',
  'issue.cell-error': '{column} holds the error {value}. Correct the formula or type the value.',
  'issue.not-a-number': '{column} should be a number, but "{value}" is none.',
  'issue.not-whole': '{column} should be a whole number, not {value, number}.',
  'issue.not-a-year': '{column} should be a year such as 2027, not {value, number}. Perhaps two columns are exchanged.',
  'issue.negative-value': '{column} cannot be negative, but is {value, number}.',
  'issue.too-small': '{column} is {value, number}, less than the {minimum, number} it must at least be.',
  'issue.too-large': '{column} is {value, number}, more than the {maximum, number} it may at most be.',
  'issue.not-a-fraction': '{column} is {value, number, ::percent .##}, but must lie between 0 % and 100 %.',
  'issue.not-a-date': '{column} should be a date, but "{value}" is none.',
  'issue.date-impossible': '{column}: there is no such day as "{value}".',
  'issue.date-out-of-range': '{column}: "{value}" is not a date between 1950 and 2199.',
  'issue.not-a-choice': '{column}: "{value}" is none of {choices}.',
  'issue.driver-unknown':
    '{column}: "{value}" is none of Fixed, Target, Entries: and a stage, or Production: and a family.',
  'issue.driver-without-name': '{column}: "{value}" lacks the stage or family after the colon.',
  'issue.not-a-weekday': '{column}: "{value}" is no day of the week.',
  'issue.not-weekdays': '{column}: "{value}" are no days of the week. Write them as Mon-Fri or Mon, Tue, Thu.',
  'issue.not-a-currency': '{column}: "{value}" is no currency code. Write EUR, USD, GBP …',
  'issue.outcome.stops': 'Correct it: the plan waits for it.',
  'issue.outcome.row': 'The row is left out until it is corrected.',
  'issue.outcome.default': 'Until it is corrected, the default is used: {fallback}.',
  'issue.outcome.setting': 'Until it is corrected, the default is used.',
  'issue.outcome.blank': 'Until it is corrected, it counts as blank.',
  // How a column is read
  'issue.number-as-text':
    '{column}: {count, plural, one {a number is} other {# numbers are}} kept as text; "{text}" is read as {value, number, ::.######}.',
  'issue.percent-as-text':
    '{column}: {count, plural, one {a percentage is} other {# percentages are}} kept as text; "{text}" is read as {value, number, ::percent .####}.',
  'issue.number-ambiguous':
    '{column}: "{text}" could be thousands or decimals{count, plural, one {} other { (and # cells like it)}}; it is read as {value, number, ::.######}. If that is wrong, type it as a number.',
  'issue.percent-points':
    '{column}: values above 1 are read as points of percent, {text, number} as {percent, number} %. If that is wrong, format the column as percent.',
  'issue.date-as-text':
    '{column}: {count, plural, one {a date is} other {# dates are}} kept as text; "{text}" is read as {date}.',
  'issue.date-ambiguous':
    '{column}: nothing says whether "{text}" begins with the day or the month{count, plural, one {} other { (# cells)}}; it is read as {date}, in the workbook\'s regional order. If that is wrong, type real dates.',
  // Records
  'issue.close-before-created':
    'Opportunity "{opportunity}" closes before it was created. Its creation date is not used: correct one of the two.',
  'issue.dates-reversed': '"{name}" ends before it begins. Correct one of the two dates: the plan waits for it.',
  'issue.capacity-blank':
    '"{resource}" has neither Regular nor Heads and Hours per head: its capacity is unknown. Fill in one or the other (0 if it has none).',

  // References between tables
  'issue.team-unknown':
    'The team "{name}"{count, plural, one {} other { (# rows)}} is neither in Targets nor in Capacity.{suggests, select, yes { Did you mean "{suggestion}"?} other {}} Correct it, or add the team.',
  'issue.family-unknown':
    'The family "{name}"{count, plural, one {} other { (# rows)}} is not in Families.{suggests, select, yes { Did you mean "{suggestion}"?} other {}} Correct it, or add the family with its prices and stocks.',
  'issue.stage-not-listed':
    'The stage "{name}"{count, plural, one {} other { (# rows)}} is not in Stages.{suggests, select, yes { Did you mean "{suggestion}"?} other {}} Correct it, or add the stage with its win rate.',
  'issue.objective-unknown':
    'The objective "{name}"{count, plural, one {} other { (# rows)}} is not in Targets.{suggests, select, yes { Did you mean "{suggestion}"?} other {}} Correct it, or add the objective.',
  'issue.ramp-unknown':
    'There is no profile "{name}" in Profiles.{suggests, select, yes { Did you mean "{suggestion}"?} other {}} Until it is corrected, the ramp counts as blank: fully productive at once.',
  'issue.holiday-for-unknown':
    '"{name}"{count, plural, one {} other { (# rows)}} is neither a team nor a resource: the closure holds for nobody.{suggests, select, yes { Did you mean "{suggestion}"?} other {}} Correct it, or leave it blank for everyone.',
  // Settings and defaults
  'issue.setting-unknown':
    'There is no setting "{name}".{suggests, select, yes { Did you mean "{suggestion}"?} other {}} The row is not read.',
  'issue.plan-start-far':
    'Plan start is {date}, more than two years {side, select, before {before} other {after}} today. Correct it, unless it is meant.',
  'issue.default-plan-start':
    'No Plan start in Settings: the plan starts with the next {bucket, select, Month {month} other {week}}, on {date}.',
  'issue.default-horizon':
    'No Horizon in Settings: the plan covers {count, plural, other {# {bucket, select, Month {months} other {weeks}}}}.',
  'issue.default-country':
    'No Country in Settings: the public holidays are those of {country, select, IT {Italy} US {the United States} GB {the United Kingdom} DE {Germany} FR {France} ES {Spain} other {no country}}.',
  'issue.default-routings':
    'There is no Routings table: what a unit takes of each resource is unknown, so production is not held against capacity.',
  'issue.default-demand':
    'There is no demand history: demand comes from Overrides and Orders, failing these from pipeline and targets, spread by working days.',
  'issue.default-holidays': 'There is no Holidays table: only the public holidays of the country are closed days.',
} as const;
