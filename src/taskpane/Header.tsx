import { Select, Subtitle1, makeStyles, tokens } from '@fluentui/react-components';
import type { Language } from '../i18n/translate';
import { useSession, useSessionState, useWords } from './SessionContext';

const useStyles = makeStyles({
  header: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  title: { color: tokens.colorBrandForeground1 },
});

/** The product's name, and the language of the pane. */
export function Header() {
  const styles = useStyles();
  const session = useSession();
  const words = useWords();
  const { language } = useSessionState();
  return (
    <header className={styles.header}>
      <Subtitle1 as="h1" className={styles.title}>
        {words('pane.title')}
      </Subtitle1>
      <Select
        size="small"
        aria-label={words('pane.language')}
        value={language}
        onChange={(_event, data) => session.setLanguage(data.value as Language)}
      >
        <option value="en" lang="en">
          English
        </option>
        <option value="it" lang="it">
          Italiano
        </option>
      </Select>
    </header>
  );
}
