import { Calculation } from '../formulas/calculation';
import { FunctionRegistry } from '../formulas/custom';
import { calculationSettings } from '../model/calculation';
import { intersectAreas } from '../model/area';
import type { Table, Workbook, Worksheet } from '../model/workbook';
import { Counters } from './counters';
import { CustomFunctionHost } from './customFunctions';
import type { HostObject } from './define';
import type { EventEntry, Origin } from './events';
import { ADD_IN, EVENT, EventHub, OTHER_AUTHOR, PERSON, WORKBOOK_TARGET } from './events';
import { Faults } from './faults';
import type { ApplicationState, Host, Selection } from './host';
import type { Limits } from './limits';
import { EXCEL_LIMITS } from './limits';
import { openReference, openRoot, rangesOf } from './objects/root';
import { formatArea } from './area';
import { HostError } from './errors';
import { asHostError, processBatch, statusOf } from './process';
import { Recorder } from './recorder';
import { RangeReferences } from './references';
import { DEFAULT_REQUIREMENT_SETS } from './requirements';
import { AddInRuntime } from './runtime';
import { followStructure } from './structure';
import { WorkbookWatch } from './watch';
import type { WireAnswer, WireBody } from './wire';
import { PATH, isObject, readBody, utf8Length } from './wire';

/** The object that Microsoft's client takes as its way to the host. */
export interface RichApiBridge {
  sendMessageToHost(json: string): void;
  /** Set by the client. */
  onMessageFromHost: (json: string) => void;
}

export interface EmbeddedWorkbookOptions {
  readonly limits?: Partial<Limits>;
  /** Highest versions served: { ExcelApi: '1.9' }. */
  readonly requirementSets?: Readonly<Record<string, string>>;
  /** 'it-IT', 'en-US': the user's regional settings. */
  readonly culture?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Custom functions that formulas may call. */
  readonly functions?: FunctionRegistry;
  /** Begins work once others have had their turn, where the add-in runs in the host's own thread; a microtask when not given. */
  readonly nextTurn?: (work: () => void) => void;
}

/**
 * Excel's side of the conversation with Microsoft's unmodified Office.js client: takes its requests as JSON text, runs them
 * on a workbook in memory, and answers as Excel does, errors, limits and events included.
 */
export class EmbeddedWorkbook implements Host {
  readonly calculation: Calculation;
  readonly functions: FunctionRegistry;
  readonly limits: Limits;
  readonly counters = new Counters();
  readonly faults = new Faults();
  readonly recorder = new Recorder();
  readonly events = new EventHub();
  readonly references = new RangeReferences();
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly now: () => number;
  readonly nextTurn: (work: () => void) => void;
  readonly selection: Selection;
  readonly application: ApplicationState = {
    calculationSuspended: false,
    screenUpdatingSuspended: false,
  };
  readonly customFunctions: CustomFunctionHost;
  readonly runtime = new AddInRuntime();
  /** Told of each request of the add-in before it is worked off. */
  readonly requestListeners = new Set<(request: WireBody) => void>();
  private readonly watch: WorkbookWatch;
  private readonly bridges = new Set<RichApiBridge>();
  private queue: Promise<unknown> = Promise.resolve();
  /** Something changed since the last calculation. */
  private isStale = false;

  constructor(
    readonly workbook: Workbook,
    options: EmbeddedWorkbookOptions = {},
  ) {
    if (options.culture !== undefined) workbook.culture = options.culture;
    const first = workbook.sheets[0] ?? workbook.addSheet('Sheet1');
    this.limits = { ...EXCEL_LIMITS, ...options.limits };
    this.requirementSets = { ...DEFAULT_REQUIREMENT_SETS, ...options.requirementSets };
    this.now = options.now ?? (() => Date.now());
    this.nextTurn = options.nextTurn ?? ((work) => queueMicrotask(work));
    this.selection = { sheet: workbook.activeSheet ?? first, area: { top: 0, left: 0, bottom: 0, right: 0 } };
    this.functions = options.functions ?? new FunctionRegistry();
    this.calculation = new Calculation(workbook, { now: this.now, functions: this.functions });
    // Formulas without a value get one whatever the mode: then the file's mode holds.
    this.calculation.recalculate();
    if (calculationSettings(workbook).mode === 'Manual') this.calculation.mode = 'Manual';
    // Tracked ranges move with their cells, whoever moves them: formulas are told of it, and so are they.
    followStructure(workbook, (change) => this.references.follow(change));
    this.watch = new WorkbookWatch(workbook, this.events);
    this.customFunctions = new CustomFunctionHost(this);
    const markStale = () => {
      this.isStale = true;
    };
    workbook.listeners.add({ cellsChanged: markStale, structureChanged: markStale });
    this.calculation.onCalculated((sheet) => this.tellCalculated(sheet));
  }

