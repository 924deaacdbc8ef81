import { registerCustomFunctions } from '../../src/cli/customFunctions';
import { EmbeddedWorkbook } from '../../src/host/bridge/embedded';
import { CellError } from '../../src/host/model/cell';
import type { CellInput } from '../support/workbook';
import { sheetOf, workbookOf } from '../support/workbook';

/** Calculates formulas below each other in column H of a sheet with these rows, as the command line does. */
async function calculate(rows: CellInput[][], formulas: readonly string[], dateSystem: 1900 | 1904 = 1900) {
  const workbook = workbookOf({ Data: rows }, { dateSystem });
  const sheet = sheetOf(workbook, 'Data');
  formulas.forEach((formula, i) => sheet.put(i * 10, 7, { formula }));
  const embedded = new EmbeddedWorkbook(workbook);
  registerCustomFunctions(embedded.calculation.functions, workbook.dateSystem);
  embedded.calculation.recalculateAll();
  await embedded.calculation.pending;
  return formulas.map((_, i) => sheet.value(i * 10, 7));
}

const history = Array.from({ length: 24 }, (_, t): CellInput[] => [100 + 10 * (t % 4)]);

describe('functions in files that the command line calculates', () => {
  afterAll(() => registerCustomFunctions(new EmbeddedWorkbook(workbookOf({ Data: [] })).calculation.functions, 1900));

  it('read ranges with errors inside, and give errors of single arguments back', async () => {
    const holed = history.map((cells, t): CellInput[] => (t === 9 ? ['#N/A'] : cells));
    const [forecast, error, blank] = await calculate(holed, [
      'CADENZA.FORECAST(A1:A24,1,4)',
      'CADENZA.SAFETYSTOCK(95%,1/0,2)',
      'CADENZA.SAFETYSTOCK(95%,500,B1)',
    ]);
    expect(Math.abs(Number(forecast) - 100)).toBeLessThan(5);
    expect(error).toMatchObject({ code: '#DIV/0!' });
    expect(blank).toBe(0);
  });

  it('go through a range given for a single value, and say in words what is wrong', async () => {
    const [weeks, error] = await calculate(history, ['COUNTA(CADENZA.ISOWEEK(A1:A3))', 'CADENZA.FORECAST(B1:B3,1)']);
    expect(weeks).toBe(3);
    expect(error).toEqual(new CellError('#VALUE!', 'The history holds no number.'));
  });

  it('count dates by the date system of the file', async () => {
    const formulas = ['CADENZA.ISOWEEK(DATE(2026,12,31))', 'CADENZA.PHASE(10,DATE(2026,1,5),DATE(2026,1,9))'];
    const [week, first] = await calculate([], formulas);
    const [weekIn1904, firstIn1904] = await calculate([], formulas, 1904);
    expect([week, weekIn1904]).toEqual(['2026-W53', '2026-W53']);
    expect(Number(first) - Number(firstIn1904)).toBe(1462);
  });
});
