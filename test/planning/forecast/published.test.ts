import { fitArima } from '../../../src/planning/forecast/arimaFit';
import { chooseArima } from '../../../src/planning/forecast/arima';
import type { EtsFit } from '../../../src/planning/forecast/ets';
import { candidateForms, chooseEts, fitCandidates, fitEts } from '../../../src/planning/forecast/ets';
import { nameOfForm } from '../../../src/planning/forecast/etsFilter';
import { forecastAhead } from '../../../src/planning/forecast/model';

const numbers = (text: string) => Float64Array.from(text.trim().split(/\s+/).map(Number));

/** Oil production of Saudi Arabia, 1996–2013, million tonnes: Hyndman & Athanasopoulos, FPP2, table 7.1. */
const OIL =
  numbers(`445.36 453.20 454.41 422.38 456.04 440.39 425.19 486.21 500.43 521.28 508.95 488.89 509.87 456.72 473.82
  525.95 549.83 542.34`);
/** Air passengers of Australia, 1990–2016, millions: FPP2, section 7.2. */
const AUSTRALIAN_AIR =
  numbers(`17.55 21.86 23.89 26.93 26.89 28.83 30.08 30.95 30.19 31.58 32.58 33.48 39.02 41.39 41.60 44.66
  46.95 48.73 51.49 50.03 60.64 63.36 66.36 68.20 68.12 69.78 72.60`);
/** International visitor nights in Australia, quarters of 2005–2015: FPP2, section 7.6. */
const VISITORS =
  numbers(`42.20566 24.64917 32.66734 37.25735 45.24246 29.35048 36.34421 41.78208 49.27660 31.27540 37.85063 38.83704
  51.23690 31.83855 41.32342 42.79900 55.70836 33.40714 42.31664 45.15712 59.57608 34.83733 44.84168 46.97125 60.01903 38.37118
  46.97586 50.73380 61.64687 39.29957 52.67121 54.33232 66.83436 40.87119 51.82854 57.49191 65.25147 43.06121 54.76076 59.83447
  73.25703 47.69662 61.09777 66.05576`);
/** International airline passengers, months of 1949–1960, thousands: Box, Jenkins & Reinsel, series G. */
const AIRLINE = numbers(`112 118 132 129 121 135 148 148 136 119 104 118 115 126 141 135 125 149 170 170 158 133 114 140
  145 150 178 163 172 178 199 199 184 162 146 166 171 180 193 181 183 218 230 242 209 191 172 194 196 196 236 235 229 243 264 272
  237 211 180 201 204 188 235 227 234 264 302 293 259 229 203 229 242 233 267 269 270 315 364 347 312 274 237 278 284 277 317 313
  318 374 413 405 355 306 271 306 315 301 356 348 355 422 465 467 404 347 305 336 340 318 362 348 363 435 491 505 404 359 310 337
  360 342 406 396 420 472 548 559 463 407 362 405 417 391 419 461 472 535 622 606 508 461 390 432`);

/** AICc by its definition, from the one-step forecasts of the fit. */
function definedAicc(values: Float64Array, fit: EtsFit): number {
  const { error, trend, season } = fit.form;
  let squares = 0;
  let logs = 0;
  fit.fitted.forEach((mu, t) => {
    squares += error === 'M' ? ((values[t]! - mu) / mu) ** 2 : (values[t]! - mu) ** 2;
    if (error === 'M') logs += Math.log(Math.abs(mu));
  });
  const n = values.length;
  const constants = 1 + (trend === 'N' ? 0 : 1) + (season === 'N' ? 0 : 1) + (trend === 'D' ? 1 : 0);
  const states = 1 + (trend === 'N' ? 0 : 1) + (season === 'N' ? 0 : fit.season - 1);
  const k = constants + states + 1;
  return n * Math.log(squares) + 2 * logs + 2 * k + (2 * k * (k + 1)) / (n - k - 1);
}

