import type { BalanceItem, CostKind } from '../../../src/planning/resultBalance';
import { COST_KINDS } from '../../../src/planning/resultBalance';
import { balanceFixture } from '../../support/balanceFixture';
import { planFixture } from '../../support/planFixture';
import { blockRow, cellAt, outputsOf } from '../../support/outputsOf';
import { CalculatedSheets } from '../../support/sheetSpecs';
import { translate } from '../../../src/i18n/translate';

const BUCKETS = 6;
const balance = balanceFixture();
const ARRIVES = 'Frames — arrives 1 week after the start';

function calculated(): CalculatedSheets {
  return new CalculatedSheets(outputsOf(planFixture()));
}

function row(sheets: CalculatedSheets, block: string, label: string) {
  return blockRow(sheets, 'Balance', block, label, BUCKETS);
}

function itemsOf(family: string, field: keyof BalanceItem): number[] {
  return balance.items.filter((item) => item.family === family).map((item) => Number(item[field]));
}

describe('the Balance', () => {
  const sheets = calculated();
  const fields: readonly [string, keyof BalanceItem][] = [
    ['Demand', 'demand'],
    ['Opening stock', 'opening'],
    ['Made', 'made'],
    ['Arrivals', 'arrived'],
    ['Shipped', 'shipped'],
    ['Closing stock', 'stock'],
  ];

  it.each(['Sofas', 'Chairs "Roma" = 1'])('recalculates every row of %s to the numbers of the plan', (family) => {
    for (const [label, field] of fields)
      expect(sheets.numbers(row(sheets, family, label).cells)).toEqual(itemsOf(family, field));
  });

  it('lets unmet demand wait as backlog, or counts it as lost, as the family says', () => {
    expect(sheets.numbers(row(sheets, 'Sofas', 'Backlog').cells)).toEqual(itemsOf('Sofas', 'backlog'));
    expect(sheets.numbers(row(sheets, 'Chairs "Roma" = 1', 'Lost').cells)).toEqual(
      itemsOf('Chairs "Roma" = 1', 'lost'),
    );
    expect(itemsOf('Sofas', 'backlog').some((units) => units > 0)).toBe(true);
    expect(itemsOf('Chairs "Roma" = 1', 'lost').some((units) => units > 0)).toBe(true);
  });

  it('takes components from the products made of them, and brings orders in a lead time later', () => {
    expect(sheets.numbers(row(sheets, ARRIVES, 'Used in other products').cells)).toEqual(itemsOf('Frames', 'used'));
    expect(sheets.numbers(row(sheets, ARRIVES, 'Arrivals').cells)).toEqual(itemsOf('Frames', 'arrived'));
    expect(sheets.numbers(row(sheets, ARRIVES, 'Closing stock').cells)).toEqual(itemsOf('Frames', 'stock'));
  });

  it('loads resources by what is made, and splits the load into regular time and overtime', () => {
    for (const resource of ['Line 1', 'Line 2']) {
      const rows = balance.resources.filter((own) => own.resource === resource);
      expect(sheets.numbers(row(sheets, resource, 'Load').cells)).toEqual(rows.map((own) => own.used + own.overtime));
      expect(sheets.numbers(row(sheets, resource, 'Regular time used').cells)).toEqual(rows.map((own) => own.used));
      expect(sheets.numbers(row(sheets, resource, 'Regular capacity').cells)).toEqual(rows.map((own) => own.capacity));
    }
  });

  it('adds money up to the costs of the plan, kind by kind', () => {
    for (const kind of COST_KINDS) {
      if (balance.costs[kind] === 0) continue;
      expect(sheets.number(row(sheets, 'Totals in money', costLabel(kind)).total)).toBeCloseTo(balance.costs[kind], 6);
    }
    expect(sheets.number(row(sheets, 'Totals in money', 'Total cost').total)).toBeCloseTo(balance.totalCost, 6);
    expect(sheets.number(row(sheets, 'Totals in money', 'Revenue').total)).toBeCloseTo(balance.revenue, 6);
    expect(sheets.number(row(sheets, 'Totals in money', 'Profit').total)).toBeCloseTo(balance.profit, 6);
  });

  it('reads zero in all its checks', () => {
    for (const label of [
      'Stock below zero',
      'Made below zero',
      'Capacity or overtime over the limit',
      'Cost on this sheet − cost of the optimiser',
    ])
      expect(sheets.number(row(sheets, 'Checks that must read zero', label).total)).toBe(0);
  });

  it('splits what is made in overtime by the share of overtime in the load', () => {
    const overtime = sheets.numbers(row(sheets, 'Sofas', 'of which in overtime').cells);
    const lineOne = balance.resources.filter((own) => own.resource === 'Line 1');
    const expected = itemsOf('Sofas', 'made').map((made, i) => {
      const { used = 0, overtime: over = 0 } = lineOne[i] ?? {};
      return (made * over) / (used + over);
    });
    overtime.forEach((units, i) => expect(units).toBeCloseTo(expected[i] ?? 0, 9));
    expect(Math.max(...overtime)).toBeGreaterThan(0);
  });
});

