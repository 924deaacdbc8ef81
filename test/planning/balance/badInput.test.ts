import { hasMessage } from '../../../src/i18n/translate';
import type { Issue } from '../../../src/planning/issue';
import { monthEnd, monthlyCase, monthStart, consensus, rowsOf } from '../../fixtures/cases/build';
import { balanceTables, readTables, type Tables } from '../../support/planTables';

type Records = readonly Readonly<Record<string, string | number>>[];

interface Parts {
  readonly settings?: Readonly<Record<string, string | number>>;
  readonly capacity?: Records;
  readonly families?: Records;
  readonly routings?: Records;
  readonly materials?: Records;
  readonly receipts?: Records;
  readonly demand?: Readonly<Record<string, readonly number[]>>;
}

const LINE = { Resource: 'Line', Kind: 'Line', Per: 'Period', Regular: 100 };

function workbook(parts: Parts): Tables {
  return monthlyCase(3, parts.settings ?? {}, {
    Capacity: rowsOf(parts.capacity ?? [LINE]),
    Families: rowsOf(parts.families ?? [{ Family: 'A', 'Unit cost': 1, Price: 10 }]),
    Routings: rowsOf(parts.routings ?? [{ Family: 'A', Resource: 'Line', Hours: 1 }]),
    ...(parts.materials ? { Materials: rowsOf(parts.materials) } : {}),
    ...(parts.receipts ? { Receipts: rowsOf(parts.receipts) } : {}),
    Overrides: consensus(parts.demand ?? { A: [50, 50, 50] }),
  });
}

/** The plan is made and holds, and the issue names its cell. */
async function reported(parts: Parts, code: string, cell: { sheet: string; row: number }): Promise<Issue> {
  const { balance, issues } = await balanceTables(workbook(parts));
  expect(balance?.certificate).toMatchObject({ holds: true });
  const found = issues.find((issue) => issue.code === code);
  if (!found) throw new Error(`no ${code} among ${issues.map((issue) => issue.code).join(', ')}`);
  expect(found.cell).toMatchObject(cell);
  expect(hasMessage(`issue.${code}`)).toBe(true);
  return found;
}

