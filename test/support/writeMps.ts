import type { LinearProgramme } from '../../src/planning/balance/solver';

/** A programme as free MPS text, for solvers that know nothing of this house; columns C0…, rows R0…. */
export function writeMps(programme: LinearProgramme): string {
  const { columnCount, rowCount, rowLower, rowUpper, integer } = programme;
  const lines = ['NAME balance', 'ROWS', ' N cost'];
  const [rhs, ranges, bounds]: string[][] = [[], [], []];
  for (let row = 0; row < rowCount; row += 1) {
    const [lower, upper] = [rowLower[row] ?? 0, rowUpper[row] ?? 0];
    const [sense, value] =
      lower === upper ? ['E', lower] : upper < Infinity ? ['L', upper] : lower > -Infinity ? ['G', lower] : ['N', 0];
    lines.push(` ${sense} R${row}`);
    if (value !== 0) rhs?.push(` rhs R${row} ${value}`);
    if (sense === 'L' && lower > -Infinity) ranges?.push(` range R${row} ${upper - lower}`);
  }
  lines.push('COLUMNS');
  for (let column = 0; column < columnCount; column += 1) {
    const whole = integer?.[column] === 1;
    if (whole) lines.push(` M${column} 'MARKER' 'INTORG'`);
    lines.push(...columnLines(programme, column));
    if (whole) lines.push(` N${column} 'MARKER' 'INTEND'`);
    const [lower, upper] = [programme.columnLower[column] ?? 0, programme.columnUpper[column] ?? Infinity];
    if (lower !== 0) bounds?.push(` LO bound C${column} ${lower}`);
    bounds?.push(upper < Infinity ? ` UP bound C${column} ${upper}` : ` PL bound C${column}`);
  }
  lines.push('RHS', ...(rhs ?? []), 'RANGES', ...(ranges ?? []), 'BOUNDS', ...(bounds ?? []), 'ENDATA', '');
  return lines.join('\n');
}

function columnLines({ cost, starts, rows, values }: LinearProgramme, column: number): string[] {
  const lines = [` C${column} cost ${cost[column] ?? 0}`];
  for (let entry = starts[column] ?? 0; entry < (starts[column + 1] ?? 0); entry += 1) {
    lines.push(` C${column} R${rows[entry] ?? 0} ${values[entry] ?? 0}`);
  }
  return lines;
}
