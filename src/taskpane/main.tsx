import { FluentProvider } from '@fluentui/react-components';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { CadenzaSession } from '../app/session';
import { registerCommands } from '../commands/commands';
import { countDatesFrom } from '../functions/dates';
import { currentLanguage } from '../functions/errors';
import { pacedFunctions } from '../functions/register';
import { createWorkerPlanner } from '../worker/workerPlanner';
import { systemClock } from '../app/clock';
import { dateSystemOfWorkbook } from '../app/dateSystem';
import { Pane } from './Pane';
import { SessionProvider } from './SessionContext';
import { currentAppearance, themeOf } from './theme';

/** The whole add-in lives in this one page (shared runtime): pane, ribbon commands and custom functions. */
function start(): void {
  const language = currentLanguage();
  document.documentElement.lang = language;
  const startWorker = () =>
    new Worker(/* webpackChunkName: "planning" */ new URL('../worker/planning.worker.ts', import.meta.url));
  const planner = createWorkerPlanner(startWorker, new URL('highs/runtime', import.meta.url).href);
  const session = new CadenzaSession({ planner, clock: systemClock, user: 'Excel', language });
  registerCommands(session);
  const container = document.getElementById('pane');
  if (!container) throw new Error('The page has no element for the pane.');
  createRoot(container).render(
    <StrictMode>
      <ThemedPane session={session} />
    </StrictMode>,
  );
  void session.check();
}

function ThemedPane({ session }: { session: CadenzaSession }) {
  const [appearance, setAppearance] = useState(currentAppearance);
  useEffect(() => {
    const queries = ['(forced-colors: active)', '(prefers-color-scheme: dark)'].map((query) => matchMedia(query));
    const update = () => setAppearance(currentAppearance());
    for (const query of queries) query.addEventListener('change', update);
    return () => queries.forEach((query) => query.removeEventListener('change', update));
  }, []);
  return (
    <FluentProvider theme={themeOf(appearance)}>
      <SessionProvider value={session}>
        <Pane />
      </SessionProvider>
    </FluentProvider>
  );
}

/** Functions wait for the date system: a date in a cell is a bare number. Where Excel does not tell, it is the usual one. */
async function learnDateSystem(): Promise<void> {
  await Office.onReady();
  countDatesFrom(await dateSystemOfWorkbook().catch(() => 1900 as const));
}

for (const [id, implementation] of Object.entries(pacedFunctions(learnDateSystem())))
  CustomFunctions.associate(id, implementation);
void Office.onReady(start);
