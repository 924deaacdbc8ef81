import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import type { Origin } from '../../../src/planning/issue';
import { dayOf } from '../../../src/planning/time/civil';
import { parseWorkbook } from '../../../src/sheets/inputs/parse';
import type { RawValue, RawWorkbook } from '../../../src/sheets/inputs/raw';
import { INPUT_TABLES } from '../../../src/sheets/inputs/tables/all';
import { rawWorkbook } from '../../fixtures/bad/raw';
import { goodSheets, JANUARY_15, JUNE_30, withCells, withSheets } from '../../fixtures/bad/workbooks';

const today = dayOf(2026, 11, 25);

describe('a workbook in Italian and the same in English', () => {
  const english = parseWorkbook(rawWorkbook(goodSheets('en')), { today });
  const italian = parseWorkbook(rawWorkbook(goodSheets('it'), { culture: 'it-IT' }), { today });

  it('give the same records, words of the contract apart from names', () => {
    expect(italian.input.targets[0]).toMatchObject({
      metric: 'Revenue',
      year: 2027,
      target: 1_000_000,
      aggregation: 'Sum',
    });
    expect(
      italian.input.capacity.map(({ kind, regular, overtime, per, unit }) => ({ kind, regular, overtime, per, unit })),
    ).toEqual(
      english.input.capacity.map(({ kind, regular, overtime, per, unit }) => ({ kind, regular, overtime, per, unit })),
    );
    expect(italian.input.stages.map(({ winRate, outcome }) => ({ winRate, outcome }))).toEqual(
      english.input.stages.map(({ winRate, outcome }) => ({ winRate, outcome })),
    );
    expect(
      italian.input.pipeline.map(({ amount, closeDate, created, probability }) => ({
        amount,
        closeDate,
        created,
        probability,
      })),
    ).toEqual(
      english.input.pipeline.map(({ amount, closeDate, created, probability }) => ({
        amount,
        closeDate,
        created,
        probability,
      })),
    );
  });

  it('are the same as tables and as bare ranges', () => {
    const tables = {
      Targets: 'Tabella1',
      Pipeline: 'Tabella2',
      Capacity: 'Tabella3',
      Families: 'Tabella4',
      Stages: 'Tabella5',
    };
    const asTables = parseWorkbook(rawWorkbook(goodSheets('en'), { tables }), { today });
    expect(asTables.input.pipeline).toEqual(english.input.pipeline);
    expect(asTables.input.sources).toEqual(
      english.input.sources.map((own) => ({ ...own, table: tables[own.sheet as keyof typeof tables] })),
    );
  });
});

