import { judgeStreams } from '../../../src/planning/demand/weights';
import type { FamilySignals } from '../../../src/planning/demand/streams';
import type { ForecastAccuracy } from '../../../src/planning/result';
import type { PlanContext } from '../../../src/planning/time/types';
import type { Day } from '../../../src/planning/units';

function statisticsWith(accuracy: ForecastAccuracy) {
  const signals: FamilySignals = {
    family: 'Pumps',
    statistics: {
      family: 'Pumps',
      model: 'ETS(A,N,N)',
      season: 1,
      grain: 'Month',
      history: [{ start: 46000 as Day, quantity: 50 }],
      points: [],
      accuracy,
      notes: [],
    },
    overrides: new Map(),
    pastOverrides: [],
    orders: [],
  };
  return judgeStreams(signals, [], {} as PlanContext).get('Statistics');
}

describe('how the statistical forecast did in the past', () => {
  it('adds, in points of wMAPE, what the naive forecast erred more in the same backtest', () => {
    // Naive 12.5 %, forecast 10 %: a fifth of the naive error less.
    expect(statisticsWith({ wmape: 0.1, bias: 0, mase: 0.9, valueAdded: 0.2 })?.valueAdded).toBeCloseTo(0.025, 12);
    expect(statisticsWith({ wmape: 0.1, bias: 0, valueAdded: -0.25 })?.valueAdded).toBeCloseTo(-0.02, 12);
  });

  it('says nothing of it without a naive forecast to hold against', () => {
    expect(statisticsWith({ wmape: 0.1, bias: 0, mase: 0.9 })?.valueAdded).toBeUndefined();
    expect(statisticsWith({})).toBeUndefined();
  });
});
