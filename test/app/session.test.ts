import { CadenzaSession } from '../../src/app/session';
import type { EmbeddedWorkbook } from '../../src/host/bridge/embedded';
import { dayOf } from '../../src/planning/time/civil';
import { createDirectPlanner } from '../../src/worker/directPlanner';
import { connect } from '../excel/support';
import { shortWorkbook } from '../support/shortWorkbook';

const today = dayOf(2026, 1, 5);
let embedded: EmbeddedWorkbook;

/** A session, and what it was seen to do, in order. */
function watchedSession(): { session: CadenzaSession; seen: string[] } {
  const planner = createDirectPlanner();
  const session = new CadenzaSession({ planner, clock: () => ({ today, at: today }), user: 'test', language: 'en' });
  const seen: string[] = [];
  session.subscribe(() => {
    const { kind } = session.getState().activity;
    if (seen.at(-1) !== kind) seen.push(kind);
  });
  return { session, seen };
}

describe('stopping a plan under way', () => {
  it('writes the best plan found until then, and says so', async () => {
    const embedded = await connect(shortWorkbook());
    const { session } = watchedSession();
    const plans: unknown[] = [];
    session.subscribe(() => {
      const { activity } = session.getState();
      if (activity.kind !== 'planning') return;
      if (plans.at(-1) !== activity.plan) plans.push(activity.plan);
      if (activity.plan === 'found') session.stopAndKeep();
    });
    await session.plan();
    expect(plans).toEqual(['found', 'finishing', undefined]);
    const { outcome, cancelled } = session.getState();
    expect(cancelled).toBe(false);
    expect(outcome?.planned).toBe(true);
    expect(outcome?.issues.map(({ message }) => message)).toContainEqual(expect.stringMatching(/was stopped early/));
    expect(embedded.workbook.sheet('Balance')).toBeDefined();
  });
});

describe('cancelling a plan', () => {
  /** Plans, and does something with the session when so much of the run is done. */
  async function planUntil(fraction: number, act: (session: CadenzaSession) => void): Promise<CadenzaSession> {
    embedded = await connect(shortWorkbook());
    const { session } = watchedSession();
    let done = false;
    session.subscribe(() => {
      const { activity } = session.getState();
      if (done || activity.kind !== 'planning' || activity.phase !== 'writing' || activity.fraction < fraction) return;
      done = true;
      act(session);
    });
    await session.plan();
    return session;
  }

  it('when all is written comes too late, and is not said to have happened', async () => {
    const session = await planUntil(1, ({ cancel }) => cancel());
    expect(session.getState()).toMatchObject({ cancelled: false, outcome: { planned: true } });
    expect(embedded.workbook.sheet('Balance')).toBeDefined();
  });

  it('says so when what was written could not be taken back', async () => {
    const session = await planUntil(0, ({ cancel }) => {
      // The first of them is the client's own, in which it lets go of what it tracked.
      for (const sync of [1, 2]) embedded.faults.failAtSync(sync, 'AccessDenied');
      cancel();
    });
    expect(session.getState()).toMatchObject({ cancelled: false, failure: { kind: 'excel', code: 'excel-protected' } });
  });
});

describe('asking for one thing while another is under way', () => {
  beforeEach(async () => {
    embedded = await connect(shortWorkbook());
  });

  it('plans after the check that was under way: nothing that was pressed is lost', async () => {
    const { session, seen } = watchedSession();
    const check = session.check();
    await session.plan();
    await check;
    expect(seen).toEqual(['checking', 'idle', 'planning', 'idle']);
    expect(session.getState().failure).toBeUndefined();
    expect(session.getState().outcome?.planned).toBe(true);
    expect(embedded.workbook.sheet('Balance')).toBeDefined();
  });

  it('does once what is asked for twice, and checks no more while a plan, which checks itself, is to come', async () => {
    const { session, seen } = watchedSession();
    await Promise.all([session.check(), session.check(), session.plan(), session.check(), session.plan()]);
    expect(seen).toEqual(['checking', 'idle', 'planning', 'idle']);
    await session.check();
    expect(seen.slice(4)).toEqual(['checking', 'idle']);
  });

  it('still has its turn after something that failed', async () => {
    const { session, seen } = watchedSession();
    embedded.faults.failAtSync(1, 'InvalidOperation');
    const check = session.check().then(() => session.getState().failure);
    const plan = session.plan();
    expect(await check).toEqual({ kind: 'excel', code: expect.any(String) as string });
    await plan;
    expect(seen).toEqual(['checking', 'idle', 'planning', 'idle']);
    expect(session.getState().failure).toBeUndefined();
  });
});