describe('records', () => {
  it('have the defaults of the contract for what is blank', () => {
    const { input } = parseWorkbook(
      withSheets({
        Activities: [
          ['Activity', 'Team'],
          ['Call', 'Sales'],
        ],
        Routings: [
          ['Family', 'Resource', 'Hours'],
          ['Pumps', 'Assembly', 0.4],
        ],
        People: [
          ['Name', 'Team'],
          ['Ada', 'Sales'],
        ],
      }),
      { today },
    );
    expect(input.activities[0]).toMatchObject({
      kind: 'Task',
      driver: { kind: 'Fixed' },
      per: 'Week',
      hours: 0,
      rate: undefined,
    });
    expect(input.routings[0]).toMatchObject({ mode: undefined, setupHours: 0, modeCost: 0, offsetWeeks: 0 });
    expect(input.people[0]).toMatchObject({ fte: 1, ramp: undefined });
    expect(input.families[0]).toMatchObject({
      openingBacklog: 0,
      closingStock: 0,
      holdingCost: 0,
      lostSaleCost: 0,
      leadTimeWeeks: 0,
      backlogCost: undefined,
      safetyStock: undefined,
    });
    expect(input.capacity[0]).toMatchObject({
      per: 'Week',
      unit: 'h',
      cost: 0,
      wage: 0,
      attrition: 0,
      hireCost: undefined,
    });
  });

  it('know the drivers of activities in both languages', () => {
    const driver = (text: string) =>
      parseWorkbook(
        withSheets({
          Activities: [
            ['Activity', 'Team', 'Driver'],
            ['Call', 'Sales', text],
          ],
        }),
        { today },
      ).input.activities[0]?.driver;
    expect(driver('Entries: Proposal')).toEqual({ kind: 'Entries', stage: 'Proposal' });
    expect(driver('Ingressi:proposal')).toEqual({ kind: 'Entries', stage: 'Proposal' });
    expect(driver('Produzione:pumps')).toEqual({ kind: 'Production', family: 'Pumps' });
    expect(driver('Obiettivo')).toEqual({ kind: 'Target' });
    expect(driver('Entries:')).toEqual({ kind: 'Fixed' });
  });

  it('read percentages as fractions, from 0.4, "40 %" and, where the whole column says so, from 40', () => {
    const probabilities = (values: RawValue[]) =>
      parseWorkbook(
        withSheets({
          Pipeline: [
            ['Opportunity', 'Stage', 'Amount', 'Close date', 'Probability'],
            ...values.map((value, index) => [`D-${index}`, 'Proposal', 1, JUNE_30, value]),
          ],
        }),
        { today },
      );
    expect(probabilities([0.4, '40 %']).input.pipeline.map((own) => own.probability)).toEqual([0.4, 0.4]);
    const points = probabilities([40, 1, 100]);
    expect(points.input.pipeline.map((own) => own.probability)).toEqual([0.4, 0.01, 1]);
    expect(points.issues.find((own) => own.code === 'percent-points')).toMatchObject({
      severity: 'warning',
      params: { count: 3 },
    });
    expect(probabilities([0.4, 140]).issues.map((own) => own.code)).toContain('not-a-fraction');
  });

  it('spell a name as the table that defines it', () => {
    const { input } = parseWorkbook(
      withCells([
        ['Pipeline', 1, 5, ' pumps '],
        ['Pipeline', 2, 5, 'PUMPS.'],
        ['Pipeline', 1, 4, 'sales'],
      ]),
      { today },
    );
    expect(input.pipeline.map((own) => [own.family, own.team])).toEqual([
      ['Pumps', 'Sales'],
      ['Pumps', 'Sales'],
    ]);
  });

  it('read days exported as 20270630, and refuse a year where a date belongs', () => {
    const { input, issues } = parseWorkbook(
      withCells([
        ['Pipeline', 1, 3, 20_270_630],
        ['Pipeline', 2, 3, 2027],
      ]),
      { today },
    );
    expect(input.pipeline.map((own) => own.closeDate)).toEqual([dayOf(2027, 6, 30)]);
    expect(issues.find((own) => own.code === 'date-out-of-range')?.cell).toEqual({
      sheet: 'Pipeline',
      row: 2,
      column: 3,
    });
  });

  it('need regular capacity or heads and hours', () => {
    const { issues } = parseWorkbook(withCells([['Capacity', 1, 1, '']]), { today });
    expect(issues.find((own) => own.code === 'capacity-blank')).toMatchObject({
      severity: 'error',
      cell: { sheet: 'Capacity', row: 1, column: 1 },
    });
  });

  it('end after they begin', () => {
    const raw = withSheets({
      Capacity: [
        ['Resource', 'Regular', 'From', 'To'],
        ['Sales', 5, JUNE_30, JANUARY_15],
      ],
    });
    expect(parseWorkbook(raw, { today }).issues.find((own) => own.code === 'dates-reversed')).toMatchObject({
      cell: { row: 1, column: 3 },
    });
  });
});

const crm = resolve(__dirname, '../../../../shared/data/crm');
const describeCrm = existsSync(crm) ? describe : describe.skip;

describeCrm('a public CRM export', () => {
  const sheet = (name: string): RawValue[][] => {
    const { data } = Papa.parse<string[]>(readFileSync(resolve(crm, `${name}.csv`), 'utf8').trim());
    return data.map((row) => row.map((cell) => (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)));
  };
  const { Targets = [], Capacity = [] } = goodSheets();
  const parsed = parseWorkbook(
    rawWorkbook(
      { Targets, Capacity, sales_pipeline: sheet('sales_pipeline'), products: sheet('products') },
      { culture: 'en-US' },
    ),
    { today: dayOf(2017, 10, 1) },
  );

  it('is mapped without help', () => {
    const found = parsed.found.find((own) => own.kind === 'pipeline');
    expect(
      Object.fromEntries(Object.entries(found?.columns ?? {}).map(([field, own]) => [field, own.heading])),
    ).toEqual({
      opportunity: 'opportunity_id',
      owner: 'sales_agent',
      family: 'product',
      account: 'account',
      stage: 'deal_stage',
      created: 'engage_date',
      closeDate: 'close_date',
      amount: 'close_value',
    });
    expect(parsed.input.families.map((own) => [own.family, own.price])).toContainEqual(['GTX Pro', 4821]);
  });

  it('gives every row, with dates in the order of the United States', () => {
    expect(parsed.input.pipeline).toHaveLength(sheet('sales_pipeline').length - 1);
    expect(parsed.input.pipeline[0]).toMatchObject({
      opportunity: '1C1I7A6R',
      created: dayOf(2016, 10, 20),
      closeDate: dayOf(2017, 3, 1),
      amount: 1054,
    });
    expect(parsed.issues.filter((own) => own.severity !== 'info')).toEqual([]);
  });

  it('brings GTXPro of the pipeline to GTX Pro of the products', () => {
    expect(parsed.input.pipeline.some((own) => own.family === 'GTXPro')).toBe(false);
    expect(parsed.input.pipeline.filter((own) => own.family === 'GTX Pro').length).toBeGreaterThan(1000);
  });
});

