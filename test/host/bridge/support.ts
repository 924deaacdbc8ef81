import type { EmbeddedWorkbookOptions } from '../../../src/host/bridge/embedded';
import { EmbeddedWorkbook } from '../../../src/host/bridge/embedded';
import { startOfficeInNode } from '../../../src/host/client/node';
import type { Workbook } from '../../../src/host/model/workbook';
import { workbookOf } from '../../support/workbook';

/** A workbook with a table, a plain block, a formula and a second sheet. */
export function sampleWorkbook(): Workbook {
  return workbookOf({
    Sales: {
      rows: [
        ['Item', 'Units', 'Price'],
        ['Pump', 3, 10],
        ['Valve', 5, 20],
        ['Seal', 8, 1.5],
      ],
      table: 'Sales',
    },
    Notes: [
      ['Name', 'Value', 'Double'],
      ['a', 1, '=B2*2'],
      ['b', 2, '=B3*2'],
      [null, null, null],
      ['far', 9, null],
    ],
  });
}

/** Runs a batch of the real client on a workbook, and gives what it returns. */
export async function runExcel<R>(
  workbook: Workbook | EmbeddedWorkbook,
  batch: (context: Excel.RequestContext, embedded: EmbeddedWorkbook) => Promise<R>,
  options: EmbeddedWorkbookOptions = {},
): Promise<R> {
  const embedded = workbook instanceof EmbeddedWorkbook ? workbook : new EmbeddedWorkbook(workbook, options);
  const { Excel: client, stop } = await startOfficeInNode(embedded);
  try {
    return await client.run((context) => batch(context, embedded));
  } finally {
    stop();
  }
}

/** The code with which a batch fails; 'none' when it does not. */
export async function codeOf(
  workbook: Workbook | EmbeddedWorkbook,
  batch: (context: Excel.RequestContext, embedded: EmbeddedWorkbook) => Promise<unknown> | void,
  options: EmbeddedWorkbookOptions = {},
): Promise<string> {
  try {
    await runExcel(
      workbook,
      async (context, embedded) => {
        await batch(context, embedded);
        await context.sync();
      },
      options,
    );
    return 'none';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
