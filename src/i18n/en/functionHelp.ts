/** The help pages of the custom functions. */
export const functionHelp = {
  'function.help.title': 'Cadenza functions',
  'function.help.intro':
    'Functions take ranges as rows or columns, and give ranges that spill. Optional arguments can be left out. What is wrong is said in words in the cell.',
  'function.help.writing': 'How it is written',
  'function.help.arguments': 'Arguments',
  'function.help.optional': 'optional',
  'function.help.gives': 'What it gives',
  'function.help.cells': 'Blanks, text and errors',
  'function.help.example': 'Example',
  'function.help.all': 'All functions',
  'function.help.cells.series':
    'Blank cells around the numbers fall away, and so does text before the first number (a heading). Blanks, text, TRUE and FALSE, and errors between numbers are missing values: they are filled in between their neighbours, or from one season before and after. Text and errors after the last number are missing values too; the forecast begins after them. A block is read row by row.',
  'function.help.cells.table':
    'First columns of text are labels; the last of them names the series, those before it name groups. A line without numbers, and a first line of dates, is a heading and gets an empty answer. A column is one period: columns at the end in which no series has a number fall away; blanks, text and errors elsewhere are missing values.',
  'function.help.cells.values':
    'Every argument is one value; an error in one is the result. A blank cell counts as 0 (as not given, where the argument is optional).',
  'function.help.cells.dates':
    'Blanks, text and errors in the list of holidays are passed over; an error in another argument is the result. Dates follow the workbook’s date system (1900 or 1904).',
  'function.help.cells.deals':
    'The two ranges must have the same number of cells. A row with a blank, text or an error in either of them is no deal and is passed over.',
  'function.help.cells.amounts': 'Blanks, text and errors among the amounts are passed over.',
  'function.help.cells.months': 'Where the months hold a blank, text or an error the answer is blank.',
  'function.help.FORECAST.gives':
    'One forecast for each value of the horizon; with a level three columns (or rows): forecast, lower and upper bound. A history without negative values gets no negative forecast.',
  'function.help.FORECAST.MODEL.gives':
    'Lines of a name and a value: the model, the season (1 for none), how many values were used, whether demand is intermittent, then each model of the combination with its weight and, with drivers, what one unit of each does.',
  'function.help.FORECAST.ACCURACY.gives':
    'MASE, RMSSE, sMAPE, wMAPE, bias (above 0: forecasts too high), coverage and score of the 95% interval, and by how much of its error the forecast is better than the naive one; the naive forecast’s measures stand beside them. #N/A when the history is too short to be tested.',
  'function.help.FORECAST.BACKTEST.gives':
    'A line for each forecast that would have been made: the cell of the history last known (counted from 1), the step ahead, the cell forecast, its actual value, forecast, error, naive forecast and naive error. The mean absolute error over the mean absolute step of one season in the history is the MASE of FORECAST.ACCURACY.',
  'function.help.FORECAST.MANY.gives':
    'A line for each line of the table: its labels, then the forecasts and, with a level, the lower and then the upper bounds. With a reconciliation, lines for the total and for each group follow, and every total is the sum of its series.',
  'function.help.SEASONALITY.gives': 'One index for each period of the season, that of the first value first.',
  'function.help.OUTLIERS.gives':
    'A heading, then a line for each value that does not fit: its cell in the range (counted from 1), the value, what was expected, and the bounds that it crossed. The history is never changed.',
  'function.help.SAFETYSTOCK.gives': 'Units of stock.',
  'function.help.REORDERPOINT.gives': 'Units of stock.',
  'function.help.FILLRATE.gives': 'A share from 0 to 1.',
  'function.help.PHASE.gives':
    'A line a month: its first day and its part of the total. The parts add up to the total exactly.',
  'function.help.WORKDAYS.gives': 'A number of days, negative when the end lies before the start.',
  'function.help.FISCALWEEK.gives': 'Text: the fiscal year and the week in it.',
  'function.help.ISOWEEK.gives': 'Text: the year that the week belongs to, and the week.',
  'function.help.WEIGHTED.gives': 'An amount of money.',
  'function.help.CHANCE.gives': 'A probability from 0 to 1, exact for few deals; each is won or lost on its own.',
  'function.help.COVERAGE.gives': 'A ratio: 3 is three times what is left to win. #N/A when nothing is left.',
  'function.help.RAMP.gives': 'A share from 0 to 1 for each month, laid out like the months.',
};