function costLabel(kind: CostKind): string {
  return translate('en', `sheets.cost.${kind}`);
}

describe('a decision changed by hand on the Balance', () => {
  it('moves stock, backlog, load, money, components and checks after it', () => {
    const sheets = calculated();
    const made = row(sheets, 'Sofas', 'Made').cells;
    const before = {
      stock: sheets.numbers(row(sheets, 'Sofas', 'Closing stock').cells),
      backlog: sheets.numbers(row(sheets, 'Sofas', 'Backlog').cells),
      load: sheets.numbers(row(sheets, 'Line 1', 'Load').cells),
      frames: sheets.numbers(row(sheets, ARRIVES, 'Closing stock').cells),
      cost: sheets.number(row(sheets, 'Totals in money', 'Total cost').total),
    };
    sheets.type(cellAt(made, 1), 40);
    expect(sheets.numbers(row(sheets, 'Sofas', 'Backlog').cells)[1]).toBe((before.backlog[1] ?? 0) + 50);
    expect(sheets.numbers(row(sheets, 'Line 1', 'Load').cells)[1]).toBe((before.load[1] ?? 0) - 100);
    expect(sheets.numbers(row(sheets, ARRIVES, 'Closing stock').cells)[5]).toBe((before.frames[5] ?? 0) + 50);
    expect(sheets.number(row(sheets, 'Totals in money', 'Total cost').total)).not.toBeCloseTo(before.cost, 2);
    const difference = sheets.number(
      row(sheets, 'Checks that must read zero', 'Cost on this sheet − cost of the optimiser').total,
    );
    expect(Math.abs(difference)).toBeGreaterThan(1);
    expect(sheets.at({ ...sheets.find('Checks', 'Cost on this sheet − cost of the optimiser'), column: 3 })).toBe(
      'To check',
    );
    expect(sheets.number({ ...sheets.find('Checks', 'Checks that do not read zero'), column: 1 })).toBe(1);
    expect(sheets.number({ ...sheets.find('Plan summary', 'Checks that do not read zero'), column: 1 })).toBe(1);
    expect(sheets.errors()).toEqual([]);
  });

  it('shows a limit that breaks as a check that does not read zero', () => {
    const sheets = calculated();
    sheets.type(cellAt(row(sheets, 'Sofas', 'Made').cells, 0), 500);
    const over = row(sheets, 'Checks that must read zero', 'Capacity or overtime over the limit');
    expect(sheets.number(over.total)).toBeGreaterThan(0);
    const negative = row(sheets, 'Checks that must read zero', 'Stock below zero');
    expect(sheets.number(negative.total)).toBeGreaterThan(0);
  });

  it('gives more capacity to a line that hires one head more', () => {
    const sheets = calculated();
    const capacity = row(sheets, 'Line 2', 'Regular capacity').cells;
    const before = sheets.numbers(capacity);
    sheets.type(cellAt(row(sheets, 'Line 2', 'Hired').cells, 2), 1);
    expect(sheets.numbers(capacity)).toEqual(before.map((hours, i) => (i < 2 ? hours : hours + 40)));
  });

  it('follows the consensus of the Demand plan', () => {
    const sheets = calculated();
    const consensus = blockRow(sheets, 'Demand plan', 'Sofas — weighted streams', 'Consensus demand', BUCKETS);
    sheets.type(cellAt(consensus.cells, 5), 190);
    expect(sheets.numbers(row(sheets, 'Sofas', 'Demand').cells)[5]).toBe(190);
    expect(sheets.numbers(row(sheets, 'Sofas', 'Backlog').cells)[5]).toBeGreaterThan(0);
  });
});

describe('a plan without rates', () => {
  it('shows money as the totals it knows, and everything else as before', () => {
    const bare = { ...balance, rates: undefined };
    const sheets = new CalculatedSheets(outputsOf(planFixture({ balance: bare })));
    expect(sheets.errors()).toEqual([]);
    expect(sheets.number(row(sheets, 'Totals in money', 'Total cost').total)).toBe(balance.totalCost);
    expect(sheets.numbers(row(sheets, 'Sofas', 'Closing stock').cells)).toEqual(itemsOf('Sofas', 'stock'));
    expect(sheets.numbers(row(sheets, ARRIVES, 'Closing stock').cells)).toEqual(itemsOf('Frames', 'stock'));
  });
});
