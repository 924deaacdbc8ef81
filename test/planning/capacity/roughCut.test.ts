import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { capacityByBill, capacityByOverallFactors, type RoughCutLoad } from '../../../src/planning/capacity/roughCut';

const CASES_FILE = resolve(__dirname, '../../../../shared/reference/cases.json');
const known = existsSync(CASES_FILE);

interface Rccp {
  readonly input: {
    readonly MPS_A: readonly number[];
    readonly MPS_B: readonly number[];
    readonly hours_per_unit: Readonly<Record<string, number>>;
    readonly history_pct: Readonly<Record<string, number>>;
    readonly bill: Readonly<Record<string, Readonly<Record<string, number>>>>;
  };
  readonly expected: Readonly<Record<string, readonly number[]>> & {
    readonly CPOF_wk1: Readonly<Record<string, number>>;
  };
}

function loadOf(loads: readonly RoughCutLoad[], resource: string): readonly number[] {
  return loads.find((own) => own.resource === resource)?.load ?? [];
}

(known ? describe : describe.skip)('rough-cut capacity of Vollmann, Berry and Whybark', () => {
  const cases: readonly ({ readonly id: string } & Rccp)[] = known ? JSON.parse(readFileSync(CASES_FILE, 'utf8')) : [];
  const found = cases.find((own) => own.id === 'RCCP-VBW');
  if (known && !found) throw new Error('no case RCCP-VBW');
  const { input, expected } = (found ?? { input: {}, expected: {} }) as Rccp;
  const schedule = { A: input.MPS_A ?? [], B: input.MPS_B ?? [] };

  it('shares the total as in the past by overall factors', () => {
    const loads = capacityByOverallFactors(schedule, input.hours_per_unit, input.history_pct);
    for (const [resource, hours] of Object.entries(expected.CPOF_wk1)) {
      expect(loadOf(loads, resource)[0]).toBeCloseTo(hours, 2);
    }
    const total = loads.map((own) => own.load[12] ?? 0).reduce((sum, own) => sum + own, 0);
    expect(total).toBeCloseTo(expected.total?.[12] ?? NaN, 2);
  });

  it('loads each work centre by the bill of resources', () => {
    const bill = Object.entries(input.bill).flatMap(([item, own]) =>
      Object.entries(own).map(([resource, hours]) => ({ item, resource, hours })),
    );
    const loads = capacityByBill(schedule, bill);
    for (const resource of ['100', '200', '300']) {
      const wanted = expected[`bill_${resource}`] ?? [];
      expect(wanted.length).toBeGreaterThan(0);
      wanted.forEach((hours, week) => expect(loadOf(loads, resource)[week]).toBeCloseTo(hours, 2));
    }
  });
});

describe('a resource profile', () => {
  it('loads a resource so many buckets before completion, and drops what lies in the past', () => {
    const loads = capacityByBill({ A: [10, 20, 30] }, [{ item: 'A', resource: 'Mill', hours: 2, offset: 1 }]);
    expect(loadOf(loads, 'Mill')).toEqual([40, 60, 0]);
  });
});
