import type { EventEntry } from './events';

/** Messages that go out in one turn: so many take the add-in's client a few milliseconds to read. */
const MESSAGES_PER_TURN = 50;

/**
 * Messages to the runtime of custom functions, which wait until it is there and then go out some at a time, in turns of their own:
 * where host and add-in share a thread, as in a page, a thousand calls at once would hold it up.
 */
export class CallQueue {
  private readonly waiting = new Map<string, EventEntry>();
  private isOpen = false;
  private isScheduled = false;

  /** @param nextTurn begins work once others have had theirs */
  constructor(
    private readonly deliver: (entries: readonly EventEntry[]) => void,
    private readonly nextTurn: (work: () => void) => void,
  ) {}

  add(key: string, entry: EventEntry): void {
    this.waiting.set(key, entry);
    this.schedule();
  }

  /** Takes back a message. @returns false when it has gone out */
  withdraw(key: string): boolean {
    return this.waiting.delete(key);
  }

  /** The runtime is there: what waited goes out. */
  open(): void {
    this.isOpen = true;
    this.schedule();
  }

  private schedule(): void {
    if (!this.isOpen || this.isScheduled || this.waiting.size === 0) return;
    this.isScheduled = true;
    this.nextTurn(() => {
      this.isScheduled = false;
      const batch = [...this.waiting].slice(0, MESSAGES_PER_TURN);
      for (const [key] of batch) this.waiting.delete(key);
      this.schedule();
      this.deliver(batch.map(([, entry]) => entry));
    });
  }
}
