import { CellError } from '../model/cell';
import type { CellValue } from '../model/cell';
import type {
  BinaryOperator,
  Coordinate,
  Formula,
  FormulaNodeTree,
  NameNode,
  ReferenceNode,
  RelativeArea,
  StructuredReference,
} from './ast';
import { relativeKey } from './relative-key';
import { parseStructured } from './structured';
import type { Corner, ReferenceText, Token } from './tokens';
import { FormulaSyntaxError, tokenize } from './tokens';

/** A parsed formula, or why the text is none. */
export type ParseResult = { readonly formula: Formula } | { readonly problem: string };

/** Trees by their relative form, so that copies of a formula share one tree. Text determines the tree, so the cache never goes stale. */
const treesByRelativeText = new Map<string, Formula>();
const CACHE_LIMIT = 200_000;

/**
 * Parses en-US A1 formula text; copies of one formula give the same tree.
 * @param text without the leading '='
 * @param row zero-based row of the cell that holds it: relative references become offsets from it
 * @param column zero-based column of that cell
 * @returns the tree, or the problem in words for developers
 */
export function parseFormula(text: string, row = 0, column = 0): ParseResult {
  const quickKey = relativeKey(text, row, column);
  const known = quickKey === undefined ? undefined : treesByRelativeText.get(quickKey);
  if (known) return { formula: known };
  try {
    const tokens = tokenize(text);
    const key = quickKey ?? relativeText(text, tokens, row, column);
    let formula = treesByRelativeText.get(key);
    if (!formula) {
      formula = new Parser(tokens, row, column).parse();
      if (treesByRelativeText.size >= CACHE_LIMIT) treesByRelativeText.clear();
      treesByRelativeText.set(key, formula);
    }
    return { formula };
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return { problem: error.message };
    throw error;
  }
}

/** As `relativeKey`, for texts that need their tokens. */
function relativeText(text: string, tokens: readonly Token[], row: number, column: number): string {
  let key = '';
  let position = 0;
  for (const token of tokens) {
    if (token.kind !== 'reference') continue;
    const { sheet, lastSheet, kind, first, last } = token.reference;
    key += text.slice(position, token.start);
    position = token.end;
    key += `\u0003${sheet === undefined ? '' : `${sheet}\u0002${lastSheet ?? ''}!`}${cornerKey(first, row, column)}`;
    if (kind !== 'cell') key += `${kind[0] ?? ''}${cornerKey(last, row, column)}`;
    key += '\u0001';
  }
  return key + text.slice(position);
}

function cornerKey(corner: Corner, row: number, column: number): string {
  return `${corner.absoluteRow ? `$${corner.row}` : corner.row - row},${
    corner.absoluteColumn ? `$${corner.column}` : corner.column - column
  }`;
}

function coordinate(index: number, absolute: boolean, base: number): Coordinate {
  return { value: absolute ? index : index - base, absolute };
}

const MAX_NESTING = 256;
const COMPARISONS = ['=', '<>', '<', '<=', '>', '>='];
const FUNCTION_PREFIX = /^(?:_xlfn\.)?(?:_xlws\.|_xludf\.)?/i;
/** Of parameters, optional parameters, and functions passed by name. */
const PARAMETER_PREFIX = /^_xl(?:pm|op|eta)\./i;

