import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { resolve } from 'node:path';
import type { FunctionsMetadata } from '../../src/functions/localise';
import { publishFunctions } from '../../src/functions/localise';
import { pacedFunctions } from '../../src/functions/register';
import type { FunctionMetadata } from '../../src/host/bridge/customFunctions';
import { EmbeddedWorkbook } from '../../src/host/bridge/embedded';
import type { CellValue } from '../../src/host/model/cell';
import type { Workbook, Worksheet } from '../../src/host/model/workbook';
import type { OfficeWindow } from './officePage';
import { openOfficePage } from './officePage';
import { sheetOf } from './workbook';

/** The metadata that the build publishes. */
export async function publishedMetadata(language: 'en' | 'it' = 'en'): Promise<FunctionsMetadata> {
  const source = resolve(__dirname, '../../src/functions/functions.ts');
  const { errors, metadataJson } = await generateCustomFunctionsMetadata(source);
  expect(errors).toEqual([]);
  return publishFunctions(JSON.parse(metadataJson) as FunctionsMetadata, language, 'https://add-in.test');
}

export interface FunctionPage {
  readonly embedded: EmbeddedWorkbook;
  readonly close: () => void;
}

/** A page with the stock office.js beside a workbook, in which the add-in's functions calculate as they do in the pane. */
export async function openFunctionPage(workbook: Workbook): Promise<FunctionPage> {
  const embedded = new EmbeddedWorkbook(workbook);
  const metadata = (await publishedMetadata()).functions as readonly FunctionMetadata[];
  const { dom } = await openOfficePage(embedded, associate, { functions: { namespace: 'CADENZA', metadata } });
  return { embedded, close: () => dom.window.close() };
}

function associate(window: OfficeWindow): void {
  Object.assign(globalThis, { CustomFunctions: window.CustomFunctions });
  for (const [id, implementation] of Object.entries(pacedFunctions(Promise.resolve())))
    window.CustomFunctions.associate(id, implementation);
}

/** Writes formulas one below the other, far enough apart to spill, and gives what each shows once all are calculated. */
export async function calculateInPage(
  { embedded }: FunctionPage,
  sheetName: string,
  formulas: readonly string[],
): Promise<CellValue[][][]> {
  const sheet = sheetOf(embedded.workbook, sheetName);
  embedded.edit(() => formulas.forEach((formula, i) => sheet.put(i * SPACE, 0, { formula })));
  await embedded.calculation.pending;
  return formulas.map((_, i) => spilledAt(sheet, i * SPACE));
}

const SPACE = 400;
const WIDTH = 60;

/** The block of cells that hold a value from a row on. */
function spilledAt(sheet: Worksheet, top: number): CellValue[][] {
  const rows: CellValue[][] = [];
  for (let row = top; row < top + SPACE; row++) {
    const cells = Array.from({ length: WIDTH }, (_, column) => sheet.value(row, column));
    const last = cells.findLastIndex((value) => value !== null);
    if (last < 0) break;
    rows.push(cells.slice(0, last + 1));
  }
  return rows;
}
