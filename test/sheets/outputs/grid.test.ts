import { cellPlace, Grid, literal, refer } from '../../../src/sheets/outputs/grid';

describe('Grid', () => {
  it('joins cells of one look into few rectangles', () => {
    const grid = new Grid('Balance');
    for (const row of [0, 1, 2]) grid.putRow(row, 1, [1, 2], { style: 'decision' });
    grid.put(3, 1, 'x', { style: 'text' });
    expect(grid.formats()).toEqual([
      { range: { row: 0, column: 1, rows: 3, columns: 2 }, style: 'decision' },
      { range: { row: 3, column: 1, rows: 1, columns: 1 }, style: 'text' },
    ]);
  });

  it('keeps what an earlier look said where a later one is silent', () => {
    const grid = new Grid('Balance');
    grid.put(0, 0, 1, { style: 'text', number: 'money' });
    grid.format({ row: 0, column: 0, rows: 1, columns: 1 }, { align: 'right' });
    expect(grid.formats()).toEqual([
      { range: { row: 0, column: 0, rows: 1, columns: 1 }, style: 'text', number: 'money', align: 'right' },
    ]);
  });

  it('leaves cells that nobody put undefined', () => {
    const grid = new Grid('Balance');
    grid.put(1, 1, 'a');
    expect(grid.rows()).toEqual([[], [undefined, { value: 'a' }]]);
  });
});

describe('refer', () => {
  it('names the sheet only from another one, quoted where it must be', () => {
    const place = cellPlace("Piano d'oggi", 4, 2);
    expect(refer(place, "Piano d'oggi")).toBe('C5');
    expect(refer(place, 'Checks', 'both')).toBe("'Piano d''oggi'!$C$5");
    expect(refer({ ...place, sheet: 'Balance', columns: 3 }, 'Checks', 'row')).toBe('Balance!C$5:E$5');
  });
});

describe('literal', () => {
  it('doubles the quotes of a text', () => {
    expect(literal('5" tube')).toBe('"5"" tube"');
  });
});
