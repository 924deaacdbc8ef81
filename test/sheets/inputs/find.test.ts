import { dayOf } from '../../../src/planning/time/civil';
import { parseWorkbook } from '../../../src/sheets/inputs/parse';
import type { RawWorkbook } from '../../../src/sheets/inputs/raw';
import { rawWorkbook, type Rows } from '../../fixtures/bad/raw';
import { goodSheets, JUNE_30, withSheets } from '../../fixtures/bad/workbooks';

const today = dayOf(2026, 11, 25);
const parse = (raw: RawWorkbook) => parseWorkbook(raw, { today });
const foundAs = (raw: RawWorkbook) =>
  Object.fromEntries(parse(raw).found.map((own) => [own.kind, `${own.table ?? own.sheet} by ${own.by}`]));
const codes = (raw: RawWorkbook) => parse(raw).issues.map((own) => own.code);

const DATED: Rows = [
  ['Date', 'Family', 'Quantity'],
  [JUNE_30, 'Pumps', 5],
];

describe('finding tables', () => {
  it('goes by the name of the table before that of the sheet', () => {
    const good = goodSheets();
    const raw = rawWorkbook(
      {
        Pipeline: good.Pipeline ?? [],
        Foglio2: good.Pipeline ?? [],
        Targets: good.Targets ?? [],
        Capacity: good.Capacity ?? [],
      },
      { tables: { Foglio2: 'tblPipeline' } },
    );
    expect(foundAs(raw).pipeline).toBe('tblPipeline by table name');
    expect(parse(raw).found.find((own) => own.kind === 'pipeline')?.candidates).toEqual([{ sheet: 'Pipeline' }]);
    expect(codes(raw)).toContain('table-several');
  });

  it('goes by the sheet where the table has a name of no meaning', () => {
    expect(foundAs(rawWorkbook(goodSheets('it'), { tables: { Trattative: 'Tabella3' } })).pipeline).toBe(
      'Tabella3 by sheet name',
    );
  });

  it('goes by headings where no name helps, and says so', () => {
    const { Pipeline = [], ...others } = goodSheets();
    const raw = rawWorkbook({ ...others, 'CRM export': Pipeline });
    expect(foundAs(raw).pipeline).toBe('CRM export by headings');
    expect(codes(raw)).toContain('table-by-headings');
  });

  it('takes a bare list of dates, families and quantities for demand, and warns that it could be orders', () => {
    const raw = withSheets({ List: DATED });
    expect(foundAs(raw).demand).toBe('List by headings');
    expect(parse(raw).issues.find((own) => own.code === 'table-doubtful')).toMatchObject({
      severity: 'warning',
      sheet: 'List',
      params: { kind: 'demand', other: 'orders' },
    });
  });

  it('does not make orders of a second list of dates, families and quantities', () => {
    const raw = withSheets({ Demand: DATED, List: DATED });
    expect(foundAs(raw)).toMatchObject({ demand: 'Demand by sheet name' });
    expect(foundAs(raw).orders).toBeUndefined();
    expect(codes(raw)).toContain('table-several');
  });

  it('tells orders from demand by the customer', () => {
    const raw = withSheets({
      Demand: DATED,
      List: [
        ['Date', 'Family', 'Quantity', 'Customer', 'Priority'],
        [JUNE_30, 'Pumps', 5, 'ACME', 1],
      ],
    });
    expect(foundAs(raw).orders).toBe('List by headings');
  });

  it('leaves lists alone that are nothing of ours', () => {
    const raw = withSheets({
      Notes: [['To do'], ['Call ACME']],
      Addresses: [
        ['Street', 'City', 'Date'],
        ['Via Po', 'Torino', JUNE_30],
      ],
    });
    expect(parse(raw).unused.map((own) => own.sheet)).toEqual(['Notes', 'Addresses']);
    expect(parse(raw).unused[1]?.headings).toEqual([
      { heading: 'Street', column: 0 },
      { heading: 'City', column: 1 },
      { heading: 'Date', column: 2 },
    ]);
  });

  it('does not let a sheet with an everyday name stop the plan', () => {
    const raw = withSheets({
      Products: [
        ['Code', 'Colour'],
        ['A', 'red'],
      ],
      People: [['Birthday list'], ['Ada']],
    });
    expect(parse(raw).issues.filter((own) => own.severity === 'error')).toEqual([]);
    expect(foundAs(raw).people).toBeUndefined();
  });

  it('uses a header below titles, wherever the range begins', () => {
    const rows = goodSheets().Capacity ?? [];
    const raw = rawWorkbook(
      { ...goodSheets(), Capacity: [['Capacity 2027'], ['in hours', ''], ...rows] },
      { at: { row: 3, column: 2 } },
    );
    const found = parse(raw).found.find((own) => own.kind === 'capacity');
    expect(found).toMatchObject({
      headerRow: 5,
      range: { row: 3, column: 2, rows: 5 },
      columns: { resource: { heading: 'Resource', column: 2 } },
    });
    expect(parse(raw).input.capacity[0]?.origin).toMatchObject({ row: 6, columns: { resource: 2, regular: 3 } });
  });
});

