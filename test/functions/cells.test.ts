import { CellError } from '../../src/host/model/cell';
import type { CellValue } from '../../src/host/model/cell';
import { countDatesFrom } from '../../src/functions/dates';
import { speakFunctions } from '../../src/functions/errors';
import type { FunctionPage } from '../support/functionPage';
import { calculateInPage, openFunctionPage } from '../support/functionPage';
import { hasOffice } from '../support/officePage';
import type { CellInput } from '../support/workbook';
import { workbookOf } from '../support/workbook';
import { hasCases, readCase } from '../planning/support/cases';

const season = [60, 70, 90, 110, 130, 150, 160, 140, 110, 90, 80, 70];
const history = Array.from({ length: 48 }, (_, t) => season[t % 12]! + ((t * 37) % 11) - 5);
const serial = (year: number, month: number, day = 1) => Date.UTC(year, month - 1, day) / 86_400_000 + 25569;
const holed = history.map((y, t): CellInput => (t === 20 ? undefined : t === 25 ? 'n/a' : t === 31 ? '#N/A' : y));

const deals: CellInput[][] = [
  ['Amount', 'Probability'],
  [100000, 0.9],
  [50000, 0.6],
  ['tbd', 0.5],
  [200000, 0.25],
  [70000, '#N/A'],
  [80000, 0.1],
  [undefined, 0.3],
];

/** Column A a whole history, B the same with a heading and a blank, text and an error inside, C its dates, D all of it doubled. */
const DATA: CellInput[][] = [
  ['Sales', 'Holed', 'Month', 'Twice'],
  ...history.map((y, t): CellInput[] => [y, holed[t], serial(2022, 1 + t), 2 * y]),
];

