/** The steps of a sales process, first to last, each with the beginnings of the words that name it in English and Italian. */
const STEPS: readonly (readonly string[])[] = [
  ['lead', 'prospect', 'suspect', 'prospezione', 'potenziale'],
  ['qualif', 'engag', 'contact', 'contatt', 'discover', 'scoperta', 'interest', 'interess'],
  ['need', 'analy', 'analisi', 'esigenz', 'evaluat', 'valutazion', 'demo', 'solution', 'soluzion', 'sopralluog'],
  ['propos', 'propost', 'quot', 'offer', 'preventiv'],
  ['negotiat', 'negozia', 'trattativ'],
  ['verbal', 'contract', 'contratt', 'closing', 'signature', 'firma', 'commit'],
];

/**
 * Which step of a sales process a stage's name speaks of; where it speaks of several, the last.
 *
 * @returns 0 for the first step (leads) to 5 for the last (contract); undefined when no word is known.
 * @example stepOfStage('Proposal / Price quote') //=> 3
 */
export function stepOfStage(stage: string): number | undefined {
  const words = stage
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  const step = STEPS.findLastIndex((beginnings) =>
    words.some((word) => beginnings.some((beginning) => word.startsWith(beginning))),
  );
  return step < 0 ? undefined : step;
}
