import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Link,
  ProgressBar,
  Subtitle2,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Explanation, ExplanationLine, ExplanationPart } from '../app/explain/explanation';
import type { ExplainState } from '../app/explain/follow';
import { Notice } from './Notice';
import { useSession, useSessionState, useWords } from './SessionContext';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
  },
  top: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: '8px' },
  plain: { margin: 0 },
  value: { fontVariantNumeric: 'tabular-nums' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '12px',
    padding: '3px 0',
    borderTopWidth: '1px',
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorNeutralStroke3,
  },
  amount: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Why the selected cell is as it is; it follows the selection. */
export function Explain() {
  const styles = useStyles();
  const session = useSession();
  const words = useWords();
  const { explain } = useSessionState();
  if (!explain) return null;
  return (
    <section className={styles.panel} aria-label={words('pane.explain.panel')}>
      <div className={styles.top}>
        <Caption1 className={styles.quiet}>
          {explain.status === 'explained' ? explain.explanation.place : words('pane.explain.panel')}
        </Caption1>
        <Button size="small" appearance="subtle" onClick={() => void session.toggleExplain()}>
          {words('pane.explain.stop')}
        </Button>
      </div>
      {explain.status === 'explained' ? <Reasons explanation={explain.explanation} /> : <Waiting state={explain} />}
    </section>
  );
}

function Waiting({ state }: { state: Exclude<ExplainState, { status: 'explained' }> }) {
  const words = useWords();
  return (
    <div role="status">
      <Body1>{words(`pane.explain.${state.status}`)}</Body1>
      {state.status === 'recalling' && (
        <ProgressBar value={state.fraction} aria-label={words('pane.explain.recalling')} />
      )}
    </div>
  );
}

/** The headline is read out when the selection moves; the rest is there to be read when wanted. */
function Reasons({ explanation }: { explanation: Explanation }) {
  const styles = useStyles();
  const { title, value, what, notes, parts } = explanation;
  return (
    <>
      <div aria-live="polite">
        <Subtitle2 as="h2" className={styles.plain} block>
          {title}
        </Subtitle2>
        {value !== undefined && (
          <Body1Strong className={styles.value} block>
            {value}
          </Body1Strong>
        )}
        <Body1 className={styles.quiet}>{what}</Body1>
      </div>
      {notes.map((note) => (
        <Notice key={note} intent="info">
          {note}
        </Notice>
      ))}
      {parts.map((part) => (
        <Part key={part.heading} part={part} />
      ))}
    </>
  );
}

function Part({ part }: { part: ExplanationPart }) {
  const styles = useStyles();
  return (
    <div>
      <Body1Strong as="h3" className={styles.plain} block>
        {part.heading}
      </Body1Strong>
      <ul className={styles.list}>
        {part.lines.map((line, index) => (
          <Line key={index} line={line} />
        ))}
      </ul>
    </div>
  );
}

function Line({ line }: { line: ExplanationLine }) {
  const styles = useStyles();
  const session = useSession();
  const words = useWords();
  const { text, amount, cell, place } = line;
  return (
    <li className={styles.line}>
      {cell ? (
        <span>
          <Link
            as="button"
            aria-label={words('pane.explain.go', { text, place: place ?? '' })}
            title={place}
            onClick={() => void session.goToCell(cell)}
          >
            <Caption1>{text}</Caption1>
          </Link>
        </span>
      ) : (
        <Caption1>{text}</Caption1>
      )}
      {amount !== undefined && <Caption1 className={styles.amount}>{amount}</Caption1>}
    </li>
  );
}