(hasOffice ? describe : describe.skip)('functions in cells, in the real runtime', () => {
  let page: FunctionPage;
  const numbers = (block: CellValue[][]): number[] => block.map((row) => Number(row[0]));
  const show = (...formulas: string[]) => calculateInPage(page, 'Out', formulas);

  beforeAll(async () => {
    const workbook = workbookOf({
      Data: DATA,
      Across: [
        ['Sales', ...history],
        ['Holed', ...holed],
        ['Dates', ...history.map((_, t) => serial(2022, 1 + t))],
      ],
      Deals: deals,
      Drivers: Array.from({ length: 30 }, (_, t): CellInput[] =>
        t < 24 ? [100 + 10 * (t % 5) + (t % 2), t % 5] : [undefined, t % 5],
      ),
      Regions: [
        ['Area', 'Shop', ...history.slice(0, 36).map((_, t) => serial(2022, 1 + t))],
        ['North', 'Milan', ...history.slice(0, 36)],
        ['North', 'Turin', ...history.slice(0, 36).map((y, t) => 40 + (y % 7) + (t % 3))],
        ['South', 'Bari', ...history.slice(0, 36).map((y, t) => 90 + ((y * t) % 13))],
      ],
      Out: [],
    });
    page = await openFunctionPage(workbook);
  }, 30_000);
  afterAll(() => {
    page.close();
    Object.assign(globalThis, { CustomFunctions: undefined });
  });
  afterEach(() => {
    speakFunctions('en');
    countDatesFrom(1900);
  });

  it('FORECAST reads a column with its heading like the row, and bridges blanks, text and errors inside', async () => {
    const [down, across, bridged, heading] = await show(
      'CADENZA.FORECAST(Data!A2:A49,6,12)',
      'CADENZA.FORECAST(Across!B1:AW1,6,12)',
      'CADENZA.FORECAST(Data!B2:B49,6,12)',
      'CADENZA.FORECAST(Data!A:A,6,12)',
    );
    expect(numbers(down!)).toHaveLength(6);
    expect(across!).toEqual([numbers(down!)]);
    expect(heading).toEqual(down);
    numbers(bridged!).forEach((value, h) => expect(Math.abs(value - numbers(down!)[h]!)).toBeLessThan(6));
  });

  it('FORECAST takes level, dates in any order and drivers', async () => {
    const [level, dated, driven, model] = await show(
      'CADENZA.FORECAST(Data!A2:A49,3,12,,80%)',
      'CADENZA.FORECAST(Data!A2:A49,3,,,,Data!C2:C49)',
      'CADENZA.FORECAST(Drivers!A1:A24,6,1,,,,Drivers!B1:B30)',
      'CADENZA.FORECAST.MODEL(Drivers!A1:A24,1,,,Drivers!B1:B30)',
    );
    for (const [mean, lower, upper] of level as number[][]) {
      expect(lower!).toBeLessThan(mean!);
      expect(upper!).toBeGreaterThan(mean!);
    }
    expect(numbers(dated!)).toEqual((level as number[][]).map((row) => row[0]));
    numbers(driven!).forEach((value, h) => expect(Math.abs(value - (100.5 + 10 * ((24 + h) % 5)))).toBeLessThan(1.5));
    const effect = model!.find(([name]) => name === 'Effect of driver 1')![1] as number;
    expect(effect).toBeGreaterThan(9);
    expect(effect).toBeLessThan(11);
  });

  it('FORECAST.MODEL, .ACCURACY and .BACKTEST tell the same story, and the backtest can be checked by hand', async () => {
    const [model, accuracy, steps, backtest, holedAccuracy] = await show(
      'CADENZA.FORECAST.MODEL(Data!A2:A49)',
      'CADENZA.FORECAST.ACCURACY(Data!A2:A49,6,12)',
      'CADENZA.FORECAST.ACCURACY(Data!A2:A49,6,12,,TRUE)',
      'CADENZA.FORECAST.BACKTEST(Data!A1:A49,6,12)',
      'CADENZA.FORECAST.ACCURACY(Across!B2:AW2,6,12)',
    );
    expect(model![1]).toEqual(['Season', 12]);
    const rows = backtest!.slice(1) as number[][];
    for (const [origin, step, place, actual, forecast, error, naive, naiveError] of rows) {
      expect(place).toBe(origin! + step!);
      expect(actual).toBe(DATA[place! - 1]![0]);
      expect(error).toBeCloseTo(forecast! - actual!, 9);
      expect(naiveError).toBeCloseTo(naive! - actual!, 9);
    }
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const stride = mean(history.slice(12).map((y, t) => Math.abs(y - history[t]!)));
    const mase = mean(rows.map((row) => Math.abs(row[5]!))) / stride;
    expect(accuracy!.find(([key]) => key === 'MASE')![1]).toBeCloseTo(mase, 9);
    expect(accuracy!.find(([key]) => key === 'Errors counted')![1]).toBe(rows.length);
    const coverage = accuracy!.find(([key]) => String(key).startsWith('Coverage'))![1] as number;
    expect(coverage).toBeGreaterThan(0.7);
    const first = rows.filter((row) => row[1] === 1);
    expect(steps![1]![1]).toBeCloseTo(mean(first.map((row) => Math.abs(row[5]!))) / stride, 9);
    expect(steps).toHaveLength(7);
    expect(Number(holedAccuracy!.find(([key]) => key === 'MASE')![1])).toBeGreaterThan(0);
  });

  it('FORECAST.MANY keeps labels, knows a first line of dates, and adds up to totals and groups when asked to', async () => {
    const [plain, reconciled, single, turned] = await show(
      'CADENZA.FORECAST.MANY(Regions!A1:AL4,4,12)',
      'CADENZA.FORECAST.MANY(Regions!A1:AL4,4,12,,,,"MinT")',
      'CADENZA.FORECAST(Regions!C3:AL3,4,12)',
      'CADENZA.FORECAST.MANY(Data!A1:A49,3,12,,,TRUE)',
    );
    expect(plain!.map((row) => row.slice(0, 2))).toEqual([
      ['Area', 'Shop'],
      ['North', 'Milan'],
      ['North', 'Turin'],
      ['South', 'Bari'],
    ]);
    expect(plain![0]!.slice(2).every((value) => value === '')).toBe(true);
    expect(plain![2]!.slice(2)).toEqual(single![0]);
    const [, milan, turin, bari, total, north, south] = reconciled!.map((row) => row.slice(2).map(Number));
    expect(reconciled!.slice(4).map((row) => row.slice(0, 2))).toEqual([
      ['Total', ''],
      ['North', 'Total'],
      ['South', 'Total'],
    ]);
    total!.forEach((value, h) => {
      expect(value).toBe(milan![h]! + turin![h]! + bari![h]!);
      expect(north![h]).toBe(milan![h]! + turin![h]!);
      expect(south![h]).toBe(bari![h]);
    });
    expect(turned![0]).toEqual(['Sales']);
    expect(turned).toHaveLength(4);
  });

  it('SEASONALITY and OUTLIERS read headings, holes and rows', async () => {
    const [down, across, holes, none] = await show(
      'CADENZA.SEASONALITY(Data!A1:A49,12)',
      'CADENZA.SEASONALITY(Across!A1:AW1,12,)',
      'CADENZA.OUTLIERS(Data!B1:B49,12,1)',
      'CADENZA.OUTLIERS(Across!B1:AW1)',
    );
    expect(across).toEqual([numbers(down!)]);
    expect(numbers(down!).reduce((sum, value) => sum + value, 0)).toBeCloseTo(12, 9);
    expect(holes![0]).toEqual(['Place', 'Value', 'Expected', 'Lower', 'Upper']);
    for (const [place, value] of holes!.slice(1) as number[][]) {
      const cell = DATA[place! - 1]![1];
      if (typeof cell === 'number') expect(value).toBe(cell);
    }
    expect(none).toEqual([['No outliers']]);
  });

  it('the stock functions take cells and give errors in their arguments back', async () => {
    const [safety, point, fill, error, refused] = await show(
      'CADENZA.SAFETYSTOCK(95%,500,2)',
      'CADENZA.REORDERPOINT(95%,2500,500,2)',
      'CADENZA.FILLRATE(6000,10000,2500,500,2)',
      'CADENZA.SAFETYSTOCK(95%,1/0,2)',
      'CADENZA.SAFETYSTOCK(1,500,2)',
    );
    expect(Number(point![0]![0]) - Number(safety![0]![0])).toBeCloseTo(5000, 6);
    expect(fill![0]![0]).toBeCloseTo(0.99749, 5);
    expect(error![0]![0]).toMatchObject({ code: '#DIV/0!' });
    expect(refused![0]![0]).toEqual(new CellError('#VALUE!', 'service must lie between 0 and 1 (or 0% and 100%).'));
  });

  it('the calendar functions read dates, and pass over what is no holiday', async () => {
    const [phase, workdays, fiscal, iso, weeks] = await show(
      'CADENZA.PHASE(1000,DATE(2026,1,1),DATE(2026,12,31))',
      'CADENZA.WORKDAYS(DATE(2026,12,1),DATE(2026,12,31),Deals!A1:B8,"IT")',
      'CADENZA.FISCALWEEK(DATE(2026,7,1),7)',
      'CADENZA.ISOWEEK(DATE(2026,12,31))',
      'CADENZA.ISOWEEK(Data!C2:C4)',
    );
    expect(phase!.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(1000);
    expect(phase![1]![0]).toBe(serial(2026, 2));
    expect(workdays).toEqual([[21]]);
    expect([fiscal, iso]).toEqual([[['FY2027-W01']], [['2026-W53']]]);
    expect(weeks).toEqual([['2021-W52'], ['2022-W05'], ['2022-W09']]);
  });

  it('dates of a workbook of the 1904 system mean the same days', async () => {
    countDatesFrom(1904);
    const shift = 1462;
    const [iso, workdays, phase, dated] = await show(
      `CADENZA.ISOWEEK(${serial(2026, 12, 31) - shift})`,
      `CADENZA.WORKDAYS(${serial(2026, 12, 1) - shift},${serial(2026, 12, 31) - shift},${serial(2026, 12, 24) - shift},"IT")`,
      `CADENZA.PHASE(1000,${serial(2026, 1, 1) - shift},${serial(2026, 2, 28) - shift})`,
      `CADENZA.FORECAST(Data!A2:A49,3,,,,Data!C2:C49-${shift})`,
    );
    expect([iso, workdays]).toEqual([[['2026-W53']], [[20]]]);
    expect(phase!.map((row) => row[0])).toEqual([serial(2026, 1) - shift, serial(2026, 2) - shift]);
    expect(dated).toEqual((await show('CADENZA.FORECAST(Data!A2:A49,3,12)'))[0]);
  });

  it('the pipeline functions pass over rows that are no deals', async () => {
    const [weighted, chance, coverage, ramp] = await show(
      'CADENZA.WEIGHTED(Deals!A2:A8,Deals!B2:B8)',
      'CADENZA.CHANCE(Deals!A1:A8,Deals!B1:B8,200000)',
      'CADENZA.COVERAGE(Deals!A1:A8,570000,70000)',
      'CADENZA.RAMP(Deals!A1:B2,6)',
    );
    expect(weighted).toEqual([[178000]]);
    expect(chance![0]![0]).toBeCloseTo(0.2905, 4);
    expect(coverage).toEqual([[1]]);
    expect(ramp).toEqual([
      ['', ''],
      [1, 0.15],
    ]);
  });

  it('errors are said in words, in the language of Excel', async () => {
    const [none, short] = await show('CADENZA.FORECAST(Deals!A1:B1,3)', 'CADENZA.FORECAST.ACCURACY(Data!A2:A4)');
    expect(none![0]![0]).toEqual(new CellError('#VALUE!', 'The history holds no number.'));
    expect(short![0]![0]).toMatchObject({ code: '#N/A' });
    speakFunctions('it');
    const [nessuno, modello] = await show(
      'CADENZA.FORECAST(Deals!A1:B1,4)',
      'CADENZA.FORECAST(Data!A2:A49,3,12,"prophet")',
    );
    expect(nessuno![0]![0]).toEqual(new CellError('#VALUE!', 'Lo storico non contiene alcun numero.'));
    expect(modello![0]![0]).toMatchObject({ detail: expect.stringContaining('Il modello «prophet» non esiste') });
  });

  (hasCases ? it : it.skip)('the textbook cases come out of cells', async () => {
    const tahoe = readCase<{ demand: number[] }, { seasonal: number[]; static_F13_16_exact: number[] }>('TAHOE');
    const nist = readCase<{ y: number[] }, { published_MSE: number }>('NIST-SES');
    const fill = readCase<
      { D_week: number; sd_week: number; L_weeks: number; Q: number; ROP: number },
      { ss: number; CSL: number; fill_rate: number }
    >('SAFETY-FILL');
    const stock = `${fill.input.D_week},${fill.input.sd_week},${fill.input.L_weeks}`;
    const [seasonal, winters, ses, rate, point] = await show(
      `CADENZA.SEASONALITY({${tahoe.input.demand.join(',')}},4)`,
      `CADENZA.FORECAST({${tahoe.input.demand.join(',')}},4,4,"Holt-Winters")`,
      `CADENZA.FORECAST({${nist.input.y.join(',')}},3,1,"SES")`,
      `CADENZA.FILLRATE(${fill.input.ROP},${fill.input.Q},${stock})`,
      `CADENZA.REORDERPOINT(${fill.expected.CSL},${stock})`,
    );
    (seasonal![0] as number[]).forEach((index, j) => {
      expect(Math.abs(index - tahoe.expected.seasonal[j]!)).toBeLessThan(0.08);
    });
    (winters![0] as number[]).forEach((value, h) => {
      expect(Math.abs(value / tahoe.expected.static_F13_16_exact[h]! - 1)).toBeLessThan(0.2);
    });
    const [first, ...others] = ses![0] as number[];
    expect(others).toEqual([first, first]);
    expect(Math.abs(first! - 71)).toBeLessThan(Math.sqrt(nist.expected.published_MSE));
    expect(rate![0]![0]).toBeCloseTo(fill.expected.fill_rate, 5);
    expect(Math.abs(Number(point![0]![0]) - fill.input.ROP)).toBeLessThan(1);
  });
});
