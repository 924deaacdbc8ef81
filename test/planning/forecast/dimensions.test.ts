import type { DemandRecord, PlanInput, Settings } from '../../../src/planning/input';
import { findDimensions } from '../../../src/planning/forecast/dimensions';
import { forecastFamilies } from '../../../src/planning/forecast/families';
import { dayOf } from '../../../src/planning/time/civil';
import { makeContext } from '../../../src/planning/time/context';
import type { Day } from '../../../src/planning/units';

const SETTINGS = {
  planStart: dayOf(2026, 1, 1),
  horizon: 6,
  bucket: 'Month',
  fiscalYearStart: 1,
  fiscalPattern: 'Calendar',
  yearEndRule: 'Last',
  yearEndWeekday: 6,
  weekStart: 1,
  country: 'none',
  workingDays: [1, 2, 3, 4, 5],
  hoursPerDay: 8,
  intervalLevel: 0.8,
  today: dayOf(2026, 1, 1),
} as unknown as Settings;

function plan(demand: readonly DemandRecord[], over: Partial<Settings> = {}) {
  const input = { demand, families: [], holidays: [], settings: { ...SETTINGS, ...over } } as unknown as PlanInput;
  return forecastFamilies(input, makeContext(input));
}

const season = [60, 70, 90, 110, 130, 150, 160, 140, 110, 90, 80, 70];
let line = 0;
const row = (month: number, quantity: number, dimensions: Record<string, string>): DemandRecord => ({
  date: dayOf(2022, 1 + month, 1),
  family: 'Pumps',
  quantity,
  dimensions,
  origin: { sheet: 'Demand', row: ++line, columns: { date: 0, family: 1, quantity: 2 } },
});

/** Three regions and two channels, 48 months, each of its own size, season and noise. */
function demandOf(months = 48): DemandRecord[] {
  return Array.from({ length: months }, (_, t) =>
    ['North', 'Centre', 'South'].flatMap((region, r) =>
      ['Shop', 'Web'].map((channel, c) => {
        const quantity = season[(t + r) % 12]! * (1 + r) * (1 + c * 0.5) + ((t * (7 + 3 * r + 5 * c)) % 17);
        return row(t, quantity, { Region: region, Channel: channel });
      }),
    ),
  ).flat();
}

describe('dimensions of the demand table', () => {
  it('are columns with a few texts in nearly every row, not numbers, notes or half-empty ones', () => {
    const rows = Array.from({ length: 60 }, (_, i) =>
      row(i % 48, 1, {
        Region: ['North', 'north ', 'South'][i % 3]!,
        Price: String(10 + (i % 3)),
        Note: `seen ${i}`,
        ...(i % 2 === 0 ? { Promo: i % 4 === 0 ? 'yes' : 'no' } : {}),
        Country: 'IT',
      }),
    );
    expect(findDimensions(rows)).toEqual(['Region']);
  });

  it('give every member a forecast, and those of each dimension add up to the family', () => {
    const { forecasts } = plan(demandOf());
    const [forecast] = forecasts;
    const members = forecast!.parts!.map(({ dimension, member }) => `${dimension} ${member}`);
    expect(members).toEqual(['Region Centre', 'Region North', 'Region South', 'Channel Shop', 'Channel Web']);
    for (const dimension of ['Region', 'Channel']) {
      const parts = forecast!.parts!.filter((part) => part.dimension === dimension);
      forecast!.points.forEach((point, bucket) => {
        const sum = parts.reduce((total, part) => total + part.points[bucket]!.mean, 0);
        expect(sum).toBeCloseTo(point.mean, 6);
      });
    }
    for (const { points } of forecast!.parts!)
      for (const { mean, lower, upper } of points) {
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(mean);
        expect(upper).toBeGreaterThanOrEqual(mean);
      }
    expect(forecast!.notes.find((note) => note.code === 'forecast-reconciled')!.params).toEqual({
      dimensions: 'Region, Channel',
      count: 11,
    });
  });

  it('change little of what is forecast for a family with a clear pattern', () => {
    const demand = demandOf();
    const whole = plan(demand.map((record) => ({ ...record, dimensions: {} }))).forecasts[0]!;
    const divided = plan(demand).forecasts[0]!;
    divided.points.forEach((point, b) => expect(Math.abs(point.mean / whole.points[b]!.mean - 1)).toBeLessThan(0.03));
    expect(whole.parts).toBeUndefined();
  });

  it('share out the family where their histories are too short to weigh them', () => {
    const [forecast] = plan(
      demandOf(8).map((record) => ({ ...record, date: record.date + 1217 }) as DemandRecord),
    ).forecasts;
    const parts = forecast!.parts!.filter((part) => part.dimension === 'Channel');
    forecast!.points.forEach((point, bucket) => {
      expect(parts[0]!.points[bucket]!.mean + parts[1]!.points[bucket]!.mean).toBeCloseTo(point.mean, 6);
      expect(parts[1]!.points[bucket]!.mean / parts[0]!.points[bucket]!.mean).toBeCloseTo(1.5, 1);
    });
  });
});

