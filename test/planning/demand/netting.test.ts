import { netForecast } from '../../../src/planning/demand/netting';
import * as fc from 'fast-check';

const orders = [130, 100, 80].map((quantity, bucket) => ({ bucket, quantity }));

describe('netting the forecast by orders', () => {
  it('consumes the forecast of the order’s own bucket', () => {
    expect(netForecast([350, 350, 350], orders, { early: 0, late: 0 })).toEqual([220, 250, 270]);
  });

  it('reaches back before it reaches ahead', () => {
    const big = [{ bucket: 1, quantity: 250 }];
    expect(netForecast([100, 100, 100], big, { early: 1, late: 1 })).toEqual([0, 0, 50]);
    expect(netForecast([100, 100, 100], [{ bucket: 1, quantity: 150 }], { early: 1, late: 1 })).toEqual([50, 0, 100]);
  });

  it('never goes below zero nor consumes more than the orders', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, amounts, fc.nat(3), fc.nat(3), (forecast, quantities, early, late) => {
        const due = quantities.map((quantity, at) => ({ bucket: at % forecast.length, quantity }));
        const net = netForecast(forecast, due, { early, late });
        const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
        const consumed = sum(forecast) - sum(net);
        return net.every((units) => units >= 0) && consumed >= 0 && consumed <= sum(quantities);
      }),
    );
  });
});
