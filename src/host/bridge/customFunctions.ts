import type { CustomArgument, CustomResult, InvocationContext } from '../formulas/custom';
import type { FunctionRegistry } from '../formulas/custom';
import type { CellValue, ErrorCode } from '../model/cell';
import { CellError } from '../model/cell';
import { CallQueue } from './callQueue';
import type { EventEntry } from './events';
import { isObject } from './wire';

/** One function of functions.json, as the add-in's build writes it. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly type?: string;
    readonly dimensionality?: string;
    readonly optional?: boolean;
  }[];
  readonly options?: {
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly volatile?: boolean;
    /** Errors reach parameters of the type any, instead of being the result. */
    readonly allowErrorForDataTypeAny?: boolean;
  };
}

const CALL_CATEGORY = 1;
const INVOKE = 1000;
const CANCEL = 1001;
/** Flags of a call: may be cancelled, streams, has errors among its arguments that the client makes objects of. */
const CANCELABLE = 1;
const STREAMING = 2;
const ALLOWS_ERRORS = 4;

/** What the runtime's numbers for failures mean (CustomFunctionProxy in the client). */
const ERROR_OF_CODE: Readonly<Record<number, ErrorCode>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};
const ERROR_CODES: ReadonlySet<unknown> = new Set(['#N/A', '#DIV/0!', '#NUM!', '#VALUE!', '#NULL!', '#NAME?', '#REF!']);

interface Call {
  readonly settle: (result: CustomResult) => void;
}

/** What calls need of the embedded workbook. */
export interface CallSite {
  readonly functions: FunctionRegistry;
  /** Sends messages to the add-in. */
  deliver(entries: readonly EventEntry[]): void;
  /** Begins work once others have had their turn. */
  readonly nextTurn: (work: () => void) => void;
}

/**
 * Calls the add-in's custom functions in their own runtime over the bridge: the formula asks, the runtime's answer comes as
 * a request of its own. Calls wait until the runtime has said that it is ready.
 */
export class CustomFunctionHost {
  private readonly calls = new Map<number, Call>();
  private readonly queue: CallQueue;
  private lastId = 0;

  constructor(private readonly site: CallSite) {
    this.queue = new CallQueue((entries) => site.deliver(entries), site.nextTurn);
  }

  /** Registers an add-in's functions as NAMESPACE.NAME; from then on formulas that name them call its runtime. */
  register(namespace: string, functions: readonly FunctionMetadata[]): void {
    for (const metadata of functions)
      this.site.functions.register(
        `${namespace}.${metadata.name}`,
        (args, invocation) => this.invoke(metadata, args, invocation),
        {
          volatile: metadata.options?.volatile === true,
          parameters: metadata.parameters.map((p) => (p.dimensionality === 'matrix' ? 'matrix' : 'scalar')),
        },
      );
  }

  /** The runtime is there: calls that waited go out. */
  start(): void {
    this.queue.open();
  }

  /** Calls whose result has not come yet. */
  get pending(): number {
    return this.calls.size;
  }

  /** Takes a result: [id, succeeded, value, error code] or { id, failed, value, errorCode }. Unknown ids are late: dropped. */
  receive(result: unknown): void {
    const { id, failed, value, errorCode } = readResult(result);
    const call = this.calls.get(id);
    if (!call) return;
    call.settle(failed ? failureOf(errorCode, value) : resultOf(value));
  }

  private invoke(
    metadata: FunctionMetadata,
    args: readonly CustomArgument[],
    invocation: InvocationContext,
  ): Promise<CustomResult> | CustomResult | undefined {
    const allowsErrors = metadata.options?.allowErrorForDataTypeAny === true;
    const values = metadata.parameters.map((parameter, index) =>
      readArgument(args[index] ?? null, parameter, allowsErrors && (parameter.type ?? 'any') === 'any'),
    );
    const error = values.find((value) => value instanceof CellError);
    // Excel does not call a function with an argument it cannot take.
    if (error instanceof CellError) return error;
    const id = ++this.lastId;
    const isStreaming = metadata.options?.stream === true;
    const flags =
      (metadata.options?.cancelable || isStreaming ? CANCELABLE : 0) |
      (isStreaming ? STREAMING : 0) |
      (allowsErrors ? ALLOWS_ERRORS : 0);
    const message = [id, metadata.id.toUpperCase(), values, invocation.address, flags];
    this.queue.add(`call ${id}`, { messageCategory: CALL_CATEGORY, messageType: INVOKE, message });
    invocation.signal.addEventListener('abort', () => this.cancel(id, flags));
    if (isStreaming) {
      this.calls.set(id, { settle: (result) => invocation.update(result) });
      return undefined;
    }
    return new Promise((resolve) => {
      this.calls.set(id, {
        settle: (result) => {
          this.calls.delete(id);
          resolve(result);
        },
      });
    });
  }

