import type { CellError } from '../../model/cell';
import type { FunctionDefinition } from '../define';
import { define } from '../define';
import { ERRORS } from '../values';
import { binomial } from './math';
import {
  betaRegularised,
  erf,
  erfc,
  gammaP,
  gammaQ,
  logGamma,
  normalCdf,
  normalDensity,
  normalQuantile,
  solveRising,
} from './special-functions';

/** Cumulative distribution of Student's t. */
export function studentCdf(t: number, df: number): number {
  const tail = 0.5 * betaRegularised(df / (df + t * t), df / 2, 0.5);
  return t > 0 ? 1 - tail : tail;
}

/** Upper tail of F. */
export function fisherTail(x: number, df1: number, df2: number): number {
  return x <= 0 ? 1 : betaRegularised(df2 / (df2 + df1 * x), df2 / 2, df1 / 2);
}

function studentQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, df);
  return solveRising((t) => studentCdf(t, df), p, 0, 1);
}

function isProbability(p: number): boolean {
  return p > 0 && p < 1;
}

const NORMAL: readonly FunctionDefinition[] = [
  ...both('NORM.DIST', 'NORMDIST', ['number', 'number', 'number', 'logical'], ([x, mean, sd, cumulative]) => {
    if (sd <= 0) return ERRORS.num;
    const z = (x - mean) / sd;
    return cumulative ? normalCdf(z) : normalDensity(z) / sd;
  }),
  ...both('NORM.INV', 'NORMINV', ['number', 'number', 'number'], ([p, mean, sd]) =>
    isProbability(p) && sd > 0 ? mean + sd * normalQuantile(p) : ERRORS.num,
  ),
  define('NORM.S.DIST', ['number', 'logical'], ([z, cumulative]) => (cumulative ? normalCdf(z) : normalDensity(z))),
  define('NORMSDIST', ['number'], ([z]) => normalCdf(z)),
  ...both('NORM.S.INV', 'NORMSINV', ['number'], ([p]) => (isProbability(p) ? normalQuantile(p) : ERRORS.num)),
  define('PHI', ['number'], ([z]) => normalDensity(z)),
  define('GAUSS', ['number'], ([z]) => 0.5 * erf(z / Math.SQRT2)),
  ...both('CONFIDENCE.NORM', 'CONFIDENCE', ['number', 'number', 'number'], ([alpha, sd, size]) =>
    isProbability(alpha) && sd > 0 && size >= 1
      ? (-normalQuantile(alpha / 2) * sd) / Math.sqrt(Math.trunc(size))
      : ERRORS.num,
  ),
  define('CONFIDENCE.T', ['number', 'number', 'number'], ([alpha, sd, size]) => {
    const n = Math.trunc(size);
    if (n === 1) return ERRORS.div0;
    return isProbability(alpha) && sd > 0 && n > 1
      ? (studentQuantile(1 - alpha / 2, n - 1) * sd) / Math.sqrt(n)
      : ERRORS.num;
  }),
  define('STANDARDIZE', ['number', 'number', 'number'], ([x, mean, sd]) => (sd > 0 ? (x - mean) / sd : ERRORS.num)),
  define('LOGNORM.DIST', ['number', 'number', 'number', 'logical'], ([x, mean, sd, cumulative]) => {
    if (x <= 0 || sd <= 0) return ERRORS.num;
    const z = (Math.log(x) - mean) / sd;
    return cumulative ? normalCdf(z) : normalDensity(z) / (sd * x);
  }),
  define('LOGNORMDIST', ['number', 'number', 'number'], ([x, mean, sd]) =>
    x <= 0 || sd <= 0 ? ERRORS.num : normalCdf((Math.log(x) - mean) / sd),
  ),
  ...both('LOGNORM.INV', 'LOGINV', ['number', 'number', 'number'], ([p, mean, sd]) =>
    isProbability(p) && sd > 0 ? Math.exp(mean + sd * normalQuantile(p)) : ERRORS.num,
  ),
  define('ERF', ['number', 'number?'], ([low, high]) => (high === undefined ? erf(low) : erf(high) - erf(low))),
  define('ERF.PRECISE', ['number'], ([x]) => erf(x)),
  ...both('ERFC', 'ERFC.PRECISE', ['number'], ([x]) => erfc(x)),
];

