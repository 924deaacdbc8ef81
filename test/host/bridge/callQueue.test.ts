import { CallQueue } from '../../../src/host/bridge/callQueue';
import type { EventEntry } from '../../../src/host/bridge/events';

const entry = (message: number): EventEntry => ({ messageCategory: 1, messageType: 1000, message });

/** A queue whose turns come when the test says, and what it has sent in each. */
function heldQueue(): { queue: CallQueue; sent: unknown[][]; turn: () => boolean } {
  const turns: (() => void)[] = [];
  const sent: unknown[][] = [];
  const queue = new CallQueue(
    (entries) => sent.push(entries.map(({ message }) => message)),
    (work) => turns.push(work),
  );
  const turn = () => {
    const work = turns.shift();
    work?.();
    return work !== undefined;
  };
  return { queue, sent, turn };
}

describe('calls of custom functions on their way to the add-in', () => {
  it('wait until its runtime is there, and go out in order, some in each turn', () => {
    const { queue, sent, turn } = heldQueue();
    for (let id = 0; id < 120; id++) queue.add(`call ${id}`, entry(id));
    expect(turn()).toBe(false);
    queue.open();
    expect(sent).toEqual([]);
    while (turn());
    expect(sent.map((batch) => batch.length)).toEqual([50, 50, 20]);
    expect(sent.flat()).toEqual(Array.from({ length: 120 }, (_, id) => id));
  });

  it('can be taken back while they wait, and no more afterwards', () => {
    const { queue, sent, turn } = heldQueue();
    queue.open();
    for (const id of [1, 2, 3]) queue.add(`call ${id}`, entry(id));
    expect(queue.withdraw('call 2')).toBe(true);
    turn();
    expect(sent).toEqual([[1, 3]]);
    expect(queue.withdraw('call 3')).toBe(false);
    expect(turn()).toBe(false);
  });
});
