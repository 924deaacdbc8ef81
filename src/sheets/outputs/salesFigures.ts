import type { SalesPlan } from '../../planning/result';
import type { NumberFormatName } from '../spec';
import type { OutputContext } from './context';
import type { Content, Grid, Place } from './grid';
import { a1, cellPlace } from './grid';

/** Key figures of the Sales plan that other sheets refer to. */
export interface SalesFigurePlaces {
  readonly target: Place;
  readonly expected: Place;
  readonly gap: Place;
  readonly coverage: Place;
  readonly neededCoverage?: Place;
  readonly chance?: Place;
}

/** The figures in their order, the first six always there. */
const KEYS = [
  'target',
  'won',
  'weighted',
  'expected',
  'gap',
  'coverage',
  'weightedByAge',
  'neededCoverage',
  'p10',
  'p50',
  'p90',
  'chanceOfTarget',
  'averageDeal',
  'alreadyLate',
] as const;
type FigureKey = (typeof KEYS)[number];

/** Formats of figures that are not money. */
const NUMBERS: Partial<Readonly<Record<FigureKey, NumberFormatName>>> = {
  coverage: 'factor',
  neededCoverage: 'factor',
  chanceOfTarget: 'percent',
  alreadyLate: 'decimal1',
};
const COMPUTED: readonly FigureKey[] = ['expected', 'gap', 'coverage'];

/**
 * Key figures, one a row from `start` on: label and value; gaps and ratios are formulas. Figures that the plan does not know are left out.
 *
 * @param openAmount Formula of the open pipeline's amount; undefined where no stages are written.
 */
export function putFigures(
  context: OutputContext,
  grid: Grid,
  start: number,
  openAmount: string | undefined,
): SalesFigurePlaces {
  const { t, plan } = context;
  const { sales } = plan;
  grid.putRow(start, 0, [t('sheets.sales.figures', { year: String(sales.year) }), undefined], {
    style: 'sectionHeader',
  });
  const at = (key: FigureKey): string => a1(start + 1 + KEYS.indexOf(key), 1);
  const contents: Readonly<Partial<Record<FigureKey, Content>>> = {
    ...sales,
    expected: { formula: `=${at('won')}+${at('weighted')}` },
    gap: { formula: `=${at('target')}-${at('expected')}` },
    coverage: coverageOf(sales, openAmount, at('target'), at('won')),
    alreadyLate: sales.alreadyLate.wins,
  };
  const shown = KEYS.filter((key) => contents[key] !== undefined);
  shown.forEach((key, i) => {
    grid.put(start + 1 + i, 0, t(`sheets.sales.${key}`), { style: 'keyLabel' });
    grid.put(start + 1 + i, 1, contents[key], {
      style: COMPUTED.includes(key) ? 'keyFigure' : 'parameter',
      number: NUMBERS[key] ?? 'money',
      align: 'right',
    });
  });
  const placeOf = (key: FigureKey): Place => cellPlace(grid.sheet, start + 1 + shown.indexOf(key), 1);
  return {
    target: placeOf('target'),
    expected: placeOf('expected'),
    gap: placeOf('gap'),
    coverage: placeOf('coverage'),
    ...(sales.neededCoverage === undefined ? {} : { neededCoverage: placeOf('neededCoverage') }),
    ...(sales.chanceOfTarget === undefined ? {} : { chance: placeOf('chanceOfTarget') }),
  };
}

/** Open pipeline ÷ (target − won), as a formula where the stages' amounts are what the plan's coverage was taken from. */
function coverageOf(sales: SalesPlan, openAmount: string | undefined, target: string, won: string): Content {
  if (sales.coverage === undefined) return '–';
  const left = sales.target - sales.won;
  const open = sales.stages.filter((stage) => stage.outcome === 'Open').reduce((sum, stage) => sum + stage.amount, 0);
  const follows = openAmount !== undefined && left > 0 && Math.abs(open / left - sales.coverage) < 1e-9;
  return follows ? { formula: `=IF(${target}-${won}>0,${openAmount}/(${target}-${won}),0)` } : sales.coverage;
}
