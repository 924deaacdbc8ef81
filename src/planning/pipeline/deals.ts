import type { OpportunityRecord, PlanInput } from '../input';
import { issueAt, type Issue } from '../issue';
import { limitRepeats } from '../repeats';
import { addDays, formatIsoDay } from '../time/civil';
import type { Day } from '../units';
import { nameKey } from '../names';
import { priceFamilies, type FamilyPrice } from './prices';
import type { StageModel, StageModels } from './stages';

/** An open deal whose close is further away than this is more likely a slip than a deal: five years. */
const FAR_DAYS = 1826;

/** An opportunity as planning weighs it. */
export interface Deal {
  readonly record: OpportunityRecord;
  readonly stage: StageModel;
  /** Money; where the sheet leaves it blank, what its units sell for, and 0 where that is unknown: both are reported. */
  readonly amount: number;
  /** Of being won, 0..1; 1 when won, 0 when lost. */
  readonly probability: number;
  /** Actual close of closed deals; of open ones the expected close, today's or later. Undefined for a closed deal without date. */
  readonly close?: Day;
}

/**
 * The opportunities that count, open and closed, with probability and close date filled in. Omitted deals are left out. An open deal whose close
 * date is blank or past is expected to close as long from today as its stage takes.
 *
 * @returns Deals in the rows' order, and what is wrong with them: one issue a row, capped with a count.
 */
export function weighDeals(
  input: PlanInput,
  models: StageModels,
): { readonly deals: readonly Deal[]; readonly issues: readonly Issue[] } {
  const { today } = input.settings;
  const issues: Issue[] = [];
  const undated: OpportunityRecord[] = [];
  const unpriced: OpportunityRecord[] = [];
  const prices = priceFamilies(input);
  const deals = input.pipeline.flatMap((record): Deal[] => {
    const stage = models.stageOf(record);
    if (!stage || (record.category === 'Omitted' && stage.outcome === 'Open')) return [];
    const worth = record.amount ?? worthAtPrice(record, prices);
    issues.push(...checkDeal(record, stage, today));
    if (worth === undefined && stage.outcome !== 'Lost') {
      issues.push(issueAt(record.origin, 'amount', 'deal-without-amount', 'warning', { deal: record.opportunity }));
    } else if (record.amount === undefined && stage.outcome !== 'Lost') unpriced.push(record);
    if (stage.outcome === 'Open' && record.closeDate === undefined) undated.push(record);
    return [
      {
        record,
        stage,
        amount: worth ?? 0,
        probability: stage.outcome === 'Open' ? (record.probability ?? stage.winRate) : stage.winRate,
        close: closeOf(record, stage, today),
      },
    ];
  });
  const first = undated[0];
  if (first) {
    issues.push(issueAt(first.origin, 'closeDate', 'close-date-assumed', 'info', { count: undated.length }));
  }
  const blank = unpriced[0];
  if (blank) issues.push(issueAt(blank.origin, 'amount', 'amount-from-price', 'info', { count: unpriced.length }));
  return { deals, issues: limitRepeats(issues) };
}

/** What a deal's units, or one where it does not say how many, sell for; undefined where its family has no price. */
function worthAtPrice(record: OpportunityRecord, prices: ReadonlyMap<string, FamilyPrice>): number | undefined {
  const price = record.family === undefined ? undefined : prices.get(nameKey(record.family));
  return price && (record.quantity ?? 1) * price.price;
}

function closeOf(record: OpportunityRecord, stage: StageModel, today: Day): Day | undefined {
  if (stage.outcome !== 'Open') return record.closeDate;
  const expected = record.closeDate;
  return expected !== undefined && expected >= today ? expected : addDays(today, stage.daysToClose);
}

function checkDeal(record: OpportunityRecord, stage: StageModel, today: Day): Issue[] {
  const issues: Issue[] = [];
  const deal = record.opportunity;
  const report = (field: string, code: string, params: Issue['params'] = {}): void => {
    issues.push(issueAt(record.origin, field, code, 'warning', { deal, ...params }));
  };
  if ((record.amount ?? 0) < 0 && stage.outcome !== 'Lost') report('amount', 'deal-negative');
  if (stage.outcome === 'Open') {
    const { closeDate = today } = record;
    if (closeDate < today) report('closeDate', 'deal-past-close', { days: stage.daysToClose });
    else if (closeDate > today + FAR_DAYS) report('closeDate', 'deal-far-ahead', { date: formatIsoDay(closeDate) });
  } else if (stage.outcome === 'Won') {
    if (record.closeDate === undefined) report('closeDate', 'won-without-date');
    else if (record.closeDate > today) report('closeDate', 'won-in-future');
  }
  return issues;
}
