import type { Notice as NoticeValue } from './deskState';
import type { Say } from './words';

/** What a notice says in words. */
export function noticeText(notice: NoticeValue, say: Say): string {
  switch (notice.kind) {
    case 'formula':
      return say('notice.formula', { problem: sentence(notice.problem) });
    case 'validation':
      return [notice.alert?.title, notice.alert?.message].filter(Boolean).join(': ') || say('notice.validation');
    case 'protected':
      return say('notice.protected');
    case 'array':
      return say('notice.array');
    case 'impossible':
      return say('notice.impossible', { problem: notice.problem });
    case 'left-out':
      return say('notice.left-out', { count: notice.count });
  }
}

function sentence(text: string): string {
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A line above the grid that says what was not done, and why. */
export function NoticeBar({
  text,
  close,
  say,
  children,
}: {
  text: string;
  close: () => void;
  say: Say;
  children?: React.ReactNode;
}) {
  return (
    <div className="notice" role="alert">
      <span>{text}</span>
      {children}
      <button type="button" onClick={close}>
        {say('notice.close')}
      </button>
    </div>
  );
}
