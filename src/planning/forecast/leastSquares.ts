/**
 * Solves the symmetric positive definite system A x = b in place by Cholesky; `a` is k × k by rows, `b` becomes x.
 * Returns false (b then holds nothing of use) when A is not positive definite.
 */
export function solveSymmetric(a: Float64Array, b: Float64Array, k: number): boolean {
  for (let j = 0; j < k; j++) {
    let d = a[j * k + j]!;
    for (let i = 0; i < j; i++) d -= a[j * k + i]! ** 2;
    if (!(d > 1e-14 * Math.max(1e-300, Math.abs(a[j * k + j]!)))) return false;
    const root = Math.sqrt(d);
    a[j * k + j] = root;
    for (let r = j + 1; r < k; r++) {
      let s = a[r * k + j]!;
      for (let i = 0; i < j; i++) s -= a[r * k + i]! * a[j * k + i]!;
      a[r * k + j] = s / root;
    }
  }
  for (let r = 0; r < k; r++) {
    let s = b[r]!;
    for (let i = 0; i < r; i++) s -= a[r * k + i]! * b[i]!;
    b[r] = s / a[r * k + r]!;
  }
  for (let r = k - 1; r >= 0; r--) {
    let s = b[r]!;
    for (let i = r + 1; i < k; i++) s -= a[i * k + r]! * b[i]!;
    b[r] = s / a[r * k + r]!;
  }
  return true;
}

/**
 * Coefficients of least squares of `target` on the columns (all of one length), with a ridge added to the diagonal of the
 * normal equations (0: plain). Undefined when columns depend on each other and the ridge is 0.
 *
 * @example regress([Float64Array.of(1, 2, 3)], Float64Array.of(2, 4, 6)) //=> [2]
 */
export function regress(columns: readonly Float64Array[], target: Float64Array, ridge = 0): Float64Array | undefined {
  const k = columns.length;
  const normal = new Float64Array(k * k);
  const right = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    const x = columns[i]!;
    for (let j = 0; j <= i; j++) {
      const z = columns[j]!;
      let sum = 0;
      for (let t = 0; t < x.length; t++) sum += x[t]! * z[t]!;
      normal[i * k + j] = normal[j * k + i] = sum;
    }
    normal[i * k + i]! += ridge;
    let sum = 0;
    for (let t = 0; t < x.length; t++) sum += x[t]! * target[t]!;
    right[i] = sum;
  }
  return solveSymmetric(normal, right, k) ? right : undefined;
}
