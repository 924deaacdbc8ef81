import { performance } from 'node:perf_hooks';

/** How long a piece of work took, in milliseconds: by the clock, and of processor time. */
export interface Time {
  readonly wall: number;
  readonly cpu: number;
}

/** Starts to measure; the result is what has passed since. */
export function stopwatch(): () => Time {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { wall: performance.now() - start, cpu: (user + system) / 1000 };
  };
}

/** Measures work that ends when it returns. */
export function timed(work: () => void): Time {
  const stop = stopwatch();
  work();
  return stop();
}

/** Prints a time and whether it is within its limit, in milliseconds: by processor time, which other programs do not lengthen. */
export function report(what: string, { wall, cpu }: Time, limit: number): void {
  const verdict = cpu <= limit ? 'ok' : 'TOO SLOW';
  const shown = (ms: number): string => ms.toFixed(1).padStart(8);
  process.stdout.write(
    `${what.padEnd(58)} ${shown(wall)} ms wall ${shown(cpu)} ms processor (≤ ${limit}) ${verdict}\n`,
  );
}
