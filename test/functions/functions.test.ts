import { FunctionError, speakFunctions } from '../../src/functions/errors';
import { customFunctions } from '../../src/functions/register';

type Cells = (string | number | boolean)[][];

function call(id: string, ...args: unknown[]): unknown {
  return customFunctions[id]!(...args);
}
const cells = (id: string, ...args: unknown[]): Cells => call(id, ...args) as Cells;
const column = (values: readonly unknown[]): unknown[][] => values.map((value) => [value]);

function errorOf(id: string, ...args: unknown[]): FunctionError {
  try {
    call(id, ...args);
  } catch (error) {
    if (error instanceof FunctionError) return error;
    throw error;
  }
  throw new Error('no error');
}

const season = [60, 70, 90, 110, 130, 150, 160, 140, 110, 90, 80, 70];
const history = Array.from({ length: 48 }, (_, t) => season[t % 12]! + ((t * 37) % 11) - 5);
const serial = (year: number, month: number, day = 1) => Date.UTC(year, month - 1, day) / 86_400_000 + 25569;

afterEach(() => speakFunctions('en'));

describe('FORECAST', () => {
  it('gives a column for a column and a row for a row', () => {
    const down = cells('FORECAST', column(history), 6, null, null, null, null);
    const across = cells('FORECAST', [history], 6);
    expect(down).toHaveLength(6);
    expect(down[0]).toHaveLength(1);
    expect(across).toHaveLength(1);
    expect(across[0]).toEqual(down.map((row) => row[0]));
  });

  it('finds the season by itself', () => {
    const found = cells('FORECAST', column(history), 12);
    expect(found).toEqual(cells('FORECAST', column(history), 12, 12));
    found.forEach((row, h) => expect(Math.abs((row[0] as number) - season[h]!)).toBeLessThan(15));
  });

  it('adds bounds when a level is given, as a share or as a percentage', () => {
    const rows = cells('FORECAST', column(history), 3, 12, null, 0.8);
    rows.forEach(([mean, lower, upper]) => {
      expect(lower as number).toBeLessThan(mean as number);
      expect(upper as number).toBeGreaterThan(mean as number);
    });
    expect(cells('FORECAST', column(history), 3, 12, null, 80)).toEqual(rows);
  });

  it('ignores headings and blank cells around, and bridges blanks, text and errors inside', () => {
    const clean = cells('FORECAST', column(history), 6, 12);
    expect(cells('FORECAST', column(['Sales', '', ...history, '', null]), 6, 12)).toEqual(clean);
    const holes = history.map((y, t) => (t === 20 ? '' : t === 25 ? 'n/a' : t === 31 ? { code: '#N/A' } : y));
    cells('FORECAST', column(holes), 6, 12).forEach((row, h) => {
      expect(Math.abs((row[0] as number) - (clean[h]![0] as number))).toBeLessThan(6);
    });
  });

  it('puts dated values in order and fills the months between', () => {
    const dates = history.map((_, t) => serial(2021, 1 + t));
    const order = history.map((_, t) => (t * 7) % 48);
    const shuffled = cells(
      'FORECAST',
      column(order.map((t) => history[t])),
      6,
      null,
      null,
      null,
      column(order.map((t) => dates[t])),
    );
    expect(shuffled).toEqual(cells('FORECAST', column(history), 6, 12));
  });

  it('takes a model by name, in English or Italian', () => {
    const naive = cells('FORECAST', column(history), 12, 12, 'seasonal naive');
    expect(naive.map((row) => row[0])).toEqual(history.slice(-12));
    expect(cells('FORECAST', column(history), 12, 12, 'Ingenuo stagionale')).toEqual(naive);
  });

  it('says in words what is wrong', () => {
    expect(errorOf('FORECAST', [['a', 'b']], 3).message).toBe('The history holds no number.');
    expect(errorOf('FORECAST', column(history), 0).message).toContain('from 1 to 1,000');
    expect(errorOf('FORECAST', column(history), 3, null, 'prophet').message).toContain('ETS');
    expect(errorOf('FORECAST', column(history), 3, null, null, 150).code).toBe('#VALUE!');
    speakFunctions('it');
    expect(errorOf('FORECAST', [['a', 'b']], 3).message).toBe('Lo storico non contiene alcun numero.');
  });
});

