export const functions = {
  'issue.forecast-no-history': 'Demand has no whole period before the plan starts, so nothing can be forecast from it.',
  'issue.forecast-family-without-history':
    '{family} has no demand in a whole period before the plan starts; it gets no statistical forecast.',
  'issue.forecast-no-values': 'The history holds no number, so the forecast is zero.',
  'issue.forecast-before-launch':
    '{count, plural, one {# zero period} other {# zero periods}} before the first demand {count, plural, one {is} other {are}} left out: demand has come regularly since.',
  'issue.forecast-rows-after-start':
    '{count, plural, one {# demand row is} other {# demand rows are}} dated on or after the plan start and {count, plural, one {was} other {were}} not used as history.',
  'issue.forecast-last-period-left-out':
    'The last period of demand (from {start}) is not complete and was left out of the history.',
  'issue.forecast-first-period-left-out':
    'The first period of demand (from {start}) is not complete and was left out of the history.',
  'issue.forecast-gaps-as-zero':
    '{family}: {count, plural, one {# period} other {# periods}} without demand rows {count, plural, one {counts} other {count}} as zero.',
  'issue.forecast-outliers':
    '{family}: {count, plural, one {# period does} other {# periods do}} not fit the others ({dates}); used as they are, check them.',
  'issue.forecast-intermittent':
    '{family}: demand comes now and then; it is forecast as a mean rate, with methods made for that.',
  'issue.forecast-short-history':
    '{family}: only {count, plural, one {# period} other {# periods}} of history; the forecast is little more than the last values.',
  'issue.forecast-no-yearly-season':
    '{family}: {count, number} {grain, select, Week {weeks} other {months}} of history are less than two years, so the forecast has no season of the year; it follows level and trend.',
  'issue.forecast-reconciled':
    'Forecast together with its {dimensions} ({count, plural, one {# series} other {# series}}) and reconciled with them: the parts add up. Accuracy is that of the family’s own forecast.',
  'issue.forecast-per-working-day':
    '{family}: forecast per working day, which the past confirms; weeks and months with holidays get less.',
  'issue.forecast-negative-history':
    '{family}: history holds negative demand (returns?), so the forecast may be negative too.',
  'issue.forecast-stale-history':
    '{family}: history ends on {date}, well before the plan starts; the interval is wide for that reason.',
  'function.FORECAST.description':
    'Forecasts a series by a tested combination of models, with an interval when a level is given.',
  'function.FORECAST.param.history':
    'Past values, oldest first, in a row or a column; blanks, text and errors inside count as missing.',
  'function.FORECAST.param.horizon': 'How many values to forecast, 1 to 1000.',
  'function.FORECAST.param.season':
    'Values in a season: 12 for months, 4 for quarters, 52 for weeks, 1 for none; found from the data when omitted.',
  'function.FORECAST.param.model':
    'Automatic (default), Naive, Seasonal naive, Drift, Mean, SES, Holt, Damped, Holt-Winters, ETS, Theta, Dynamic theta, ARIMA, Croston, SBA, TSB, ADIDA or IMAPA.',
  'function.FORECAST.param.level':
    'Level of the interval, such as 0.8 or 95%; when given, the lower and upper bounds come beside the forecast.',
  'function.FORECAST.param.dates':
    'Dates of the past values: they are put in order, values of one period summed, missing periods filled in.',
  'function.FORECAST.param.drivers':
    'What moves the series, a column (or row) each, as long as the history and the horizon together.',
  'function.FORECAST.MODEL.description':
    'Says which models a forecast is made of, with their weights and the season found.',
  'function.FORECAST.MODEL.param.history':
    'Past values, oldest first, in a row or a column; blanks, text and errors inside count as missing.',
  'function.FORECAST.MODEL.param.season':
    'Values in a season: 12 for months, 4 for quarters, 52 for weeks, 1 for none; found from the data when omitted.',
  'function.FORECAST.MODEL.param.model':
    'Automatic (default), Naive, Seasonal naive, Drift, Mean, SES, Holt, Damped, Holt-Winters, ETS, Theta, Dynamic theta, ARIMA, Croston, SBA, TSB, ADIDA or IMAPA.',
  'function.FORECAST.MODEL.param.dates':
    'Dates of the past values: they are put in order, values of one period summed, missing periods filled in.',
  'function.FORECAST.MODEL.param.drivers':
    'What moves the series, a column (or row) each, as long as the history and the horizon together.',
  'function.FORECAST.ACCURACY.description':
    'Measures how good forecasts of this series would have been, against the naive forecast.',
  'function.FORECAST.ACCURACY.param.history':
    'Past values, oldest first, in a row or a column; blanks, text and errors inside count as missing.',
  'function.FORECAST.ACCURACY.param.horizon': 'How many values ahead; one season by default, 6 without one.',
  'function.FORECAST.ACCURACY.param.season':
    'Values in a season: 12 for months, 4 for quarters, 52 for weeks, 1 for none; found from the data when omitted.',
  'function.FORECAST.ACCURACY.param.model':
    'Automatic (default), Naive, Seasonal naive, Drift, Mean, SES, Holt, Damped, Holt-Winters, ETS, Theta, Dynamic theta, ARIMA, Croston, SBA, TSB, ADIDA or IMAPA.',
  'function.FORECAST.ACCURACY.param.byStep': 'TRUE for the measures of each number of values ahead.',
  'function.FORECAST.BACKTEST.description':
    'Lists every forecast that would have been made in the past beside what came.',
  'function.FORECAST.BACKTEST.param.history':
    'Past values, oldest first, in a row or a column; blanks, text and errors inside count as missing.',
  'function.FORECAST.BACKTEST.param.horizon': 'How many values ahead; one season by default, 6 without one.',
  'function.FORECAST.BACKTEST.param.season':
    'Values in a season: 12 for months, 4 for quarters, 52 for weeks, 1 for none; found from the data when omitted.',
  'function.FORECAST.BACKTEST.param.model':
    'Automatic (default), Naive, Seasonal naive, Drift, Mean, SES, Holt, Damped, Holt-Winters, ETS, Theta, Dynamic theta, ARIMA, Croston, SBA, TSB, ADIDA or IMAPA.',
  'function.FORECAST.MANY.description': 'Forecasts a block of series in one call.',
  'function.FORECAST.MANY.param.table':
    'A block of series, one a row, oldest value first; first columns of text are kept as labels.',
  'function.FORECAST.MANY.param.horizon': 'How many values to forecast, 1 to 1000.',
  'function.FORECAST.MANY.param.season':
    'Values in a season: 12 for months, 4 for quarters, 52 for weeks, 1 for none; found from the data when omitted.',
  'function.FORECAST.MANY.param.model':
    'Automatic (default), Naive, Seasonal naive, Drift, Mean, SES, Holt, Damped, Holt-Winters, ETS, Theta, Dynamic theta, ARIMA, Croston, SBA, TSB, ADIDA or IMAPA.',
  'function.FORECAST.MANY.param.level':
    'Level of the interval; when given, lower and then upper bounds follow the forecasts.',
  'function.FORECAST.MANY.param.byColumns': 'TRUE when each column is a series.',
  'function.FORECAST.MANY.param.reconcile':
    'MinT, Bottom-up or Top-down: rows for the total and for the groups named in the first labels follow, and all add up.',
  'function.SEASONALITY.description': 'Seasonal indices of a series: mean 1 where all values are positive, else sum 0.',
  'function.SEASONALITY.param.history':
    'Past values, oldest first, in a row or a column; blanks, text and errors inside count as missing.',
  'function.SEASONALITY.param.season':
    'Values in a season: 12 for months, 4 for quarters, 52 for weeks, 1 for none; found from the data when omitted.',
  'function.SEASONALITY.param.dates':
    'Dates of the past values: they are put in order, values of one period summed, missing periods filled in.',
  'function.OUTLIERS.description': 'Lists the values of a series that do not fit their surroundings.',
  'function.OUTLIERS.param.history':
    'Past values, oldest first, in a row or a column; blanks, text and errors inside count as missing.',
  'function.OUTLIERS.param.season':
    'Values in a season: 12 for months, 4 for quarters, 52 for weeks, 1 for none; found from the data when omitted.',
  'function.OUTLIERS.param.sigmas': 'Standard deviations from what was expected; 4 by default.',
  'function.SAFETYSTOCK.description': 'Safety stock for a service level when demand and lead time vary.',
  'function.SAFETYSTOCK.param.service': 'Share of replenishment cycles without a stock-out, such as 0.95 or 95%.',
  'function.SAFETYSTOCK.param.demandSd': 'Standard deviation of the demand per period.',
  'function.SAFETYSTOCK.param.leadTime': 'Periods from order to delivery.',
  'function.SAFETYSTOCK.param.meanDemand': 'Mean demand per period; needed only where the lead time varies.',
  'function.SAFETYSTOCK.param.leadTimeSd': 'Standard deviation of the lead time in periods; 0 by default.',
  'function.SAFETYSTOCK.param.review': 'Periods between two reviews of the stock; 0 (always watched) by default.',
  'function.REORDERPOINT.description':
    'Stock at which to order for a service level: demand over the lead time plus safety stock.',
  'function.REORDERPOINT.param.service': 'Share of replenishment cycles without a stock-out, such as 0.95 or 95%.',
  'function.REORDERPOINT.param.meanDemand': 'Mean demand per period.',
  'function.REORDERPOINT.param.demandSd': 'Standard deviation of the demand per period.',
  'function.REORDERPOINT.param.leadTime': 'Periods from order to delivery.',
  'function.REORDERPOINT.param.leadTimeSd': 'Standard deviation of the lead time in periods; 0 by default.',
  'function.REORDERPOINT.param.review': 'Periods between two reviews of the stock; 0 (always watched) by default.',
  'function.FILLRATE.description': 'Share of the demand served from stock with a reorder point and a lot size.',
  'function.FILLRATE.param.reorderPoint': 'Stock at which an order is placed.',
  'function.FILLRATE.param.lot': 'Units ordered at a time.',
  'function.FILLRATE.param.meanDemand': 'Mean demand per period.',
  'function.FILLRATE.param.demandSd': 'Standard deviation of the demand per period.',
  'function.FILLRATE.param.leadTime': 'Periods from order to delivery.',
  'function.FILLRATE.param.leadTimeSd': 'Standard deviation of the lead time in periods; 0 by default.',
  'function.FILLRATE.param.review': 'Periods between two reviews of the stock; 0 (always watched) by default.',
  'function.PHASE.description':
    'Spreads a total over months by working days and a seasonal profile; the parts add up exactly.',
  'function.PHASE.param.total': 'What is to be spread.',
  'function.PHASE.param.start': 'First day.',
  'function.PHASE.param.end': 'Last day, included.',
  'function.PHASE.param.profile': 'Twelve weights, January first; without them only working days count.',
  'function.PHASE.param.holidays': 'Dates that are not worked, besides Saturdays and Sundays.',
  'function.WORKDAYS.description': 'Working days from one date to another, both included.',
  'function.WORKDAYS.param.start': 'First day.',
  'function.WORKDAYS.param.end': 'Last day, included.',
  'function.WORKDAYS.param.holidays': 'Dates that are not worked, besides Saturdays and Sundays.',
  'function.WORKDAYS.param.country': 'IT, US, GB, DE, FR or ES for its public holidays; none by default.',
  'function.FISCALWEEK.description': 'The fiscal week of a date, such as FY2026-W05.',
  'function.FISCALWEEK.param.date': 'A date.',
  'function.FISCALWEEK.param.startMonth': 'Month in which the fiscal year begins, 1 to 12; January by default.',
  'function.FISCALWEEK.param.pattern': 'Calendar (default), 4-4-5, 4-5-4 or 5-4-4.',
  'function.ISOWEEK.description': 'The ISO week of a date with its year, such as 2026-W49.',
  'function.ISOWEEK.param.date': 'A date.',
  'function.WEIGHTED.description': 'Weighted pipeline: the sum of amounts times probabilities.',
  'function.WEIGHTED.param.amounts': 'Amounts of the open deals.',
  'function.WEIGHTED.param.probabilities':
    'Their probabilities of being won, 0 to 1 or as percentages, in a range of the same size.',
  'function.CHANCE.description': 'Probability that the deals won together reach a target.',
  'function.CHANCE.param.amounts': 'Amounts of the open deals.',
  'function.CHANCE.param.probabilities':
    'Their probabilities of being won, 0 to 1 or as percentages, in a range of the same size.',
  'function.CHANCE.param.target': 'What is to be reached.',
  'function.COVERAGE.description': 'Pipeline coverage: open deals over what is left to win.',
  'function.COVERAGE.param.pipeline': 'Amounts of the open deals, or their total.',
  'function.COVERAGE.param.target': 'Target of the period.',
  'function.COVERAGE.param.won': 'Already won in the period; 0 by default.',
  'function.RAMP.description': 'Productivity of a new hire, 0 to 1, by months since hiring.',
  'function.RAMP.param.months': 'Months since hiring, one or a range.',
  'function.RAMP.param.ramp': 'Months to full productivity, or a range with the productivity of each month.',
  'function.error.no-numbers': 'The history holds no number.',
  'function.error.not-a-number': '{name} is not a number.',
  'function.error.not-a-count': '{name} must be a whole number from {least, number} to {most, number}.',
  'function.error.not-a-share': '{name} must lie between 0 and 1 (or 0% and 100%).',
  'function.error.not-positive': '{name} must be more than 0.',
  'function.error.negative': '{name} must not be negative.',
  'function.error.not-a-date': '{name} is not a date from March 1900 on.',
  'function.error.dates-length': 'Dates and history must have the same number of cells.',
  'function.error.no-dates': 'No cell has both a date and a number.',
  'function.error.unknown-model': 'There is no model “{model}”. Models are: {models}.',
  'function.error.unknown-country': '“{country}” is none of IT, US, GB, DE, FR, ES.',
  'function.error.unknown-pattern': '“{pattern}” is none of Calendar, 4-4-5, 4-5-4, 5-4-4.',
  'function.error.too-short':
    'The history is too short to test forecasts on it: about ten values are needed, or two and a half seasons.',
  'function.error.no-season': 'No season stands out in this history; give its length to have indices all the same.',
  'function.error.end-before-start': 'The end lies before the start.',
  'function.error.span-too-long': 'From start to end there are more than 50 years.',
  'function.error.profile-length': 'A profile has twelve weights, January first.',
  'function.error.no-working-days': 'There is no working day, or no weight, to spread the total over.',
  'function.error.deals-length': 'Amounts and probabilities must have the same number of cells.',
  'function.error.not-a-probability': 'A probability is less than 0 or more than 100%.',
  'function.error.nothing-left': 'Nothing is left to win: the target has been reached.',
  'function.error.too-many-series':
    'MinT weighs at most {most, number} series against each other; use Bottom-up or Top-down.',
  'function.error.unknown-reconciliation': '“{word}” is none of MinT, Bottom-up, Top-down.',
  'function.error.short-season':
    'The history is shorter than two seasons ({count, number} values), so it has no seasonal indices.',
  'function.error.drivers-useless':
    'Nothing can be learnt from the drivers: the history is too short for them, or one never changes or follows from the others.',
  'function.error.drivers-with-dates': 'Drivers go with a history in order; leave the dates out.',
  'function.error.drivers-length':
    'Drivers must be numbers, one for each cell of the history and of the horizon: {count, number} in all.',
  'function.word.model': 'Model',
  'function.word.season': 'Season',
  'function.word.values': 'Values used',
  'function.word.intermittent': 'Intermittent',
  'function.word.yes': 'yes',
  'function.word.no': 'no',
  'function.word.none': '–',
  'function.word.measure': 'Measure',
  'function.word.forecast': 'Forecast',
  'function.word.naive': 'Naive',
  'function.word.mase': 'MASE',
  'function.word.rmsse': 'RMSSE',
  'function.word.smape': 'sMAPE',
  'function.word.wmape': 'wMAPE',
  'function.word.bias': 'Bias',
  'function.word.value-added': 'Value added',
  'function.word.errors': 'Errors counted',
  'function.word.step': 'Step',
  'function.word.actual': 'Actual',
  'function.word.error': 'Error',
  'function.word.no-outliers': 'No outliers',
  'function.word.place': 'Place',
  'function.word.value': 'Value',
  'function.word.expected': 'Expected',
  'function.word.lower': 'Lower',
  'function.word.upper': 'Upper',
  'function.word.naive-error': 'Naive error',
  'function.word.origin': 'Last known',
  'function.word.msis': 'Interval score (MSIS)',
  'function.word.coverage': 'Coverage of the 95% interval',
  'function.word.total': 'Total',
  'function.word.effect': 'Effect of driver {number, number}',
  'forecast.cli.usage':
    'Usage: cadenza forecast IN.csv --horizon H [--season M] [--level L] [--lang it|en] --out OUT.csv',
  'forecast.cli.bad-count': '{option} must be a whole number from 1 to 1000, not “{text}”.',
  'forecast.cli.bad-level': '--level must lie between 0 and 1 (or 0 and 100), not “{text}”.',
  'forecast.cli.no-column': '{file}: the table has no column “{column}”; it needs series, date and value.',
  'forecast.cli.bad-date':
    '{file}, line {line, number}: “{text}” is not a date; dates are written 2026-11-25, 25/11/2026 or 2026-11.',
  'forecast.cli.bad-value': '{file}, line {line, number}: “{text}” is not a number.',
  'forecast.cli.more-lines': '{file}: {count, plural, one {# more line is} other {# more lines are}} at fault.',
  'forecast.cli.no-rows': '{file}: the table has no rows.',
  'forecast.cli.read-dmy': '{file}: dates such as “{text}” were read with the day first.',
  'forecast.cli.read-mdy': '{file}: dates such as “{text}” were read with the month first.',
  'forecast.cli.gaps':
    '{count, plural, one {# period without a value was} other {# periods without a value were}} filled in between the others.',
  'forecast.cli.repeated':
    '{count, plural, one {# row has a period that another row has too; they were} other {# rows have a period that another row has too; they were}} added up.',
  'forecast.cli.empty': 'Without a number, so without a forecast: {names}.',
  'forecast.cli.progress': '{count, plural, one {# series} other {# series}}',
  'forecast.cli.done': '{series, plural, one {# series} other {# series}} forecast, written to {file}.',
} as const;
