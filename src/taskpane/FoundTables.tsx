import { Body1, Body1Strong, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleRegular, DismissCircleFilled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { TableView } from '../app/views';
import { useSession, useWords } from './SessionContext';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '4px' },
  heading: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '6px',
    alignItems: 'center',
    paddingTop: '2px',
    paddingBottom: '2px',
  },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  plain: { color: tokens.colorNeutralForeground3 },
  detail: { color: tokens.colorNeutralForeground2 },
});

/** The input tables: which were found and where, which are missing, which are left to their defaults. */
export function FoundTables({ tables }: { tables: readonly TableView[] }) {
  const styles = useStyles();
  const words = useWords();
  const [all, setAll] = useState(false);
  const left = tables.filter((table) => !table.found && !table.required);
  const shown = tables.filter((table) => all || table.found || table.required);
  return (
    <section className={styles.section}>
      <Body1Strong as="h2" className={styles.heading}>
        {words('pane.found')}
      </Body1Strong>
      <ul className={styles.list}>
        {shown.map((table) => (
          <FoundTable key={table.kind} table={table} />
        ))}
      </ul>
      {left.length > 0 && (
        <div>
          <Caption1 className={styles.detail}>{words('pane.optional-missing', { count: left.length })}. </Caption1>
          <Link as="button" onClick={() => setAll(!all)} aria-expanded={all}>
            {words(all ? 'pane.hide-optional' : 'pane.show-optional')}
          </Link>
        </div>
      )}
    </section>
  );
}

function FoundTable({ table }: { table: TableView }) {
  const styles = useStyles();
  const session = useSession();
  const words = useWords();
  const { found } = table;
  return (
    <li className={styles.row}>
      {found ? (
        <CheckmarkCircleFilled className={styles.good} aria-hidden />
      ) : table.required ? (
        <DismissCircleFilled className={styles.bad} aria-hidden />
      ) : (
        <CircleRegular className={styles.plain} aria-hidden />
      )}
      <span>
        <Body1>{table.label} </Body1>
        {found ? (
          <Link as="button" onClick={() => void session.goToSheet(found.sheet)}>
            <Caption1>{words('pane.rows', { rows: found.rows, sheet: found.sheet })}</Caption1>
          </Link>
        ) : (
          <Caption1 className={styles.detail}>{words('pane.not-found')}</Caption1>
        )}
      </span>
    </li>
  );
}