  /** A way for one client to this workbook; events go to every client that is connected. */
  connect(): RichApiBridge {
    const bridge: RichApiBridge = {
      sendMessageToHost: (json) => {
        void this.processMessage(json).then((answer) => {
          if (!this.bridges.has(bridge)) return;
          bridge.onMessageFromHost(answer);
          this.sendEvents();
        });
      },
      onMessageFromHost: () => undefined,
    };
    this.bridges.add(bridge);
    return bridge;
  }

  disconnect(bridge: RichApiBridge): void {
    this.bridges.delete(bridge);
  }

  /** Answers one message of the client. Messages are worked off one after the other; none is left without an answer. */
  processMessage(json: string): Promise<string> {
    const answer = this.queue.then(() => this.answerMessage(json));
    this.queue = answer;
    return answer;
  }

  /** Lets a person ('Local') or another author ('Remote') work on the model, with calculation and events as in Excel. */
  edit<R>(action: (workbook: Workbook) => R, source: 'Local' | 'Remote' = 'Local'): R {
    const result = this.workAs(source === 'Remote' ? OTHER_AUTHOR : PERSON, () => action(this.workbook));
    this.sendEvents();
    return result;
  }

  /** What a person selects at the grid. */
  select(sheet: Worksheet, area: Selection['area']): void {
    this.workAs(PERSON, () => {
      this.workbook.activeSheet = sheet;
      this.changeSelection(sheet, area);
    });
    this.sendEvents();
  }

  /** Moves the selection and tells those who listen. */
  changeSelection(sheet: Worksheet, area: Selection['area']): void {
    const before = { ...this.selection };
    this.selection.sheet = sheet;
    this.selection.area = area;
    const worksheetId = sheet.id;
    const address = formatArea(area);
    this.events.emit(EVENT.worksheetSelectionChanged, [worksheetId, WORKBOOK_TARGET], { worksheetId, address });
    for (const table of new Set([...before.sheet.tables, ...sheet.tables])) this.tellTableSelection(table, before);
  }

  /** A table hears of what is selected within it, and (by an empty address) that the selection has left it. */
  private tellTableSelection(table: Table, before: Selection): void {
    const within = ({ sheet, area }: Selection) =>
      sheet === table.sheet ? intersectAreas(area, table.area) : undefined;
    const inside = within(this.selection);
    if (!inside && !within(before)) return;
    const tableId = String(table.id);
    const worksheetId = table.sheet.id;
    const address = inside ? formatArea(inside) : '';
    this.events.emit(EVENT.tableSelectionChanged, [tableId], { tableId, worksheetId, address });
  }

  bringUpToDate(): void {
    // Volatile formulas make every calculation cost something: only after changes is one worth it.
    if (!this.isStale || this.application.calculationSuspended || this.calculation.mode === 'Manual') return;
    this.isStale = false;
    this.calculation.recalculate();
  }

  keepReference(object: HostObject): void {
    const ranges = rangesOf(object);
    if (ranges) object.referenceId ??= this.references.keep(object, ranges);
  }

  /** Sends what waits to every client that is connected. */
  sendEvents(): void {
    const entries = this.events.take();
    if (entries.length === 0) return;
    this.deliver(entries);
  }

  /** Sends messages to every client that is connected. */
  deliver(entries: readonly EventEntry[]): void {
    const json = JSON.stringify({ type: 3, message: { entries } });
    for (const bridge of this.bridges) bridge.onMessageFromHost(json);
  }