describe('bad input to the balance gives a plan and an issue with its cell', () => {
  const AB: Records = [
    { Family: 'A', 'Unit cost': 1, Price: 10 },
    { Family: 'B', 'Unit cost': 1 },
  ];

  it('a cycle in materials', async () => {
    const routings = [
      { Family: 'A', Resource: 'Line', Hours: 1 },
      { Family: 'B', Resource: 'Line', Hours: 0.5 },
    ];
    const materials = [
      { Parent: 'A', Component: 'B', Quantity: 1 },
      { Parent: 'B', Component: 'A', Quantity: 1 },
    ];
    await reported({ families: AB, routings, materials }, 'material-cycle', { sheet: 'Materials', row: 2 });
  });

  it('a component that nobody makes or buys', async () => {
    const materials = [{ Parent: 'A', Component: 'B', Quantity: 1 }];
    await reported({ families: AB, materials }, 'item-without-supply', { sheet: 'Families', row: 2 });
    const { shortages } = await balanceTables(workbook({ families: AB, materials }));
    expect(shortages[0]?.causes.map(({ kind, name }) => ({ kind, name }))).toContainEqual({
      kind: 'material',
      name: 'B',
    });
  });

  it('a routing to an unknown resource', async () => {
    const routings = [{ Family: 'A', Resource: 'Lnie', Hours: 1 }];
    await reported({ routings }, 'routing-unknown-resource', { sheet: 'Routings', row: 1 });
  });

  it('capacity zero in a period', async () => {
    const capacity = [100, 0, 100].map((hours, month) => ({
      ...LINE,
      From: monthStart(month),
      To: monthEnd(month),
      Regular: hours,
    }));
    const issue = await reported({ capacity }, 'capacity-zero', { sheet: 'Capacity', row: 2 });
    expect(issue.params).toMatchObject({ bucket: '2026-02', count: 1 });
  });

  it('overlapping capacity rows', async () => {
    const capacity = [
      { ...LINE, From: monthStart(0), To: monthEnd(1) },
      { ...LINE, From: monthStart(1), To: monthEnd(2), Regular: 70 },
    ];
    await reported({ capacity }, 'capacity-overlap', { sheet: 'Capacity', row: 1 });
    const { balance } = await balanceTables(workbook({ capacity }));
    expect(balance?.resources.map((row) => row.capacity)).toEqual([100, 70, 70]);
  });

  it('safety stock above the maximum stock', async () => {
    const families = [{ Family: 'A', 'Unit cost': 1, 'Safety stock': 50, 'Max stock': 20 }];
    await reported({ families }, 'safety-above-maximum', { sheet: 'Families', row: 1 });
  });

  it('a lot larger than the demand of the horizon', async () => {
    const families = [{ Family: 'A', 'Unit cost': 1, 'Min lot': 90 }];
    await reported({ families, demand: { A: [20, 20, 20] } }, 'lot-above-demand', { sheet: 'Families', row: 1 });
  });

  it('a closing stock that cannot be reached', async () => {
    const families = [{ Family: 'A', 'Unit cost': 1, 'Closing stock': 1000 }];
    const issue = await reported({ families }, 'closing-stock-unreachable', { sheet: 'Families', row: 1 });
    expect(issue.params.quantity).toBeCloseTo(1000 - 300, 2);
  });

  it('more stock on hand and on order than the maximum', async () => {
    const families = [{ Family: 'A', 'Unit cost': 1, 'Opening stock': 100, 'Max stock': 20 }];
    const issue = await reported({ families }, 'stock-above-maximum', { sheet: 'Families', row: 1 });
    expect(issue.params).toMatchObject({ quantity: 30, bucket: '2026-01' });
  });

  it('negative stock, which is served as a backlog', async () => {
    const families = [{ Family: 'A', 'Unit cost': 1, 'Opening stock': -30 }];
    const issue = await reported({ families }, 'stock-negative', { sheet: 'Families', row: 1 });
    expect(issue.params).toMatchObject({ family: 'A', value: -30 });
    const { balance } = await balanceTables(workbook({ families }));
    expect(balance?.items.map((row) => row.shipped)).toEqual([80, 50, 50]);
  });

  it.each(['Unit cost', 'Holding cost', 'Backlog cost', 'Lost sale cost', 'Subcontract cost', 'Setup cost'])(
    'a %s below zero, which counts as not given',
    async (field) => {
      const tables = workbook({ families: [{ Family: 'A', Price: 10, [field]: -5 }] });
      const issue = readTables(tables).issues.find((own) => own.code === 'negative-value');
      expect(issue?.cell).toMatchObject({ sheet: 'Families', row: 1 });
      const { balance } = await balanceTables(tables);
      expect(balance?.certificate).toMatchObject({ holds: true });
      expect(balance?.totalCost).toBeGreaterThanOrEqual(0);
      expect(balance?.items.map((row) => row.shipped)).toEqual([50, 50, 50]);
    },
  );

  it('a closing stock that cannot be reached beside everything else that is wrong', async () => {
    const parts: Parts = {
      families: [
        {
          Family: 'A',
          'Unit cost': 1,
          'Opening stock': -10,
          'Safety stock': 90,
          'Max stock': 40,
          'Closing stock': 900,
        },
        { Family: 'B', 'Unit cost': 1e7, 'Min lot': 5e5 },
      ],
      routings: [
        { Family: 'A', Resource: 'Line', Hours: 1 },
        { Family: 'B', Resource: 'Nowhere', Hours: 1 },
      ],
      materials: [
        { Parent: 'A', Component: 'B', Quantity: 1 },
        { Parent: 'B', Component: 'A', Quantity: 1 },
      ],
      capacity: [LINE, { ...LINE, Regular: 0 }],
    };
    const { balance, issues } = await balanceTables(workbook(parts));
    expect(balance?.certificate).toMatchObject({ holds: true });
    const codes = new Set(issues.map((issue) => issue.code));
    const wrong = ['material-cycle', 'stock-negative', 'safety-above-maximum', 'routing-unknown-resource'];
    expect(wrong.filter((code) => !codes.has(code))).toEqual([]);
  });

  it('costs that are missing', async () => {
    await reported({ families: [{ Family: 'A', Price: 10 }] }, 'cost-missing', { sheet: 'Families', row: 1 });
    const settings = { Objective: 'Max profit' };
    await reported({ settings, families: [{ Family: 'A', 'Unit cost': 1 }] }, 'price-missing', {
      sheet: 'Families',
      row: 1,
    });
  });

  it('numbers a million times apart', async () => {
    const names = ['A', 'B', 'C'];
    const families = names.map((family, at) => ({
      Family: family,
      'Unit cost': at === 2 ? 2e8 : 2,
      Price: at === 2 ? 9e8 : 9,
    }));
    const routings = names.map((family, at) => ({ Family: family, Resource: 'Line', Hours: at === 0 ? 1e-6 : 1 }));
    const demand = { A: [3e7, 3e7, 3e7], B: [30, 30, 30], C: [3, 3, 3] };
    await reported({ families, routings, demand }, 'scale-spread', { sheet: 'Families', row: 3 });
    const { balance } = await balanceTables(workbook({ families, routings, demand }));
    expect(balance?.items.reduce((total, row) => total + row.lost, 0)).toBeCloseTo(0, 3);
  });
});

