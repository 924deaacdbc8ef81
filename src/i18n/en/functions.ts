export const functions = {
  'issue.forecast-no-history': 'Demand has no whole period before the plan starts, so nothing can be forecast from it.',
  'issue.forecast-family-without-history':
    '{family} has no demand in a whole period before the plan starts; it gets no statistical forecast.',
  'issue.forecast-no-values': 'The history holds no number, so the forecast is zero.',
  'issue.forecast-rows-after-start':
    '{count, plural, one {# demand row is} other {# demand rows are}} dated on or after the plan start and {count, plural, one {was} other {were}} not used as history.',
  'issue.forecast-last-period-left-out':
    'The last period of demand (from {start}) is not complete and was left out of the history.',
  'issue.forecast-first-period-left-out':
    'The first period of demand (from {start}) is not complete and was left out of the history.',
  'issue.forecast-gaps-as-zero':
    '{family}: {count, plural, one {# period} other {# periods}} without demand rows {count, plural, one {counts} other {count}} as zero.',
  'issue.forecast-short-history':
    '{family}: only {count, plural, one {# period} other {# periods}} of history; the forecast is little more than the last values.',
  'issue.forecast-negative-history':
    '{family}: history holds negative demand (returns?), so the forecast may be negative too.',
  'issue.forecast-stale-history':
    '{family}: history ends on {date}, well before the plan starts; the interval is wide for that reason.',
} as const;
