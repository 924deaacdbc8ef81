import { Body1Strong, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { OutcomeView } from '../app/views';
import { Notice } from './Notice';
import { useSession, useWords } from './SessionContext';

const useStyles = makeStyles({
  outcome: { display: 'flex', flexDirection: 'column', gap: '8px' },
  figures: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: '12px',
    rowGap: '4px',
    margin: 0,
    fontSize: tokens.fontSizeBase300,
  },
  figure: { display: 'contents' },
  heading: { margin: 0 },
  label: { margin: 0, color: tokens.colorNeutralForeground2 },
  text: { margin: 0, textAlign: 'right', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  sheets: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    rowGap: '4px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** What came of the run: the key figures, and the sheets written, each a jump away. */
export function Outcome({ outcome }: { outcome: OutcomeView }) {
  const styles = useStyles();
  const session = useSession();
  const words = useWords();
  if (!outcome.planned) return <Notice intent="error">{words('pane.blocked')}</Notice>;
  return (
    <section className={styles.outcome} aria-live="polite">
      <Notice intent="success" title={words(outcome.changed ? 'pane.done' : 'pane.done-unchanged')} />
      <dl className={styles.figures}>
        {outcome.figures.map(({ label, text }) => (
          <div key={label} className={styles.figure}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.text}>{text}</dd>
          </div>
        ))}
      </dl>
      <Body1Strong as="h2" className={styles.heading}>
        {words('pane.sheets')}
      </Body1Strong>
      <ul className={styles.sheets}>
        {outcome.sheets.map((sheet) => (
          <li key={sheet}>
            <Link
              as="button"
              aria-label={words('pane.open-sheet', { sheet })}
              onClick={() => void session.goToSheet(sheet)}
            >
              {sheet}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