class Parser {
  private index = 0;
  private readonly references: ReferenceNode[] = [];
  private readonly structured: StructuredReference[] = [];
  private readonly names: NameNode[] = [];
  private readonly functions = new Set<string>();
  private hasComputedRange = false;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly row: number,
    private readonly column: number,
  ) {}

  parse(): Formula {
    const root = this.expression();
    if (this.token.kind !== 'end') throw new FormulaSyntaxError(`Unexpected text at ${this.token.start + 1}.`);
    const { references, structured, names, hasComputedRange } = this;
    return { root, references, structured, names, functions: [...this.functions], hasComputedRange };
  }

  private get token(): Token {
    return this.tokens[this.index] ?? { kind: 'end', start: 0, end: 0, spaceBefore: false };
  }

  private isOperator(...operators: readonly string[]): boolean {
    const token = this.token;
    return token.kind === 'operator' && operators.includes(token.operator);
  }

  private takeOperator(...operators: readonly string[]): string | undefined {
    const token = this.token;
    if (token.kind !== 'operator' || !operators.includes(token.operator)) return undefined;
    this.index++;
    return token.operator;
  }

  private expect(operator: string): void {
    if (!this.takeOperator(operator)) throw new FormulaSyntaxError(`Expected ${operator} at ${this.token.start + 1}.`);
  }

  private expression(): FormulaNodeTree {
    this.enter();
    const node = this.binary(COMPARISONS, () => this.concatenation());
    this.depth--;
    return node;
  }

  /** Keeps pathological texts from exhausting the stack; Excel itself allows 64 levels. */
  private enter(): void {
    if (++this.depth > MAX_NESTING) throw new FormulaSyntaxError('The formula is nested too deeply.');
  }

  private concatenation(): FormulaNodeTree {
    return this.binary(['&'], () => this.sum());
  }

  private sum(): FormulaNodeTree {
    return this.binary(['+', '-'], () => this.product());
  }

  private product(): FormulaNodeTree {
    return this.binary(['*', '/'], () => this.power());
  }

  /** Excel's ^ associates to the left: 2^3^2 is 64. */
  private power(): FormulaNodeTree {
    return this.binary(['^'], () => this.percent());
  }

  private binary(operators: readonly string[], operand: () => FormulaNodeTree): FormulaNodeTree {
    let left = operand();
    for (;;) {
      const operator = this.takeOperator(...operators);
      if (!operator) return left;
      left = { kind: 'binary', operator: operator as BinaryOperator, left, right: operand() };
    }
  }

  private percent(): FormulaNodeTree {
    let operand = this.prefix();
    while (this.takeOperator('%')) operand = { kind: 'unary', operator: '%', operand };
    return operand;
  }

  /** The sign binds tighter than ^ in Excel: -2^2 is 4. */
  private prefix(): FormulaNodeTree {
    const operator = this.takeOperator('-', '+', '@');
    if (!operator) return this.intersection();
    this.enter();
    const operand = this.prefix();
    this.depth--;
    if (operator === '@') return { kind: 'implicit', operand };
    return { kind: 'unary', operator: operator === '-' ? '-' : '+', operand };
  }

  private intersection(): FormulaNodeTree {
    let left = this.range();
    while (this.token.spaceBefore && this.beginsReference()) {
      left = { kind: 'intersection', left, right: this.range() };
    }
    return left;
  }

  private beginsReference(): boolean {
    const { kind } = this.token;
    return kind === 'reference' || kind === 'name' || kind === 'structured' || kind === 'function';
  }

  private range(): FormulaNodeTree {
    let left = this.postfix();
    while (this.takeOperator(':')) {
      const right = this.postfix();
      left = { kind: 'range', left, right };
      this.hasComputedRange = true;
    }
    return left;
  }

  private postfix(): FormulaNodeTree {
    let operand = this.primary();
    for (;;) {
      if (this.takeOperator('#')) operand = { kind: 'spill', operand };
      else if (this.isOperator('(') && !this.token.spaceBefore && isCallable(operand)) {
        this.index++;
        operand = { kind: 'apply', callee: operand, args: this.argumentList() };
      } else return operand;
    }
  }

  private primary(): FormulaNodeTree {
    const token = this.token;
    this.index++;
    switch (token.kind) {
      case 'number':
      case 'string':
        return { kind: 'constant', value: token.value };
      case 'error':
        return { kind: 'error', error: new CellError(token.code) };
      case 'reference':
        return this.reference(token.reference);
      case 'name':
        return this.name(token.name, token.sheet);
      case 'structured':
        return this.structuredReference(token.table, token.brackets);
      case 'function':
        this.index++; // the opening parenthesis
        return this.call(token.name);
      case 'operator':
        if (token.operator === '(') return this.parenthesised();
        if (token.operator === '{') return this.arrayConstant();
        throw new FormulaSyntaxError(`Unexpected ${token.operator} at ${token.start + 1}.`);
      case 'end':
        throw new FormulaSyntaxError('The formula ends too soon.');
    }
  }

  private reference(text: ReferenceText): FormulaNodeTree {
    if (text.sheet?.includes('[')) return { kind: 'external', text: text.sheet };
    const { first, last } = text;
    const area: RelativeArea = {
      kind: text.kind,
      top: coordinate(first.row, first.absoluteRow, this.row),
      left: coordinate(first.column, first.absoluteColumn, this.column),
      bottom: coordinate(last.row, last.absoluteRow, this.row),
      right: coordinate(last.column, last.absoluteColumn, this.column),
    };
    const node: ReferenceNode = { kind: 'reference', sheet: text.sheet, lastSheet: text.lastSheet, area };
    this.references.push(node);
    return node;
  }

  private name(text: string, sheet: string | undefined): FormulaNodeTree {
    if (sheet?.includes('[')) return { kind: 'external', text: sheet };
    const name = text.replace(PARAMETER_PREFIX, '');
    if (sheet === undefined && /^(true|false)$/i.test(name))
      return { kind: 'constant', value: name.toLowerCase() === 'true' };
    const node: NameNode = { kind: 'name', name, sheet };
    this.names.push(node);
    return node;
  }

  private structuredReference(table: string | undefined, brackets: string): FormulaNodeTree {
    const reference = parseStructured(table, brackets);
    if (!reference) throw new FormulaSyntaxError(`${brackets} is no reference to a table.`);
    this.structured.push(reference);
    return { kind: 'structured', reference };
  }

  private call(written: string): FormulaNodeTree {
    const name = written.replace(FUNCTION_PREFIX, '').replace(PARAMETER_PREFIX, '').toUpperCase();
    const args = this.argumentList();
    const only = args.length === 1 ? args[0] : undefined;
    // How files write A1# and @A1.
    if (name === 'ANCHORARRAY' && only) return { kind: 'spill', operand: only };
    if (name === 'SINGLE' && only) return { kind: 'implicit', operand: only };
    this.functions.add(name);
    return { kind: 'call', name, args };
  }

  /** After the opening parenthesis, up to and with the closing one. */
  private argumentList(): FormulaNodeTree[] {
    if (this.takeOperator(')')) return [];
    const args: FormulaNodeTree[] = [];
    for (;;) {
      args.push(this.isOperator(',', ')') ? { kind: 'missing' } : this.expression());
      if (this.takeOperator(')')) return args;
      this.expect(',');
    }
  }

  private parenthesised(): FormulaNodeTree {
    const items = [this.expression()];
    while (this.takeOperator(',')) items.push(this.expression());
    this.expect(')');
    const [only] = items;
    return items.length === 1 && only ? only : { kind: 'union', items };
  }

  private arrayConstant(): FormulaNodeTree {
    const rows: CellValue[][] = [[]];
    for (;;) {
      rows[rows.length - 1]?.push(this.arrayElement());
      if (this.takeOperator(';')) rows.push([]);
      else if (!this.takeOperator(',')) break;
    }
    this.expect('}');
    if (rows.some((r) => r.length !== rows[0]?.length))
      throw new FormulaSyntaxError('The rows of an array constant differ in length.');
    return { kind: 'array', rows };
  }

  private arrayElement(): CellValue {
    const sign = this.takeOperator('-', '+');
    const token = this.token;
    this.index++;
    if (token.kind === 'number') return sign === '-' ? -token.value : token.value;
    if (sign === undefined) {
      if (token.kind === 'string') return token.value;
      if (token.kind === 'error') return new CellError(token.code);
      if (token.kind === 'name' && /^(true|false)$/i.test(token.name)) return token.name.toLowerCase() === 'true';
    }
    throw new FormulaSyntaxError('An array constant holds numbers, texts, logical values and errors only.');
  }
}

/** What may be called with a second pair of parentheses: LAMBDA(…)(…), a name, a call's result. */
function isCallable(node: FormulaNodeTree): boolean {
  return node.kind === 'call' || node.kind === 'apply' || node.kind === 'name';
}