const STUDENT_AND_FISHER: readonly FunctionDefinition[] = [
  define('T.DIST', ['number', 'number', 'logical'], ([t, degrees, cumulative]) => {
    const df = Math.trunc(degrees);
    if (df < 1) return ERRORS.num;
    if (cumulative) return studentCdf(t, df);
    const log = logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI);
    return Math.exp(log - ((df + 1) / 2) * Math.log1p((t * t) / df));
  }),
  define('T.DIST.RT', ['number', 'number'], ([t, df]) => (df < 1 ? ERRORS.num : studentCdf(-t, Math.trunc(df)))),
  define('T.DIST.2T', ['number', 'number'], ([t, df]) =>
    t < 0 || df < 1 ? ERRORS.num : 2 * studentCdf(-t, Math.trunc(df)),
  ),
  define('TDIST', ['number', 'number', 'number'], ([t, df, tails]) =>
    t < 0 || df < 1 || ![1, 2].includes(Math.trunc(tails))
      ? ERRORS.num
      : Math.trunc(tails) * studentCdf(-t, Math.trunc(df)),
  ),
  define('T.INV', ['number', 'number'], ([p, df]) =>
    isProbability(p) && df >= 1 ? studentQuantile(p, Math.trunc(df)) : ERRORS.num,
  ),
  ...both('T.INV.2T', 'TINV', ['number', 'number'], ([p, df]) =>
    p > 0 && p <= 1 && df >= 1 ? studentQuantile(1 - p / 2, Math.trunc(df)) : ERRORS.num,
  ),
  ...both('F.DIST.RT', 'FDIST', ['number', 'number', 'number'], ([x, df1, df2]) =>
    x < 0 || df1 < 1 || df2 < 1 ? ERRORS.num : fisherTail(x, Math.trunc(df1), Math.trunc(df2)),
  ),
  define('F.DIST', ['number', 'number', 'number', 'logical'], ([x, degrees1, degrees2, cumulative]) => {
    const [a, b] = [Math.trunc(degrees1), Math.trunc(degrees2)];
    if (x < 0 || a < 1 || b < 1) return ERRORS.num;
    if (cumulative) return 1 - fisherTail(x, a, b);
    const log = logGamma((a + b) / 2) - logGamma(a / 2) - logGamma(b / 2) + (a / 2) * Math.log(a / b);
    return Math.exp(log + (a / 2 - 1) * Math.log(x) - ((a + b) / 2) * Math.log1p((a * x) / b));
  }),
  ...both('F.INV.RT', 'FINV', ['number', 'number', 'number'], ([p, df1, df2]) =>
    p > 0 && p <= 1 && df1 >= 1 && df2 >= 1
      ? solveRising((x) => 1 - fisherTail(x, Math.trunc(df1), Math.trunc(df2)), 1 - p, 0, 1)
      : ERRORS.num,
  ),
  define('F.INV', ['number', 'number', 'number'], ([p, df1, df2]) =>
    p >= 0 && p < 1 && df1 >= 1 && df2 >= 1
      ? solveRising((x) => 1 - fisherTail(x, Math.trunc(df1), Math.trunc(df2)), p, 0, 1)
      : ERRORS.num,
  ),
];

