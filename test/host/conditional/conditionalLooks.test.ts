import { ConditionalLooks } from '../../../src/host/conditional/conditionalLooks';
import { Calculation } from '../../../src/host/formulas/calculation';
import { parseArea } from '../../../src/host/model/address';
import type { CellValue } from '../../../src/host/model/cell';
import { CellError } from '../../../src/host/model/cell';
import type { ConditionalFormat } from '../../../src/host/model/workbook';
import { Workbook } from '../../../src/host/model/workbook';

const TODAY = 46351; // Wednesday 25 November 2026

function bookOf(rows: readonly (readonly (CellValue | string)[])[]) {
  const workbook = new Workbook();
  const sheet = workbook.addSheet('Data');
  rows.forEach((cells, row) =>
    cells.forEach((content, column) => {
      if (typeof content === 'string' && content.startsWith('=')) sheet.put(row, column, { formula: content.slice(1) });
      else sheet.put(row, column, { value: content });
    }),
  );
  const calculation = new Calculation(workbook);
  calculation.recalculate();
  const looks = new ConditionalLooks(calculation, () => TODAY);
  const add = (area: string, kind: ConditionalFormat['kind'], rule: object, more: Partial<ConditionalFormat> = {}) =>
    sheet.conditionalFormats.push({
      id: String(sheet.conditionalFormats.length),
      areas: [parseArea(area)].filter((a) => a !== undefined),
      kind,
      priority: sheet.conditionalFormats.length,
      stopIfTrue: false,
      rule: rule as Record<string, unknown>,
      format: { fillColor: '#FF0000' },
      ...more,
    });
  /** Rows of the first column that look so. */
  const hits = (count = rows.length, column = 0) =>
    Array.from({ length: count }, (_, row) => row).filter((row) => looks.at(sheet, row, column) !== undefined);
  return { workbook, sheet, calculation, looks, add, hits };
}

const column = (...values: (CellValue | string)[]) => values.map((value) => [value]);

