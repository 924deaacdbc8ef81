import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Explain } from './Explain';
import { Failure } from './Failure';
import { FoundTables } from './FoundTables';
import { Header } from './Header';
import { IssueList } from './IssueList';
import { Notice } from './Notice';
import { Outcome } from './Outcome';
import { RunProgress } from './RunProgress';
import { useSession, useSessionState, useWords } from './SessionContext';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '12px',
    minWidth: 0,
    boxSizing: 'border-box',
    minHeight: '100vh',
    // Where the system forces its colours, a button that is a link has none of its own.
    '@media (forced-colors: active)': { '& .fui-Link': { textDecorationLine: 'underline' } },
  },
  actions: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  grow: { flexGrow: 1 },
  foot: { marginTop: 'auto', color: tokens.colorNeutralForeground3 },
});

/** The whole pane: what was found, the one thing to do next, what came of it, and what to put right. */
export function Pane() {
  const styles = useStyles();
  const session = useSession();
  const words = useWords();
  const { activity, check, outcome, failure, cancelled, waitingForCell, explain } = useSessionState();
  const idle = activity.kind === 'idle';
  const required = check?.tables.filter((table) => table.required) ?? [];
  const empty = check !== undefined && required.length > 0 && required.every((table) => !table.found);
  const issues = outcome?.issues ?? check?.issues ?? [];

  return (
    <main className={styles.pane} aria-busy={!idle}>
      <Header />
      <div className={styles.actions}>
        <Button
          appearance="primary"
          className={styles.grow}
          disabled={!idle || empty}
          onClick={() => void session.plan()}
        >
          {words(outcome?.planned ? 'pane.plan-again' : 'pane.plan')}
        </Button>
        <Button disabled={!idle} onClick={() => void session.check()}>
          {words('pane.check')}
        </Button>
        {!explain && !empty && (
          <Button disabled={!idle} onClick={() => void session.toggleExplain()}>
            {words('pane.explain.start')}
          </Button>
        )}
      </div>
      <RunProgress />
      {waitingForCell && <Notice intent="warning">{words('pane.waiting')}</Notice>}
      {failure && <Failure failure={failure} />}
      <Explain />
      {cancelled && idle && <Notice intent="info">{words('pane.cancelled')}</Notice>}
      {outcome && idle && <Outcome outcome={outcome} />}
      {empty && idle && (
        <Notice intent="info" title={words('pane.empty.title')}>
          {words('pane.empty.text')}
        </Notice>
      )}
      {empty && idle && <Button onClick={() => void session.insertTemplate()}>{words('pane.insert-template')}</Button>}
      {check && !empty && <FoundTables tables={check.tables} />}
      {!empty && (check || outcome) && <IssueList issues={issues} />}
      <Caption1 className={styles.foot}>{words('pane.tagline')}</Caption1>
    </main>
  );
}
