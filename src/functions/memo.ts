/** All results kept together may hold as many numbers (or characters of arguments) as this: some 40 MB. */
const MOST_SIZE = 5_000_000;

/**
 * The function with a memory: the same arguments give the same result without calculating again. Results must not be changed by
 * the caller. Errors are not kept. What was not asked for longest goes first when the memory is full.
 *
 * @param sizeOf numbers that a result holds
 * @param most numbers and characters that all results with their arguments may hold
 */
export function memoise<Args extends readonly unknown[], Result>(
  calculate: (...args: Args) => Result,
  sizeOf: (result: Result) => number,
  most = MOST_SIZE,
): (...args: Args) => Result {
  const known = new Map<string, { readonly result: Result; readonly size: number }>();
  let total = 0;
  const drop = (key: string): void => {
    total -= known.get(key)?.size ?? 0;
    known.delete(key);
  };
  return (...args) => {
    const key = JSON.stringify(args);
    const found = known.get(key);
    const entry = found ?? keep(calculate(...args), key.length);
    drop(key);
    known.set(key, entry);
    total += entry.size;
    for (const oldest of known.keys()) {
      if (total <= most) break;
      drop(oldest);
    }
    return entry.result;
  };

  function keep(result: Result, length: number) {
    return { result, size: length + sizeOf(result) };
  }
}
