import { Body1Strong, Button, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled, InfoRegular, WarningFilled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { IssueView } from '../app/views';
import { useSession, useWords } from './SessionContext';

/** Issues shown before the reader asks for more. */
const PAGE = 20;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '6px' },
  heading: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  issue: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '6px' },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  info: { color: tokens.colorNeutralForeground3 },
  message: { overflowWrap: 'anywhere' },
});

/** What to put right, errors first; each with a jump to its cell. */
export function IssueList({ issues }: { issues: readonly IssueView[] }) {
  const styles = useStyles();
  const words = useWords();
  const [limit, setLimit] = useState(PAGE);
  const more = issues.length - limit;
  return (
    <section className={styles.section}>
      <Body1Strong as="h2" className={styles.heading}>
        {words('pane.issues', { count: issues.length })}
      </Body1Strong>
      <ul className={styles.list}>
        {issues.slice(0, limit).map((issue, index) => (
          <IssueItem key={index} issue={issue} />
        ))}
      </ul>
      {more > 0 && (
        <Button size="small" onClick={() => setLimit(limit + 5 * PAGE)}>
          {words('pane.more-issues', { count: more })}
        </Button>
      )}
    </section>
  );
}

const ICONS = { error: ErrorCircleFilled, warning: WarningFilled, info: InfoRegular } as const;

function IssueItem({ issue }: { issue: IssueView }) {
  const styles = useStyles();
  const session = useSession();
  const words = useWords();
  const Icon = ICONS[issue.severity];
  const { cell } = issue;
  return (
    <li className={styles.issue}>
      <Icon className={styles[issue.severity]} aria-label={words(`pane.severity.${issue.severity}`)} />
      <span className={styles.message}>
        <Caption1>{issue.message} </Caption1>
        {cell && (
          <Link
            as="button"
            aria-label={words('pane.go-to-cell', { place: issue.place ?? '' })}
            onClick={() => void session.goToCell(cell)}
          >
            <Caption1>{issue.place}</Caption1>
          </Link>
        )}
      </span>
    </li>
  );
}
