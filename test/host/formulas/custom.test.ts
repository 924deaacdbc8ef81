import { Calculation } from '../../../src/host/formulas/calculation';
import type { CustomArgument, InvocationContext } from '../../../src/host/formulas/custom';
import { FunctionRegistry } from '../../../src/host/formulas/custom';
import { CellError } from '../../../src/host/model/cell';
import type { CellValue } from '../../../src/host/model/cell';
import type { Worksheet } from '../../../src/host/model/workbook';
import { Workbook } from '../../../src/host/model/workbook';

interface Bench {
  sheet: Worksheet;
  calculation: Calculation;
  functions: FunctionRegistry;
  enter: (address: [number, number], formula: string) => CellValue;
}

function makeBench(): Bench {
  const workbook = new Workbook();
  const sheet = workbook.addSheet('My sheet');
  const functions = new FunctionRegistry();
  const calculation = new Calculation(workbook, { functions });
  const enter = ([row, column]: [number, number], formula: string): CellValue => {
    sheet.put(row, column, { formula });
    calculation.recalculate();
    return sheet.value(row, column);
  };
  return { sheet, calculation, functions, enter };
}

describe('custom functions', () => {
  it('get values, arrays, omitted arguments as null, and the calling address', () => {
    const { sheet, functions, enter } = makeBench();
    let seen: { args: CustomArgument[]; address: string } | undefined;
    functions.register('CADENZA.ECHO', (args, { address }) => {
      seen = { args, address };
      return 1;
    });
    sheet.put(0, 0, { value: 5 });
    sheet.put(0, 1, { value: 'x' });
    enter([2, 1], 'cadenza.echo(A1:B2,,A1,1/0)');
    expect(seen).toEqual({
      args: [
        [
          [5, 'x'],
          [null, null],
        ],
        null,
        5,
        new CellError('#DIV/0!'),
      ],
      address: "'My sheet'!B3",
    });
  });

  it('spill arrays', () => {
    const { sheet, functions, enter } = makeBench();
    functions.register('CADENZA.PAIR', () => [
      [1, 2],
      [3, 4],
    ]);
    enter([0, 0], 'CADENZA.PAIR()');
    expect([sheet.value(0, 1), sheet.value(1, 1)]).toEqual([2, 4]);
  });

  it('give #NAME? until they are registered, and again when they are gone', async () => {
    const { sheet, calculation, functions, enter } = makeBench();
    expect(enter([0, 0], 'CADENZA.ONE()+1')).toEqual(new CellError('#NAME?'));
    functions.register('CADENZA.ONE', () => 1);
    await calculation.pending;
    expect(sheet.value(0, 0)).toBe(2);
    functions.unregister('CADENZA.ONE');
    await calculation.pending;
    expect(sheet.value(0, 0)).toEqual(new CellError('#NAME?'));
  });

  it('show #BUSY! until a promise settles, then their dependants recalculate', async () => {
    const { sheet, calculation, functions, enter } = makeBench();
    let settle: (value: number) => void = () => undefined;
    functions.register('CADENZA.SLOW', () => new Promise<number>((resolve) => (settle = resolve)));
    expect(enter([0, 0], 'CADENZA.SLOW(1)')).toEqual(new CellError('#BUSY!'));
    enter([0, 1], 'A1*2');
    settle(21);
    await calculation.pending;
    expect([sheet.value(0, 0), sheet.value(0, 1)]).toEqual([21, 42]);
  });

  it('wait for arguments that are still pending', async () => {
    const { sheet, calculation, functions, enter } = makeBench();
    const calls: CustomArgument[][] = [];
    functions.register('CADENZA.SLOW', (args) => Promise.resolve(Number(args[0]) + 1));
    functions.register('CADENZA.NEXT', (args) => {
      calls.push(args);
      return Promise.resolve(Number(args[0]) * 10);
    });
    enter([0, 0], 'CADENZA.NEXT(CADENZA.SLOW(1))');
    await calculation.pending;
    expect(sheet.value(0, 0)).toBe(20);
    expect(calls).toEqual([[2]]);
  });

  it('are called once for one set of arguments, and anew when an argument changes', () => {
    const { sheet, calculation, functions, enter } = makeBench();
    let calls = 0;
    functions.register('CADENZA.COUNTED', (args) => {
      calls++;
      return Number(args[0]);
    });
    sheet.put(0, 0, { value: 1 });
    enter([0, 1], 'CADENZA.COUNTED(A1)+CADENZA.COUNTED(A1)');
    expect(calls).toBe(1);
    sheet.put(0, 0, { value: 2 });
    calculation.recalculate();
    expect([calls, sheet.value(0, 1)]).toEqual([2, 4]);
    calculation.recalculateAll();
    expect(calls).toBe(3);
  });

  it('are cancelled when the cell is edited or called with other arguments first', async () => {
    const { sheet, calculation, functions, enter } = makeBench();
    const signals: AbortSignal[] = [];
    functions.register('CADENZA.SLOW', (args, { signal }) => {
      signals.push(signal);
      return new Promise((resolve) => setTimeout(() => resolve(Number(args[0])), 5));
    });
    sheet.put(0, 0, { value: 1 });
    enter([0, 1], 'CADENZA.SLOW(A1)');
    sheet.put(0, 0, { value: 2 });
    calculation.recalculate();
    expect(signals.map((s) => s.aborted)).toEqual([true, false]);
    await calculation.pending;
    expect(sheet.value(0, 1)).toBe(2);
    enter([0, 1], 'CADENZA.SLOW(3)');
    sheet.put(0, 1, { value: 'typed' });
    calculation.recalculate();
    await calculation.pending;
    expect(signals[2]?.aborted).toBe(true);
    expect(sheet.value(0, 1)).toBe('typed');
  });

  it('turn what they throw into an error with its text', async () => {
    const { sheet, calculation, functions, enter } = makeBench();
    functions.register('CADENZA.NA', () => {
      throw new CellError('#N/A', 'No such family.');
    });
    functions.register('CADENZA.FAIL', () => Promise.reject(new Error('Out of order.')));
    expect(enter([0, 0], 'CADENZA.NA()')).toEqual(new CellError('#N/A', 'No such family.'));
    enter([0, 1], 'CADENZA.FAIL()');
    await calculation.pending;
    expect(sheet.value(0, 1)).toEqual(new CellError('#VALUE!', 'Out of order.'));
  });

  it('stream results with update', async () => {
    const { sheet, calculation, functions, enter } = makeBench();
    let stream: InvocationContext | undefined;
    functions.register('CADENZA.TICK', (_args, invocation) => {
      stream = invocation;
      return undefined;
    });
    expect(enter([0, 0], 'CADENZA.TICK()')).toEqual(new CellError('#BUSY!'));
    enter([0, 1], 'A1+1');
    for (const value of [1, 2]) {
      stream?.update(value);
      await calculation.pending;
      expect([sheet.value(0, 0), sheet.value(0, 1)]).toEqual([value, value + 1]);
    }
  });

  it('are called for each element where a scalar parameter gets an array', () => {
    const { sheet, functions, enter } = makeBench();
    functions.register('CADENZA.DOUBLE', (args) => Number(args[0]) * 2, { parameters: ['scalar'] });
    enter([0, 0], 'CADENZA.DOUBLE({1;2;3})');
    expect([0, 1, 2].map((row) => sheet.value(row, 0))).toEqual([2, 4, 6]);
  });

  it('are called at every recalculation when volatile', () => {
    const { calculation, functions, enter } = makeBench();
    let calls = 0;
    functions.register('CADENZA.LIVE', () => ++calls, { volatile: true });
    enter([0, 0], 'CADENZA.LIVE()');
    calculation.recalculate();
    expect(calls).toBe(2);
  });
});

describe('manual calculation', () => {
  it('gives an entered formula a first value and leaves the rest until asked', () => {
    const workbook = new Workbook();
    const sheet = workbook.addSheet('Sheet1');
    const calculation = new Calculation(workbook);
    sheet.put(0, 0, { value: 1 });
    sheet.put(0, 1, { formula: 'A1*2' });
    calculation.finishBatch();
    calculation.mode = 'Manual';
    sheet.put(0, 0, { value: 5 });
    sheet.put(0, 2, { formula: 'B1+A1' });
    calculation.finishBatch();
    expect([sheet.value(0, 1), sheet.value(0, 2)]).toEqual([2, 7]);
    calculation.recalculate();
    expect([sheet.value(0, 1), sheet.value(0, 2)]).toEqual([10, 15]);
  });
});