describe('the functions about forecasts', () => {
  it('tell the model and its season', () => {
    const rows = new Map(cells('FORECAST.MODEL', column(history)).map(([key, value]) => [key, value]));
    expect(rows.get('Season')).toBe(12);
    expect(String(rows.get('Model'))).toContain('ETS');
  });

  it('measure forecasts against the naive', () => {
    const rows = cells('FORECAST.ACCURACY', column(history), 6, 12);
    const mase = rows.find(([key]) => key === 'MASE')!;
    expect(mase[1] as number).toBeGreaterThan(0);
    expect(mase[1] as number).toBeLessThan(mase[2] as number);
  });

  it('list a backtest that adds up to the measures', () => {
    const rows = cells('FORECAST.BACKTEST', column(history), 6, 12).slice(1) as number[][];
    const absolute = rows.reduce((sum, row) => sum + Math.abs(row[5]!), 0);
    const actual = rows.reduce((sum, row) => sum + row[3]!, 0);
    rows.forEach(([origin, step, place, value, forecast, error]) => {
      expect(place).toBe(origin! + step!);
      expect(value).toBe(history[place! - 1]);
      expect(error).toBeCloseTo(forecast! - value!, 12);
    });
    const wmape = cells('FORECAST.ACCURACY', column(history), 6, 12).find(([key]) => key === 'wMAPE')!;
    expect(wmape[1]).toBeCloseTo(absolute / actual, 12);
  });

  it('say when a history is too short to be tested', () => {
    expect(errorOf('FORECAST.ACCURACY', column([1, 2, 3])).code).toBe('#N/A');
  });

  it('count the cells of the range in backtests, also of histories longer than what is used', () => {
    const long = Array.from({ length: 400 }, (_, t) => 100 + ((t * 29) % 17));
    const rows = cells('FORECAST.BACKTEST', column(['Sales', '', ...long]), 2, 1).slice(1) as number[][];
    rows.forEach(([, , place, value]) => expect(value).toBe(long[place! - 3]));
    expect(rows.at(-1)![2]).toBe(402);
  });

  it('measure by steps what they measure at once', () => {
    const rows = cells('FORECAST.ACCURACY', column(history), 6, 12, null, true);
    expect(rows).toHaveLength(7);
    expect(rows.slice(1).map((row) => row[0])).toEqual([1, 2, 3, 4, 5, 6]);
    const counts = rows.slice(1).reduce((sum, row) => sum + (row[7] as number), 0);
    const all = cells('FORECAST.ACCURACY', column(history), 6, 12).find(([key]) => key === 'Errors counted')!;
    expect(all[1]).toBe(counts);
  });

  it('say what is wrong with drivers and with reconciliations', () => {
    const drivers = column(history.map((_, t) => t % 3));
    expect(errorOf('FORECAST', column(history), 3, 1, null, null, null, drivers).message).toContain('51 in all');
    const still = column(Array.from({ length: 51 }, () => 7));
    expect(errorOf('FORECAST', column(history), 3, 1, null, null, null, still).code).toBe('#N/A');
    const dates = column(history.map((_, t) => serial(2021, 1 + t)));
    expect(errorOf('FORECAST', column(history), 3, 1, null, null, dates, still).message).toContain('dates');
    expect(errorOf('FORECAST.MANY', [history], 3, 12, null, null, null, 'best').message).toContain('MinT');
    expect(errorOf('SEASONALITY', column(history.slice(0, 20)), 12).message).toContain('24 values');
  });

  it.each(['MinT', 'Bottom-up', 'Top-down', 'dal basso'])('make a block add up: %s', (method) => {
    const table = [0, 1, 2].map((i) => [`P${i}`, ...history.map((y, t) => y * (i + 1) + ((t * (7 + i)) % 5))]);
    const rows = cells('FORECAST.MANY', table, 4, 12, null, 0.8, null, method);
    expect(rows.map((row) => row[0])).toEqual(['P0', 'P1', 'P2', 'Total']);
    for (let h = 1; h <= 4; h++) {
      const [a, b, c, total] = rows.map((row) => row[h] as number);
      expect(total).toBe(a! + b! + c!);
      rows.forEach((row) => {
        expect(row[h + 4] as number).toBeLessThanOrEqual(row[h] as number);
        expect(row[h + 8] as number).toBeGreaterThanOrEqual(row[h] as number);
      });
    }
  });

  it('forecast many series as one by one, with their labels', () => {
    const other = history.map((y) => 3 * y);
    const rows = cells(
      'FORECAST.MANY',
      [
        ['A', ...history],
        ['B', ...other],
      ],
      4,
      12,
    );
    expect(rows.map((row) => row[0])).toEqual(['A', 'B']);
    expect(rows[1]!.slice(1)).toEqual(cells('FORECAST', [other], 4, 12)[0]);
    const turned = ['A', ...history].map((value, i) => [value, ['B', ...other][i]]);
    expect(cells('FORECAST.MANY', turned, 4, 12, null, null, true)[0]).toEqual(['A', 'B']);
  });

  it('give seasonal indices of mean one', () => {
    const indices = cells('SEASONALITY', column(history)).map(([value]) => value as number);
    expect(indices).toHaveLength(12);
    expect(indices.reduce((sum, value) => sum + value, 0) / 12).toBeCloseTo(1, 12);
    expect(Math.max(...indices)).toBe(indices[6]);
  });

  it('list outliers with their bounds, and say when there is none', () => {
    const spiked = history.map((y, t) => (t === 30 ? 900 : y));
    const rows = cells('OUTLIERS', column(spiked), 12);
    expect(rows.slice(1).map((row) => row.slice(0, 2))).toEqual([[31, 900]]);
    expect(cells('OUTLIERS', column(history), 12)).toEqual([['No outliers']]);
  });
});

