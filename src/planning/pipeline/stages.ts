import type { OpportunityRecord, PlanInput, StageRecord } from '../input';
import { cellOf, issueAt, type Issue } from '../issue';
import { compareText, nameKey } from '../names';
import type { SalesStage } from '../result';
import { outcomeOf, type Outcome } from './outcome';
import { DEFAULT_CYCLE_DAYS, LEAST_WIN_RATE, learnFromClosed, median, stepRate, type ClosedHistory } from './rates';
import { stepOfStage } from './stageNames';

/** A stage with all that planning needs of it. */
export interface StageModel {
  readonly stage: string;
  readonly key: string;
  /** 1 for the first open stage; won and lost stages come after the open ones. */
  readonly order: number;
  readonly outcome: Outcome;
  /** From this stage to won, 0..1. */
  readonly winRate: number;
  /** From this stage to close. */
  readonly daysToClose: number;
  readonly source: SalesStage['source'];
}

export interface StageModels {
  /** In order: open stages first to last, then won and lost ones. */
  readonly stages: readonly StageModel[];
  readonly history: ClosedHistory;
  readonly issues: readonly Issue[];
  /** The model of a deal's stage; every stage of the pipeline has one. */
  stageOf(deal: OpportunityRecord): StageModel | undefined;
}

/**
 * The stages of the sales process with their win rates and times to close: from the Stages table where it says them, else from the closed
 * deals, else a stated default.
 *
 * @returns Every stage of the Stages table and of the pipeline; issues that say which rates and which order had to be assumed.
 * @see mathematics D
 */
export function modelStages(input: PlanInput): StageModels {
  const records = new Map<string, StageRecord>();
  for (const record of input.stages)
    if (!records.has(nameKey(record.stage))) records.set(nameKey(record.stage), record);
  const names = new Map<string, string>();
  for (const record of input.stages)
    if (!names.has(nameKey(record.stage))) names.set(nameKey(record.stage), record.stage);
  for (const deal of input.pipeline) if (!names.has(nameKey(deal.stage))) names.set(nameKey(deal.stage), deal.stage);
  const outcomes = new Map([...names].map(([key, name]) => [key, outcomeOf(name, records.get(key))]));
  const history = learnFromClosed(input.pipeline, (deal) => outcomes.get(nameKey(deal.stage)) ?? 'Open');
  const open = orderOpen(
    [...names.keys()].filter((key) => outcomes.get(key) === 'Open'),
    names,
    records,
    input,
  );
  const closed = [...names.keys()].filter((key) => outcomes.get(key) !== 'Open').sort(compareText);
  const stages = [...open, ...closed].map((key, index) =>
    modelStage(
      key,
      names.get(key) ?? key,
      index + 1,
      open.length,
      outcomes.get(key) ?? 'Open',
      records.get(key),
      history,
    ),
  );
  const byKey = new Map(stages.map((stage) => [stage.key, stage]));
  return {
    stages,
    history,
    issues: reportStages(input, stages, records, history),
    stageOf: (deal) => byKey.get(nameKey(deal.stage)),
  };
}

function modelStage(
  key: string,
  stage: string,
  order: number,
  openStages: number,
  outcome: Outcome,
  record: StageRecord | undefined,
  history: ClosedHistory,
): StageModel {
  if (outcome !== 'Open') {
    return {
      stage,
      key,
      order,
      outcome,
      winRate: outcome === 'Won' ? 1 : 0,
      daysToClose: 0,
      source: record ? 'table' : 'default',
    };
  }
  const learnt = history.wins + history.losses > 0;
  const remaining = (openStages - order + 1) / openStages;
  return {
    stage,
    key,
    order,
    outcome,
    winRate: record?.winRate ?? stepRate(history.winRate, order, openStages),
    daysToClose: record?.daysToClose ?? Math.round((history.cycleDays ?? DEFAULT_CYCLE_DAYS) * remaining),
    source: record?.winRate !== undefined ? 'table' : learnt ? 'history' : 'default',
  };
}

/**
 * Open stages from first to last: by Order, else as the Stages table lists them; stages it does not know come by the steps their names speak of,
 * and where these do not tell them apart, by how far off their deals' close dates are, the farthest first.
 */
