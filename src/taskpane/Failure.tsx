import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { Failure as SessionFailure } from '../app/session';
import { useWords } from './SessionContext';

/** What went wrong and what to do about it. */
export function Failure({ failure }: { failure: SessionFailure }) {
  const words = useWords();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words('pane.failed')}</MessageBarTitle>
        {failure.kind === 'excel'
          ? words(`pane.excel.${failure.code}`)
          : words('pane.unexpected', { message: failure.message })}
      </MessageBarBody>
    </MessageBar>
  );
}
