import type { Area } from '../model/cell';

/** Cells of one row: first and last column. */
interface Run {
  readonly row: number;
  readonly left: number;
  right: number;
}

/**
 * Few rectangles that together are just the cells given, top to bottom and left to right.
 *
 * @param cells in order of rows and, in a row, of columns.
 * @example toRectangles([[0, 0], [0, 1], [1, 0], [1, 1]]) //=> [{ top: 0, left: 0, bottom: 1, right: 1 }]
 */
export function toRectangles(cells: Iterable<readonly [row: number, column: number]>): Area[] {
  const areas: Area[] = [];
  /** Rectangles that end in the last row seen, by their columns. */
  let open = new Map<string, Area>();
  let openRow = -2;
  for (const run of runsOf(cells)) {
    if (run.row !== openRow) {
      // Those of rows before the last one can grow no more.
      if (run.row !== openRow + 1) open = new Map();
      else for (const [key, area] of open) if (area.bottom < openRow) open.delete(key);
      openRow = run.row;
    }
    const key = `${run.left}:${run.right}`;
    const above = open.get(key);
    if (above && above.bottom === run.row - 1) above.bottom = run.row;
    else {
      const area = { top: run.row, left: run.left, bottom: run.row, right: run.right };
      areas.push(area);
      open.set(key, area);
    }
  }
  return areas;
}

function* runsOf(cells: Iterable<readonly [row: number, column: number]>): Generator<Run> {
  let run: Run | undefined;
  for (const [row, column] of cells) {
    if (run?.row === row && run.right === column - 1) run.right = column;
    else {
      if (run) yield run;
      run = { row, left: column, right: column };
    }
  }
  if (run) yield run;
}
