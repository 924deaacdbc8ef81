import type { Plan } from '../../../src/planning/result';
import type { Day } from '../../../src/planning/units';
import type { OutputKey, SheetSpec, StyleName } from '../../../src/sheets/spec';
import { chartSpan, pagesWide } from '../../../src/sheets/outputs/frame';
import { lookOf } from '../../../src/sheets/palette';
import { outputsOf } from '../../support/outputsOf';
import { planFixture } from '../../support/planFixture';

function sheetOf(plan: Plan, key: OutputKey): SheetSpec {
  const spec = outputsOf(plan).find((own) => own.key === key);
  if (!spec) throw new Error(`No sheet ${key}`);
  return spec;
}

function textAt(spec: SheetSpec, row: number, column: number): string {
  const cell = spec.rows[row]?.[column];
  return cell && 'value' in cell && typeof cell.value === 'string' ? cell.value : '';
}

function styleAt(spec: SheetSpec, row: number, column: number): StyleName | undefined {
  const regions = spec.formats.filter(
    ({ range }) =>
      row >= range.row &&
      row < range.row + range.rows &&
      column >= range.column &&
      column < range.column + range.columns,
  );
  return regions.at(-1)?.style;
}

/** Whether text that cannot run on into the cell beside it is seen whole: it fits the column, or wraps in a row high enough. */
function isWhole(spec: SheetSpec, row: number, column: number): boolean {
  const text = textAt(spec, row, column);
  const width = spec.columnWidths[column] ?? 9;
  if (text.length <= width || spec.rows[row]?.[column + 1] === undefined) return true;
  const style = styleAt(spec, row, column);
  const lines = Math.ceil((text.length * 0.9) / width);
  return style !== undefined && lookOf(style).wrap === true && (spec.rowHeights?.[row] ?? 15) >= 15 * lines;
}

function cut(spec: SheetSpec, columns: readonly number[]): string[] {
  return spec.rows.flatMap((_, row) =>
    columns.filter((column) => !isWhole(spec, row, column)).map((column) => textAt(spec, row, column)),
  );
}

const LONG = 'Cliente tedesco passa a un altro fornitore, e tre clienti austriaci faranno lo stesso entro la primavera';

describe('text that has something beside it is seen whole', () => {
  it('in the labels of the Demand plan, whatever the reason of an override', () => {
    const plan = planFixture();
    const [first, ...others] = plan.demand;
    if (!first) throw new Error('No demand');
    const overrides = [{ bucket: 1, stream: 'Sales', quantity: 5, reason: LONG, owner: 'Anna' }];
    const spec = sheetOf({ ...plan, demand: [{ ...first, overrides }, ...others] }, 'demandPlan');
    expect(spec.rows.some((_, row) => textAt(spec, row, 0).includes(LONG))).toBe(true);
    expect(cut(spec, [0])).toEqual([]);
  });

  it('in causes and fixes of the Shortages', () => {
    const plan = planFixture();
    const shortages = plan.shortages.map((shortage) => ({
      ...shortage,
      family: LONG,
      causes: [
        { kind: 'capacity', name: LONG } as const,
        { kind: 'material', name: LONG } as const,
        { kind: 'limit', name: 'Sales' } as const,
      ],
      fixes: [{ action: 'add-hours', params: { resource: LONG, hours: 60, unit: 'h', period: '2026-W50' }, cost: 250 }],
    }));
    const spec = sheetOf({ ...plan, shortages }, 'shortages');
    expect(cut(spec, [0, 6, 9, 10])).toEqual([]);
  });
});

describe('milestones on the Calendar', () => {
  const plan = planFixture();
  const [fair] = plan.milestones;
  const milestones = [0, 7, 7, 14, 28].map((days, i) => ({
    name: `A milestone with a long name ${i + 1}`,
    date: ((fair?.date ?? 0) + days) as Day,
    team: 'Sales Italy',
    slackDays: 0,
    critical: false,
  }));
  const spec = sheetOf({ ...plan, milestones }, 'calendar');
  const placed = spec.rows.flatMap((cells, row) =>
    cells.flatMap((_, column) => (textAt(spec, row, column).startsWith('◆') ? [{ row, column }] : [])),
  );

  it('are all there, each in its week', () => {
    expect(placed.map(({ row, column }) => textAt(spec, row, column)).sort()).toEqual(
      milestones.map(({ name }) => `◆ ${name}`),
    );
  });

  it('have room for their names, and those of the last weeks run to the left', () => {
    const end = spec.rows[4]?.length ?? 0;
    for (const { row, column } of placed) {
      const cells = Math.ceil((textAt(spec, row, column).length + 2) / 10);
      const toLeft = column + cells > end;
      const run = Array.from({ length: cells - 1 }, (_, i) => (toLeft ? column - 1 - i : column + 1 + i));
      const within = run.filter((at) => at > 1);
      expect(within.map((at) => textAt(spec, row, at)).join('')).toBe('');
    }
  });
});

describe('charts side by side', () => {
  it.each([12, 26, 52])('stand beside the first column and within the first page of %i buckets', (buckets) => {
    const widths = [40, 20, 9, 11, 14, ...Array.from({ length: buckets }, () => 11)];
    const all = widths.reduce((sum, width) => sum + width, 0);
    const page = (all + (pagesWide(widths) - 1) * 40) / pagesWide(widths);
    const spans = [0, 1, 2].map((index) => chartSpan(widths, index, 3));
    const width = ({ column, columns }: { column: number; columns: number }): number =>
      widths.slice(column, column + columns).reduce((sum, own) => sum + own, 0);
    expect(spans[0]?.column).toBe(1);
    spans.slice(1).forEach((span, i) => expect(span.column).toBe((spans[i]?.column ?? 0) + (spans[i]?.columns ?? 0)));
    expect(40 + spans.reduce((sum, span) => sum + width(span), 0)).toBeLessThanOrEqual(page);
    for (const span of spans) expect(width(span)).toBeGreaterThan(20);
  });
});

describe('the gravest issues on the Summary', () => {
  it('are broken into lines that the page holds', () => {
    const message = Array.from({ length: 12 }, () => 'fifteen letters').join(' ');
    const plan = planFixture({ issues: [{ code: message, severity: 'warning', params: {} }] });
    const spec = sheetOf(plan, 'summary');
    const at = spec.rows.findIndex((_, row) => textAt(spec, row, 1).startsWith('fifteen'));
    const lines = [0, 1, 2].map((line) => textAt(spec, at + line, 1)).filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(`${message} {}`);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(120);
  });
});
