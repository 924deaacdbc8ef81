import { CellError } from '../model/cell';
import type { CellValue } from '../model/cell';
import type { Worksheet } from '../model/workbook';
import { cellAddress, quoteSheetName } from './address';
import type { CallNode } from './ast';
import type { Context } from './context';
import { dereference } from './define';
import type { FormulaCell, Invocation } from './formula-cell';
import type { Value } from './values';
import { ERRORS, isScalar, Matrix } from './values';

/** An argument as a custom function gets it; empty cells and omitted arguments are null. */
export type CustomArgument = CellValue | CellValue[][];

/** What a custom function gives back: one value or an array that spills. */
export type CustomResult = CellValue | CellValue[][];

/** About one call of a custom function. */
export interface InvocationContext {
  /** The calling cell: "Sheet1!B5". */
  readonly address: string;
  /** Aborted when the result is no longer wanted: the cell was edited, or called with other arguments. */
  readonly signal: AbortSignal;
  /** Gives a new result at any time, as streaming functions do. */
  readonly update: (result: CustomResult) => void;
}

/**
 * A custom function. It may throw a CellError, or any other error, which becomes #VALUE!. A function that returns
 * undefined (streaming) leaves the cell #BUSY! until its first `update`.
 */
export type CustomFunction = (
  args: CustomArgument[],
  invocation: InvocationContext,
) => CustomResult | undefined | Promise<CustomResult | undefined>;

/** How the engine treats a custom function. */
export interface CustomFunctionOptions {
  /** Called again at every recalculation. */
  readonly volatile?: boolean;
  /** One per parameter: a scalar one given an array is called for each element. Default: arrays are passed on. */
  readonly parameters?: readonly ('scalar' | 'matrix')[];
}

/** A function with its options and the count of registrations before it. */
export interface RegisteredFunction {
  readonly implementation: CustomFunction;
  readonly options: CustomFunctionOptions;
  readonly version: number;
}

/** Custom functions by name, as CustomFunctions.associate gives them. */
export class FunctionRegistry {
  private readonly functions = new Map<string, RegisteredFunction>();
  private readonly listeners = new Set<() => void>();
  private versions = 0;

  /** Adds or replaces a function: NAMESPACE.NAME, without regard to case. */
  register(name: string, implementation: CustomFunction, options: CustomFunctionOptions = {}): void {
    this.functions.set(name.toUpperCase(), { implementation, options, version: ++this.versions });
    for (const listener of this.listeners) listener();
  }

  /** Formulas that call it give #NAME? from now on. */
  unregister(name: string): void {
    if (this.functions.delete(name.toUpperCase())) for (const listener of this.listeners) listener();
  }

  find(name: string): RegisteredFunction | undefined {
    return this.functions.get(name.toUpperCase());
  }

  /** Whether any function is to be called at every recalculation. */
  get hasVolatile(): boolean {
    for (const { options } of this.functions.values()) if (options.volatile) return true;
    return false;
  }

  /** Names in upper case, sorted. */
  names(): string[] {
    return [...this.functions.keys()].sort((a, b) => (a < b ? -1 : 1));
  }

  /** Tells when functions come or go; the result stops it. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Calls custom functions for cells, keeps their results, and says when one arrives. */
export class CustomCalls {
  private outstanding = 0;

  constructor(
    private readonly registry: FunctionRegistry,
    /** A result arrived for a cell. */
    private readonly onResult: (cell: FormulaCell) => void,
    /** Nothing is pending any more. */
    private readonly onIdle: () => void,
  ) {}

  get pendingCount(): number {
    return this.outstanding;
  }

  /**
   * The result of a call, #BUSY! while it is pending, undefined when no such function is registered.
   * @param cell the formula being calculated; undefined outside cells, where only immediate results count
   */
  call(node: CallNode, args: readonly Value[], context: Context, cell: FormulaCell | undefined): Value | undefined {
    const registered = this.registry.find(node.name);
    if (!registered) return undefined;
    const plain = args.map((arg) => dereference(arg, context));
    const lifted = this.liftedShape(registered, plain);
    if (!lifted) return this.callOnce(node, registered, plain.map(toArgument), context, cell);
    return Matrix.build(lifted.rows, lifted.columns, (r, c) => {
      const at = plain.map((arg, i) =>
        arg instanceof Matrix && registered.options.parameters?.[i] === 'scalar'
          ? arg.broadcastAt(r, c)
          : toArgument(arg),
      );
      const result = this.callOnce(node, registered, at, context, cell);
      return isScalar(result) ? result : result instanceof Matrix ? result.at(0, 0) : ERRORS.value;
    });
  }

