import * as fc from 'fast-check';
import type { Definition } from '../../../src/planning/balance/definedColumns';
import { openSubstituted } from '../../../src/planning/balance/substitution';
import type { LinearProgramme, LpSession, LpSolution } from '../../../src/planning/balance/solver';
import { seeded } from '../../support/generateInput';
import { solver } from '../../support/planTables';

/** y(t) = demand(t) − x(t) for t = 0, 1, 2, and a row that limits Σ weight × (x + y); y defined by its row. */
function programmeOf(seed: number): { readonly programme: LinearProgramme; readonly definitions: Definition[] } {
  const next = seeded(seed);
  const count = 3;
  const demand = Array.from({ length: count }, () => 1 + Math.round(9 * next()));
  const entries = Array.from({ length: 2 * count }, (_, column) => [
    { row: column % count, value: column < count ? 1 : 2 },
    { row: count, value: 1 + Math.round(4 * next()) },
  ]);
  return {
    programme: {
      sense: 'min',
      columnCount: 2 * count,
      rowCount: count + 1,
      cost: Float64Array.from(entries, () => Math.round(10 * next()) - 3),
      columnLower: new Float64Array(2 * count),
      columnUpper: new Float64Array(2 * count).fill(Infinity),
      rowLower: Float64Array.from([...demand, -Infinity]),
      rowUpper: Float64Array.from([...demand, 20 + Math.round(20 * next())]),
      starts: Int32Array.from({ length: 2 * count + 1 }, (_, column) => 2 * column),
      rows: Int32Array.from(entries.flat(), (entry) => entry.row),
      values: Float64Array.from(entries.flat(), (entry) => entry.value),
    },
    definitions: Array.from({ length: count }, (_, row) => ({ column: count + row, row })),
  };
}

/** Reduced cost = cost − Σ coefficient × price, and the objective is Σ cost × column. */
function expectPrices(programme: LinearProgramme, costs: Float64Array, solution: LpSolution): void {
  let objective = 0;
  for (let column = 0; column < programme.columnCount; column += 1) {
    let reduced = costs[column] ?? 0;
    objective += reduced * (solution.columns[column] ?? NaN);
    for (let entry = programme.starts[column] ?? 0; entry < (programme.starts[column + 1] ?? 0); entry += 1) {
      reduced -= (programme.values[entry] ?? 0) * (solution.duals?.[programme.rows[entry] ?? -1] ?? NaN);
    }
    expect(solution.reducedCosts?.[column]).toBeCloseTo(reduced, 6);
  }
  expect(solution.objective).toBeCloseTo(objective, 6);
}

async function eachPair(
  check: (plain: LpSession, substituted: LpSession, programme: LinearProgramme) => void,
): Promise<void> {
  const own = await solver();
  fc.assert(
    fc.property(fc.nat(1e6), (seed) => {
      const { programme, definitions } = programmeOf(seed);
      const [plain, substituted] = [own.open(programme), openSubstituted(own, programme, definitions)];
      check(plain, substituted, programme);
      plain.dispose();
      substituted.dispose();
    }),
    { numRuns: 40, seed: 20260105 },
  );
}

describe('a programme with defined columns put in for', () => {
  it('has the same optimum, and prices that fit all columns and rows', async () => {
    await eachPair((plain, substituted, programme) => {
      const solution = substituted.solve();
      expect(solution.status).toBe(plain.solve().status);
      if (solution.status !== 'optimal') return;
      expect(solution.objective).toBeCloseTo(plain.solve().objective, 6);
      expectPrices(programme, programme.cost, solution);
    });
  });

  it('takes costs, bounds and rows of defined columns as if they were there', async () => {
    await eachPair((plain, substituted, programme) => {
      const costs = programme.cost.map((cost, column) => (column === 4 ? -7 : cost));
      for (const session of [plain, substituted]) {
        session.setCost(Int32Array.of(4), Float64Array.of(-7));
        session.setColumnBounds(Int32Array.of(0, 5), Float64Array.of(0, 0.5), Float64Array.of(4, 1.5));
        session.addRow(Int32Array.of(1, 3, 4), Float64Array.of(1, 1, 2), 0.25, 8);
      }
      const [one, other] = [plain.solve(), substituted.solve()];
      expect(other.status).toBe(one.status);
      if (one.status !== 'optimal') return;
      expect(other.objective).toBeCloseTo(one.objective, 6);
      expect(other.columns[5]).toBeGreaterThanOrEqual(0.5 - 1e-7);
      expect(other.columns[5]).toBeLessThanOrEqual(1.5 + 1e-7);
      expect(costs.reduce((sum, cost, column) => sum + cost * (other.columns[column] ?? NaN), 0)).toBeCloseTo(
        other.objective,
        6,
      );
    });
  });
});