describe('columns', () => {
  it('are matched by synonyms, and what is unknown is listed', () => {
    const raw = withSheets({
      Pipeline: [
        ['Deal id', 'deal_stage', 'CLOSE VALUE', 'Data di chiusura', 'Colour'],
        ['D-1', 'Won', 5, JUNE_30, 'red'],
      ],
    });
    const found = parse(raw).found.find((own) => own.kind === 'pipeline');
    expect(Object.keys(found?.columns ?? {}).sort()).toEqual(['amount', 'closeDate', 'opportunity', 'stage']);
    expect(found?.unmatched).toEqual([{ heading: 'Colour', column: 4 }]);
    expect(parse(raw).issues.find((own) => own.code === 'columns-unread')?.params).toMatchObject({
      count: 1,
      headings: 'Colour',
    });
  });

  it('prefer the name of the contract to a synonym, and report the second', () => {
    const raw = withSheets({
      Pipeline: [
        ['Opportunity', 'Stage', 'Value', 'Close date', 'Amount'],
        ['D-1', 'Won', 5, JUNE_30, 7],
      ],
    });
    expect(parse(raw).input.pipeline[0]?.amount).toBe(7);
    expect(parse(raw).issues.find((own) => own.code === 'column-repeated')).toMatchObject({
      cell: { row: 0, column: 2 },
      params: { field: 'amount', heading: 'Value' },
    });
  });

  it('Regular is not missed where Heads and Hours per head stand for it', () => {
    const raw = withSheets({
      Capacity: [
        ['Resource', 'Heads', 'Hours per head'],
        ['Sales', 5, 38],
      ],
    });
    expect(parse(raw).issues.filter((own) => own.severity === 'error')).toEqual([]);
    expect(parse(raw).input.capacity[0]).toMatchObject({
      regular: undefined,
      heads: 5,
      hoursPerHead: 38,
      per: 'Week',
      unit: 'h',
    });
  });

  it('keep the further columns of demand as dimensions', () => {
    const raw = withSheets({
      Demand: [
        ['Date', 'Family', 'Quantity', 'Region', 'Channel'],
        [JUNE_30, 'Pumps', 5, 'North', ''],
      ],
    });
    expect(parse(raw).input.demand[0]?.dimensions).toEqual({ Region: 'North' });
  });
});

describe('the remembered mapping', () => {
  const good = goodSheets();
  const others = {
    Targets: good.Targets ?? [],
    Capacity: good.Capacity ?? [],
    Stages: good.Stages ?? [],
    Families: good.Families ?? [],
  };
  const own: Rows = [
    ['Nr', 'Where it stands', 'Worth', 'When'],
    ['D-1', 'Proposal', 9, JUNE_30],
  ];
  const columns = { opportunity: 'Nr', stage: 'where it stands', amount: 'Worth', closeDate: 'When' };

  it('reads a sheet that nothing else would recognise', () => {
    const raw = rawWorkbook({ ...others, Foglio7: own }, { mapping: { pipeline: { sheet: 'Foglio7', columns } } });
    expect(foundAs(raw).pipeline).toBe('Foglio7 by mapping');
    expect(parse(raw).input.pipeline[0]).toMatchObject({
      opportunity: 'D-1',
      stage: 'Proposal',
      amount: 9,
      closeDate: JUNE_30,
    });
    expect(parse(raw).issues.filter((issue) => issue.severity !== 'info')).toEqual([]);
  });

  it('goes before the name of a sheet', () => {
    const raw = rawWorkbook(
      { ...goodSheets(), Foglio7: own },
      { mapping: { pipeline: { sheet: 'Foglio7', columns } } },
    );
    expect(foundAs(raw).pipeline).toBe('Foglio7 by mapping');
  });

  it('is told to be stale where sheet or heading are gone, and the table is looked for anew', () => {
    const gone = rawWorkbook(goodSheets(), { mapping: { pipeline: { sheet: 'Old' } } });
    expect(foundAs(gone).pipeline).toBe('Pipeline by sheet name');
    expect(codes(gone)).toContain('mapping-stale');
    const renamed = rawWorkbook(goodSheets(), {
      mapping: { pipeline: { sheet: 'Pipeline', columns: { amount: 'Worth' } } },
    });
    expect(parse(renamed).input.pipeline[0]?.amount).toBe(50_000);
    expect(codes(renamed)).toContain('mapping-column-stale');
  });
});