describe('exponential smoothing of published examples', () => {
  it('has the constant, the first level, the AICc and the forecast of the oil example', () => {
    const fit = fitEts(OIL, 1, { error: 'A', trend: 'N', season: 'N' });
    expect(Math.abs(fit.smoothing.alpha - 0.8339)).toBeLessThan(0.03);
    expect(Math.abs(fit.states.level[0]! - 446.59)).toBeLessThan(1);
    expect(Math.abs(fit.aicc - 179.8573)).toBeLessThan(0.02);
    expect(Math.abs(forecastAhead(fit, 1)[0]! - 542.68)).toBeLessThan(0.3);
  });

  it('has the trend, the AICc and the forecasts of the Australian air example', () => {
    const fit = fitEts(AUSTRALIAN_AIR, 1, { error: 'A', trend: 'A', season: 'N' });
    expect(Math.abs(fit.aicc - 143.9863)).toBeLessThan(0.05);
    [74.6, 76.7, 78.8, 80.91, 83.01].forEach((published, h) => {
      expect(Math.abs(forecastAhead(fit, 5)[h]! - published)).toBeLessThan(0.1);
    });
  });

  it('chooses the form of the visitor nights example, with an AICc no worse', () => {
    const fit = chooseEts(VISITORS, 4);
    expect(fit.name).toBe('ETS(M,A,M)');
    expect(fit.aicc).toBeLessThan(230.1569 + 0.1);
    expect(fit.aicc).toBeGreaterThan(230.1569 - 2);
  });

  it('has the AICc of its definition in every form', () => {
    for (const form of candidateForms(true, true)) {
      const fit = fitEts(VISITORS, 4, form);
      expect(fit.aicc).toBeCloseTo(definedAicc(VISITORS, fit), 6);
    }
  });

  it('does not try trends with a kind of season that is far behind', () => {
    const names = fitCandidates(VISITORS, 4).map((fit) => fit.name);
    expect(names).toContain('ETS(A,N,N)');
    expect(names).not.toContain('ETS(A,A,N)');
    expect(names).toContain('ETS(M,Ad,M)');
  });

  it('keeps its constants inside the usual region', () => {
    for (const { form, smoothing } of fitCandidates(AIRLINE, 12)) {
      const { alpha, beta, gamma, phi } = smoothing;
      expect(alpha > 0 && alpha < 1).toBe(true);
      if (form.trend !== 'N') expect(beta > 0 && beta < alpha).toBe(true);
      if (form.season !== 'N') expect(gamma > 0 && gamma < 1 - alpha).toBe(true);
      if (form.trend === 'D') expect(phi >= 0.8 && phi <= 0.98).toBe(true);
    }
  });

  it('tries the stable forms only, and multiplicative ones only for positive values', () => {
    const names = candidateForms(true, true).map(nameOfForm);
    expect(names).toHaveLength(15);
    expect(names.filter((name) => /^ETS\(A,.*,M\)$/.test(name))).toEqual([]);
    expect(candidateForms(false, true).map(nameOfForm).join(' ')).not.toContain('M');
    expect(candidateForms(true, false)).toHaveLength(6);
  });
});

describe('ARIMA of published examples', () => {
  it('has the coefficients of the airline model on the airline passengers', () => {
    const order = { p: 0, d: 1, q: 1, P: 0, D: 1, Q: 1, constant: false };
    const fit = fitArima(AIRLINE.map(Math.log), 12, order, { maxIterations: 30 });
    // Exact likelihood gives −0.402 and −0.557, conditional sums of squares −0.377 and −0.572.
    expect(Math.abs(fit.coefficients[0]! + 0.377)).toBeLessThan(0.01);
    expect(Math.abs(fit.coefficients[1]! + 0.572)).toBeLessThan(0.01);
  });

  it('chooses the airline model for the airline passengers', () => {
    expect(chooseArima(AIRLINE.map(Math.log), 12).name).toBe('ARIMA(0,1,1)(0,1,1)[12]');
  });
});
