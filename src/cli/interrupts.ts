import type { EventEmitter } from 'node:events';

/** What Ctrl+C has asked for. */
export interface Interrupts {
  /** Aborted by the first: search no more, keep the best plan. */
  readonly stop: AbortSignal;
  /** Aborted by the second: give up. */
  readonly signal: AbortSignal;
  /** Leaves Ctrl+C to the system again. */
  readonly end: () => void;
}

/**
 * Listens for Ctrl+C; it is heard between two solves.
 *
 * @param source Who emits SIGINT: the process.
 * @param onStop Called at the first.
 */
export function listenForInterrupts(source: EventEmitter, onStop: () => void): Interrupts {
  const [stop, cancel] = [new AbortController(), new AbortController()];
  const onInterrupt = () => {
    if (stop.signal.aborted) return cancel.abort(new DOMException('Cancelled', 'AbortError'));
    stop.abort();
    onStop();
  };
  source.on('SIGINT', onInterrupt);
  return { stop: stop.signal, signal: cancel.signal, end: () => void source.off('SIGINT', onInterrupt) };
}
