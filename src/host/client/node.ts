import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createContext, Script } from 'node:vm';
import type { EmbeddedWorkbook, RichApiBridge } from '../bridge/embedded';

/** The parts of Microsoft's client that an add-in uses. */
export interface OfficeClient {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** Ends the connection: what is sent afterwards stays unanswered, as when a workbook is closed. */
  stop(): void;
}

interface ClientScope {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension & { HostBridge: { init(bridge: RichApiBridge): void } };
}

let scope: ClientScope | undefined;

/**
 * Connects Microsoft's unmodified client to an embedded workbook in this process: `Excel.run` works from then on. The client is
 * evaluated once; starting again switches it to the other workbook.
 *
 * @throws Error when the package @microsoft/office-js (development only) is not installed.
 */
export async function startOfficeInNode(embedded: EmbeddedWorkbook): Promise<OfficeClient> {
  scope ??= loadClient();
  const { Excel: excel, OfficeExtension: extension } = scope;
  const bridge = embedded.connect();
  extension.HostBridge.init(bridge);
  Object.assign(globalThis, { Excel: excel, OfficeExtension: extension });
  return Promise.resolve({ Excel: excel, OfficeExtension: extension, stop: () => embedded.disconnect(bridge) });
}

/** Evaluates Excel's client of the web in a scope that looks like a window. */
function loadClient(): ClientScope {
  const resolve = createRequire(join(process.cwd(), 'package.json'));
  const dist = join(dirname(resolve.resolve('@microsoft/office-js/package.json')), 'dist');
  const code = readFileSync(join(dist, 'excel-web-16.00.js'), 'utf8');
  const window = makeWindow();
  createContext(window);
  new Script(code, { filename: 'excel-web-16.00.js' }).runInContext(window);
  // The client of the package defines both; a package of another make would fail at the first call, with its name.
  return window as unknown as ClientScope;
}

/** Timers from this delay on only keep watch (the client looks after its own state): they must not keep a process alive. */
const WATCH_DELAY_MS = 10;

type StartTimer = (action: () => void, delay?: number) => NodeJS.Timeout;

function idleTimer(start: StartTimer): StartTimer {
  return (action, delay = 0) => {
    const timer = start(action, delay);
    return delay >= WATCH_DELAY_MS ? timer.unref() : timer;
  };
}

/** What the client touches of a browser while it starts; the rest of a window it does without. */
function makeWindow(): Record<string, unknown> {
  const noop = () => undefined;
  const storage = { getItem: () => null, setItem: noop, removeItem: noop };
  const location = {
    href: 'https://localhost/',
    hostname: 'localhost',
    protocol: 'https:',
    search: '',
    hash: '',
    origin: '',
  };
  const window: Record<string, unknown> = {
    // Objects that cross the border must be of this realm: arrays the add-in makes, promises it awaits, errors it catches.
    Array,
    Object,
    Promise,
    Error,
    JSON,
    Date,
    console,
    setTimeout: idleTimer(setTimeout),
    clearTimeout,
    setInterval: idleTimer(setInterval),
    clearInterval,
    navigator: { userAgent: 'Node', language: 'en-US' },
    location,
    localStorage: storage,
    sessionStorage: storage,
    addEventListener: noop,
    removeEventListener: noop,
  };
  window.document = {
    readyState: 'complete',
    location,
    addEventListener: noop,
    getElementsByTagName: () => [],
    createElement: () => ({ style: {}, setAttribute: noop }),
    head: { appendChild: noop },
  };
  window.window = window;
  window.self = window;
  return window;
}
