import { explainResource } from '../../planning/balance/explain';
import { roughCutOf } from '../../planning/balance/roughCutPlan';
import { unitWords } from '../../sheets/outputs/words';
import type { ExplanationLine, ExplanationPart } from './explanation';
import { partOf } from './explanation';
import { resourceInputs } from './inputParts';
import type { Scene } from './scene';

const MOST_LINES = 8;

/** Why a resource is loaded as it is in a bucket: who takes it, what demand alone would ask, what one more unit is worth and how far. */
export function resourceParts(scene: Scene, resource: string, row: string, bucket: number): readonly ExplanationPart[] {
  const { t, memory } = scene;
  const reason = explainResource(memory.plan, resource, bucket);
  const { balance } = memory.plan;
  if (!reason || !balance) return [];
  const unit = unitOf(scene, resource);
  const amount = (value: number): string => `${scene.number(value)} ${unit}`;
  const users = reason.users.slice(0, MOST_LINES).map(({ family, mode, units, load }) => ({
    text: t('explain.user', {
      family,
      mode: mode === '' ? 'none' : mode,
      units: scene.number(units),
    }),
    amount: amount(load),
  }));
  const rough = roughCutOf(balance).find((own) => own.resource === resource)?.load[bucket] ?? 0;
  const state: ExplanationLine[] = [
    { text: t('explain.load'), amount: amount(reason.load) },
    { text: t('explain.capacity'), amount: amount(reason.capacity) },
  ];
  if (reason.overtime > 0) state.push({ text: t('explain.overtime'), amount: amount(reason.overtime) });
  if (reason.utilisation !== undefined)
    state.push({ text: t('explain.utilisation'), amount: scene.percent(reason.utilisation) });
  state.push({ text: t('explain.roughCut'), amount: amount(rough) });
  return [
    ...partOf(t('explain.part.state'), state),
    ...partOf(t('explain.part.users'), users),
    ...partOf(t('explain.part.price'), priceLines(scene, reason, unit)),
    ...partOf(t('explain.part.inputs'), resourceInputs(scene, resource, bucket, fieldsOf(row))),
  ];
}

function priceLines(
  scene: Scene,
  reason: NonNullable<ReturnType<typeof explainResource>>,
  unit: string,
): readonly ExplanationLine[] {
  const { t, money, number } = scene;
  const { price, priceFrom, priceTo } = reason;
  if (price === undefined) return [];
  if (price <= 0) return [{ text: t('explain.nothingMore', { unit }) }];
  const range =
    priceFrom === undefined && priceTo === undefined
      ? []
      : [
          {
            text: t('explain.range', {
              unit,
              from: priceFrom === undefined ? '' : number(priceFrom),
              to: priceTo === undefined ? '' : number(priceTo),
              ends: priceFrom === undefined ? 'to' : priceTo === undefined ? 'from' : 'both',
            }),
          },
        ];
  return [{ text: t('explain.hourPrice', { unit }), amount: money(price) }, ...range];
}

function unitOf(scene: Scene, resource: string): string {
  const row = scene.memory.plan.balance?.resources.find((own) => own.resource === resource);
  return unitWords(scene.context, row?.unit ?? 'h');
}

function fieldsOf(row: string): Parameters<typeof resourceInputs>[3] {
  if (row === 'overtime' || row.startsWith('overtimeMax') || row === 'cost:overtime')
    return ['overtime', 'overtimeCost'];
  if (row === 'hired' || row === 'laidOff' || row === 'heads' || row === 'headsBefore')
    return ['heads', 'hireCost', 'layoffCost', 'maxHires', 'wage'];
  if (row === 'cost:wages') return ['wage', 'heads'];
  if (row === 'cost:regular') return ['cost'];
  return ['regular', 'heads', 'hoursPerHead', 'overtime'];
}