describe('the stock functions', () => {
  it('agree with the book', () => {
    expect(call('FILLRATE', 6000, 10000, 2500, 500, 2)).toBeCloseTo(0.99749, 5);
    expect(call('SAFETYSTOCK', 0.9, 500, 2)).toBeCloseTo(1.281552 * 500 * Math.SQRT2, 2);
    expect(call('REORDERPOINT', '90', 2500, 500, 2)).toBeCloseTo(5000 + 1.281552 * 500 * Math.SQRT2, 2);
  });

  it('refuse what cannot be', () => {
    expect(errorOf('SAFETYSTOCK', 1, 500, 2).message).toContain('service');
    expect(errorOf('FILLRATE', 6000, 0, 2500, 500, 2).message).toContain('lot');
  });
});

describe('the calendar functions', () => {
  it('count working days', () => {
    expect(call('WORKDAYS', serial(2026, 12, 1), serial(2026, 12, 31), null, 'IT')).toBe(21);
    expect(call('WORKDAYS', serial(2026, 12, 1), serial(2026, 12, 31), [[serial(2026, 12, 24)]], 'it')).toBe(20);
    expect(call('WORKDAYS', serial(2026, 12, 1), serial(2026, 12, 31))).toBe(23);
  });

  it('name weeks', () => {
    expect(call('ISOWEEK', serial(2005, 1, 1))).toBe('2004-W53');
    expect(call('ISOWEEK', serial(2026, 12, 1))).toBe('2026-W49');
    expect(call('FISCALWEEK', serial(2026, 7, 1), 7)).toBe('FY2027-W01');
  });

  it('spread a total so that it adds up', () => {
    const rows = cells('PHASE', 1000, serial(2026, 1, 1), serial(2026, 12, 31));
    expect(rows).toHaveLength(12);
    expect(rows.reduce((sum, row) => sum + (row[1] as number), 0)).toBe(1000);
    expect(rows[1]).toEqual([serial(2026, 2, 1), 77]);
  });
});

describe('the pipeline functions', () => {
  const amounts = column([100000, 50000, 200000, 80000]);
  const probabilities = column([0.9, 0.6, 0.25, 0.1]);

  it('weigh deals and tell the chance of a target', () => {
    expect(call('WEIGHTED', amounts, probabilities)).toBe(178000);
    expect(call('CHANCE', amounts, probabilities, 200000)).toBeCloseTo(0.2905, 4);
    expect(call('CHANCE', amounts, column([90, 60, 25, 10]), 200000)).toBeCloseTo(0.2905, 4);
  });

  it('tell coverage and ramp', () => {
    expect(call('COVERAGE', amounts, 500000, 70000)).toBe(1);
    expect(errorOf('COVERAGE', amounts, 100, 100).code).toBe('#N/A');
    expect(call('RAMP', [[0, 3, 6, 9]], 6)).toEqual([[0, 0.5, 1, 1]]);
    expect(call('RAMP', [[0, 1, 5]], [[0.1, 0.5, 1]])).toEqual([[0.1, 0.5, 1]]);
  });
});
