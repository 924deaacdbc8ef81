import { useMemo, useSyncExternalStore } from 'react';
import { styleAt } from '../bridge/cells';
import { formatCell } from '../formulas/display';
import { summarise } from '../editing/summary';
import type { Desk } from './desk';
import type { Say } from './words';

/** What Excel says at the foot of its window: the mode, and average, count and sum of the selected cells. */
export function StatusBar({ desk, say }: { desk: Desk; say: Say }) {
  const version = useSyncExternalStore(desk.subscribe, desk.getVersion);
  const { sheet, selection, active, embedded } = desk;
  const summary = useMemo(() => (version >= 0 ? summarise(sheet, selection) : undefined), [sheet, selection, version]);
  const { culture, dateSystem } = embedded.workbook;
  const { numberFormat } = styleAt(sheet, active.row, active.column);
  const write = (value: number, code = numberFormat) =>
    formatCell(code === 'General' ? Number(value.toPrecision(10)) : value, code, culture, dateSystem);
  const busy = embedded.customFunctions.pending;
  const mode = busy > 0 ? say('status.busy', { count: busy }) : say(desk.draft ? 'status.editing' : 'status.ready');
  return (
    <footer className="status" aria-label={say('status')}>
      <span>{mode}</span>
      {summary && summary.count > 1 && (
        <span className="figures">
          {summary.average !== undefined && (
            <span>
              {say('status.average')}: {write(summary.average)}
            </span>
          )}
          <span>
            {say('status.count')}: {write(summary.count, '#,##0')}
          </span>
          {summary.numbers > 0 && (
            <span>
              {say('status.sum')}: {write(summary.sum)}
            </span>
          )}
        </span>
      )}
    </footer>
  );
}
