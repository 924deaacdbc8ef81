import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { MessageBarProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ title: { display: 'block' } });

/** A few words in a bar of their own, below a title where there is one. */
export function Notice(props: { intent: MessageBarProps['intent']; title?: string; children?: ReactNode }) {
  const styles = useStyles();
  const { intent, title, children } = props;
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle className={styles.title}>{title}</MessageBarTitle>}
        {children}
      </MessageBarBody>
    </MessageBar>
  );
}
