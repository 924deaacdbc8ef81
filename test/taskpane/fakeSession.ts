import type { Session, SessionState } from '../../src/app/session';
import type { CheckView, IssueView, OutcomeView, TableView } from '../../src/app/views';

/** A session that does nothing but remember what it was asked; its state is set by the test. */
export class FakeSession implements Session {
  readonly asked: string[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(private state: SessionState) {}

  readonly getState = () => this.state;
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly setLanguage = (language: SessionState['language']) => this.set({ language });
  readonly check = async () => void this.asked.push('check');
  readonly plan = async () => void this.asked.push('plan');
  readonly insertTemplate = async () => void this.asked.push('insertTemplate');
  readonly cancel = () => void this.asked.push('cancel');
  readonly stopAndKeep = () => void this.asked.push('stopAndKeep');
  readonly toggleExplain = async () => void this.asked.push('toggleExplain');
  readonly goToCell: Session['goToCell'] = async ({ sheet, row, column }) =>
    void this.asked.push(`${sheet}!${row},${column}`);
  readonly goToSheet = async (sheet: string) => void this.asked.push(sheet);

  set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

export const idle: SessionState = {
  activity: { kind: 'idle' },
  language: 'en',
  waitingForCell: false,
  cancelled: false,
};

export const issues: readonly IssueView[] = [
  {
    severity: 'error',
    message: 'The amount cannot be read as a number.',
    cell: { sheet: 'Pipeline', row: 6, column: 2 },
    address: 'C7',
    place: 'Pipeline!C7',
  },
  { severity: 'info', message: 'No holidays are given: those of Italy are used.' },
];

export function checkOf(tables: readonly TableView[], found: readonly IssueView[] = issues): CheckView {
  const view: CheckView = { plannable: true, tables, issues: found, in: () => view };
  return view;
}

export const tables: readonly TableView[] = [
  { kind: 'targets', label: 'Targets', required: true, found: { sheet: 'Goals', rows: 12 } },
  { kind: 'pipeline', label: 'Pipeline', required: true, found: { sheet: 'CRM', rows: 400 } },
  { kind: 'capacity', label: 'Capacity', required: true, found: { sheet: 'People', rows: 1 } },
  { kind: 'families', label: 'Families', required: false },
];

export function outcomeOf(change: Partial<OutcomeView> = {}): OutcomeView {
  const view: OutcomeView = {
    planned: true,
    sheets: ['Plan summary', 'Balance'],
    changed: true,
    figures: [{ label: 'Sales target', text: '€1,200,000' }],
    issues: [],
    in: () => view,
    ...change,
  };
  return view;
}
