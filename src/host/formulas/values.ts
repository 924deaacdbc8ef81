import type { CellValue } from '../model/cell';
import { CellError } from '../model/cell';
import type { Worksheet } from '../model/workbook';
import type { FormulaNodeTree } from './ast';

/** One value; null is an empty cell or an argument left empty. */
export type Scalar = CellValue;

/** The errors formulas give; one object each, as they carry no detail. */
export const ERRORS = {
  null: new CellError('#NULL!'),
  div0: new CellError('#DIV/0!'),
  value: new CellError('#VALUE!'),
  ref: new CellError('#REF!'),
  name: new CellError('#NAME?'),
  num: new CellError('#NUM!'),
  na: new CellError('#N/A'),
  spill: new CellError('#SPILL!'),
  calc: new CellError('#CALC!'),
  busy: new CellError('#BUSY!'),
} as const;

/** A two-dimensional array of values, at least one by one. */
export class Matrix {
  readonly rows: number;
  readonly columns: number;

  constructor(readonly data: readonly (readonly Scalar[])[]) {
    this.rows = data.length;
    this.columns = data[0]?.length ?? 0;
  }

  static build(rows: number, columns: number, value: (row: number, column: number) => Scalar): Matrix {
    const data: Scalar[][] = [];
    for (let r = 0; r < rows; r++) {
      const line: Scalar[] = [];
      for (let c = 0; c < columns; c++) line.push(value(r, c));
      data.push(line);
    }
    return new Matrix(data);
  }

  static column(values: readonly Scalar[]): Matrix {
    return new Matrix(values.map((v) => [v]));
  }

  static row(values: readonly Scalar[]): Matrix {
    return new Matrix([values]);
  }

  at(row: number, column: number): Scalar {
    return this.data[row]?.[column] ?? null;
  }

  /** With a length of one repeated along its direction; outside #N/A, as Excel fills arrays of unlike sizes. */
  broadcastAt(row: number, column: number): Scalar {
    const r = this.rows === 1 ? 0 : row;
    const c = this.columns === 1 ? 0 : column;
    return r < this.rows && c < this.columns ? this.at(r, c) : ERRORS.na;
  }

  /** Row by row. */
  flat(): Scalar[] {
    return this.data.flat();
  }

  get isVector(): boolean {
    return this.rows === 1 || this.columns === 1;
  }
}

/** A rectangle on a sheet, not yet read. */
export class Reference {
  constructor(
    readonly sheet: Worksheet,
    readonly top: number,
    readonly left: number,
    readonly bottom: number,
    readonly right: number,
  ) {}

  get rows(): number {
    return this.bottom - this.top + 1;
  }

  get columns(): number {
    return this.right - this.left + 1;
  }

  get isCell(): boolean {
    return this.top === this.bottom && this.left === this.right;
  }

  /** The part of it from a zero-based offset. */
  part(row: number, column: number, rows: number, columns: number): Reference {
    const top = this.top + row;
    const left = this.left + column;
    return new Reference(this.sheet, top, left, top + rows - 1, left + columns - 1);
  }
}

/** Several rectangles: a union in parentheses, or a 3-D reference. */
export class ReferenceList {
  constructor(readonly areas: readonly Reference[]) {}
}

/** Names bound by LET and LAMBDA, innermost first. */
export interface Scope {
  readonly name: string;
  readonly value: Value | undefined;
  readonly outer: Scope | undefined;
}

/** A parameter of a LAMBDA; `[y]` may be left out of a call. */
export interface LambdaParameter {
  readonly name: string;
  readonly optional: boolean;
}

/** A function value made by LAMBDA, closed over the names around it. */
export class Lambda {
  constructor(
    readonly parameters: readonly LambdaParameter[],
    readonly body: FormulaNodeTree,
    readonly scope: Scope | undefined,
  ) {}

  /** Whether it can be called with so many arguments. */
  takes(count: number): boolean {
    const required = this.parameters.filter((p) => !p.optional).length;
    return count >= required && count <= this.parameters.length;
  }
}

/** A built-in function passed by name: the SUM of BYROW(A1:C9,SUM). */
export class BuiltIn extends Lambda {
  constructor(readonly name: string) {
    super([], { kind: 'missing' }, undefined);
  }

  override takes(): boolean {
    return true;
  }
}

/** Anything a part of a formula can evaluate to. */
export type Value = Scalar | Matrix | Reference | ReferenceList | Lambda;

/** Whether a value is a single one, error included. */
export function isScalar(value: Value): value is Scalar {
  return value === null || typeof value !== 'object' || value instanceof CellError;
}
