import type { StageRecord } from '../input';

export type Outcome = 'Open' | 'Won' | 'Lost';

const WON = new Set(['won', 'win', 'vinta', 'vinto', 'vinte', 'vinti', 'acquisita', 'acquisito']);
const LOST = new Set(['lost', 'loss', 'persa', 'perso', 'perse', 'persi', 'dead', 'annullata', 'annullato']);

/**
 * Whether a stage is open, won or lost: by the Stages table, else by the words of its name.
 *
 * @example outcomeOf('Chiusa vinta') //=> 'Won'
 */
export function outcomeOf(stage: string, record?: StageRecord): Outcome {
  if (record?.outcome !== undefined) return record.outcome;
  const words = stage
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 0);
  if (words.some((word) => LOST.has(word))) return 'Lost';
  return words.some((word) => WON.has(word)) ? 'Won' : 'Open';
}
