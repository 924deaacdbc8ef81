import type { Session } from '../app/session';

const HELP_PAGE = 'help.html';

/** Ties the ribbon buttons of manifest.xml to the use cases; the pane opens to show what comes of them. */
export function registerCommands(session: Session): void {
  const command = (id: string, run: () => Promise<void>): void =>
    Office.actions.associate(id, (event: Office.AddinCommands.Event) => {
      void run().finally(() => event.completed());
    });
  const inPane = (run: () => Promise<void>) => async () => {
    await Office.addin.showAsTaskpane();
    await run();
  };
  command('plan', inPane(session.plan));
  command('check', inPane(session.check));
  command('insertTemplate', inPane(session.insertTemplate));
  command('help', async () => {
    Office.context.ui.openBrowserWindow(new URL(HELP_PAGE, window.location.href).href);
  });
}