describe('any grid of values', () => {
  const headings = Object.values(INPUT_TABLES).flatMap(({ columns }) =>
    Object.values(columns).flatMap(({ names }) => [...names]),
  );
  const cell = fc.oneof(
    fc.constantFrom<RawValue>(
      '',
      ' ',
      '#N/A',
      '#DIV/0!',
      true,
      'Total',
      'Totale',
      '1.234,56',
      '12,5 %',
      '31/04/2027',
      '03/04/2027',
      '2027-01-05',
      'Sales',
      'Won',
      '=1+1',
      '-',
    ),
    fc.double({ noNaN: true, min: -1e7, max: 1e7 }),
    fc.integer({ min: 0, max: 60_000 }),
    fc.constantFrom<RawValue>(...headings),
    fc.string({ maxLength: 12 }),
    fc.constantFrom<RawValue>('toString', '__proto__', 'constructor', 'a\u0000b', '\ud800', '{', "'"),
  );
  const names = fc.constantFrom(
    ...Object.values(INPUT_TABLES).flatMap((table) => [...table.names, ...table.synonyms]),
    'Foglio1',
    "L'altro",
    '__proto__',
  );
  const range = fc.record({
    sheet: names,
    table: fc.option(names, { nil: undefined }),
    row: fc.integer({ min: 0, max: 9 }),
    column: fc.integer({ min: 0, max: 9 }),
    header: fc.array(fc.oneof(fc.constantFrom<RawValue>(...headings), cell), { maxLength: 9 }),
    rows: fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 9 }),
    hiddenRows: fc.option(fc.array(fc.integer({ min: 0, max: 20 })), { nil: undefined }),
  });
  const workbook: fc.Arbitrary<RawWorkbook> = fc.record({
    ranges: fc
      .array(range, { maxLength: 6 })
      .map((ranges) => ranges.map(({ header, rows, ...rest }) => ({ ...rest, values: [header, ...rows] }))),
    dateSystem: fc.constantFrom<1900 | 1904>(1900, 1904),
    culture: fc.constantFrom('it-IT', 'en-US', 'en-GB', 'xx', ''),
    mapping: fc.constant({ tables: {} }),
  });

  const origins = (input: object): Origin[] =>
    Object.values(input).flatMap((records: unknown) =>
      Array.isArray(records) ? records.flatMap((record: { origin?: Origin }) => record.origin ?? []) : [],
    );

  it('never throws, points every record and every cell of an issue into its sheet, and gives the same twice', () => {
    fc.assert(
      fc.property(workbook, (raw) => {
        const parsed = parseWorkbook(raw, { today });
        for (const origin of origins(parsed.input)) expect(holdsOrigin(raw, origin)).toBe(true);
        for (const { cell: at } of parsed.issues)
          if (at)
            expect(
              raw.ranges.some((own) => own.sheet === at.sheet && at.row >= own.row && at.column >= own.column),
            ).toBe(true);
        expect(parseWorkbook(raw, { today })).toEqual(parsed);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps in every field of text or number what its cell says', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            id: fc.stringMatching(/^[a-z]{3,8}$/),
            amount: fc.integer({ min: 0, max: 1e9 }),
            blank: fc.boolean(),
          }),
          { minLength: 1, maxLength: 30 },
        ),
        (deals) => {
          const rows = deals.flatMap(({ id, amount, blank }): RawValue[][] => [
            ...(blank ? [['', '', '', '']] : []),
            [id, 'Won', amount, JUNE_30],
          ]);
          const raw = withSheets({ Pipeline: [['Opportunity', 'Stage', 'Amount', 'Close date'], ...rows] });
          const { input } = parseWorkbook(raw, { today });
          const values = raw.ranges.find((own) => own.sheet === 'Pipeline')?.values ?? [];
          for (const record of input.pipeline) {
            const { row, columns } = record.origin;
            expect(values[row]?.[columns.opportunity ?? -1]).toBe(record.opportunity);
            expect(values[row]?.[columns.amount ?? -1]).toBe(record.amount);
          }
          expect(input.pipeline.length).toBe(
            new Set(deals.map((own) => own.id).filter((id) => !/^(total|totals|totale|totali|somma|sum)$/.test(id)))
              .size,
          );
        },
      ),
    );
  });
});

/** Whether a record's origin is a row and columns of a range of that sheet. */
function holdsOrigin(raw: RawWorkbook, origin: Origin): boolean {
  return raw.ranges.some(
    ({ sheet, row, column, values }) =>
      sheet === origin.sheet &&
      origin.row > row &&
      origin.row < row + values.length &&
      Object.values(origin.columns).every(
        (at) => at >= column && at < column + values.reduce((most, own) => Math.max(most, own.length), 0),
      ),
  );
}