describe('rules of the balance', () => {
  it('arrives nothing before it could have been started, and blames the lead time', async () => {
    const families = [{ Family: 'A', 'Unit cost': 1, 'Lead time': 5 }];
    const { balance, shortages } = await balanceTables(workbook({ families }));
    expect(balance?.items.map((row) => row.lost)).toEqual([50, 50, 0]);
    expect(shortages[0]?.causes[0]).toMatchObject({ kind: 'lead time', name: 'A' });
  });

  it('starts nothing in frozen periods but takes receipts, and says so', async () => {
    const receipts = [{ Family: 'A', Date: monthStart(0), Quantity: 30 }];
    const { balance, shortages } = await balanceTables(workbook({ settings: { Frozen: 1 }, receipts }));
    expect(balance?.items.map((row) => [row.made, row.lost])).toEqual([
      [0, 20],
      [50, 0],
      [50, 0],
    ]);
    expect(shortages[0]?.causes[0]?.kind).toBe('frozen');
  });

  it('serves first priorities first', async () => {
    const families = [
      { Family: 'A', 'Unit cost': 1, Priority: 2 },
      { Family: 'B', 'Unit cost': 1, Priority: 1 },
    ];
    const routings = families.map(({ Family }) => ({ Family, Resource: 'Line', Hours: 1 }));
    const demand = { A: [80, 0, 0], B: [80, 0, 0] };
    const { balance, shortages } = await balanceTables(
      workbook({ settings: { Objective: 'Service first' }, families, routings, demand }),
    );
    expect(balance?.items.filter((row) => row.bucket === 0).map((row) => row.shipped)).toEqual([20, 80]);
    expect(shortages[0]?.causes.map((cause) => cause.kind)).toEqual(expect.arrayContaining(['capacity', 'priority']));
  });

  it('shares fairly inside a priority', async () => {
    const families = [
      { Family: 'A', 'Unit cost': 1 },
      { Family: 'B', 'Unit cost': 5 },
    ];
    const routings = families.map(({ Family }) => ({ Family, Resource: 'Line', Hours: 1 }));
    const demand = { A: [100, 0, 0], B: [100, 0, 0] };
    const { balance } = await balanceTables(
      workbook({ settings: { Objective: 'Service first' }, families, routings, demand }),
    );
    const shipped = balance?.items.filter((row) => row.bucket === 0).map((row) => row.shipped) ?? [];
    expect(shipped[0]).toBeCloseTo(50, 3);
    expect(shipped[1]).toBeCloseTo(50, 3);
  });

  it('fills safety stock after serving and before saving', async () => {
    const families = [{ Family: 'A', 'Unit cost': 1, 'Safety stock': 30, 'Holding cost': 9 }];
    const { balance } = await balanceTables(workbook({ families }));
    expect(balance?.items.map((row) => row.stock)).toEqual([30, 30, 30]);
  });

  it('lets nothing wait longer than it may', async () => {
    const families = [{ Family: 'A', 'Unit cost': 1, 'Backlog cost': 1, 'Max backlog': 1 }];
    const { balance } = await balanceTables(workbook({ families, demand: { A: [250, 0, 0] } }));
    expect(balance?.items.map((row) => row.shipped)).toEqual([100, 100, 0]);
    expect(balance?.items.reduce((total, row) => total + row.lost, 0)).toBeCloseTo(50, 4);
  });

  it('says that there is nothing to balance without demand by family', async () => {
    const tables = monthlyCase(3, {}, { Capacity: rowsOf([LINE]) });
    const { balance, issues } = await balanceTables(tables);
    expect(balance).toBeUndefined();
    expect(issues.map((issue) => issue.code)).toContain('balance-nothing');
  });
});
