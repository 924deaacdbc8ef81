import type { DemandStream, PlanInput } from '../input';
import type { Issue } from '../issue';
import { compareText, nameKey } from '../names';
import type { DemandPoint, DemandSource, FamilyDemand, TieOut } from '../result';
import type { PlanContext } from '../time/types';
import { netForecast } from './netting';
import { gatherSignals, type DemandSignals, type FamilySignals } from './streams';
import { judgeStreams, weighStreams, type StreamRecord } from './weights';

const OPINIONS: readonly DemandStream[] = ['Sales', 'Marketing', 'Finance', 'Operations'];

/**
 * The demand of every family and bucket: the Consensus override where there is one; else the streams there are, weighted by their past
 * accuracy; else the forecast from history; failing these the pipeline, then the targets. Firm orders consume it, and demand is never less
 * than they are.
 *
 * @param signals Forecasts, pipeline and targets, in units by family and bucket.
 * @returns Families by name (code units), all of them, also those without demand; issues; and tie-outs of orders and of demand.
 * @see mathematics F (netting) and G (consensus)
 */
export function planDemand(
  input: PlanInput,
  context: PlanContext,
  signals: DemandSignals,
): { readonly demand: FamilyDemand[]; readonly issues: Issue[]; readonly tieOuts: TieOut[] } {
  const { families, issues } = gatherSignals(input, context, signals);
  const demand = families.map((family) => {
    const key = nameKey(family.family);
    const history = family.pastOverrides.length > 0 ? input.demand.filter((row) => nameKey(row.family) === key) : [];
    return demandOf(family, judgeStreams(family, history, context), context);
  });
  return { demand, issues: [...issues], tieOuts: tieOut(families, demand) };
}

function demandOf(
  signals: FamilySignals,
  records: ReadonlyMap<string, StreamRecord>,
  context: PlanContext,
): FamilyDemand {
  const agreed = context.buckets.map((_, bucket) => agree(signals, bucket, records));
  const net = netForecast(
    agreed.map((point) => point.forecast),
    signals.orders,
    { early: 0, late: 0 },
  );
  const orders = context.buckets.map((_, bucket) =>
    signals.orders.reduce((total, order) => (order.bucket === bucket ? total + order.quantity : total), 0),
  );
  const buckets = agreed.map(({ streams, forecast, source }, bucket): DemandPoint => {
    const own = orders[bucket] ?? 0;
    const consensus = source === 'Consensus' ? forecast : Math.max(own, roundUnits(own + (net[bucket] ?? 0)));
    return { bucket, streams, forecast, orders: own, consensus };
  });
  const weights = agreed.find((point) => point.weights)?.weights;
  return {
    family: signals.family,
    source: mainSource(agreed, orders),
    buckets,
    ...(weights ? { weights } : {}),
    ...overridesOf(signals),
    ...(records.size > 0 ? { valueAdded: valueAdded(records) } : {}),
  };
}

function overridesOf(signals: FamilySignals): Pick<FamilyDemand, 'overrides'> {
  const rows = [...signals.overrides].flatMap(([stream, byBucket]) =>
    [...byBucket].map(([bucket, { quantity, reason, owner }]) => ({
      bucket,
      stream,
      quantity,
      ...(reason === undefined ? {} : { reason }),
      ...(owner === undefined ? {} : { owner }),
    })),
  );
  if (rows.length === 0) return {};
  return {
    overrides: rows.sort((left, right) => left.bucket - right.bucket || compareText(left.stream, right.stream)),
  };
}

/** Parts of a unit that demand is told in: those that the balance decides in, so that what is shipped can equal what is asked for. */
const PARTS = 1e6;

/** Quantities of less than a unit stay as they are: the balance decides them finer. */
function roundUnits(quantity: number): number {
  return quantity < 1 ? quantity : Math.round(quantity * PARTS) / PARTS;
}

interface Agreed {
  readonly streams: Readonly<Record<string, number>>;
  readonly forecast: number;
  readonly source: DemandSource;
  readonly weights?: Readonly<Record<string, number>>;
}

function agree(signals: FamilySignals, bucket: number, records: ReadonlyMap<string, StreamRecord>): Agreed {
  const voting: Record<string, number> = {};
  const mean = signals.statistics?.points.find((point) => point.bucket === bucket)?.mean;
  if (mean !== undefined) voting.Statistics = Math.max(0, mean);
  for (const stream of OPINIONS) {
    const row = signals.overrides.get(stream)?.get(bucket);
    if (row) voting[stream] = Math.max(0, row.quantity);
  }
  const pipeline = signals.pipeline?.[bucket];
  const targets = signals.targets?.[bucket];
  const streams = {
    ...voting,
    ...(pipeline === undefined ? {} : { Pipeline: pipeline }),
    ...(targets === undefined ? {} : { Targets: targets }),
  };
  const final = signals.overrides.get('Consensus')?.get(bucket);
  if (final) return { streams, forecast: Math.max(0, final.quantity), source: 'Consensus' };
  const opinions = Object.keys(voting).filter((stream) => stream !== 'Statistics').length;
  if (opinions > 0) {
    const { quantity, weights } = weighStreams(voting, records);
    return { streams, forecast: quantity, source: 'Streams', weights };
  }
  if (voting.Statistics !== undefined) return { streams, forecast: voting.Statistics, source: 'Forecast' };
  return { streams, ...failing(signals, bucket) };
}

/** Without history and opinions: the pipeline where it holds anything of the family, else the targets. */
function failing(signals: FamilySignals, bucket: number): { forecast: number; source: DemandSource } {
  const holds = (units?: readonly number[]): boolean => units?.some((unit) => unit > 0) ?? false;
  if (holds(signals.pipeline)) return { forecast: Math.max(0, signals.pipeline?.[bucket] ?? 0), source: 'Pipeline' };
  if (holds(signals.targets)) return { forecast: Math.max(0, signals.targets?.[bucket] ?? 0), source: 'Targets' };
  return { forecast: 0, source: 'None' };
}

const BY_WEIGHT_OF_WORD: readonly DemandSource[] = ['Consensus', 'Streams', 'Forecast', 'Pipeline', 'Targets'];

function mainSource(agreed: readonly Agreed[], orders: readonly number[]): DemandSource {
  const found = BY_WEIGHT_OF_WORD.find((source) => agreed.some((point) => point.source === source));
  return found ?? (orders.some((quantity) => quantity > 0) ? 'Orders' : 'None');
}

function valueAdded(records: ReadonlyMap<string, StreamRecord>): Readonly<Record<string, number>> {
  const added: Record<string, number> = {};
  for (const [stream, record] of records) if (record.valueAdded !== undefined) added[stream] = record.valueAdded;
  return added;
}

function tieOut(families: readonly FamilySignals[], demand: readonly FamilyDemand[]): TieOut[] {
  const placed = families.reduce(
    (total, family) => total + family.orders.reduce((sum, order) => sum + order.quantity, 0),
    0,
  );
  const counted = demand.reduce(
    (total, family) => total + family.buckets.reduce((sum, point) => sum + point.orders, 0),
    0,
  );
  return [{ name: 'demand-orders', params: { orders: placed }, difference: roundNoise(counted - placed) }];
}

/** Differences below a millionth are those of adding in another order. */
function roundNoise(difference: number): number {
  return Math.abs(difference) < 1e-6 ? 0 : difference;
}
