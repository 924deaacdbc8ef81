import type { DemandRecord, PlanInput, Settings } from '../../../src/planning/input';
import { forecastFamilies } from '../../../src/planning/forecast/families';
import { addDays, dayOf } from '../../../src/planning/time/civil';
import { makeContext } from '../../../src/planning/time/context';
import type { Day } from '../../../src/planning/units';
import { hasMessage, translate } from '../../../src/i18n/translate';
import { settingsOf } from '../support/records';

function settings(over: Partial<Settings> = {}): Settings {
  const start = dayOf(2026, 1, 1);
  return settingsOf({ planStart: start, today: start, horizon: 12, bucket: 'Month', country: 'none', ...over });
}

function row(date: Day, quantity: number, family = 'Pumps', index = 1): DemandRecord {
  return {
    date,
    family,
    quantity,
    dimensions: {},
    origin: { sheet: 'Demand', row: index, columns: { date: 0, family: 1, quantity: 2 } },
  };
}

function plan(demand: readonly DemandRecord[], over: Partial<Settings> = {}) {
  const input = {
    demand,
    families: [],
    holidays: [],
    settings: settings(over),
  } as unknown as PlanInput;
  return forecastFamilies(input, makeContext(input));
}

const months = (from: number, count: number) => Array.from({ length: count }, (_, i) => dayOf(from, 1 + i, 1));
const season = [60, 70, 90, 110, 130, 150, 160, 140, 110, 90, 80, 70];

describe('forecasts of families', () => {
  it('keep the season of monthly rows in monthly buckets', () => {
    const { forecasts, issues } = plan(months(2022, 48).map((date, i) => row(date, season[i % 12]! * 10)));
    expect(issues).toEqual([]);
    expect(forecasts).toHaveLength(1);
    const [forecast] = forecasts;
    expect(forecast).toMatchObject({ family: 'Pumps', grain: 'Month', season: 12 });
    expect(forecast!.history).toHaveLength(48);
    forecast!.points.forEach((point, i) => {
      expect(point.bucket).toBe(i);
      expect(Math.abs(point.mean / (season[i]! * 10) - 1)).toBeLessThan(0.02);
      expect(point.lower).toBeLessThanOrEqual(point.mean);
      expect(point.upper).toBeGreaterThanOrEqual(point.mean);
    });
  });

  it('take history that reaches today as fresh, however late the plan starts, and warn of older', () => {
    const demand = months(2022, 48).map((date, i) => row(date, season[i % 12]! * 10));
    const codes = (over: Partial<Settings>) => plan(demand, over).issues.map((issue) => issue.code);
    expect(codes({ planStart: dayOf(2026, 7, 1) })).not.toContain('forecast-stale-history');
    expect(codes({ planStart: dayOf(2026, 7, 1), today: dayOf(2026, 6, 20) })).toContain('forecast-stale-history');
  });

  it('spread monthly forecasts over weeks by working days, losing nothing', () => {
    const demand = months(2022, 48).map((date) => row(date, 230));
    const { forecasts } = plan(demand, { bucket: 'Week', horizon: 30, planStart: dayOf(2026, 1, 5) });
    const points = forecasts[0]!.points;
    expect(points).toHaveLength(30);
    // January 2026 has 22 working days, the first full week 5 of them.
    expect(points[0]!.mean).toBeCloseTo((230 * 5) / 22, 6);
    // The week from 26 January lies wholly in it, the week from 23 February too (20 working days).
    expect(points[3]!.mean).toBeCloseTo((230 * 5) / 22, 6);
    expect(points[7]!.mean).toBeCloseTo((230 * 5) / 20, 6);
  });

  it('sum weekly forecasts into months', () => {
    const start = dayOf(2023, 1, 2);
    const demand = Array.from({ length: 156 }, (_, i) => row(addDays(start, 7 * i), 50));
    const { forecasts } = plan(demand, { planStart: dayOf(2026, 1, 1) });
    expect(forecasts[0]!.grain).toBe('Week');
    // February 2026 has 20 working days: four weeks' worth.
    expect(forecasts[0]!.points[1]!.mean).toBeCloseTo(200, 6);
  });

  it('count daily rows in the buckets of the plan and leave out a last month that is not over', () => {
    const demand = Array.from({ length: 730 + 15 }, (_, i) => row(addDays(dayOf(2023, 11, 1), i), 1));
    const { forecasts, issues } = plan(demand, { planStart: dayOf(2026, 1, 1), today: dayOf(2025, 11, 15) });
    expect(forecasts[0]!.grain).toBe('Month');
    expect(forecasts[0]!.history.at(-1)!.start).toBe(dayOf(2025, 10, 1));
    expect(issues).toContainEqual(
      expect.objectContaining({ code: 'forecast-last-period-left-out', params: { start: '2025-11-01' } }),
    );
  });

  it('never see demand on or after the plan start', () => {
    const demand = months(2024, 26).map((date, i) => row(date, i >= 24 ? 9999 : 100));
    const { forecasts, issues } = plan(demand);
    expect(forecasts[0]!.history).toHaveLength(24);
    expect(issues).toContainEqual(expect.objectContaining({ code: 'forecast-rows-after-start', params: { count: 2 } }));
    forecasts[0]!.points.forEach((point) => expect(point.mean).toBeCloseTo(100, 6));
  });

  it('count months without rows as zero, and say so', () => {
    const demand = months(2024, 24)
      .filter((_, i) => i % 3 !== 1)
      .map((date) => row(date, 30));
    const { forecasts } = plan(demand);
    expect(forecasts[0]!.history).toHaveLength(24);
    expect(forecasts[0]!.notes).toContainEqual({
      code: 'forecast-gaps-as-zero',
      params: { family: 'Pumps', count: 8 },
    });
    forecasts[0]!.points.forEach((point) => expect(point.lower).toBeGreaterThanOrEqual(0));
  });

  it('warn of short histories at the cell of the family', () => {
    const { forecasts, issues } = plan([row(dayOf(2025, 12, 1), 7, 'Valves', 4)]);
    expect(forecasts[0]!.points.map((point) => point.mean)).toEqual(Array(12).fill(7));
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: 'forecast-short-history',
        cell: { sheet: 'Demand', row: 4, column: 2 },
      }),
    );
  });

  it('name the periods that do not fit, in words, and leave them in the history', () => {
    const demand = months(2022, 48).map((date, i) => row(date, i === 20 ? 5000 : season[i % 12]! * 10));
    const { forecasts } = plan(demand);
    const note = forecasts[0]!.notes.find(({ code }) => code === 'forecast-outliers')!;
    expect(note.params).toMatchObject({ count: 1, dates: '2023-09-01' });
    expect(forecasts[0]!.history[20]!.quantity).toBe(5000);
    forecasts[0]!.notes.forEach(({ code, params }) => {
      const key = `issue.${code}`;
      expect(hasMessage(key) && translate('it', key, params)).toContain('Pumps');
    });
  });

  it('do not depend on the order of the rows', () => {
    const demand = months(2023, 36).flatMap((date, i) => [row(date, 100 + i), row(date, 5 * (i % 7), 'Valves')]);
    expect(JSON.stringify(plan([...demand].reverse()).forecasts)).toBe(JSON.stringify(plan(demand).forecasts));
  });
});
