import { modelName } from '../../i18n/modelName';
import type { FamilyDemand, FamilyForecast, ForecastAccuracy } from '../../planning/result';
import { issueText } from '../issueMessage';
import type { RowSpec } from './bucketSheet';
import type { OutputContext } from './context';

const NOTHING = (): undefined => undefined;

/** A row of words: they begin in the first bucket and run over the empty ones beside it. */
function wordsRow(key: string, label: string, words: string): RowSpec {
  return {
    key,
    label,
    detail: true,
    unit: '',
    number: 'general',
    style: 'muted',
    total: 'none',
    cell: (bucket) => (bucket === 0 ? words : undefined),
  };
}

/** The model behind a family's forecast, and what is to be said about its history, a row each. */
export function modelRows(context: OutputContext, forecast: FamilyForecast | undefined): readonly RowSpec[] {
  if (!forecast) return [];
  const { t, language } = context;
  const model = t('sheets.demand.model', { model: modelName(language, forecast.model), season: forecast.season });
  return [
    wordsRow('model', t('sheets.demand.modelRow'), model),
    ...forecast.notes.map((note, i) =>
      wordsRow(`note:${i}`, t('sheets.demand.note'), issueText({ ...note, severity: 'info' }, language)),
    ),
  ];
}

/** Where the history divides (Region, Customer …): a row for each member; those of a dimension sum to the statistical forecast. */
export function partRows(
  context: OutputContext,
  family: FamilyDemand,
  forecast: FamilyForecast | undefined,
): readonly RowSpec[] {
  const { t } = context;
  return (forecast?.parts ?? []).map(({ dimension, member, points }): RowSpec => {
    const values = new Map(points.map((point) => [point.bucket, point.mean]));
    return {
      key: `part:${dimension}:${member}`,
      label: t('sheets.demand.part', { dimension, member: member === '' ? t('sheets.demand.noMember') : member }),
      detail: true,
      unit: t('sheets.unit.units'),
      number: 'decimal1',
      style: 'muted',
      total: 'sum',
      cell: (bucket) => (bucket < family.buckets.length ? values.get(bucket) : undefined),
    };
  });
}

const MEASURES = ['mase', 'smape', 'wmape', 'bias', 'coverage'] as const satisfies readonly (keyof ForecastAccuracy)[];

/** Accuracy from backtests over all periods ahead: one figure a row, in the column of the horizon. */
export function accuracyRows(context: OutputContext, forecast: FamilyForecast | undefined): readonly RowSpec[] {
  const level = Math.round(context.plan.settings.intervalLevel * 100);
  return MEASURES.flatMap((measure): RowSpec[] => {
    const value = forecast?.accuracy[measure];
    if (value === undefined) return [];
    const isRatio = measure === 'mase';
    return [
      {
        key: measure,
        label: context.t(`sheets.accuracy.${measure}`, { level }),
        detail: true,
        unit: isRatio ? '' : '%',
        number: isRatio ? 'decimal2' : 'percent1',
        style: 'muted',
        total: () => value,
        cell: NOTHING,
      },
    ];
  });
}
