/** Results kept, by arguments; the oldest goes first when there are more. */
const MOST_RESULTS = 4000;

/**
 * The function with a memory: the same arguments give the same result without calculating again. Results must not be changed by
 * the caller. Errors are not kept.
 */
export function memoise<Result>(calculate: (...args: unknown[]) => Result): (...args: unknown[]) => Result {
  const known = new Map<string, Result>();
  return (...args) => {
    const key = JSON.stringify(args, (_key, value: unknown) => (value === undefined ? null : value));
    const found = known.get(key);
    if (found !== undefined) return found;
    const result = calculate(...args);
    if (known.size >= MOST_RESULTS) known.delete(known.keys().next().value!);
    known.set(key, result);
    return result;
  };
}
