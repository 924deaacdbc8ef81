import type { FunctionMetadata } from '../bridge/customFunctions';
import type { EmbeddedWorkbook, RichApiBridge } from '../bridge/embedded';
import type { RibbonCommands } from './ribbon';

export interface PageOptions {
  /** The user's language for the pane and the region for data; the workbook's culture when not given. */
  readonly locale?: string;
  /** Custom functions of the add-in, from its functions.json, under the namespace of its manifest. */
  readonly functions?: { readonly namespace: string; readonly metadata: readonly FunctionMetadata[] };
  /** Where the document would be; shown by Office.context.document.url. */
  readonly documentUrl?: string;
  /** Colours of the host's windows ('#RRGGBB') at this moment; a light theme when not given. */
  readonly theme?: () => OfficeColors;
  /** Presses the add-in's ribbon buttons. */
  readonly ribbon?: RibbonCommands;
  /** Opens a page in a browser window (Office.context.ui.openBrowserWindow). */
  readonly openWindow?: (url: string) => void;
}

/** Office.context.officeTheme. */
export interface OfficeColors {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

const LIGHT_COLORS: OfficeColors = {
  bodyBackgroundColor: '#FFFFFF',
  bodyForegroundColor: '#000000',
  controlBackgroundColor: '#F3F3F3',
  controlForegroundColor: '#262626',
};

/** The window in which office.js will be loaded: a tab's, or an iframe's. */
export type ClientWindow = object;

/** Number of the client's method that opens a browser window: parameters reserved, address. */
const OPEN_BROWSER_WINDOW = 102;

/** Flag of the host's information: the page is (also) the runtime of custom functions, which then reports for duty by itself. */
const CUSTOM_FUNCTIONS_FLAG = 2;

const CORRELATION_ID = '00000000-0000-0000-0000-000000000001';
const SOLUTION_ID = '4f1c4ab2-5d0e-4a52-9d3e-9f6d5d5a7c11';

/**
 * Makes a window look like the web view of Excel on the desktop, so that the stock office.js finds its host there: call it
 * before office.js is loaded. Office.onReady then resolves with Excel, and Excel.run and custom functions work on the
 * embedded workbook.
 *
 * @returns ends the connection.
 */
export function installHostInPage(
  window: ClientWindow,
  embedded: EmbeddedWorkbook,
  options: PageOptions = {},
): () => void {
  const locale = options.locale ?? embedded.workbook.culture;
  const bridge: RichApiBridge = embedded.connect();
  if (options.functions) embedded.customFunctions.register(options.functions.namespace, options.functions.metadata);
  define(window, 'external', makeExternal(embedded, locale, options));
  define(window, '_richApiNativeBridge', bridge);
  return () => embedded.disconnect(bridge);
}

/** `external` is a getter on real windows: an own property hides it. */
function define(window: ClientWindow, name: string, value: unknown): void {
  Object.defineProperty(window, name, { configurable: true, writable: true, enumerable: true, value });
}

type Callback = (status: number) => void;

/** What Excel's web view offers scripts as `window.external`. */
function makeExternal(embedded: EmbeddedWorkbook, locale: string, options: PageOptions): object {
  const context = makeContext(embedded, locale, options);
  const succeed = (callback: unknown) => {
    if (typeof callback === 'function') (callback as Callback)(0);
  };
  return {
    GetHostInfo: () => `Excel|Win32|16.01|${locale}|${CORRELATION_ID}|||${CUSTOM_FUNCTIONS_FLAG}`,
    GetContext: () => context,
    Execute: (id: number, params: unknown, callback: unknown) => {
      if (!options.ribbon?.execute(id, params) && id === OPEN_BROWSER_WINDOW && Array.isArray(params))
        options.openWindow?.(String(params[1]));
      succeed(callback);
    },
    RegisterEvent: (id: number, _target: string, handler: unknown, callback: unknown) => {
      options.ribbon?.register(id, handler);
      succeed(callback);
    },
    UnregisterEvent: (_id: number, _target: string, callback: unknown) => succeed(callback),
  };
}

function makeContext(embedded: EmbeddedWorkbook, locale: string, options: PageOptions): object {
  const { workbook, requirementSets } = embedded;
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => SOLUTION_ID,
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => workbook.culture,
    GetDocUrl: () => options.documentUrl ?? '',
    GetAppCapabilities: () => 2,
    GetActivationMode: () => 0,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => CORRELATION_ID,
    GetInstanceId: () => CORRELATION_ID,
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => true,
    GetSupportedMatrix: () => JSON.stringify(requirementSets),
    GetHostFullVersion: () => '16.0.0.0',
    GetInitialDisplayMode: () => 0,
    GetSettings: () => makeSettings(embedded),
    GetOfficeThemeInfo: () => writeTheme(options.theme?.() ?? LIGHT_COLORS),
  };
}

/** The theme as the client reads it: JSON of colours as numbers. */
function writeTheme(colors: OfficeColors): string {
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(colors).map(([name, color]: [string, string]) => [name, parseInt(color.slice(1), 16)]),
    ),
  );
}

/** Office.context.document.settings: the add-in's settings as texts, read and written as a whole. */
function makeSettings({ workbook }: EmbeddedWorkbook): object {
  return {
    Read: (keys: string[], values: string[]) => {
      for (const [key, value] of workbook.settings) {
        keys.push(key);
        values.push(JSON.stringify(value));
      }
    },
    Write: (keys: readonly string[], values: readonly string[]) => {
      workbook.settings.clear();
      keys.forEach((key, index) => workbook.settings.set(key, parseSetting(values[index] ?? 'null')));
    },
  };
}

function parseSetting(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
