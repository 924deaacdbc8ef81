const { imul } = Math;

/**
 * A seed made from data: the same numbers give the same seed on every machine.
 *
 * @returns 32-bit unsigned integer.
 * @see FNV-1a, over the bytes of the numbers as 64-bit floats
 */
export function seedFrom(numbers: readonly number[]): number {
  const view = new DataView(new ArrayBuffer(8));
  let hash = 0x811c9dc5;
  for (const value of numbers) {
    view.setFloat64(0, value);
    for (let index = 0; index < 8; index += 1) hash = imul(hash ^ view.getUint8(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * A stream of uniform numbers in [0, 1) that is wholly given by its seed.
 *
 * @param seed 32-bit unsigned integer.
 * @see Steele, Lea and Flood 2014, SplitMix, in 32 bits
 */
export function uniformGenerator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
  };
}