  private cancel(id: number, flags: number): void {
    const call = this.calls.get(id);
    if (!call) return;
    this.calls.delete(id);
    const isUnknown = this.queue.withdraw(`call ${id}`);
    if (flags & CANCELABLE && !isUnknown) {
      const message = { invocationId: id };
      this.queue.add(`cancel ${id}`, { messageCategory: CALL_CATEGORY, messageType: CANCEL, message });
    }
    // Whoever waits for a result that no longer matters is let go.
    if (!(flags & STREAMING)) call.settle(new CellError('#VALUE!'));
  }
}

type Parameter = FunctionMetadata['parameters'][number];

/** An argument as the runtime gets it: an omitted optional one is null, empty cells are the type's own empty value. */
function readArgument(argument: CustomArgument, parameter: Parameter, allowsErrors: boolean): unknown {
  const read = (value: CellValue): unknown =>
    allowsErrors && value instanceof CellError
      ? { type: 'CustomFunctionError', code: value.code }
      : readScalar(value, parameter.type);
  if (!Array.isArray(argument)) {
    if (argument === null && parameter.optional) return null;
    const value = read(argument);
    return parameter.dimensionality === 'matrix' && !(value instanceof CellError) ? [[value]] : value;
  }
  const rows = argument.map((row) => row.map(read));
  const error = rows.flat().find((value) => value instanceof CellError);
  return error ?? (parameter.dimensionality === 'matrix' ? rows : rows[0]?.[0]);
}

/** One value in the parameter's type; a CellError where Excel would not call the function. */
function readScalar(value: CellValue, type: string | undefined): string | number | boolean | CellError {
  if (value instanceof CellError) return value;
  switch (type) {
    case 'number':
      return readNumber(value);
    case 'string':
      return value === null ? '' : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
    case 'boolean':
      return typeof value === 'string' ? new CellError('#VALUE!') : Boolean(value);
    default:
      return value ?? '';
  }
}

function readNumber(value: Exclude<CellValue, CellError>): number | CellError {
  if (value === null) return 0;
  if (typeof value !== 'string') return Number(value);
  const number = value.trim() === '' ? NaN : Number(value);
  return Number.isFinite(number) ? number : new CellError('#VALUE!');
}

function readResult(result: unknown): { id: number; failed: boolean; value: unknown; errorCode: unknown } {
  if (Array.isArray(result)) {
    const [id, succeeded, value, errorCode] = result as unknown[];
    return { id: Number(id), failed: succeeded !== true, value, errorCode };
  }
  if (!isObject(result)) return { id: NaN, failed: true, value: null, errorCode: 0 };
  return { id: Number(result.id), failed: result.failed === true, value: result.value, errorCode: result.errorCode };
}

/** #VALUE! and #N/A show the text that came with them; the others do not. */
function failureOf(code: unknown, text: unknown): CellError {
  const error = ERROR_OF_CODE[Number(code)] ?? '#VALUE!';
  const showsText = (error === '#VALUE!' || error === '#N/A') && typeof text === 'string' && text !== '';
  return showsText ? new CellError(error, text) : new CellError(error);
}

function resultOf(value: unknown): CustomResult {
  if (!Array.isArray(value)) return cellOf(value);
  const rows = value as unknown[];
  if (!rows.every((row) => Array.isArray(row))) return new CellError('#VALUE!');
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return new CellError('#CALC!');
  // Rows of different length are no array in Excel.
  if (rows.some((row) => row.length !== width)) return new CellError('#VALUE!');
  return rows.map((row) => (row as unknown[]).map(cellOf));
}

function cellOf(value: unknown): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : new CellError('#NUM!');
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (isObject(value) && ERROR_CODES.has(value.code)) {
    const { code, message } = value;
    const text = typeof message === 'string' && message !== '' ? message : undefined;
    return new CellError(code as ErrorCode, text);
  }
  // Formatted numbers and entities show their basic value.
  if (isObject(value) && 'basicValue' in value) return cellOf(value.basicValue);
  return new CellError('#VALUE!');
}
