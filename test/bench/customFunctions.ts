import { EmbeddedWorkbook } from '../../src/host/bridge/embedded';
import { Workbook } from '../../src/host/model/workbook';
import type { OfficeWindow } from '../support/officePage';
import { openOfficePage } from '../support/officePage';
import { report, stopwatch } from './report';

/**
 * How long 1,000 cells of a custom function take through the real runtime of office.js: each is called over the bridge and its result
 * comes back as a request. Run with `node -r @swc-node/register test/bench/customFunctions.ts`.
 */
const CELLS = 1_000;
const LIMIT_MS = 3_000;

const METADATA = [
  {
    id: 'GROW',
    name: 'GROW',
    parameters: [
      { name: 'value', type: 'number' },
      { name: 'rate', type: 'number' },
    ],
  },
];

function associateGrow({ CustomFunctions }: OfficeWindow): void {
  CustomFunctions.associate('GROW', (value: number, rate: number) => value * (1 + rate));
}

async function measure(what: string, work: () => Promise<void>): Promise<void> {
  const stop = stopwatch();
  await work();
  report(what, stop(), LIMIT_MS);
}

async function run(): Promise<void> {
  const workbook = new Workbook();
  const sheet = workbook.addSheet('Sheet1');
  sheet.put(0, 2, { value: 0.1 });
  for (let row = 0; row < CELLS; row++) {
    sheet.write(row, 0, { value: row });
    sheet.write(row, 1, { formula: `CADENZA.GROW(A${row + 1},$C$1)` });
  }
  const embedded = new EmbeddedWorkbook(workbook);
  const { dom } = await openOfficePage(embedded, associateGrow, {
    functions: { namespace: 'CADENZA', metadata: METADATA },
  });
  await measure('1,000 cells of a custom function: first calculation', () => embedded.calculation.pending);
  await measure('1,000 cells of a custom function: recalculated', async () => {
    embedded.edit((edited) => edited.sheet('Sheet1')?.put(0, 2, { value: 0.2 }));
    await embedded.calculation.pending;
  });
  if (sheet.value(999, 1) !== 999 * 1.2) throw new Error('A formula has a wrong value.');
  dom.window.close();
}

void run();
