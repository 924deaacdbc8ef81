import { readFileSync, writeFileSync } from 'node:fs';
import { forecastSeries } from '../../src/planning/forecast/automatic';

/** One series of a benchmark file; its test part is not read. */
interface BenchSeries {
  readonly id: string;
  readonly period: string;
  readonly season: number;
  readonly horizon: number;
  readonly history: readonly number[];
}

/** Seasons of periods whose file says none (M4's weekly and daily files say 1): to be detected. */
const USUAL_SEASONS: Readonly<Record<string, readonly number[]>> = {
  quarterly: [1, 4],
  monthly: [1, 12],
  weekly: [1, 52],
  daily: [1, 7],
  hourly: [24, 168],
};

function readSeries(path: string): BenchSeries[] {
  const [head, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const keys = head!.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    const cell = (key: string): string => cells[keys.indexOf(key)] ?? '';
    return {
      id: cell('id'),
      period: cell('period'),
      season: Number(cell('m')),
      horizon: Number(cell('h')),
      history: cell('train').trim().split(/\s+/).map(Number),
    };
  });
}

/** Forecasts every series of DATA at 95 % and writes id, mean, lower, upper and the CPU milliseconds each took. */
function runBench(dataPath: string, outPath: string): void {
  const rows = readSeries(dataPath).map(({ id, period, season, horizon, history }) => {
    const seasons = season > 1 ? [season] : (USUAL_SEASONS[period.toLowerCase()] ?? []);
    const before = process.cpuUsage();
    const { mean, lower, upper } = forecastSeries(history, { horizon, seasons, level: 0.95 });
    const used = process.cpuUsage(before);
    const ms = (used.user + used.system) / 1000;
    return [id, mean.join(' '), lower.join(' '), upper.join(' '), ms.toFixed(3)].join(',');
  });
  writeFileSync(outPath, `id,mean,lower,upper,ms\n${rows.join('\n')}\n`);
}

const [dataPath, flag, outPath] = process.argv.slice(2);
if (!dataPath || flag !== '--out' || !outPath) {
  process.stderr.write('Usage: npm run bench:forecast -- DATA.csv --out F.csv\n');
  process.exitCode = 2;
} else {
  runBench(dataPath, outPath);
}
