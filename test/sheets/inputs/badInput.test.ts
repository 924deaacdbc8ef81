import type { Issue } from '../../../src/planning/issue';
import { dayOf } from '../../../src/planning/time/civil';
import { addressOf } from '../../../src/sheets/address';
import { parseWorkbook } from '../../../src/sheets/inputs/parse';
import type { RawWorkbook } from '../../../src/sheets/inputs/raw';
import * as bad from '../../fixtures/bad/workbooks';
import { rawWorkbook } from '../../fixtures/bad/raw';

const today = dayOf(2026, 11, 25);
const parse = (raw: RawWorkbook) => parseWorkbook(raw, { today });

/** Issues beside the defaults that a small workbook always rests on, as 'severity code at Sheet!A1'. */
function told(raw: RawWorkbook): string[] {
  return parse(raw)
    .issues.filter((own) => !own.code.startsWith('default-'))
    .map((own) => `${own.severity} ${own.code} at ${placeOf(own)}`);
}

function placeOf({ cell, sheet }: Issue): string {
  return cell ? `${cell.sheet}!${addressOf(cell)}` : (sheet ?? 'the workbook');
}

describe('bad input', () => {
  it('is not seen where there is none', () => {
    expect(told(rawWorkbook(bad.goodSheets('en')))).toEqual([]);
    expect(told(rawWorkbook(bad.goodSheets('it'), { culture: 'it-IT' }))).toEqual([]);
  });

  it.each<[string, RawWorkbook, string[]]>([
    ['a required table missing', bad.requiredTableMissing(), ['error table-missing at the workbook']],
    ['a required table empty', bad.requiredTableEmpty(), ['error table-empty at Pipeline']],
    ['a required column missing', bad.requiredColumnMissing(), ['error column-missing at Targets']],
    ['a header row that is not the first', bad.headerNotFirst(), ['info header-not-first at Targets!A3']],
    ['an unknown stage', bad.unknownStage(), ['warning stage-not-listed at Pipeline!B2']],
    ['an unknown team', bad.unknownTeam(), ['warning team-unknown at Pipeline!E2']],
    ['an unknown family', bad.unknownFamily(), ['warning family-unknown at Pipeline!F3']],
    [
      'text where a number belongs',
      bad.textForNumber(),
      ['error not-a-number at Targets!E2', 'error table-empty at Targets'],
    ],
    ['text where a date belongs', bad.textForDate(), ['warning not-a-date at Pipeline!D2']],
    ['a day that does not exist', bad.impossibleDate(), ['warning date-impossible at Pipeline!D2']],
    ['an id that comes twice', bad.duplicateId(), ['warning duplicate-row at Pipeline!A3']],
    ['negative capacity', bad.negativeCapacity(), ['error negative-value at Capacity!B3']],
    ['error values', bad.errorValues(), ['warning cell-error at Pipeline!C2', 'warning cell-error at Capacity!D3']],
    [
      'a close date before the creation date',
      bad.closeBeforeCreated(),
      ['warning close-before-created at Pipeline!D2'],
    ],
    ['an open opportunity past its close date (left to planning)', bad.pastClose(), []],
    ['hidden rows', bad.hiddenRows(), ['info rows-hidden at Pipeline!A3']],
    ['text that begins with =', bad.equalsText(), []],
  ])('%s', (_, raw, expected) => {
    expect(told(raw)).toEqual(expected);
  });

  it('leaves out the row of an unreadable amount, never counts it as zero', () => {
    expect(parse(bad.errorValues()).input.pipeline.map((own) => own.opportunity)).toEqual(['D-2']);
  });

  it('uses the default of an optional cell that cannot be read, and says which', () => {
    const { input, issues } = parse(bad.errorValues());
    expect(input.capacity[1]?.overtime).toBe(0);
    expect(issues.find((own) => own.cell?.sheet === 'Capacity')?.params).toMatchObject({
      value: '#DIV/0!',
      outcome: 'default',
      fallback: 0,
    });
  });

  it('suggests the name that was most likely meant', () => {
    expect(parse(bad.unknownTeam()).issues.find((own) => own.code === 'team-unknown')?.params).toMatchObject({
      name: 'Salse',
      suggestion: 'Sales',
    });
    expect(
      parse(bad.unknownFamily()).issues.find((own) => own.code === 'family-unknown')?.params.suggestion,
    ).toBeUndefined();
  });

  it('names the nearest sheet where a required table is missing but one comes close', () => {
    const raw = bad.withSheets({
      Capacity: undefined,
      Risorse2: undefined,
      Deals: undefined,
      Pipeline: undefined,
      Export: [
        ['Stage', 'Amount', 'Ref'],
        ['Won', 1, 'x'],
      ],
    });
    const nearest = parse(raw).issues.find((own) => own.code === 'table-missing-nearest');
    expect(nearest).toMatchObject({
      severity: 'error',
      sheet: 'Export',
      params: { kind: 'pipeline', fields: 'opportunity,closeDate' },
    });
  });
});

describe('numbers kept as text', () => {
  it('are read in the regional format, and said to be text', () => {
    const { input } = parse(bad.italianNumbers());
    expect(input.pipeline.map((own) => own.amount)).toEqual([1234.56, 1200]);
    expect(input.pipeline[0]?.probability).toBe(0.125);
    expect(told(bad.italianNumbers())).toEqual([
      'info number-as-text at Trattative!C2',
      'info percent-as-text at Trattative!G2',
    ]);
  });
});

