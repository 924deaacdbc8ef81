import type { WireBody } from './wire';
import { ACTION, PATH } from './wire';

/** Methods that change nothing that undo would take back. */
const HARMLESS = /^(?:_|Get|Load|Activate$|Select$|Calculate|Suspend|Show|Find|IsSetSupported|On|Refresh)/;

/** Whether a request may change the workbook, as far as its text tells: when in doubt it may. */
export function mayWrite({ Actions, ObjectPaths }: WireBody): boolean {
  return (
    Actions.some(
      ({ ActionType, Name }) =>
        ActionType === ACTION.setProperty ||
        ActionType === ACTION.update ||
        (ActionType === ACTION.method && !HARMLESS.test(Name)),
    ) ||
    Object.values(ObjectPaths).some(
      ({ ObjectPathType, Name }) => ObjectPathType === PATH.method && !HARMLESS.test(Name),
    )
  );
}
