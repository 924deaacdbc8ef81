/**
 * Numbers by position. As `Float64Array.from` with a function, which takes several times as long; models have hundreds of thousands of them.
 *
 * @param count How many, 0 or more.
 */
export function numbersOf(count: number, valueAt: (at: number) => number): Float64Array {
  const numbers = new Float64Array(count);
  for (let at = 0; at < count; at += 1) numbers[at] = valueAt(at);
  return numbers;
}

/** As `numbersOf`, for indices. */
export function indicesOf(count: number, indexAt: (at: number) => number): Int32Array {
  const indices = new Int32Array(count);
  for (let at = 0; at < count; at += 1) indices[at] = indexAt(at);
  return indices;
}