describe('what the plan says about a forecast', () => {
  it('measures intervals and what it adds to the naive, and can be checked period by period', () => {
    const { accuracy, backtest, history } = plan(demandOf()).forecasts[0]!;
    expect(accuracy.coverage).toBeGreaterThan(0.5);
    expect(accuracy.valueAdded).toBeLessThan(1);
    const quantities = new Map(history.map(({ start, quantity }) => [start, quantity]));
    expect(backtest!.rows.length).toBeGreaterThan(12);
    backtest!.rows.forEach(({ start, actual, naive }) => {
      expect(actual).toBe(quantities.get(start));
      const year = history.findIndex((period) => period.start === start) - 12;
      expect(naive).toBe(history[year]!.quantity);
    });
    const strides = history.slice(12).map(({ quantity }, i) => Math.abs(quantity - history[i]!.quantity));
    expect(backtest!.scale).toBeCloseTo(strides.reduce((sum, x) => sum + x, 0) / strides.length, 9);
  });

  it('says that less than two years of weeks have no season of the year', () => {
    const weeks = Array.from({ length: 90 }, (_, i) => ({
      ...row(0, 100 + ((i * 7) % 11), {}),
      date: dayOf(2026, 1, 1) - 3 - 7 * (90 - i),
    })) as DemandRecord[];
    const [forecast] = plan(weeks).forecasts;
    expect(forecast).toMatchObject({ grain: 'Week', season: 1 });
    expect(forecast!.notes).toContainEqual({
      code: 'forecast-no-yearly-season',
      params: { family: 'Pumps', grain: 'Week', count: 90 },
    });
  });

  it('forecasts per working day where the past says that days are what counts', () => {
    const calendar = makeContext({
      holidays: [],
      settings: { ...SETTINGS, country: 'IT' },
    } as unknown as PlanInput).calendarOf();
    const monthly = Array.from({ length: 48 }, (_, t) => {
      const start = dayOf(2022, 1 + t, 1);
      return row(t, calendar.workingDays(start, (dayOf(2022, 2 + t, 1) - 1) as Day) * (10 + ((t * 7) % 5) / 10), {});
    });
    const [forecast] = plan(monthly, { country: 'IT' }).forecasts;
    expect(forecast!.notes.map((note) => note.code)).toContain('forecast-per-working-day');
    forecast!.points.forEach(({ mean, lower, upper }, b) => {
      const days = calendar.workingDays(dayOf(2026, 1 + b, 1), (dayOf(2026, 2 + b, 1) - 1) as Day);
      expect(Math.abs(mean / days - 10.2)).toBeLessThan(0.2);
      expect(lower).toBeLessThan(mean);
      expect(upper).toBeGreaterThan(mean);
    });
    const even = monthly.map((record, t) => ({ ...record, quantity: 200 + ((t * 7) % 5) }));
    const codes = plan(even, { country: 'IT' }).forecasts[0]!.notes.map((note) => note.code);
    expect(codes).not.toContain('forecast-per-working-day');
  });

  it('draws the intervals of intermittent demand over whole buckets, the same every time', () => {
    const weeks = Array.from({ length: 120 }, (_, i) => ({
      ...row(0, i % 5 === 0 ? 20 : 0, {}),
      date: dayOf(2026, 1, 1) - 3 - 7 * (120 - i),
    })) as DemandRecord[];
    const [forecast] = plan(weeks).forecasts;
    expect(forecast!.notes.map((note) => note.code)).toContain('forecast-intermittent');
    forecast!.points.forEach(({ mean, lower, upper }) => {
      expect(mean).toBeGreaterThan(10);
      expect(lower).toBeGreaterThanOrEqual(0);
      // Some 4.4 weeks a month with a chance of one in five each: 80 % of such months have no more than two demands.
      expect(upper).toBeGreaterThanOrEqual(30);
      expect(upper).toBeLessThanOrEqual(60);
    });
    expect(plan(weeks).forecasts[0]!.points).toEqual(forecast!.points);
  });
});
