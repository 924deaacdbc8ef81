import type { FamilyDemand, FamilyForecast } from '../../planning/result';
import { modelName } from '../../i18n/modelName';
import { issueText } from '../../sheets/issueMessage';
import { phraseOr } from '../../sheets/outputs/context';
import { dateWords } from '../../sheets/outputs/words';
import type { ExplanationLine, ExplanationPart } from './explanation';
import { partOf } from './explanation';
import { datedLines, familyInputs } from './inputParts';
import type { Scene } from './scene';

/** Where a family's demand comes from: streams with their weights, model and accuracy, overrides with reasons, orders that net the forecast. */
export function demandParts(
  scene: Scene,
  family: string,
  row: string,
  bucket: number | undefined,
): readonly ExplanationPart[] {
  const { plan } = scene.memory;
  const demand = plan.demand.find((own) => own.family === family);
  if (!demand) return [];
  const forecast = plan.forecasts.find((own) => own.family === family);
  const { t } = scene;
  return [
    ...partOf(t('explain.part.demand'), sourceLines(scene, demand, bucket)),
    ...partOf(t('explain.part.streams'), streamLines(scene, demand, bucket)),
    ...partOf(t('explain.part.forecast'), forecast ? forecastLines(scene, forecast) : []),
    ...partOf(t('explain.part.inputs'), [
      ...rowLines(scene, family, bucket),
      ...familyInputs(scene, family, row, bucket),
    ]),
  ];
}

function sourceLines(scene: Scene, demand: FamilyDemand, bucket: number | undefined): readonly ExplanationLine[] {
  const { t, number, memory } = scene;
  const source = { text: t(`sheets.demandSource.${demand.source}`) };
  const point = bucket === undefined ? undefined : demand.buckets[bucket];
  if (!point) return [source];
  const consumed = Math.max(0, point.forecast + point.orders - point.consensus);
  const lines: ExplanationLine[] = [source, { text: t('explain.forecast'), amount: number(point.forecast) }];
  if (point.orders > 0)
    lines.push(
      { text: t('explain.orders'), amount: number(point.orders) },
      { text: t('explain.consumed'), amount: number(-consumed) },
    );
  lines.push({ text: t('explain.consensus'), amount: number(point.consensus) });
  const served = memory.plan.balance?.items.find((own) => own.family === demand.family && own.bucket === bucket);
  if (served) lines.push({ text: t('explain.constrained'), amount: number(served.shipped) });
  return lines;
}

/** Each stream with what it says, how much it counts, and what it added over saying last period's figure. */
function streamLines(scene: Scene, demand: FamilyDemand, bucket: number | undefined): readonly ExplanationLine[] {
  const point = bucket === undefined ? demand.buckets[0] : demand.buckets[bucket];
  const { t, number, percent, context } = scene;
  return Object.entries(point?.streams ?? {}).map(([stream, units]) => {
    const weight = demand.weights?.[stream];
    const added = demand.valueAdded?.[stream];
    const name = phraseOr(context, `sheets.stream.${stream}`, stream);
    return {
      text: t('explain.stream', {
        name,
        weight: weight === undefined ? 'none' : percent(weight),
        added: added === undefined ? 'none' : percent(added),
      }),
      ...(bucket === undefined ? {} : { amount: number(units) }),
    };
  });
}

function forecastLines(scene: Scene, forecast: FamilyForecast): readonly ExplanationLine[] {
  const { t, number, percent, context } = scene;
  const { mase, smape, wmape, bias } = forecast.accuracy;
  const shown: [string, string | undefined][] = [
    [t('sheets.accuracy.wmape'), wmape === undefined ? undefined : percent(wmape)],
    [t('sheets.accuracy.mase'), mase === undefined ? undefined : number(mase)],
    [t('sheets.accuracy.smape'), smape === undefined ? undefined : percent(smape)],
    [t('sheets.accuracy.bias'), bias === undefined ? undefined : percent(bias)],
  ];
  return [
    { text: t('sheets.demand.model', { model: modelName(context.language, forecast.model), season: forecast.season }) },
    { text: t('explain.history', { count: forecast.history.length, grain: forecast.grain }) },
    ...shown.flatMap(([text, amount]) => (amount === undefined ? [] : [{ text, amount }])),
    ...forecast.notes.map((note) => ({ text: issueText({ ...note, severity: 'info' }, context.language) })),
  ];
}

/** Overrides with who said so and why, and orders. */
function rowLines(scene: Scene, family: string, bucket: number | undefined): readonly ExplanationLine[] {
  const { input } = scene.memory;
  const { t, context } = scene;
  const overrides = datedLines(scene, input.overrides, family, bucket, {
    dayOf: (row) => row.period,
    words: (row) =>
      t('explain.override', {
        stream: phraseOr(context, `sheets.stream.${row.stream}`, row.stream),
        reason: row.reason ?? 'none',
        owner: row.owner ?? 'none',
      }),
  });
  const orders = datedLines(scene, input.orders, family, bucket, {
    dayOf: (row) => row.date,
    words: (row) => t('explain.order', { date: dateWords(context, row.date), customer: row.customer ?? 'none' }),
  });
  return bucket === undefined ? [] : [...overrides, ...orders];
}
