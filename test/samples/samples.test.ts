import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeManufacturer } from '../../assets/samples/manufacturer/workbook';
import { makeServices } from '../../assets/samples/services/workbook';
import { openXlsx } from '../../src/host/xlsx/open';
import { saveXlsx } from '../../src/host/xlsx/save';
import { dayOf } from '../../src/planning/time/civil';
import { parseWorkbook } from '../../src/sheets/inputs/parse';
import { createDirectPlanner } from '../../src/worker/directPlanner';
import { readModel } from './readModel';

const today = dayOf(2026, 11, 25);

describe('the manufacturer', () => {
  const { input, issues } = parseWorkbook(readModel(makeManufacturer()), { today });

  it('is read without a single remark', () => {
    expect(issues).toEqual([]);
    expect(input.settings.language).toBe('it');
  });

  it('has what it is said to have', () => {
    expect(new Set(input.targets.map((own) => own.year))).toEqual(new Set([2027, 2028, 2029]));
    expect(new Set(input.targets.map((own) => own.team)).size).toBe(4);
    expect(input.pipeline).toHaveLength(400);
    expect(input.families).toHaveLength(6);
    expect(new Set(input.routings.map((own) => own.resource)).size).toBe(4);
    expect(new Set(input.demand.map((own) => own.date)).size).toBe(156);
    expect(
      input.holidays.filter((own) => own.date >= dayOf(2027, 8, 1) && own.date <= dayOf(2027, 8, 31)),
    ).toHaveLength(10);
  });

  it('splits the revenue target into its parts exactly', () => {
    for (const year of [2027, 2028, 2029]) {
      const own = input.targets.filter((record) => record.metric === 'Revenue' && record.year === year);
      const parts = own
        .filter((record) => record.parent !== undefined)
        .reduce((total, record) => total + record.target, 0);
      expect(parts).toBe(own.find((record) => record.parent === undefined)?.target);
    }
  });

  it('closes no open opportunity in the past', () => {
    const open = input.pipeline.filter((own) => own.stage !== 'Vinta' && own.stage !== 'Persa');
    expect(open.length).toBeGreaterThan(100);
    expect(open.filter((own) => (own.closeDate ?? 0) < today)).toEqual([]);
  });
});

describe('the services firm', () => {
  const { input, issues, missing } = parseWorkbook(readModel(makeServices()), { today });

  it('has the three required sheets and nothing else', () => {
    expect(input.sources.map((own) => own.kind)).toEqual(['targets', 'pipeline', 'capacity']);
    expect(missing).toHaveLength(14);
  });

  it('is read with no more than the defaults that stand in', () => {
    expect(issues.filter((own) => own.severity !== 'info')).toEqual([]);
    expect(issues.every((own) => own.code.startsWith('default-'))).toBe(true);
    expect(input.settings).toMatchObject({ planStart: dayOf(2026, 11, 30), horizon: 26, language: 'en' });
  });
});

describe('the script', () => {
  it.each([makeManufacturer, makeServices])('makes the same file every time', (make) => {
    expect(Buffer.from(saveXlsx(make())).equals(Buffer.from(saveXlsx(make())))).toBe(true);
  });

  it.each([
    ['manifattura.xlsx', makeManufacturer],
    ['services.xlsx', makeServices],
  ] as const)('made the %s that is in the tree', (name, make) => {
    const { workbook } = openXlsx(new Uint8Array(readFileSync(resolve(__dirname, '../../assets/samples', name))));
    const made = make();
    workbook.culture = made.culture;
    const parse = (own: typeof made) => parseWorkbook(readModel(own), { today });
    expect(parse(workbook).input).toEqual(parse(made).input);
    expect(workbook.sheets.map((sheet) => [sheet.name, sheet.tables.map((table) => table.name)])).toEqual(
      made.sheets.map((sheet) => [sheet.name, sheet.tables.map((table) => table.name)]),
    );
  });
});

describe('the plans of both', () => {
  const planOf = async (make: typeof makeManufacturer) => {
    const { input } = parseWorkbook(readModel(make()), { today });
    return createDirectPlanner().plan(input, { onProgress: () => undefined });
  };

  it('of the manufacturer: tight, with overtime and a few late weeks, nothing lost', async () => {
    const { balance, buckets, workload, activities } = await planOf(makeManufacturer);
    expect(balance?.status).toBe('optimal');
    expect(buckets).toHaveLength(52);
    const overtimeWeeks = new Set(balance?.resources.filter((own) => own.overtime > 0.01).map((own) => own.bucket))
      .size;
    expect(overtimeWeeks).toBeGreaterThanOrEqual(5);
    expect(overtimeWeeks).toBeLessThanOrEqual(26);
    const late = balance?.items.filter((own) => own.backlog > 0.5) ?? [];
    expect(late.length).toBeGreaterThanOrEqual(1);
    expect(late.length).toBeLessThanOrEqual(8);
    expect(balance?.items.filter((own) => own.lost > 0.5)).toEqual([]);
    expect(workload.filter((own) => own.loadHours > own.capacityHours + 1e-6)).toEqual([]);
    expect(activities.filter((own) => own.status === 'Late')).toEqual([]);
  });

  it('of the services firm: no team is overloaded, and the year that most of it lies in is still to be won', async () => {
    const { sales, workload } = await planOf(makeServices);
    expect(workload.filter((own) => own.loadHours > own.capacityHours + 1e-6)).toEqual([]);
    expect(sales).toMatchObject({ year: 2027, won: 0 });
    expect(sales.weighted).toBeGreaterThan(0.2 * sales.target);
    expect(sales.weighted).toBeLessThan(0.9 * sales.target);
  });
});
