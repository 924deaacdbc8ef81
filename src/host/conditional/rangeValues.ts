import type { Area, CellValue } from '../model/cell';
import type { Worksheet } from '../model/workbook';

/** What a rule must know of all the cells it holds for: ranks, averages, how often a value occurs. */
export class RangeValues {
  /** Ascending. */
  readonly numbers: readonly number[];
  private readonly counts = new Map<string, number>();
  private readonly average: number;
  private readonly deviation: number;

  constructor(sheet: Worksheet, areas: readonly Area[]) {
    const numbers: number[] = [];
    for (const area of areas)
      visitValues(sheet, area, (value) => {
        if (typeof value === 'number') numbers.push(value);
        const key = countKey(value);
        this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
      });
    this.numbers = numbers.sort((a, b) => a - b);
    this.average = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    const squares = numbers.reduce((sum, value) => sum + (value - this.average) ** 2, 0);
    this.deviation = Math.sqrt(squares / numbers.length);
  }

  get minimum(): number | undefined {
    return this.numbers[0];
  }

  get maximum(): number | undefined {
    return this.numbers.at(-1);
  }

  /** How often a value occurs; texts without regard to case. */
  count(value: CellValue): number {
    return this.counts.get(countKey(value)) ?? 0;
  }

  /** The average and so many standard deviations (of the population, as Excel's rules count) above it. */
  level(deviations: number): number {
    return this.average + deviations * this.deviation;
  }

  /** Linear interpolation between the ranks, as PERCENTILE.INC. @param fraction 0..1 */
  percentile(fraction: number): number | undefined {
    const { numbers } = this;
    if (numbers.length === 0) return undefined;
    const rank = Math.min(Math.max(fraction, 0), 1) * (numbers.length - 1);
    const low = numbers[Math.floor(rank)] ?? 0;
    const high = numbers[Math.ceil(rank)] ?? low;
    return low + (high - low) * (rank - Math.floor(rank));
  }

  /** The value that the n-th largest (or smallest) number has. */
  ranked(count: number, fromTop: boolean): number | undefined {
    const last = Math.min(Math.max(Math.floor(count), 1), this.numbers.length);
    return fromTop ? this.numbers[this.numbers.length - last] : this.numbers[last - 1];
  }
}

/** Visits the values of the cells that exist in an area. */
function visitValues(sheet: Worksheet, area: Area, visit: (value: CellValue) => void): void {
  for (const row of sheet.cells.rowNumbers()) {
    if (row < area.top || row > area.bottom) continue;
    for (const [column, cell] of sheet.cells.rowCells(row) ?? [])
      if (column >= area.left && column <= area.right && cell.value !== null) visit(cell.value);
  }
}

function countKey(value: CellValue): string {
  if (typeof value === 'string') return `t${value.toLowerCase()}`;
  return typeof value === 'object' && value !== null ? value.code : `${typeof value} ${String(value)}`;
}