describe('dates kept as text', () => {
  it('are read in three orders where each is unambiguous', () => {
    const { input } = parse(bad.datesInThreeOrders());
    expect(input.pipeline.map((own) => own.closeDate)).toEqual([
      dayOf(2027, 6, 25),
      dayOf(2027, 6, 26),
      dayOf(2027, 6, 27),
    ]);
    expect(told(bad.datesInThreeOrders())).toEqual(['info date-as-text at Pipeline!D2']);
  });

  it.each([
    ['en-US', dayOf(2027, 3, 4), '2027-03-04'],
    ['it-IT', dayOf(2027, 4, 3), '2027-04-03'],
    ['en-GB', dayOf(2027, 4, 3), '2027-04-03'],
  ])('are read in the order of %s where nothing settles it, with the reading reported', (culture, day, date) => {
    const { input, issues } = parse(bad.ambiguousDate(culture));
    expect(input.pipeline[0]?.closeDate).toBe(day);
    const asked = issues.find((own) => own.code === 'date-ambiguous');
    expect(asked).toMatchObject({
      severity: 'warning',
      cell: { sheet: 'Pipeline', row: 1, column: 3 },
      params: { text: '03/04/2027', date },
    });
  });

  it('follow the one row that settles the column', () => {
    const { input } = parse(bad.settledDate());
    expect(input.pipeline.map((own) => own.closeDate)).toEqual([dayOf(2027, 4, 3), dayOf(2027, 4, 25)]);
    expect(told(bad.settledDate())).toEqual(['info date-as-text at Pipeline!D2']);
  });
});

describe('the 1904 date system', () => {
  it('gives the same days', () => {
    const { input } = parse(bad.date1904());
    expect(input.pipeline.map((own) => [own.created, own.closeDate])).toEqual([
      [dayOf(2027, 1, 15), dayOf(2027, 6, 30)],
      [dayOf(2027, 1, 15), dayOf(2027, 6, 30)],
    ]);
    expect(told(bad.date1904())).toEqual([]);
  });
});

describe('rows that are no records', () => {
  it('skips blank, subtotal and total rows in the middle, with a note at the first of each', () => {
    const raw = bad.blankAndSubtotals();
    expect(parse(raw).input.capacity.map((own) => [own.resource, own.regular, own.origin.row])).toEqual([
      ['Sales', 200, 1],
      ['Assembly', 400, 4],
    ]);
    expect(told(raw)).toEqual([
      'info rows-blank at Capacity!A3',
      'info rows-total at Capacity!A4',
      'warning rows-unlabelled at Capacity!A6',
    ]);
    expect(parse(raw).issues.find((own) => own.code === 'rows-total')?.params.count).toBe(2);
  });

  it('skips merged titles above the header and inside the list', () => {
    const raw = bad.mergedTitles();
    expect(parse(raw).input.targets.map((own) => own.objective)).toEqual(['Growth']);
    expect(parse(raw).input.capacity).toHaveLength(2);
    expect(told(raw)).toEqual(
      ['info header-not-first at Capacity!A2', 'info rows-title at Targets!A2'].sort((a, b) => (a < b ? -1 : 1)),
    );
  });

  it('keeps a record whose name only begins like a total', () => {
    const raw = bad.withCells([['Pipeline', 1, 0, 'Total Energies supply']]);
    expect(parse(raw).input.pipeline.map((own) => own.opportunity)).toEqual(['Total Energies supply', 'D-2']);
  });

  it('does not take a customer whose name begins like a total for one, though something is missing', () => {
    const raw = bad.withSheets({
      Orders: [
        ['Date', 'Family', 'Quantity', 'Customer'],
        [bad.JUNE_30, 'Pumps', '', 'Total Energies'],
      ],
    });
    expect(told(raw)).toEqual(['warning cell-required at Orders!C2']);
  });

  it('skips a header row that is repeated further down', () => {
    const rows = bad.goodSheets().Pipeline ?? [];
    const raw = bad.withSheets({
      Pipeline: [...rows, rows[0] ?? [], ['D-3', 'Proposal', 5, bad.JUNE_30, 'Sales', 'Pumps', '', '']],
    });
    expect(parse(raw).input.pipeline.map((own) => own.opportunity)).toEqual(['D-1', 'D-2', 'D-3']);
    expect(told(raw)).toEqual(['info rows-header-repeated at Pipeline!A4']);
  });
});

describe('text of the user', () => {
  it('stays text when it begins with =', () => {
    expect(parse(bad.equalsText()).input.targets[0]?.objective).toBe('=HYPERLINK("x")');
  });
});

describe('20,000 rows', () => {
  it('are read in less than a second', () => {
    const raw = bad.manyRows(20_000);
    // Processor time, the least of three runs: what it takes, not what else the machine is doing.
    const runs = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      const parsed = parse(raw);
      return { parsed, took: process.cpuUsage(start).user / 1000 };
    });
    expect(Math.min(...runs.map((run) => run.took))).toBeLessThan(1000);
    expect(runs[0]?.parsed.input.pipeline).toHaveLength(20_000);
    expect(runs[0]?.parsed.issues.length).toBeLessThan(20);
  });

  it('full of the same mistake are reported one by one only so far, then counted', () => {
    const rows = Array.from({ length: 500 }, (_, index) => [`D-${index}`, 'Proposal', 'much', bad.JUNE_30]);
    const { issues } = parse(bad.withSheets({ Pipeline: [['Opportunity', 'Stage', 'Amount', 'Close date'], ...rows] }));
    expect(issues.filter((own) => own.code === 'not-a-number')).toHaveLength(20);
    expect(issues.find((own) => own.code === 'more-issues')?.params).toMatchObject({
      count: 480,
      like: 'not-a-number',
    });
  });
});