  private async answerMessage(json: string): Promise<string> {
    const bytes = utf8Length(json);
    const message = parseJson(json);
    const id = isObject(message) && typeof message.id === 'number' ? message.id : 0;
    const request = isObject(message) && isObject(message.message) ? message.message : undefined;
    if (!isObject(message) || message.type !== 1 || !request) return refuse(id, 400, 'InvalidRequest');
    if (request.url !== 'ProcessQuery') return refuse(id, 404, 'ApiNotFound');
    if (this.faults.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.faults.delayMs));
    const body = typeof request.body === 'string' ? parseJson(request.body) : request.body;
    return this.answerBody(id, body, bytes);
  }

  private answerBody(id: number, body: unknown, bytes: number): string {
    const parsed = readBody(body);
    if (!parsed) return refuse(id, 400, 'InvalidRequest');
    // What the client reports of itself is no sync of the add-in: not counted, not recorded, never at fault.
    if (isService(parsed))
      return respond(
        id,
        this.workAs(ADD_IN, () => this.process(parsed)),
      );
    const line = this.recorder.begin(parsed, bytes);
    this.counters.countRequest(bytes);
    for (const listener of this.requestListeners) listener(parsed);
    const answer = this.runSync(() => {
      if (bytes > this.limits.requestBytes) throw new HostError('RequestPayloadSizeLimitExceeded');
      return this.process(parsed);
    });
    this.counters.syncs++;
    const text = respond(id, answer);
    const size = utf8Length(text);
    this.counters.countResponse(size);
    line.end(answer, size);
    if (size <= this.limits.responseBytes) return text;
    return respond(id, failure('ResponsePayloadSizeLimitExceeded'));
  }

  private process(body: WireBody): WireAnswer {
    return processBatch(
      body,
      (name) => openRoot(name, this),
      (reference) => openReference(reference, this),
      this,
    );
  }

  private runSync(run: () => WireAnswer): WireAnswer {
    this.workAs(OTHER_AUTHOR, () => this.faults.runBetween(this.workbook));
    try {
      this.faults.enterSync();
      return this.workAs(ADD_IN, run);
    } catch (error) {
      const { code, message } = asHostError(error);
      return failure(code, message);
    } finally {
      this.references.endRequest();
    }
  }

  /** Runs work in somebody's name, then calculates and looks for changes of structure. */
  private workAs<R>(origin: Origin, work: () => R): R {
    return this.events.as(origin, () => {
      try {
        return work();
      } finally {
        const { application } = this;
        // Suspended until the next sync means: not within this request; its end calculates.
        application.calculationSuspended = false;
        application.screenUpdatingSuspended = false;
        this.calculation.finishBatch();
        this.isStale = false;
        this.watch.compare();
      }
    });
  }

  private tellCalculated(sheet: Worksheet): void {
    const worksheetId = sheet.id;
    const args = { worksheetId, address: '' };
    this.events.emit(EVENT.worksheetCalculated, [worksheetId, WORKBOOK_TARGET], args);
  }
}

/** True for requests that speak to service objects only (custom functions, telemetry), not to the workbook. */
function isService({ ObjectPaths }: WireBody): boolean {
  const paths = Object.values(ObjectPaths);
  return paths.length > 0 && paths.every((path) => path.ObjectPathType === PATH.newObject);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function respond(id: number, answer: WireAnswer): string {
  return JSON.stringify({ id, type: 1, message: { statusCode: 200, headers: {}, body: answer } });
}

/** An answer to something that is no request: an HTTP error, as the service gives it. */
function refuse(id: number, statusCode: number, code: 'InvalidRequest' | 'ApiNotFound'): string {
  const body = JSON.stringify({ error: { code, message: new HostError(code).message } });
  return JSON.stringify({ id, type: 1, message: { statusCode, headers: {}, body } });
}

function failure(code: string, message?: string): WireAnswer {
  return {
    Results: [],
    Error: {
      Code: code,
      Message: message ?? new HostError(code).message,
      Location: '',
      HttpStatusCode: statusOf(code),
    },
  };
}
