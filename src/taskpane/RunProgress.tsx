import { Button, Field, ProgressBar, Spinner, makeStyles } from '@fluentui/react-components';
import { hasMessage } from '../i18n/translate';
import { useSession, useSessionState, useWords } from './SessionContext';

const useStyles = makeStyles({
  running: { display: 'flex', flexDirection: 'column', gap: '8px' },
  ways: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: '8px' },
});

/** What is being done, how far it is, and the ways to end it: with the best plan so far, once there is one, or without a trace. */
export function RunProgress() {
  const styles = useStyles();
  const session = useSession();
  const words = useWords();
  const { activity } = useSessionState();
  if (activity.kind === 'idle') return null;
  if (activity.kind !== 'planning')
    return (
      <Spinner
        size="tiny"
        label={words(activity.kind === 'checking' ? 'pane.checking' : 'pane.inserting')}
        labelPosition="after"
      />
    );
  const stageKey = `pane.stage.${activity.stage ?? ''}`;
  const stage = activity.phase === 'planning' && hasMessage(stageKey) ? `: ${words(stageKey)}` : '';
  return (
    <div className={styles.running}>
      <Field validationMessage={`${words(`pane.phase.${activity.phase}`)}${stage}`} validationState="none">
        <ProgressBar value={activity.fraction} thickness="large" aria-label={words('pane.phase.planning')} />
      </Field>
      <div className={styles.ways}>
        {activity.plan && (
          <Button size="small" disabledFocusable={activity.plan === 'finishing'} onClick={session.stopAndKeep}>
            {words(activity.plan === 'found' ? 'pane.stop-and-keep' : 'pane.finishing')}
          </Button>
        )}
        <Button size="small" onClick={session.cancel}>
          {words('pane.cancel')}
        </Button>
      </div>
    </div>
  );
}
