import type { models as english } from '../en/models';

export const models: Record<keyof typeof english, string> = {
  'model.Naive': 'Ingenua',
  'model.Seasonal naive': 'Ingenua stagionale',
  'model.Drift': 'Deriva',
  'model.Mean': 'Media',
  'model.Dynamic theta': 'Theta dinamico',
  'model.Theta of': 'Theta su somme di {periods}',
  'model.season': '{model} ({season})',
  'model.log': '{model} sui logaritmi',
};