const GAMMA_FAMILY: readonly FunctionDefinition[] = [
  define('GAMMA', ['number'], ([x]) => {
    if (x <= 0 && Number.isInteger(x)) return ERRORS.num;
    const size = Math.exp(logGamma(x));
    const value = x < 0 && Math.floor(x) % 2 !== 0 ? -size : size;
    return Number.isInteger(x) && x < 24 ? Math.round(value) : value;
  }),
  ...both('GAMMALN', 'GAMMALN.PRECISE', ['number'], ([x]) => (x <= 0 ? ERRORS.num : logGamma(x))),
  ...both('GAMMA.DIST', 'GAMMADIST', ['number', 'number', 'number', 'logical'], ([x, alpha, beta, cumulative]) => {
    if (x < 0 || alpha <= 0 || beta <= 0) return ERRORS.num;
    if (cumulative) return gammaP(alpha, x / beta);
    return Math.exp((alpha - 1) * Math.log(x) - x / beta - alpha * Math.log(beta) - logGamma(alpha));
  }),
  ...both('GAMMA.INV', 'GAMMAINV', ['number', 'number', 'number'], ([p, alpha, beta]) =>
    p >= 0 && p < 1 && alpha > 0 && beta > 0
      ? beta * solveRising((x) => gammaP(alpha, x), p, 0, alpha + 1)
      : ERRORS.num,
  ),
  define('CHISQ.DIST', ['number', 'number', 'logical'], ([x, degrees, cumulative]) => {
    const df = Math.trunc(degrees);
    if (x < 0 || df < 1) return ERRORS.num;
    if (cumulative) return gammaP(df / 2, x / 2);
    return Math.exp((df / 2 - 1) * Math.log(x) - x / 2 - (df / 2) * Math.LN2 - logGamma(df / 2));
  }),
  ...both('CHISQ.DIST.RT', 'CHIDIST', ['number', 'number'], ([x, df]) =>
    x < 0 || df < 1 ? ERRORS.num : gammaQ(Math.trunc(df) / 2, x / 2),
  ),
  define('CHISQ.INV', ['number', 'number'], ([p, df]) =>
    p >= 0 && p < 1 && df >= 1 ? 2 * solveRising((x) => gammaP(Math.trunc(df) / 2, x), p, 0, df) : ERRORS.num,
  ),
  ...both('CHISQ.INV.RT', 'CHIINV', ['number', 'number'], ([p, df]) =>
    p > 0 && p <= 1 && df >= 1 ? 2 * solveRising((x) => 1 - gammaQ(Math.trunc(df) / 2, x), 1 - p, 0, df) : ERRORS.num,
  ),
  ...both('EXPON.DIST', 'EXPONDIST', ['number', 'number', 'logical'], ([x, rate, cumulative]) => {
    if (x < 0 || rate <= 0) return ERRORS.num;
    return cumulative ? -Math.expm1(-rate * x) : rate * Math.exp(-rate * x);
  }),
  ...both('WEIBULL.DIST', 'WEIBULL', ['number', 'number', 'number', 'logical'], ([x, alpha, beta, cumulative]) => {
    if (x < 0 || alpha <= 0 || beta <= 0) return ERRORS.num;
    const power = Math.pow(x / beta, alpha);
    return cumulative ? -Math.expm1(-power) : (alpha / x) * power * Math.exp(-power);
  }),
  define(
    'BETA.DIST',
    ['number', 'number', 'number', 'logical', 'number?', 'number?'],
    ([x, alpha, beta, cumulative, low = 0, high = 1]) => {
      if (alpha <= 0 || beta <= 0 || x < low || x > high || low === high) return ERRORS.num;
      const u = (x - low) / (high - low);
      if (cumulative) return betaRegularised(u, alpha, beta);
      const log = logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta);
      return Math.exp(log + (alpha - 1) * Math.log(u) + (beta - 1) * Math.log1p(-u)) / (high - low);
    },
  ),
  define('BETADIST', ['number', 'number', 'number', 'number?', 'number?'], ([x, alpha, beta, low = 0, high = 1]) =>
    alpha <= 0 || beta <= 0 || x < low || x > high || low === high
      ? ERRORS.num
      : betaRegularised((x - low) / (high - low), alpha, beta),
  ),
  ...both(
    'BETA.INV',
    'BETAINV',
    ['number', 'number', 'number', 'number?', 'number?'],
    ([p, alpha, beta, low = 0, high = 1]) =>
      isProbability(p) && alpha > 0 && beta > 0 && low < high
        ? low + (high - low) * solveRising((u) => betaRegularised(u, alpha, beta), p, 0, 1)
        : ERRORS.num,
  ),
];

