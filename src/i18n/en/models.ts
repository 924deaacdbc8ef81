/** Forecasting models in words; those known by the name of their authors keep it. */
export const models = {
  'model.Naive': 'Naive',
  'model.Seasonal naive': 'Seasonal naive',
  'model.Drift': 'Drift',
  'model.Mean': 'Mean',
  'model.Dynamic theta': 'Dynamic theta',
  'model.Theta of': 'Theta of sums of {periods}',
  'model.season': '{model} ({season})',
  'model.log': '{model} of logarithms',
} as const;
