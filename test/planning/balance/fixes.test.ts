import type { Shortage } from '../../../src/planning/resultBalance';
import { consensus, monthEnd, monthlyCase, monthStart, rowsOf } from '../../fixtures/cases/build';
import { balanceTables } from '../../support/planTables';

const LINE = { Resource: 'Line', Kind: 'Line', Per: 'Period', Regular: 100, 'Overtime cost': 7 };

async function shortagesOf(tables: Parameters<typeof monthlyCase>[2]): Promise<Shortage[]> {
  return (await balanceTables(monthlyCase(2, { Objective: 'Service first' }, tables))).shortages;
}

describe('fixes of the largest shortages', () => {
  it('are tried in the model: hours on the bottleneck serve all that is lost, at making and overtime', async () => {
    const [shortage] = await shortagesOf({
      Capacity: rowsOf([LINE]),
      Families: rowsOf([{ Family: 'A', 'Unit cost': 3, Price: 20 }]),
      Routings: rowsOf([{ Family: 'A', Resource: 'Line', Hours: 2 }]),
      Overrides: consensus({ A: [80, 10] }),
    });
    expect(shortage).toMatchObject({ kind: 'lost', bucket: 0 });
    expect(shortage?.fixes[0]).toMatchObject({ action: 'add-hours', params: { resource: 'Line', hours: 60 } });
    expect(shortage?.fixes[0]?.cost).toBeCloseTo(30 * 3 + 60 * 7, 2);
    expect(shortage?.fixes[0]?.serves).toBeCloseTo(30, 3);
  });

  it('come after others when, tried alone, they do not serve what they promise', async () => {
    const [shortage] = await shortagesOf({
      Capacity: rowsOf([
        LINE,
        { ...LINE, Resource: 'Oven', Regular: 50, 'Overtime cost': 1, From: monthStart(0), To: monthEnd(1) },
      ]),
      Families: rowsOf([{ Family: 'A', 'Unit cost': 1, Price: 20, 'Subcontract cost': 90, 'Subcontract max': 5 }]),
      Routings: rowsOf([
        { Family: 'A', Resource: 'Line', Hours: 2 },
        { Family: 'A', Resource: 'Oven', Hours: 1 },
      ]),
      Overrides: consensus({ A: [80, 10] }),
    });
    // Line and Oven both end at 50 units: more of one alone makes nothing, more from the subcontractor serves.
    expect(shortage?.fixes[0]?.action).toBe('subcontract-more');
    expect(shortage?.fixes[0]?.serves).toBeCloseTo(25, 3);
    expect(shortage?.fixes[1]).toMatchObject({ action: 'add-hours', serves: 0 });
  });
});
