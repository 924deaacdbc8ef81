import type { FamilyDemand } from '../../planning/result';
import type { BalancePlaces } from './balance';
import type { BucketSheet, RowSpec } from './bucketSheet';
import type { OutputContext } from './context';
import { groupBy, phraseOr } from './context';
import { cellOfRow, refer } from './grid';

type Base = Pick<RowSpec, 'unit' | 'number' | 'total'>;

/** What was said otherwise, by whom and why: a row a voice, reason and owner, with the quantities it speaks of. */
export function overrideRows(context: OutputContext, family: FamilyDemand, base: Base): readonly RowSpec[] {
  const told = (family.overrides ?? []).filter((row) => row.reason !== undefined || row.owner !== undefined);
  const groups = groupBy(told, ({ stream, reason, owner }) => JSON.stringify([stream, reason, owner]));
  return [...groups].flatMap(([key, rows]): RowSpec[] => {
    const [first] = rows;
    if (!first) return [];
    const words = [first.reason, first.owner].filter((text) => text !== undefined).join(' – ');
    const stream = phraseOr(context, `sheets.stream.${first.stream}`, first.stream);
    return [
      {
        ...base,
        key: `override:${key}`,
        label: `${stream}: ${words}`,
        detail: true,
        style: 'muted',
        cell: (bucket) => rows.find((row) => row.bucket === bucket)?.quantity,
      },
    ];
  });
}

/** How much better than the naive forecast each voice was in the past, in points of wMAPE; one figure a row. */
export function valueAddedRows(context: OutputContext, family: FamilyDemand, base: Base): readonly RowSpec[] {
  return Object.entries(family.valueAdded ?? {}).map(([stream, added]) => ({
    ...base,
    key: `added:${stream}`,
    label: context.t('sheets.demand.added', { stream: phraseOr(context, `sheets.stream.${stream}`, stream) }),
    detail: true,
    unit: '%',
    number: 'percent1',
    style: 'muted',
    total: () => added,
    cell: () => undefined,
  }));
}

/** The forecast that firm orders use up: forecast + orders − consensus. */
export function consumedRow(context: OutputContext, sheet: BucketSheet, key: string, base: Base): RowSpec {
  return {
    ...base,
    key: 'consumed',
    label: context.t('sheets.demand.consumed'),
    detail: true,
    style: 'result',
    cell: (bucket) => {
      const [forecast, orders, consensus] = ['forecast', 'orders', 'consensus'].map((row) =>
        sheet.at(key, row, bucket),
      );
      return { formula: `=MAX(0,${forecast}+${orders}-${consensus})` };
    },
  };
}

/** Unconstrained against constrained: what the plan ships of the consensus, and what it does not ship in the period. */
export function constrainedRows(
  context: OutputContext,
  sheet: BucketSheet,
  key: string,
  family: string,
  base: Base,
  balance: () => BalancePlaces | undefined,
): readonly RowSpec[] {
  const items = context.plan.balance?.items.filter((item) => item.family === family) ?? [];
  if (!items.some((item) => item.demand > 0)) return [];
  return [
    {
      ...base,
      key: 'constrained',
      label: context.t('sheets.demand.constrained'),
      style: 'result',
      cell: (bucket) => {
        const shipped = balance()?.family(family, 'shipped');
        return shipped
          ? { formula: `=${refer(cellOfRow(shipped, bucket), sheet.grid.sheet)}` }
          : items[bucket]?.shipped;
      },
    },
    {
      ...base,
      key: 'gap',
      label: context.t('sheets.demand.gap'),
      detail: true,
      style: 'result',
      cell: (bucket) => ({
        formula: `=${sheet.at(key, 'consensus', bucket)}-${sheet.at(key, 'constrained', bucket)}`,
      }),
    },
  ];
}
