import { CadenzaSession } from '../../../src/app/session';
import type { EmbeddedWorkbook } from '../../../src/host/bridge/embedded';
import { dayOf } from '../../../src/planning/time/civil';
import { createDirectPlanner } from '../../../src/worker/directPlanner';
import { connect } from '../../excel/support';
import { shortWorkbook } from '../../support/shortWorkbook';

const today = dayOf(2026, 1, 5);
let embedded: EmbeddedWorkbook;

function newSession(): CadenzaSession {
  const planner = createDirectPlanner();
  return new CadenzaSession({ planner, clock: () => ({ today, at: today }), user: 'test', language: 'en' });
}

async function select(sheet: string, row: number, column: number): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1).select();
    await context.sync();
  });
}

/** Waits until the explanation is of a cell, or of a state, for at most five seconds. */
async function reaches(session: CadenzaSession, wanted: string): Promise<void> {
  const reached = (): boolean => {
    const { explain } = session.getState();
    return explain?.status === wanted || (explain?.status === 'explained' && explain.explanation.place === wanted);
  };
  for (let wait = 0; wait < 100 && !reached(); wait += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  if (!reached()) throw new Error(`Not ${wanted}: ${JSON.stringify(session.getState())}`);
}

describe('following the selection', () => {
  beforeAll(async () => {
    embedded = await connect(shortWorkbook());
    await newSession().plan();
    expect(embedded.workbook.sheet('Balance')).toBeDefined();
  });

  it('explains each cell that is selected, makes the plan again first where none is in memory, and stops when told to', async () => {
    const session = newSession();
    await select('Balance', 60, 6);
    await session.toggleExplain();
    await reaches(session, 'Balance!G61');
    await select('Balance', 62, 7);
    await reaches(session, 'Balance!H63');
    await select('Families', 1, 1);
    await reaches(session, 'not-ours');
    await session.toggleExplain();
    expect(session.getState().explain).toBeUndefined();
    await select('Balance', 62, 8);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(session.getState().explain).toBeUndefined();
    expect(session.getState().failure).toBeUndefined();
  }, 20_000);
});