  private liftedShape(
    registered: RegisteredFunction,
    args: readonly (CellValue | Matrix)[],
  ): { rows: number; columns: number } | undefined {
    const arrays = args.filter(
      (arg, i): arg is Matrix => arg instanceof Matrix && registered.options.parameters?.[i] === 'scalar',
    );
    if (arrays.length === 0) return undefined;
    return { rows: Math.max(...arrays.map((m) => m.rows)), columns: Math.max(...arrays.map((m) => m.columns)) };
  }

  private callOnce(
    node: CallNode,
    registered: RegisteredFunction,
    args: CustomArgument[],
    context: Context,
    cell: FormulaCell | undefined,
  ): Value {
    if (args.some(isBusy)) return ERRORS.busy;
    if (!cell) return this.callOutsideCells(registered, args, context);
    cell.invocations ??= new Map();
    const key = `${node.name}#${registered.version}:${JSON.stringify(args, writeError)}`;
    let invocation = cell.invocations.get(key);
    if (!invocation) {
      invocation = { abort: new AbortController(), result: undefined, usedIn: cell.runs };
      cell.invocations.set(key, invocation);
      this.start(registered, args, invocation, cell);
    }
    invocation.usedIn = cell.runs;
    return fromResult(invocation.result);
  }

  private callOutsideCells(registered: RegisteredFunction, args: CustomArgument[], context: Context): Value {
    try {
      const address = addressOf(context.sheet, context.row, context.column);
      const { signal } = new AbortController();
      const result = registered.implementation(args, { address, signal, update: () => undefined });
      return result instanceof Promise ? ERRORS.busy : fromResult(result);
    } catch (error) {
      return toCellError(error);
    }
  }

  private start(
    registered: RegisteredFunction,
    args: CustomArgument[],
    invocation: Invocation,
    cell: FormulaCell,
  ): void {
    const settle = (result: CustomResult | undefined, settled: boolean): void => {
      if (settled) this.outstanding--;
      if (!invocation.abort.signal.aborted && result !== undefined) {
        invocation.result = result;
        this.onResult(cell);
      }
      if (settled && this.outstanding === 0) this.onIdle();
    };
    try {
      const result = registered.implementation(args, {
        address: addressOf(cell.sheet.sheet, cell.row, cell.column),
        signal: invocation.abort.signal,
        update: (value) => settle(value, false),
      });
      if (!(result instanceof Promise)) {
        if (result !== undefined) invocation.result = result;
        return;
      }
      this.outstanding++;
      result.then(
        (value) => settle(value, true),
        (error: unknown) => settle(toCellError(error), true),
      );
    } catch (error) {
      invocation.result = toCellError(error);
    }
  }

  /** After a calculation of a cell: gives up the calls it no longer makes. */
  dropUnused(cell: FormulaCell): void {
    if (!cell.invocations) return;
    for (const [key, invocation] of cell.invocations) {
      if (invocation.usedIn === cell.runs) continue;
      invocation.abort.abort();
      cell.invocations.delete(key);
    }
  }

  /** Forgets all results of a cell, so that its functions are called again. */
  forget(cell: FormulaCell): void {
    cell.invocations?.forEach((i) => i.abort.abort());
    cell.invocations = undefined;
  }
}

function toArgument(value: CellValue | Matrix): CustomArgument {
  return value instanceof Matrix ? value.data.map((row) => [...row]) : value;
}

function isBusy(arg: CustomArgument): boolean {
  const busy = (v: CellValue): boolean => v instanceof CellError && v.code === '#BUSY!';
  return Array.isArray(arg) ? arg.some((row) => row.some(busy)) : busy(arg);
}

/** Errors, and texts that look like them, stay apart in the key. */
function writeError(_key: string, value: unknown): unknown {
  return value instanceof CellError ? { error: value.code, detail: value.detail } : value;
}

function fromResult(result: CustomResult | undefined): Value {
  if (result === undefined) return ERRORS.busy;
  if (!Array.isArray(result)) return typeof result === 'number' && !Number.isFinite(result) ? ERRORS.num : result;
  const columns = result.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (result.length === 0 || columns < 1) return ERRORS.calc;
  return Matrix.build(result.length, columns, (r, c) => {
    const value = result[r]?.[c];
    if (value === undefined) return ERRORS.na;
    return typeof value === 'number' && !Number.isFinite(value) ? ERRORS.num : value;
  });
}

/** What a failure of a custom function shows. */
function toCellError(error: unknown): CellError {
  if (error instanceof CellError) return error;
  return new CellError('#VALUE!', error instanceof Error ? error.message : String(error));
}

function addressOf(sheet: Worksheet, row: number, column: number): string {
  return `${quoteSheetName(sheet.name)}!${cellAddress(row, column)}`;
}
