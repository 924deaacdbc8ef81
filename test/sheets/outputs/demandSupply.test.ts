import { bridgeVariance } from '../../support/bridgeVariance';
import type { Plan } from '../../../src/planning/result';
import { planFixture } from '../../support/planFixture';
import { blockRow, outputsOf } from '../../support/outputsOf';
import { CalculatedSheets } from '../../support/sheetSpecs';

const BUCKETS = 6;
const SHEET = 'Demand plan';
const PRICES: Readonly<Record<string, number>> = { Sofas: 500, 'Chairs "Roma" = 1': 120 };

/** The fixture with targets in units for both families, overrides with reasons, and orders. */
function planWithTargets(): Plan {
  const plan = planFixture();
  return {
    ...plan,
    demand: plan.demand.map((family, at) => ({
      ...family,
      overrides: [
        { bucket: 2, stream: 'Sales', quantity: 150, reason: 'Fair in Milan', owner: 'Anna' },
        { bucket: 4, stream: 'Sales', quantity: 130, reason: 'Fair in Milan', owner: 'Anna' },
      ],
      valueAdded: { Sales: 0.04 },
      buckets: family.buckets.map((point) => ({
        ...point,
        streams: { ...point.streams, Targets: at === 0 ? 55 : 90 },
      })),
    })),
  };
}

describe('the Demand plan against supply and targets', () => {
  const plan = planWithTargets();
  const sheets = new CalculatedSheets(outputsOf(plan));
  const row = (block: string, label: string) => blockRow(sheets, SHEET, block, label, BUCKETS);
  const sold = plan.demand.filter((family) => PRICES[family.family] !== undefined);
  const blockOf = (family: string): string => {
    const own = sheets.specs.find((spec) => spec.name === SHEET)!.rows.map(([cell]) => cell);
    const title = own.find((cell) => cell && 'value' in cell && String(cell.value).startsWith(`${family} — `));
    return title && 'value' in title ? String(title.value) : '';
  };

  it('sets what is shipped beside what is asked, and the difference between them', () => {
    for (const { family } of sold) {
      const items = plan.balance!.items.filter((item) => item.family === family);
      const shipped = sheets.numbers(row(blockOf(family), 'Shipped in the plan (constrained)').cells);
      expect(shipped).toEqual(items.map((item) => item.shipped));
      const consensus = sheets.numbers(row(blockOf(family), 'Consensus demand').cells);
      expect(sheets.numbers(row(blockOf(family), 'Not shipped in the period').cells)).toEqual(
        consensus.map((units, i) => units - (shipped[i] ?? 0)),
      );
    }
  });

  it('shows overrides with who said so and why, and what a voice added in the past', () => {
    const said = row(blockOf('Sofas'), 'Sales: Fair in Milan – Anna');
    expect(sheets.at({ ...said.cells, column: said.cells.column + 2, columns: 1 })).toBe(150);
    expect(sheets.number(said.total)).toBe(280);
    expect(sheets.number(row(blockOf('Sofas'), 'Sales: error less than the naive').total)).toBe(0.04);
  });

  it('takes the gap to the targets apart into volume, mix and price as mathematics does, without a residual', () => {
    const expected = bridgeVariance(
      sold.map(({ family, buckets }) => ({
        name: family,
        planUnits: buckets.reduce((sum, point) => sum + (point.streams.Targets ?? 0), 0),
        planPrice: PRICES[family]!,
        actualUnits: buckets.reduce((sum, point) => sum + point.consensus, 0),
        actualPrice: PRICES[family]!,
      })),
    );
    const top = sheets.find(SHEET, 'Gap to the targets in EUR: volume, mix and price');
    const total = sheets.find(SHEET, 'Total', top.row + 1);
    const at = (column: number) => sheets.number({ ...total, column });
    expect([5, 6, 7, 8, 9].map(at)).toEqual(
      [expected.volume, expected.mix, expected.price, expected.newAndLost, expected.total].map((value) =>
        expect.closeTo(value, 6),
      ),
    );
    expect(Math.abs(expected.mix)).toBeGreaterThan(1);
  });
});