describe('conditional formats', () => {
  it('hold by a formula written for the first cell of their area', () => {
    const { add, hits } = bookOf([
      [1, 5],
      [9, 5],
      ['=B3+1', 5],
    ]);
    add('A1:A3', 'custom', { formula: '=$A1>$B1' });
    expect(hits()).toEqual([1, 2]);
  });

  it('compare the cell with a value, a formula or a text', () => {
    const operators: [string, string, string | undefined, number[]][] = [
      ['GreaterThan', '=2', undefined, [2, 3]],
      ['LessThanOrEqual', '=2', undefined, [0, 1]],
      ['EqualTo', '=MAX($A$1:$A$4)', undefined, [3]],
      ['Between', '=3', '=2', [1, 2]],
      ['NotBetween', '=2', '=3', [0, 3]],
    ];
    for (const [operator, formula1, formula2, expected] of operators) {
      const { add, hits } = bookOf(column(1, 2, 3, 4));
      add('A1:A4', 'cellValue', { operator, formula1, formula2 });
      expect([operator, hits()]).toEqual([operator, expected]);
    }
    const texts = bookOf(column('late', 'ok', 'LATE', 7));
    texts.add('A1:A4', 'cellValue', { operator: 'EqualTo', formula1: '="Late"' });
    expect(texts.hits()).toEqual([0, 2]);
  });

  it('find texts, ranks, averages, duplicates, blanks, errors and dates', () => {
    const cases: [ConditionalFormat['kind'], object, (CellValue | string)[], number[]][] = [
      ['containsText', { operator: 'BeginsWith', text: 'AB' }, ['abc', 'cab', 'ab'], [0, 2]],
      ['topBottom', { type: 'TopItems', rank: 2 }, [5, 1, 9, 7], [2, 3]],
      ['topBottom', { type: 'BottomPercent', rank: 25 }, [5, 1, 9, 7], [1]],
      ['presetCriteria', { criterion: 'AboveAverage' }, [1, 2, 9], [2]],
      ['presetCriteria', { criterion: 'DuplicateValues' }, ['x', 'y', 'X'], [0, 2]],
      ['presetCriteria', { criterion: 'Blanks' }, [1, ' ', null], [1, 2]],
      ['presetCriteria', { criterion: 'Errors' }, [new CellError('#N/A'), 1, '=1/0'], [0, 2]],
      ['presetCriteria', { criterion: 'Today' }, [TODAY - 1, TODAY + 0.5, TODAY + 1], [1]],
      ['presetCriteria', { criterion: 'ThisWeek' }, [TODAY - 4, TODAY - 3, TODAY + 3, TODAY + 4], [1, 2]],
      ['presetCriteria', { criterion: 'NextMonth' }, [TODAY + 5, TODAY + 6, TODAY + 37], [1]],
    ];
    for (const [kind, rule, values, expected] of cases) {
      const { add, hits } = bookOf(column(...values));
      add('A1:A9', kind, rule);
      expect([rule, hits()]).toEqual([rule, expected]);
    }
  });

  it('mix colours on a scale of three', () => {
    const { add, looks, sheet } = bookOf(column(0, 25, 50, 100));
    add('A1:A4', 'colorScale', {
      criteria: {
        minimum: { type: 'LowestValue', color: '#FF0000' },
        midpoint: { type: 'Percent', formula: '=50', color: '#FFFFFF' },
        maximum: { type: 'HighestValue', color: '#0000FF' },
      },
    });
    const fills = [0, 1, 2, 3].map((row) => looks.at(sheet, row, 0)?.format.fillColor);
    expect(fills).toEqual(['#FF0000', '#FF8080', '#FFFFFF', '#0000FF']);
  });

  it('draw bars from the axis to both sides', () => {
    const { add, looks, sheet } = bookOf(column(-10, 0, 30, 'text'));
    add('A1:A4', 'dataBar', { positiveFormat: { fillColor: '#00AA00', gradientFill: false } });
    expect([0, 1, 2, 3].map((row) => looks.at(sheet, row, 0)?.bar)).toEqual([
      { from: 0, to: 0.25, color: '#FF0000', gradient: false, axis: 0.25 },
      { from: 0.25, to: 0.25, color: '#00AA00', gradient: false, axis: 0.25 },
      { from: 0.25, to: 1, color: '#00AA00', gradient: false, axis: 0.25 },
      undefined,
    ]);
  });

  it('choose the icon whose criterion the number reaches', () => {
    const { add, looks, sheet } = bookOf(column(0, 50, 100));
    add('A1:A3', 'iconSet', {
      style: 'ThreeArrows',
      criteria: [{}, { type: 'Percent', formula: '=33' }, { type: 'Percent', formula: '=67' }],
    });
    expect([0, 1, 2].map((row) => looks.at(sheet, row, 0)?.icon?.index)).toEqual([0, 1, 2]);
  });

  it('go by priority: the first that says something wins, and one that stops ends the search', () => {
    const { add, looks, sheet } = bookOf(column(5));
    add(
      'A1',
      'cellValue',
      { operator: 'GreaterThan', formula1: '=1' },
      { priority: 3, format: { fillColor: '#111111', bold: true } },
    );
    add(
      'A1',
      'cellValue',
      { operator: 'GreaterThan', formula1: '=2' },
      { priority: 1, format: { fillColor: '#222222' } },
    );
    expect(looks.at(sheet, 0, 0)?.format).toEqual({ fillColor: '#222222', bold: true });
    const rule = sheet.conditionalFormats[1];
    if (rule) rule.stopIfTrue = true;
    looks.forget(sheet);
    expect(looks.at(sheet, 0, 0)?.format).toEqual({ fillColor: '#222222' });
  });

  it('are looked at again when values change', () => {
    const { add, hits, sheet, calculation, looks } = bookOf(column(1, 2));
    add('A1:A2', 'cellValue', { operator: 'GreaterThan', formula1: '=5' });
    expect(hits()).toEqual([]);
    sheet.put(0, 0, { value: 9 });
    calculation.recalculate();
    looks.forget(sheet);
    expect(hits()).toEqual([0]);
  });
});
