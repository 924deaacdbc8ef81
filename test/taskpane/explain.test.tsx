import { FluentProvider } from '@fluentui/react-components';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import type { Explanation } from '../../src/app/explain/explanation';
import type { SessionState } from '../../src/app/session';
import { Pane } from '../../src/taskpane/Pane';
import { SessionProvider } from '../../src/taskpane/SessionContext';
import { themeOf } from '../../src/taskpane/theme';
import { checkOf, FakeSession, idle, tables } from './fakeSession';

expect.extend(toHaveNoViolations);

const explanation: Explanation = {
  cell: { sheet: 'Balance', row: 41, column: 7 },
  place: 'Balance!H42',
  title: 'Lost — Chairs, 2026-W51',
  value: '12.0',
  what: 'Demand that is turned away for good.',
  notes: ['Changed by hand: the plan says 10. The reasons are the plan’s.'],
  parts: [
    { heading: 'What blocks it', lines: [{ text: 'Capacity of Line, 2026-W51', amount: 'one more is worth €80' }] },
    {
      heading: 'Input cells behind it',
      lines: [
        { text: 'Regular: Line', amount: '100', cell: { sheet: 'Capacity', row: 1, column: 1 }, place: 'Capacity!B2' },
      ],
    },
  ],
};

function show(state: Partial<SessionState>) {
  const session = new FakeSession({ ...idle, check: checkOf(tables), ...state });
  const view = render(
    <FluentProvider theme={themeOf('light')}>
      <SessionProvider value={session}>
        <Pane />
      </SessionProvider>
    </FluentProvider>,
  );
  return { session, view };
}

const panel = () => screen.getByRole('region', { name: 'Explanation of the selected cell' });

describe('the explanation in the pane', () => {
  it('begins when it is asked for, and ends when it is not wanted any more, by keyboard too', async () => {
    const { session } = show({});
    screen.getByRole('button', { name: 'Explain cells' }).focus();
    await userEvent.keyboard('{Enter}');
    act(() => session.set({ explain: { status: 'waiting' } }));
    expect(within(panel()).getByRole('status')).toHaveTextContent('Select a cell of the plan');
    await userEvent.click(screen.getByRole('button', { name: 'Stop explaining' }));
    expect(session.asked).toEqual(['toggleExplain', 'toggleExplain']);
  });

  it('says what the cell is, what was changed by hand, why it is short and from which cells it comes, each a jump away', async () => {
    const { session } = show({ explain: { status: 'explained', explanation } });
    const own = within(panel());
    expect(own.getByRole('heading', { name: 'Lost — Chairs, 2026-W51' })).toBeVisible();
    expect(own.getByText('12.0')).toBeVisible();
    expect(own.getByText(/Changed by hand/)).toBeVisible();
    expect(own.getByText('one more is worth €80')).toBeVisible();
    await userEvent.click(own.getByRole('button', { name: 'Regular: Line: go to Capacity!B2' }));
    expect(session.asked).toEqual(['Capacity!1,1']);
  });

  it('tells that the plan is being made again, and how far it is', () => {
    show({ explain: { status: 'recalling', fraction: 0.3 } });
    expect(within(panel()).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0.3');
    expect(within(panel()).getByRole('status')).toHaveTextContent('Nothing is written.');
  });

  it('has words for sheets that are not ours and for plans that are gone, in Italian', () => {
    const { session } = show({ language: 'it', explain: { status: 'not-ours' } });
    expect(screen.getByText(/non è stato scritto da Cadenza/)).toBeVisible();
    act(() => session.set({ explain: { status: 'other-plan' } }));
    expect(screen.getByText(/da altri input/)).toBeVisible();
  });

  it.each<SessionState['explain']>([
    { status: 'explained', explanation },
    { status: 'recalling', fraction: 0.5 },
  ])('has no accessibility violations ($status)', async (explain) => {
    const { view } = show({ explain });
    expect(await axe(view.container)).toHaveNoViolations();
  });
});
