import type { Workbook } from '../../src/host/model/workbook';
import { workbookOf } from './workbook';

/** A workbook in which two families fight over one line, and one of them ends up short; history, overrides with reasons and orders in it. */
export function shortWorkbook(settings: readonly (readonly [string, string | number])[] = []): Workbook {
  const weeks = [0, 1, 2, 3, 4, 5];
  const start = 46027; // Monday 5 January 2026
  return workbookOf(
    {
      Targets: [
        ['Objective', 'Team', 'Metric', 'Year', 'Target'],
        ['Growth', 'Sales', 'Revenue', 2026, 120_000],
      ],
      Pipeline: [
        ['Opportunity', 'Stage', 'Amount', 'Close date', 'Team'],
        ['P1', 'Proposal', 9000, start + 30, 'Sales'],
      ],
      Capacity: [
        ['Resource', 'Regular', 'Cost', 'Overtime', 'Overtime cost'],
        ['Line', 100, 20, 10, 30],
      ],
      Families: [
        [
          'Family',
          'Price',
          'Unit cost',
          'Opening stock',
          'Max stock',
          'Holding cost',
          'Backlog cost',
          'Lost sale cost',
          'Priority',
        ],
        ['Sofas', 500, 200, 20, 60, 4, 30, 100, 1],
        ['Chairs', 90, 30, 10, '', 1, '', 20, 2],
      ],
      Routings: [
        ['Family', 'Resource', 'Hours'],
        ['Sofas', 'Line', 2],
        ['Chairs', 'Line', 0.5],
      ],
      Overrides: [
        ['Family', 'Period', 'Stream', 'Quantity', 'Reason', 'Owner'],
        ...weeks.flatMap((week) => [
          ['Sofas', start + 7 * week, 'Sales', 40 + 4 * week, 'Fair in Milan', 'Anna'],
          ['Chairs', start + 7 * week, 'Consensus', 60, '', ''],
        ]),
      ],
      Orders: [
        ['Date', 'Family', 'Quantity', 'Customer'],
        [start + 8, 'Sofas', 12, 'Rossi'],
      ],
      Settings: [
        ['Setting', 'Value'],
        ['Plan start', start],
        ['Horizon', 6],
        ['Bucket', 'Week'],
        ['Country', 'none'],
        ['Language', 'en'],
        ...settings,
      ],
    },
    { tables: true },
  );
}
