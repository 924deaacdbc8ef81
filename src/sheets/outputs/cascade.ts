import type { CascadeLine } from '../../planning/result';
import type { SheetSpec } from '../spec';
import { groupBy } from './context';
import type { OutputContext } from './context';
import { closeSheet, FIRST_ROW, openSheet, pagesWide, tableOver } from './frame';
import type { Place } from './grid';
import { rectOf } from './grid';
import { mustBeZero } from './lights';
import type { CascadeBlock } from './cascadeBlock';
import { putCascadeBlock } from './cascadeBlock';

/** Per fiscal year: the objectives' rows and the differences that must read zero. */
export interface CascadePlaces {
  readonly years: readonly CascadeYear[];
}

export interface CascadeYear {
  readonly year: number;
  readonly lines: readonly { readonly line: CascadeLine; readonly target: Place; readonly planned: Place }[];
  readonly monthsCheck: Place;
  readonly weeksCheck: Place;
}

/**
 * The Target cascade: one table a fiscal year; months and weeks are decisions, quarters and totals formulas over them, and two
 * differences a row must read zero.
 *
 * @returns undefined when there is no objective.
 */
export function buildCascade(context: OutputContext): { spec: SheetSpec; places: CascadePlaces } | undefined {
  const { cascade } = context.plan;
  if (cascade.length === 0) return undefined;
  const grid = openSheet(context, 'cascade', context.t('sheets.hint.cascade'));
  const blocks: CascadeBlock[] = [];
  let row = FIRST_ROW;
  for (const lines of groupBy(cascade, yearAndPeriods).values()) {
    const block = putCascadeBlock(context, grid, row, lines);
    blocks.push(block);
    row = block.end + 2;
  }
  const widest = Math.max(...blocks.map((block) => block.columns));
  const first = blocks[0];
  const widths = Array.from({ length: widest }, (_, i) => first?.widths[i] ?? 11);
  const printed = first?.firstWeek ?? widest;
  const spec = closeSheet(context, 'cascade', grid, {
    columnWidths: widths,
    tables: blocks.map((block, i) =>
      tableOver(tableName(blocks, i), block.header, 0, block.lines.length + 1, block.columns),
    ),
    rowHeights: Object.fromEntries(blocks.map((block) => [block.header, 30])),
    conditionalFormats: blocks.flatMap((block) => [
      mustBeZero(rectOf(block.monthsCheck)),
      ...(block.weekColumns > 0 ? [mustBeZero(rectOf(block.weeksCheck))] : []),
    ]),
    subjects: blocks.flatMap((block) =>
      block.lines.map(({ line }, i) => ({
        range: { row: block.header + 1 + i, column: 0, rows: 1, columns: block.columns },
        subject: { kind: 'cascade', line: cascade.indexOf(line), label: line.objective },
        periods: block.periods,
      })),
    ),
    outline:
      first && first.weekColumns > 0 ? [{ by: 'columns', from: first.firstWeek, to: widest - 1, collapsed: true }] : [],
    freeze: { rows: FIRST_ROW, columns: 2 },
    print: {
      orientation: 'landscape',
      fitToWidth: true,
      pagesWide: pagesWide(widths.slice(0, printed)),
      titleRows: FIRST_ROW,
      titleColumns: 1,
      area: { row: 0, column: 0, rows: row - 1, columns: printed },
    },
  });
  const years = blocks.map(({ year, lines, monthsCheck, weeksCheck }) => ({ year, lines, monthsCheck, weeksCheck }));
  return { spec, places: { years } };
}

/** Objectives share a table when they share a fiscal year and its periods. */
function yearAndPeriods(line: CascadeLine): string {
  return [line.year, ...[...line.quarters, ...line.months, ...line.weeks].map((p) => p.label)].join('|');
}

/** 'CadenzaCascade2027', with a letter where a year has more than one table. */
function tableName(blocks: readonly CascadeBlock[], index: number): string {
  const year = blocks[index]?.year ?? 0;
  const before = blocks.slice(0, index).filter((block) => block.year === year).length;
  return `CadenzaCascade${year}${before === 0 ? '' : `_${before + 1}`}`;
}
