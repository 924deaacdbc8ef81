import { balanceSupply, type BalanceResult } from '../../../src/planning/balance/balance';
import { resourceCapacity } from '../../../src/planning/capacity/resources';
import { planDemand } from '../../../src/planning/demand/demand';
import { makeContext } from '../../../src/planning/time/context';
import type { PlanTools, Progress } from '../../../src/planning/tools';
import { createHighsSolver } from '../../../src/worker/highs';
import { generateInput, type Shape } from '../../support/generateInput';

const LOTS: Shape = { products: 5, resources: 2, weeks: 20, seed: 7, lots: true, objective: 'Max profit', slack: 1.05 };
const SHORT: Shape = { products: 6, resources: 2, weeks: 10, seed: 3, slack: 0.25, objective: 'Service first' };

interface Run extends BalanceResult {
  readonly seen: readonly Progress[];
}

/** Balances, stopping when `isTime` says so of what is reported. */
async function balance(
  shape: Shape,
  isTime: (progress: Progress) => boolean,
  more: Partial<PlanTools> = {},
): Promise<Run> {
  const input = generateInput(shape);
  const context = makeContext(input);
  const { demand } = planDemand(input, context, { forecasts: [], pipelineUnits: new Map(), targetUnits: new Map() });
  const { resources } = resourceCapacity(input, context);
  const stop = new AbortController();
  const seen: Progress[] = [];
  const result = await balanceSupply(input, context, demand, resources, {
    solver: await createHighsSolver(),
    stop: stop.signal,
    ...more,
    onProgress: (progress) => {
      seen.push(progress);
      if (isTime(progress)) stop.abort();
    },
  });
  return { ...result, seen };
}

const hasPlan = ({ detail }: Progress): boolean => detail?.plan === 'feasible';
const atStep =
  (step: string) =>
  ({ detail }: Progress): boolean =>
    detail?.step === step;
const never = (): boolean => false;
const stopIssue = ({ issues }: Run) => issues.find(({ code }) => code === 'balance-stopped');

describe('stopping a plan that is under way', () => {
  it('keeps the best plan in lots found until then, checked, with its gap told', async () => {
    const run = await balance(LOTS, hasPlan);
    expect(run.balance).toMatchObject({ status: 'feasible', certificate: { holds: true } });
    expect(run.balance?.gap).toBeGreaterThan(0.009);
    expect(stopIssue(run)?.params).toEqual({ left: 'search', gap: run.balance?.gap });
    expect(run.tieOuts.map(({ difference }) => difference)).toEqual([0]);
    // What had begun is ended, and nothing more is tried.
    expect(run.seen.filter(atStep('improve'))).toHaveLength(1);
    expect(run.seen.filter(atStep('branch and bound'))).toHaveLength(0);
  });

  it('finishes the first plan there is when asked before there is one', async () => {
    const run = await balance(LOTS, ({ stage }) => stage === 'model');
    expect(run.balance).toMatchObject({ status: 'feasible', certificate: { holds: true } });
    expect(stopIssue(run)?.params?.left).toBe('search');
  });

  it('leaves goals after the one it was working on to cost', async () => {
    const run = await balance(SHORT, hasPlan);
    expect(run.balance).toMatchObject({ status: 'feasible', certificate: { holds: true } });
    expect(stopIssue(run)?.params?.left).toBe('goals');
    const steps = run.seen.map(({ detail }) => detail?.step);
    expect(steps.filter((step) => step === 'service')).toHaveLength(1);
    expect(steps).not.toContain('why short');
    const whole = await balance(SHORT, never);
    const lost = ({ balance: plan }: Run): number => (plan?.items ?? []).reduce((sum, row) => sum + row.lost, 0);
    expect(lost(run)).toBeCloseTo(lost(whole), 3);
  });

  it('leaves out only reasons and levelling once the plan is proven', async () => {
    const run = await balance(SHORT, atStep('levelling'));
    const whole = await balance(SHORT, never);
    expect(run.balance).toMatchObject({ status: 'optimal', certificate: { holds: true } });
    expect(run.balance?.totalCost).toBeCloseTo(whole.balance?.totalCost ?? NaN, 2);
    expect(stopIssue(run)?.params?.left).toBe('reasons');
    expect(run.balance?.attribution).toBeUndefined();
    expect(whole.balance?.attribution).not.toHaveLength(0);
    expect(run.shortages.length).toBeGreaterThan(0);
  });

  it('ends the questions why something is short where they are', async () => {
    const run = await balance(SHORT, atStep('why short'));
    expect(run.seen.filter(atStep('why short'))).toHaveLength(1);
    expect(run.balance?.status).toBe('optimal');
    expect(run.shortages.length).toBeGreaterThan(0);
  });

  it('says that there is a plan only once there is one, and in lots only once it is in lots', async () => {
    const { seen } = await balance(LOTS, hasPlan);
    expect(seen.slice(0, seen.findIndex(hasPlan)).map(({ detail }) => detail?.step)).toEqual(
      expect.arrayContaining(['cost', 'cuts', 'start']),
    );
  });

  it('says nothing of stopping when nobody stopped it', async () => {
    expect(stopIssue(await balance(SHORT, never))).toBeUndefined();
  });

  it('hears what comes in between two solves', async () => {
    const stop = new AbortController();
    let turns = 0;
    const nextTurn = (): Promise<void> => {
      turns += 1;
      if (turns === 3) setTimeout(() => stop.abort());
      return new Promise((resolve) => setTimeout(resolve));
    };
    const run = await balance(SHORT, never, { nextTurn, stop: stop.signal });
    expect(stopIssue(run)?.params?.left).toBe('goals');
  });

  it('is cancelled all the same by who cancels', async () => {
    const cancel = new AbortController();
    const planning = balance(LOTS, (progress) => (cancel.abort(new Error('cancelled')), hasPlan(progress)), {
      signal: cancel.signal,
    });
    await expect(planning).rejects.toThrow('cancelled');
  });
});
