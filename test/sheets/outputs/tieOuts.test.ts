import { planFixture } from '../../support/planFixture';
import { cellAt, outputsOf } from '../../support/outputsOf';
import { CalculatedSheets } from '../../support/sheetSpecs';

function calculated(): CalculatedSheets {
  return new CalculatedSheets(outputsOf(planFixture()));
}

/** The cell below a heading of a table, in the row of an objective. */
function cascadeCell(sheets: CalculatedSheets, objective: string, heading: string) {
  const { column } = sheets.find('Target cascade', heading);
  return { ...sheets.find('Target cascade', objective), column };
}

describe('the Target cascade', () => {
  const plan = planFixture();
  const sheets = calculated();

  it('adds months up to quarters and the year the way each objective says', () => {
    for (const line of plan.cascade) {
      line.quarters.forEach((quarter, i) =>
        expect(sheets.number(cascadeCell(sheets, line.objective, `Q${i + 1} 2027`))).toBeCloseTo(quarter.value, 9),
      );
      expect(sheets.number(cascadeCell(sheets, line.objective, 'Phased'))).toBeCloseTo(line.target, 9);
    }
  });

  it('reads zero in the differences of months and weeks', () => {
    for (const { objective, aggregation } of plan.cascade) {
      expect(sheets.number(cascadeCell(sheets, objective, 'Months − target'))).toBe(0);
      if (aggregation !== 'Average') expect(sheets.number(cascadeCell(sheets, objective, 'Weeks − months'))).toBe(0);
    }
  });

  it('totals the objectives of a team that add up', () => {
    const totals = sheets.find('Target cascade', 'Totals by team');
    const { column } = sheets.find('Target cascade', 'Target');
    const target = plan.cascade[0]?.target ?? 0;
    expect(sheets.number({ ...totals, row: totals.row + 1, column })).toBe(2 * target);
  });

  it('turns a check red when a month is changed by hand, there and on Checks', () => {
    const changed = calculated();
    const month = cascadeCell(changed, 'Grow retail', 'Feb 2027');
    changed.type(month, changed.number(month) + 250);
    expect(changed.number(cascadeCell(changed, 'Grow retail', 'Months − target'))).toBe(250);
    const check = changed.find('Checks', 'Months against yearly targets, 2027');
    expect(changed.number({ ...check, column: 2 })).toBe(250);
    expect(changed.at({ ...check, column: 3 })).toBe('To check');
  });
});

describe('the Calendar', () => {
  const plan = planFixture();

  it('adds the hours of the Daily plan up by team, activity and week, whatever characters the names hold', () => {
    const sheets = calculated();
    for (const { team, week, loadHours } of plan.workload) {
      const block = sheets.find('Calendar', team);
      const { row } = sheets.find('Calendar', 'Load', block.row);
      const { column } = sheets.find('Calendar', week);
      expect(sheets.number({ ...block, row, column })).toBeCloseTo(loadHours, 9);
    }
  });

  it('follows hours that are changed in the Daily plan', () => {
    const sheets = calculated();
    const hours = sheets.find('Daily plan', 'Hours');
    sheets.type({ ...hours, row: hours.row + 1 }, 26);
    const total = sheets.find('Calendar', 'All teams: load');
    expect(sheets.number({ ...total, column: 2 })).toBe(41);
  });

  it('shows the milestones of a team in their week', () => {
    const sheets = calculated();
    const { column } = sheets.find('Calendar', '2026-W50');
    expect(sheets.find('Calendar', '◆ Fair').column).toBe(column);
  });
});

describe('the Sales plan', () => {
  it('sets what the teams can sell against their targets, month by month', () => {
    const sheets = calculated();
    const heading = sheets.find('Sales plan', 'What the sales teams can sell');
    const { column } = sheets.find('Sales plan', 'Gap', heading.row);
    const gaps = sheets.numbers({ ...heading, row: heading.row + 2, column, rows: 2 });
    expect(gaps).toEqual([-5_000, 5_000]);
  });
});

describe('Shortages', () => {
  it('name what is to blame for all that is not served', () => {
    const sheets = calculated();
    const heading = sheets.find('Shortages', 'What is to blame for all that is not served');
    expect(sheets.at({ ...heading, row: heading.row + 2 })).toBe('Capacity of Line 1');
    expect(sheets.number({ ...heading, row: heading.row + 2, column: 1 })).toBe(20);
  });
});

describe('Checks', () => {
  it('lists tie-outs of sheets and plan, all at zero, and counts the issues', () => {
    const sheets = calculated();
    expect(sheets.number({ ...sheets.find('Checks', 'Checks that do not read zero'), column: 1 })).toBe(0);
    expect(sheets.number({ ...sheets.find('Checks', 'Warnings'), column: 1 })).toBe(1);
    expect(sheets.find('Checks', 'fixture-tie, year 2027').row).toBeGreaterThan(0);
  });

  it('jumps from an issue to its cell', () => {
    const checks = outputsOf(planFixture()).find((spec) => spec.key === 'checks');
    const links = checks?.rows.flat().flatMap((cell) => (cell && 'value' in cell && cell.link ? [cell] : []));
    expect(links).toEqual([{ value: 'B7', link: { sheet: "Piano d'azione", row: 6, column: 1 } }]);
  });

  it('shows a difference that the plan itself found', () => {
    const tieOuts = [{ name: 'fixture-tie', params: {}, difference: 12.5 }];
    const sheets = new CalculatedSheets(outputsOf(planFixture({ tieOuts })));
    expect(sheets.at({ ...sheets.find('Checks', 'fixture-tie'), column: 3 })).toBe('To check');
  });
});

describe('the Plan summary', () => {
  const sheets = calculated();
  const figure = (label: string, column: number) => sheets.at({ ...sheets.find('Plan summary', label), column });

  it('sets each figure against its target, with variance and verdict', () => {
    expect(figure('Sales expected in fiscal year 2026', 1)).toBe(210_000);
    expect(figure('Sales expected in fiscal year 2026', 2)).toBe(300_000);
    expect(figure('Sales expected in fiscal year 2026', 3)).toBe(-90_000);
    expect(figure('Sales expected in fiscal year 2026', 4)).toBeCloseTo(-0.3, 12);
    expect(figure('Sales expected in fiscal year 2026', 5)).toBe('Off track');
    expect(figure('Checks that do not read zero', 5)).toBe('On track');
  });

  it('changes the verdict when the plan behind it changes', () => {
    const changed = calculated();
    changed.type({ ...changed.find('Sales plan', 'Won', 4), column: 1 }, 205_000);
    expect(changed.at({ ...changed.find('Plan summary', 'Sales expected in fiscal year 2026'), column: 5 })).toBe(
      'To watch',
    );
  });

  it('reads the dearest shortages from the Balance', () => {
    const shortages = sheets.find('Plan summary', 'Dearest shortages');
    const money = [2, 3].map((down) => sheets.number({ ...shortages, row: shortages.row + down, column: 3 }));
    expect(money[0]).toBeGreaterThanOrEqual(money[1] ?? 0);
    const quantities = sheets.numbers({ ...cellAt(sheets.find('Shortages', 'Units'), 0), row: 7, rows: 1 });
    expect(quantities[0]).toBeGreaterThan(0);
  });

  it('asks for the decisions that the plan takes', () => {
    const text = sheets.text('Plan summary');
    for (const words of [
      'Approve overtime on Line 1',
      'Hire for Line 2',
      'Place Chairs "Roma" = 1 with a subcontractor',
      'Close the sales gap',
    ])
      expect(text).toContain(words);
  });
});
