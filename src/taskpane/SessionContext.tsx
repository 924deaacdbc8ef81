import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Session, SessionState } from '../app/session';
import type { MessageKey, MessageParams } from '../i18n/translate';
import { translate } from '../i18n/translate';

const SessionContext = createContext<Session | undefined>(undefined);

export const SessionProvider = SessionContext.Provider;

/** The session the pane shows. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('The pane stands outside its SessionProvider.');
  return session;
}

/** The session's state; the component renders again when it changes. */
export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.getState);
}

/** Phrases in the pane's language. */
export function useWords(): (key: MessageKey, params?: MessageParams) => string {
  const { language } = useSessionState();
  return useCallback((key, params) => translate(language, key, params), [language]);
}
