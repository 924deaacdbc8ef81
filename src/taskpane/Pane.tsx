import {
  Button,
  Caption1,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Explain } from './Explain';
import { Failure } from './Failure';
import { FoundTables } from './FoundTables';
import { Header } from './Header';
import { IssueList } from './IssueList';
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
      {waitingForCell && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words('pane.waiting')}</MessageBarBody>
        </MessageBar>
      )}
      {failure && <Failure failure={failure} />}
      <Explain />
      {cancelled && idle && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words('pane.cancelled')}</MessageBarBody>
        </MessageBar>
      )}
      {outcome && idle && <Outcome outcome={outcome} />}
      {empty && idle && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words('pane.empty.title')}</MessageBarTitle>
            {words('pane.empty.text')}
          </MessageBarBody>
        </MessageBar>
      )}
      {empty && idle && <Button onClick={() => void session.insertTemplate()}>{words('pane.insert-template')}</Button>}
      {check && !empty && <FoundTables tables={check.tables} />}
      {!empty && (check || outcome) && <IssueList issues={issues} />}
      <Caption1 className={styles.foot}>{words('pane.tagline')}</Caption1>
    </main>
  );
}
