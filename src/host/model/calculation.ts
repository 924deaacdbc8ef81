import type { Workbook } from './workbook';

/** How a workbook asks to be calculated; what is not said is Excel's default. */
export interface CalculationSettings {
  readonly mode?: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
  /** Formulas that refer to themselves are repeated instead of giving 0. */
  readonly iterative?: boolean;
  /** Repetitions at most: 1 to 32,767; 100. */
  readonly maxIteration?: number;
  /** Repeated until no value changes by more; 0.001. */
  readonly maxChange?: number;
  readonly fullOnLoad?: boolean;
}

const DEFAULTS = {
  mode: 'Automatic',
  iterative: false,
  maxIteration: 100,
  maxChange: 0.001,
  fullOnLoad: false,
} as const;

/** The workbook's settings with Excel's defaults for what it does not say. */
export function calculationSettings(workbook: Workbook): Required<CalculationSettings> {
  return { ...DEFAULTS, ...workbook.calculation };
}

/** Changes settings of a workbook; those that come out as Excel's defaults are not kept. */
export function changeCalculation(workbook: Workbook, change: CalculationSettings): void {
  const said = Object.entries({ ...workbook.calculation, ...change }).filter(
    ([key, value]) => value !== undefined && value !== DEFAULTS[key as keyof CalculationSettings],
  );
  workbook.calculation = said.length > 0 ? Object.fromEntries(said) : undefined;
}
