import { FluentProvider } from '@fluentui/react-components';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import type { SessionState } from '../../src/app/session';
import { Pane } from '../../src/taskpane/Pane';
import { SessionProvider } from '../../src/taskpane/SessionContext';
import { themeOf } from '../../src/taskpane/theme';
import { checkOf, FakeSession, idle, issues, outcomeOf, tables } from './fakeSession';

expect.extend(toHaveNoViolations);

function show(state: Partial<SessionState> = {}) {
  const session = new FakeSession({ ...idle, ...state });
  const view = render(
    <FluentProvider theme={themeOf('light')}>
      <SessionProvider value={session}>
        <Pane />
      </SessionProvider>
    </FluentProvider>,
  );
  return { session, view };
}

describe('the pane', () => {
  it('says which tables it found, on which sheets', () => {
    show({ check: checkOf(tables) });
    expect(screen.getByText('Targets')).toBeVisible();
    expect(screen.getByRole('button', { name: '400 rows on CRM' })).toBeVisible();
    expect(screen.getByRole('button', { name: '1 row on People' })).toBeVisible();
  });

  it('keeps optional tables that are missing behind a link', async () => {
    show({ check: checkOf(tables) });
    expect(screen.queryByText('Families')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show optional tables' }));
    expect(screen.getByText('Families')).toBeVisible();
  });

  it('plans when Plan is pressed, by mouse or by keyboard', async () => {
    const { session } = show({ check: checkOf(tables) });
    await userEvent.click(screen.getByRole('button', { name: 'Plan' }));
    screen.getByRole('button', { name: 'Plan' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(session.asked).toEqual(['plan', 'plan']);
  });

  it('shows how far planning is and can cancel it', async () => {
    const { session } = show({
      check: checkOf(tables),
      activity: { kind: 'planning', phase: 'planning', fraction: 0.4, stage: 'solve' },
    });
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0.4');
    expect(screen.getByText('Planning: the best balance')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Plan' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(session.asked).toEqual(['cancel']);
  });

  it('offers to stop and keep the best plan once there is one, by keyboard too', async () => {
    const planning = { kind: 'planning', phase: 'planning', fraction: 0.6, stage: 'solve' } as const;
    const { session } = show({ check: checkOf(tables), activity: planning });
    expect(screen.queryByRole('button', { name: 'Stop and keep the best plan' })).toBeNull();
    act(() => session.set({ activity: { ...planning, plan: 'found' } }));
    screen.getByRole('button', { name: 'Stop and keep the best plan' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(session.asked).toEqual(['stopAndKeep']);
  });

  it('says that the plan is being finished, keeps the focus there and can still be cancelled', async () => {
    const planning = { kind: 'planning', phase: 'planning', fraction: 0.6, stage: 'solve' } as const;
    const { session } = show({ check: checkOf(tables), language: 'it', activity: { ...planning, plan: 'found' } });
    const button = screen.getByRole('button', { name: 'Ferma e tieni il piano migliore' });
    button.focus();
    act(() => session.set({ activity: { ...planning, plan: 'finishing' } }));
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveTextContent('Completo il piano migliore…');
    await userEvent.keyboard('{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Annulla' }));
    expect(session.asked).toEqual(['cancel']);
  });

  it('goes to the cell of an issue', async () => {
    const { session } = show({ check: checkOf(tables) });
    expect(screen.getByText('2 things to look at')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Go to cell Pipeline!C7' }));
    expect(session.asked).toEqual(['Pipeline!6,2']);
  });

  it('shows the first issues only, and more on demand', async () => {
    const many = Array.from({ length: 50 }, (_, i) => ({ severity: 'warning' as const, message: `Issue ${i}` }));
    show({ check: checkOf(tables, many) });
    expect(screen.queryByText('Issue 30')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show 30 more' }));
    expect(screen.getByText('Issue 49')).toBeVisible();
  });

  it('offers the template when the workbook holds none of the required tables', async () => {
    const empty = tables.map((table) => ({ ...table, found: undefined }));
    const { session } = show({ check: checkOf(empty, []) });
    expect(screen.getByRole('button', { name: 'Plan' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Insert template' }));
    expect(session.asked).toEqual(['insertTemplate']);
  });

  it('says what was written, with a jump to each sheet', async () => {
    const { session } = show({ check: checkOf(tables), outcome: outcomeOf() });
    expect(screen.getByText('The plan is in the workbook')).toBeVisible();
    expect(screen.getByText('€1,200,000')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Open sheet Balance' }));
    expect(session.asked).toEqual(['Balance']);
  });

  it('says so when nothing was written because of errors', () => {
    show({ check: checkOf(tables), outcome: outcomeOf({ planned: false, issues }) });
    expect(screen.getByText(/Nothing was written/)).toBeVisible();
  });

  it('tells what to do when a sheet is protected', () => {
    show({ failure: { kind: 'excel', code: 'excel-protected' } });
    expect(screen.getByText(/Take the protection off/)).toBeVisible();
  });

  it('speaks Italian when asked to', async () => {
    const { session } = show({ check: checkOf(tables) });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'it');
    expect(session.getState().language).toBe('it');
    expect(screen.getByRole('button', { name: 'Pianifica' })).toBeVisible();
  });

  it('says that Excel waits while a cell is being edited', () => {
    const { session } = show({ check: checkOf(tables) });
    act(() => session.set({ waitingForCell: true }));
    expect(screen.getByText(/finish the cell you are editing/)).toBeVisible();
  });

  it.each<[string, Partial<SessionState>]>([
    ['at rest', { check: checkOf(tables) }],
    ['planning', { activity: { kind: 'planning', phase: 'writing', fraction: 0.9 } }],
    ['with a plan to keep', { activity: { kind: 'planning', phase: 'planning', fraction: 0.6, plan: 'found' } }],
    ['checking', { activity: { kind: 'checking' } }],
    ['done', { check: checkOf(tables), outcome: outcomeOf({ issues }) }],
    ['failed', { failure: { kind: 'unexpected', message: 'x' } }],
  ])('has no accessibility violations %s', async (_name, state) => {
    const { view } = show(state);
    expect(await axe(view.container)).toHaveNoViolations();
  });
});