function binomialProbability(k: number, n: number, p: number): number {
  if (p === 0) return Number(k === 0);
  if (p === 1) return Number(k === n);
  if (n < 1000) return binomial(n, k) * Math.pow(p, k) * Math.pow(1 - p, n - k);
  const log = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  return Math.exp(log + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

/** P(X ≤ k) by the incomplete beta function. */
function binomialCdf(k: number, n: number, p: number): number {
  return k >= n ? 1 : betaRegularised(1 - p, n - k, k + 1);
}

const DISCRETE: readonly FunctionDefinition[] = [
  ...both(
    'BINOM.DIST',
    'BINOMDIST',
    ['number', 'number', 'number', 'logical'],
    ([successes, trials, p, cumulative]) => {
      const [k, n] = [Math.trunc(successes), Math.trunc(trials)];
      if (k < 0 || k > n || p < 0 || p > 1) return ERRORS.num;
      return cumulative ? binomialCdf(k, n, p) : binomialProbability(k, n, p);
    },
  ),
  ...both('BINOM.INV', 'CRITBINOM', ['number', 'number', 'number'], ([trials, p, alpha]) => {
    const n = Math.trunc(trials);
    if (n < 0 || p < 0 || p > 1 || alpha < 0 || alpha > 1) return ERRORS.num;
    let k = 0;
    while (k < n && binomialCdf(k, n, p) < alpha) k++;
    return k;
  }),
  ...both('POISSON.DIST', 'POISSON', ['number', 'number', 'logical'], ([count, mean, cumulative]) => {
    const k = Math.trunc(count);
    if (k < 0 || mean < 0) return ERRORS.num;
    if (cumulative) return gammaQ(k + 1, mean);
    return mean === 0 ? Number(k === 0) : Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
  }),
  define('NEGBINOM.DIST', ['number', 'number', 'number', 'logical'], ([failures, successes, p, cumulative]) => {
    const [f, s] = [Math.trunc(failures), Math.trunc(successes)];
    if (f < 0 || s < 1 || p <= 0 || p >= 1) return ERRORS.num;
    return cumulative ? betaRegularised(p, s, f + 1) : binomial(f + s - 1, f) * Math.pow(p, s) * Math.pow(1 - p, f);
  }),
  define(
    'HYPGEOM.DIST',
    ['number', 'number', 'number', 'number', 'logical'],
    ([found, sample, marked, population, cumulative]) =>
      hypergeometric(Math.trunc(found), Math.trunc(sample), Math.trunc(marked), Math.trunc(population), cumulative),
  ),
  define('HYPGEOMDIST', ['number', 'number', 'number', 'number'], ([found, sample, marked, population]) =>
    hypergeometric(Math.trunc(found), Math.trunc(sample), Math.trunc(marked), Math.trunc(population), false),
  ),
  define('NEGBINOMDIST', ['number', 'number', 'number'], ([failures, successes, p]) => {
    const [f, s] = [Math.trunc(failures), Math.trunc(successes)];
    if (f < 0 || s < 1 || p <= 0 || p >= 1) return ERRORS.num;
    return binomial(f + s - 1, f) * Math.pow(p, s) * Math.pow(1 - p, f);
  }),
  define('BINOM.DIST.RANGE', ['number', 'number', 'number', 'number?'], ([trials, p, from, to]) => {
    const [n, low, high] = [Math.trunc(trials), Math.trunc(from), Math.trunc(to ?? from)];
    if (n < 0 || p < 0 || p > 1 || low < 0 || low > n || high < low || high > n) return ERRORS.num;
    let sum = 0;
    for (let k = low; k <= high; k++) sum += binomialProbability(k, n, p);
    return sum;
  }),
];

/** The same function under its present and its former name. */
function both<const P extends Parameters<typeof define>[1]>(
  name: string,
  former: string,
  kinds: P,
  body: Parameters<typeof define<P>>[2],
): FunctionDefinition[] {
  return [define(name, kinds, body), define(former, kinds, body)];
}

/** Chance of `k` marked ones in a sample of `n` from a population of `size` with `m` marked; or of at most so many. */
function hypergeometric(k: number, n: number, m: number, size: number, cumulative: boolean): number | CellError {
  if (k < 0 || n < 1 || m < 0 || n > size || m > size || k > Math.min(n, m) || k < n - size + m) return ERRORS.num;
  const probability = (i: number): number => (binomial(m, i) * binomial(size - m, n - i)) / binomial(size, n);
  if (!cumulative) return probability(k);
  let sum = 0;
  for (let i = Math.max(0, n - size + m); i <= k; i++) sum += probability(i);
  return sum;
}

export const DISTRIBUTION_FUNCTIONS: readonly FunctionDefinition[] = [
  ...NORMAL,
  ...STUDENT_AND_FISHER,
  ...GAMMA_FAMILY,
  ...DISCRETE,
];
