import type { Failure as SessionFailure } from '../app/session';
import { Notice } from './Notice';
import { useWords } from './SessionContext';

/** What went wrong and what to do about it. */
export function Failure({ failure }: { failure: SessionFailure }) {
  const words = useWords();
  return (
    <Notice intent="error" title={words('pane.failed')}>
      {failure.kind === 'excel'
        ? words(`pane.excel.${failure.code}`)
        : words('pane.unexpected', { message: failure.message })}
    </Notice>
  );
}
