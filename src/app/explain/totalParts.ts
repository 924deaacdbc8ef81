import { causeWords } from '../../sheets/outputs/shortages';
import type { ExplanationPart } from './explanation';
import { partOf } from './explanation';
import type { Scene } from './scene';

const CERTIFICATE = ['status', 'objective', 'bound', 'gap', 'largestViolation', 'check'];
const SHORT = ['lost', 'backlog', 'served'];

/** Status, bound, gap and re-check of the optimum, for the rows of the certificate and for cost and profit. */
export function certificateParts(scene: Scene, row: string): readonly ExplanationPart[] {
  const { balance } = scene.memory.plan;
  const [base = ''] = row.split(':');
  if (!balance || ![...CERTIFICATE, 'totalCost', 'profit'].includes(base)) return [];
  const { t, number, percent } = scene;
  return partOf(t('explain.part.certificate'), [
    { text: t(`sheets.balanceStatus.${balance.status}`) },
    { text: t(`sheets.objective.${balance.objective}`) },
    { text: t('sheets.balance.bound'), amount: number(balance.bound) },
    { text: t('sheets.balance.gap'), amount: percent(balance.gap) },
    { text: t('sheets.balance.largestViolation'), amount: number(balance.certificate.largestViolation) },
  ]);
}

/** What is to blame for all that is not served, largest relief first. */
export function blameParts(scene: Scene, row: string): readonly ExplanationPart[] {
  const causes = scene.memory.plan.balance?.attribution ?? [];
  if (!SHORT.includes(row)) return [];
  const { t, number, context } = scene;
  return partOf(
    t('sheets.shortages.blame'),
    causes.map((cause) => ({
      text: causeWords(context, cause),
      amount: t('explain.relief', { units: number(cause.relief) }),
    })),
  );
}