function orderOpen(
  keys: readonly string[],
  names: ReadonlyMap<string, string>,
  records: ReadonlyMap<string, StageRecord>,
  input: PlanInput,
): string[] {
  const listed = [...records.keys()];
  const unlisted = keys.filter((key) => !records.has(key));
  const steps = stepsOf(unlisted.map((key) => names.get(key) ?? key));
  // Either distance grows with how early a stage is.
  const distance = new Map(
    unlisted.map((key, index) => [key, steps ? -(steps[index] ?? 0) : medianDaysAhead(key, input)]),
  );
  const rankOf = (key: string): number => records.get(key)?.order ?? listed.indexOf(key) + 1;
  return [...keys].sort((left, right) => {
    const [leftKnown, rightKnown] = [records.has(left), records.has(right)];
    if (leftKnown !== rightKnown) return leftKnown ? -1 : 1;
    if (leftKnown) return rankOf(left) - rankOf(right) || listed.indexOf(left) - listed.indexOf(right);
    return (distance.get(right) ?? 0) - (distance.get(left) ?? 0) || compareText(left, right);
  });
}

/** The step of each stage's name; undefined unless every name speaks of one and no two of the same. */
function stepsOf(names: readonly string[]): readonly number[] | undefined {
  const steps = names.flatMap((name) => stepOfStage(name) ?? []);
  return new Set(steps).size === names.length ? steps : undefined;
}

function medianDaysAhead(key: string, input: PlanInput): number {
  const ahead = input.pipeline
    .flatMap((deal) =>
      nameKey(deal.stage) === key && deal.closeDate !== undefined ? [deal.closeDate - input.settings.today] : [],
    )
    .sort((left, right) => left - right);
  return median(ahead) ?? 0;
}

function reportStages(
  input: PlanInput,
  stages: readonly StageModel[],
  records: ReadonlyMap<string, StageRecord>,
  history: ClosedHistory,
): Issue[] {
  const issues: Issue[] = [];
  const first = input.pipeline[0];
  const open = stages.filter((stage) => stage.outcome === 'Open');
  if (!first || open.length === 0) return issues;
  // A stage that an existing Stages table lacks is reported where the sheets are read; its rate is among the assumed ones.
  if (records.size === 0 && open.length > 1) {
    const order = open.map((stage) => stage.stage).join(' → ');
    const by = stepsOf(open.map((stage) => stage.stage)) ? 'names' : 'dates';
    issues.push({ code: 'stage-order-assumed', severity: 'info', sheet: first.origin.sheet, params: { order, by } });
  }
  for (const stage of open) {
    const record = records.get(stage.key);
    if (stage.winRate < LEAST_WIN_RATE && record) {
      issues.push(issueAt(record.origin, 'winRate', 'stage-never-wins', 'warning', { stage: stage.stage }));
    }
  }
  return [...issues, ...reportAssumedRates(first, open, records, history)];
}

/** One issue for all stages whose rate, or time to close, is not in the Stages table. */
function reportAssumedRates(
  first: OpportunityRecord,
  open: readonly StageModel[],
  records: ReadonlyMap<string, StageRecord>,
  history: ClosedHistory,
): Issue[] {
  const issues: Issue[] = [];
  const assumed = open.filter((stage) => stage.source !== 'table');
  const place = { cell: cellOf(first.origin, 'stage') };
  if (assumed.length > 0) {
    const stages = assumed.map((stage) => `${stage.stage} ${Math.round(stage.winRate * 100)} %`).join(', ');
    const closed = history.wins + history.losses;
    issues.push(
      closed > 0
        ? { code: 'stage-rates-learnt', severity: 'info', ...place, params: { stages, wins: history.wins, closed } }
        : { code: 'stage-rates-default', severity: 'info', ...place, params: { stages } },
    );
  }
  const untimed = open.filter((stage) => records.get(stage.key)?.daysToClose === undefined);
  if (untimed.length > 0 && history.cycleDays === undefined) {
    issues.push({ code: 'stage-days-default', severity: 'info', ...place, params: { days: DEFAULT_CYCLE_DAYS } });
  }
  return issues;
}
