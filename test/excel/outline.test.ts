import { readWorkbook } from '../../src/excel/read';
import { emptyStats } from '../../src/excel/stats';
import { writeOutputs } from '../../src/excel/write';
import { snapshot } from '../../src/host/model/snapshot';
import { Workbook } from '../../src/host/model/workbook';
import type { OutlineSpec, SheetSpec } from '../../src/sheets/spec';
import { connect, write } from './support';

/** A sheet of nothing but eight numbers and groups. */
function grouped(outline: readonly OutlineSpec[]): SheetSpec {
  return {
    key: 'balance',
    name: 'Balance',
    tabColor: '#0F5C6E',
    rows: Array.from({ length: 8 }, (_, row) => [{ value: row }]),
    formats: [],
    columnWidths: [],
    tables: [],
    names: [],
    conditionalFormats: [],
    validations: [],
    charts: [],
    outline,
    print: { orientation: 'landscape', fitToWidth: true },
  };
}

const BEFORE = grouped([
  { by: 'rows', from: 1, to: 2, collapsed: true },
  { by: 'rows', from: 4, to: 5 },
]);
const AFTER = grouped([
  { by: 'rows', from: 1, to: 3 },
  { by: 'columns', from: 1, to: 2, collapsed: true },
]);

function workbook(): Workbook {
  const made = new Workbook();
  made.addSheet('Notes').put(0, 0, { value: 'mine' });
  return made;
}

/** Levels, hidden lines and marks that say so; a mark that says no is as none. */
function outlineOf(made: Workbook): unknown {
  const { rows, columns } = made.sheet('Balance')!;
  const linesOf = (lines: typeof rows | typeof columns): unknown[] =>
    [...lines]
      .map(([at, line]) => [at, line.outlineLevel ?? 0, line.hidden === true, line.collapsed === true])
      .filter(([, level, hidden, collapsed]) => level !== 0 || hidden || collapsed)
      .sort(([a], [b]) => Number(a) - Number(b));
  return { rows: linesOf(rows), columns: linesOf(columns) };
}

test('a run that changes groups puts them back, whichever action fails: also the one that records what was done', async () => {
  let failures = 0;
  for (let action = 1; ; action++) {
    const embedded = await connect(workbook());
    await write([BEFORE]);
    const held = { cells: snapshot(embedded.workbook), outline: outlineOf(embedded.workbook) };
    const { owned, sheetNames } = await readWorkbook(emptyStats());
    embedded.faults.failAtAction(action, 'AccessDenied');
    const outcome = await writeOutputs({ specs: [AFTER], owned, sheetCount: sheetNames.length }, emptyStats()).then(
      () => 'written',
      () => 'failed',
    );
    if (outcome === 'written') break;
    failures++;
    expect([action, outlineOf(embedded.workbook)]).toEqual([action, held.outline]);
    expect(snapshot(embedded.workbook)).toEqual(held.cells);
  }
  expect(failures).toBeGreaterThan(30);
}, 60_000);
