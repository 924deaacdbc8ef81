/** Degrees Kelvin of a temperature and back, by CONVERT's unit names. */
const SCALES: Readonly<Record<string, { toKelvin: (t: number) => number; fromKelvin: (k: number) => number }>> = {
  C: { toKelvin: (t) => t + 273.15, fromKelvin: (k) => k - 273.15 },
  F: { toKelvin: (t) => ((t - 32) * 5) / 9 + 273.15, fromKelvin: (k) => ((k - 273.15) * 9) / 5 + 32 },
  K: { toKelvin: (t) => t, fromKelvin: (k) => k },
  Rank: { toKelvin: (t) => (t * 5) / 9, fromKelvin: (k) => (k * 9) / 5 },
  Reau: { toKelvin: (t) => t * 1.25 + 273.15, fromKelvin: (k) => (k - 273.15) / 1.25 },
};
const ALIASES: Readonly<Record<string, string>> = { cel: 'C', fah: 'F', kel: 'K' };

/**
 * Converts between temperature scales.
 * @returns undefined when either unit is no temperature
 * @example convertTemperature(68, 'F', 'C') //=> 20
 */
export function convertTemperature(value: number, from: string, to: string): number | undefined {
  const source = SCALES[ALIASES[from] ?? from];
  const target = SCALES[ALIASES[to] ?? to];
  if (!source || !target) return undefined;
  return Number(target.fromKelvin(source.toKelvin(value)).toPrecision(15));
}
