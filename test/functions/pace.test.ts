import { memoise } from '../../src/functions/memo';
import type { Steps } from '../../src/functions/pace';
import { makePacer } from '../../src/functions/pace';

/** A clock that only work moves, and pauses that end when the test says so. */
function makeBench(sliceMs: number) {
  let time = 0;
  const pauses: (() => void)[] = [];
  const slices: number[] = [];
  let began = 0;
  const pace = makePacer({
    sliceMs,
    now: () => time,
    pause: (goOn) => {
      began = time;
      pauses.push(goOn);
    },
  });
  return {
    pace,
    slices,
    work: function* (name: string, ms: number, steps = 1): Steps<string> {
      for (let i = 0; i < steps; i++) {
        time += ms;
        if (i < steps - 1) yield;
      }
      return name;
    },
    fail: function* (): Steps<never> {
      yield;
      throw new Error('no');
    },
    /** Ends the present turn: the next slice begins. */
    turn: async () => {
      slices.push(time - began);
      pauses.shift()?.();
      await Promise.resolve();
    },
    idle: () => pauses.length === 0,
  };
}

describe('paced calculation', () => {
  it('answers at once as long as the slice lasts, and promises the rest', async () => {
    const { pace, work, turn } = makeBench(30);
    expect([pace(work('a', 10)), pace(work('b', 25))]).toEqual(['a', 'b']);
    const late = pace(work('c', 10));
    expect(late).toBeInstanceOf(Promise);
    await turn();
    expect(await late).toBe('c');
  });

  it('keeps the order, and no slice is longer than its length and one step', async () => {
    const { pace, work, turn, slices, idle } = makeBench(30);
    const done: string[] = [];
    for (let i = 0; i < 100; i++) {
      const result = pace(work(String(i), 7));
      if (typeof result === 'string') done.push(result);
      else void result.then((name) => done.push(name));
    }
    while (!idle()) await turn();
    expect(done).toEqual(Array.from({ length: 100 }, (_, i) => String(i)));
    expect(Math.max(...slices)).toBeLessThanOrEqual(30 + 7);
  });

  it('cuts work of many steps between them', async () => {
    const { pace, work, turn, slices, idle } = makeBench(30);
    const result = pace(work('table', 10, 50));
    while (!idle()) await turn();
    expect(await result).toBe('table');
    expect(Math.max(...slices)).toBe(30);
  });

  it('throws what fails at once, and rejects what fails later; the next go on', async () => {
    const { pace, work, fail, turn } = makeBench(30);
    expect(() => pace(fail())).toThrow('no');
    pace(work('fills the slice', 30));
    const [failed, next] = [pace(fail()), pace(work('next', 1))];
    const said = expect(failed).rejects.toThrow('no');
    await turn();
    await said;
    expect(await next).toBe('next');
  });
});

describe('memory of results', () => {
  it('calculates the same arguments once', () => {
    let runs = 0;
    const remembered = memoise(
      (values: readonly number[]) => ({ run: ++runs, values }),
      () => 1,
    );
    expect(remembered([1, 2])).toBe(remembered([1, 2]));
    expect(remembered([2, 1]).run).toBe(2);
  });

  it('forgets what was not asked for longest when it holds too much', () => {
    let runs = 0;
    const remembered = memoise(
      (key: string) => `${key}${++runs}`,
      () => 100,
      350,
    );
    ['a', 'b', 'c', 'a', 'd', 'a'].forEach((key) => remembered(key));
    expect(runs).toBe(4);
    expect([remembered('a'), remembered('b')]).toEqual(['a1', 'b5']);
  });

  it('does not keep what failed', () => {
    let runs = 0;
    const remembered = memoise(
      () => {
        if (++runs === 1) throw new Error('first');
        return runs;
      },
      () => 1,
    );
    expect(() => remembered()).toThrow('first');
    expect(remembered()).toBe(2);
  });
});
