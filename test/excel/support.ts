import type { WorkbookReading } from '../../src/excel/read';
import { readWorkbook } from '../../src/excel/read';
import { emptyStats } from '../../src/excel/stats';
import type { WriteResult } from '../../src/excel/write';
import { writeOutputs } from '../../src/excel/write';
import { EmbeddedWorkbook } from '../../src/host/bridge/embedded';
import { startOfficeInNode } from '../../src/host/client/node';
import type { Workbook } from '../../src/host/model/workbook';
import type { SheetSpec, SpecCell } from '../../src/sheets/spec';

/** An embedded workbook with Microsoft's client connected to it. */
export async function connect(workbook: Workbook): Promise<EmbeddedWorkbook> {
  const embedded = new EmbeddedWorkbook(workbook);
  stopLast?.();
  ({ stop: stopLast } = await startOfficeInNode(embedded));
  return embedded;
}

let stopLast: (() => void) | undefined;
afterAll(() => stopLast?.());

export function read(): Promise<WorkbookReading> {
  return readWorkbook(emptyStats());
}

/** Reads what is there and writes the specs, as the use case "Plan" does. */
export async function write(specs: readonly SheetSpec[], stats = emptyStats()): Promise<WriteResult> {
  const reading = await read();
  return writeOutputs({ specs, owned: reading.owned, sheetCount: reading.sheetNames.length }, stats);
}

const value = (content: string | number | boolean): SpecCell => ({ value: content });

/** A small balance-like sheet with one of everything: table, formulas, formats, name, chart, outline, rules. */
export function balanceSpec(quantities: readonly number[], name = 'Balance'): SheetSpec {
  const last = 3 + quantities.length;
  const head: SpecCell[][] = [[value('Demand-supply balance')], [], [value('Week'), value('Made'), value('Stock')]];
  const body = quantities.map((quantity, i): SpecCell[] => [
    value(`2026-W${i + 10}`),
    value(quantity),
    { formula: i === 0 ? '=B4' : `=C${3 + i}+B${4 + i}` },
  ]);
  const table = { row: 2, column: 0, rows: quantities.length + 1, columns: 3 };
  return {
    key: 'balance',
    name,
    tabColor: '#0F5C6E',
    rows: [...head, ...body, [], [value('Total'), { formula: `=SUM(B4:B${last})` }]],
    formats: [
      { range: { row: 0, column: 0, rows: 1, columns: 1 }, style: 'title' },
      { range: { row: 3, column: 1, rows: quantities.length, columns: 1 }, style: 'decision', number: 'quantity' },
      { range: { row: last + 1, column: 0, rows: 1, columns: 2 }, style: 'total' },
    ],
    columnWidths: [14, 12, 12],
    tables: [{ name: 'CadenzaBalance', range: table, style: 'TableStyleLight1' }],
    names: [{ name: 'Cadenza_Total', range: { row: last + 1, column: 1, rows: 1, columns: 1 } }],
    conditionalFormats: [
      {
        kind: 'formula',
        range: { row: 3, column: 2, rows: quantities.length, columns: 1 },
        formula: '=C4<0',
        look: 'bad',
      },
      { kind: 'dataBar', range: { row: 3, column: 1, rows: quantities.length, columns: 1 }, color: '#0F5C6E' },
    ],
    validations: [
      {
        kind: 'decimal',
        range: { row: 3, column: 1, rows: quantities.length, columns: 1 },
        minimum: 0,
        message: 'Zero or more',
      },
    ],
    charts: [
      {
        name: 'Stock',
        kind: 'columnClustered',
        title: 'Stock',
        place: { row: 0, column: 5, rows: 12, columns: 6 },
        valueNumber: 'quantity',
        series: [
          {
            name: 'Stock',
            categories: { row: 3, column: 0, rows: quantities.length, columns: 1 },
            values: { row: 3, column: 2, rows: quantities.length, columns: 1 },
            color: '#0F5C6E',
          },
        ],
      },
    ],
    outline: [{ by: 'rows', from: 3, to: last - 1 }],
    freeze: { rows: 3, columns: 1 },
    print: { orientation: 'landscape', fitToWidth: true, titleRows: 3 },
  };
}

/** A log sheet: one row a run, below those it holds. */
export function logSpec(run: readonly [number, string, string]): SheetSpec {
  return {
    key: 'log',
    name: 'Plan log',
    tabColor: '#8A97A3',
    rows: [[value('Plan log')], [], [value('When'), value('By'), value('Fingerprint')], run.map(value)],
    formats: [{ range: { row: 3, column: 0, rows: 1, columns: 1 }, number: 'date' }],
    columnWidths: [12, 12, 14],
    tables: [{ name: 'CadenzaLog', range: { row: 2, column: 0, rows: 2, columns: 3 }, style: 'TableStyleLight1' }],
    names: [],
    conditionalFormats: [],
    validations: [],
    charts: [],
    outline: [],
    print: { orientation: 'landscape', fitToWidth: true },
    append: { table: 'CadenzaLog' },
  };
}
