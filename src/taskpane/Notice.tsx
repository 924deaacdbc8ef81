import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { MessageBarProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** A few words in a bar of their own, below a title where there is one. */
export function Notice(props: { intent: MessageBarProps['intent']; title?: string; children?: ReactNode }) {
  const { intent, title, children } = props;
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>}
        {children}
      </MessageBarBody>
    </MessageBar>
  );
}
