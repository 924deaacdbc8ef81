import type { Calculation } from '../formulas/calculation';
import type { CellValue } from '../model/cell';
import { MAX_COLUMNS } from '../model/cell';
import type { ConditionalFormat, Worksheet } from '../model/workbook';
import type { RuleContext } from './holds';
import { holdsCellValue, holdsPreset, holdsRank, holdsText } from './holds';
import { RangeValues } from './rangeValues';
import type { Bar, Icon } from './scales';
import { dataBar, iconOf, scaleColor } from './scales';

/** What conditional formats add to a cell's own look. */
export interface ConditionalLook {
  format: ConditionalFormat['format'];
  bar?: Bar;
  icon?: Icon;
  /** The number is not shown beside its bar or icon. */
  hidesValue?: boolean;
}

/**
 * Evaluates conditional formats cell by cell, as they are asked for; what was found is kept until values change.
 * Formulas are evaluated by the workbook's own engine.
 */
export class ConditionalLooks {
  private readonly found = new WeakMap<Worksheet, Map<number, ConditionalLook | undefined>>();
  private ranges = new WeakMap<ConditionalFormat, RangeValues>();

  constructor(
    private readonly calculation: Calculation,
    /** Serial number of today. */
    private readonly today: () => number,
  ) {}

  /** Values or rules of a sheet changed: everything is looked at again. */
  forget(sheet: Worksheet): void {
    this.found.delete(sheet);
    this.ranges = new WeakMap();
  }

  /** What the conditional formats of a sheet make of a cell; undefined when none holds. */
  at(sheet: Worksheet, row: number, column: number): ConditionalLook | undefined {
    if (sheet.conditionalFormats.length === 0) return undefined;
    let cells = this.found.get(sheet);
    if (!cells) this.found.set(sheet, (cells = new Map()));
    const key = row * MAX_COLUMNS + column;
    if (!cells.has(key)) cells.set(key, this.look(sheet, row, column));
    return cells.get(key);
  }

  /** The first rule that says something of a property wins; a rule that stops ends the search. */
  private look(sheet: Worksheet, row: number, column: number): ConditionalLook | undefined {
    const rules = sheet.conditionalFormats
      .filter(({ areas }) =>
        areas.some((a) => row >= a.top && row <= a.bottom && column >= a.left && column <= a.right),
      )
      .sort((a, b) => a.priority - b.priority);
    let look: ConditionalLook | undefined;
    for (const rule of rules) {
      const added = this.apply(rule, sheet, row, column);
      if (!added) continue;
      look = { ...added, ...look, format: { ...added.format, ...look?.format } };
      if (rule.stopIfTrue) break;
    }
    return look;
  }

  private apply(format: ConditionalFormat, sheet: Worksheet, row: number, column: number): ConditionalLook | undefined {
    const { rule } = format;
    const value = sheet.value(row, column);
    const context = this.contextOf(format, sheet, row, column);
    switch (format.kind) {
      case 'colorScale': {
        const fillColor = typeof value === 'number' && scaleColor(rule, value, context.values, context.evaluate);
        return fillColor ? { format: { fillColor } } : undefined;
      }
      case 'dataBar':
        if (typeof value !== 'number') return undefined;
        return {
          format: {},
          bar: dataBar(rule, value, context.values, context.evaluate),
          hidesValue: rule.showDataBarOnly === true,
        };
      case 'iconSet':
        if (typeof value !== 'number') return undefined;
        return {
          format: {},
          icon: iconOf(rule, value, context.values, context.evaluate),
          hidesValue: rule.showIconOnly === true,
        };
      default:
        return holds(format, value, context) ? { format: format.format } : undefined;
    }
  }

  private contextOf(format: ConditionalFormat, sheet: Worksheet, row: number, column: number): RuleContext {
    const first = format.areas[0];
    const writtenFor = { row: first?.top ?? row, column: first?.left ?? column };
    const valuesOf = (): RangeValues => {
      let values = this.ranges.get(format);
      if (!values) this.ranges.set(format, (values = new RangeValues(sheet, format.areas)));
      return values;
    };
    return {
      get values() {
        return valuesOf();
      },
      evaluate: (formula) => this.evaluate(formula, sheet, { row, column }, writtenFor),
      today: this.today,
    };
  }

  private evaluate(
    formula: unknown,
    sheet: Worksheet,
    at: { row: number; column: number },
    writtenFor: { row: number; column: number },
  ): CellValue {
    if (typeof formula === 'number' || typeof formula === 'boolean') return formula;
    if (typeof formula !== 'string' || formula === '') return null;
    const result = this.calculation.evaluate(formula, sheet, at, writtenFor);
    return Array.isArray(result) ? (result[0]?.[0] ?? null) : result;
  }
}

function holds(format: ConditionalFormat, value: CellValue, context: RuleContext): boolean {
  const { rule } = format;
  switch (format.kind) {
    case 'custom': {
      const result = context.evaluate(rule.formula);
      return typeof result === 'number' ? result !== 0 : result === true;
    }
    case 'cellValue':
      return holdsCellValue(rule, value, context);
    case 'containsText':
      return holdsText(rule, value);
    case 'topBottom':
      return holdsRank(rule, value, context);
    default:
      return holdsPreset(rule, value, context);
  }
}
