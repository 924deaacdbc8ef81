/** Work in steps: between two of them others may have their turn. */
export type Steps<Result> = Generator<void, Result>;

/** Does the work without a pause. */
export function runToEnd<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** What a pacer goes by. */
export interface Pace {
  /** Longest stretch of work, in milliseconds; a single step is never cut. */
  readonly sliceMs: number;
  /** Milliseconds from some fixed time on. */
  readonly now: () => number;
  /** Calls back once the page has had its turn. */
  readonly pause: (goOn: () => void) => void;
}

type Outcome<Result> = { readonly value: Result } | { readonly error: unknown };

/**
 * Runs work in the order in which it comes, in slices with pauses between them, so that a thousand formulas recalculate without
 * blocking a page that has only one thread. Work that fits into the slice is done at once: its result or error comes straight back.
 * What does not fit gives a promise.
 */
export function makePacer({ sliceMs, now, pause }: Pace): <Result>(steps: Steps<Result>) => Result | Promise<Result> {
  /** When the slice ends; undefined when none is on, so that the next work begins one. */
  let end: number | undefined;
  const waiting: (() => boolean)[] = [];

  const begin = (): void => {
    end = now() + sliceMs;
    pause(() => {
      end = undefined;
      if (waiting.length === 0) return;
      begin();
      while (waiting[0]?.()) waiting.shift();
    });
  };
  /** What the work came to; undefined when the slice was over before. */
  const advance = <Result>(steps: Steps<Result>): Outcome<Result> | undefined => {
    try {
      while (end !== undefined && now() < end) {
        const step = steps.next();
        if (step.done) return { value: step.value };
      }
      return undefined;
    } catch (error) {
      return { error };
    }
  };

  return <Result>(steps: Steps<Result>): Result | Promise<Result> => {
    if (end === undefined) begin();
    const outcome = waiting.length === 0 ? advance(steps) : undefined;
    if (outcome) {
      if ('value' in outcome) return outcome.value;
      throw outcome.error;
    }
    return new Promise<Result>((resolve, reject) => {
      waiting.push(() => {
        const later = advance(steps);
        if (!later) return false;
        if ('value' in later) resolve(later.value);
        else reject(later.error as Error);
        return true;
      });
    });
  };
}

/** Pauses by a message to oneself: unlike timers, browsers do not slow these down where the pane is closed or hidden. */
export function pauseByMessage(goOn: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    goOn();
  };
  port2.postMessage(null);
}
