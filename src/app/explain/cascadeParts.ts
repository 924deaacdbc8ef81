import { nameKey } from '../../planning/names';
import type { CascadeLine, CascadePeriod } from '../../planning/result';
import { spanHeading } from '../../sheets/outputs/words';
import type { CellSubject } from '../../sheets/subjects';
import type { ExplanationLine, ExplanationPart } from './explanation';
import { partOf } from './explanation';
import type { Scene } from './scene';
import { inputLine } from './scene';

/** Weights of a profile shown: a year of months. */
const MOST_WEIGHTS = 12;

/** The period of a cascade cell, with its line; undefined on its names, target and totals. */
export function cascadePeriod(line: CascadeLine, period: CellSubject['period']): CascadePeriod | undefined {
  if (period?.level === 'quarter') return line.quarters[period.index];
  if (period?.level === 'month') return line.months[period.index];
  return period?.level === 'week' ? line.weeks[period.index] : undefined;
}

/**
 * How a target is spread: the period's weight, which is its share of the working days × a seasonal index.
 *
 * @see mathematics A1: w = s × d × g; x = T × w ÷ Σw
 */
export function cascadeParts(
  scene: Scene,
  line: CascadeLine,
  period: CellSubject['period'],
): readonly ExplanationPart[] {
  const { t, context } = scene;
  const own = cascadePeriod(line, period);
  const lines: ExplanationLine[] = [
    { text: t('explain.phasing', { phasing: phasingWords(scene, line.phasing), year: String(line.year) }) },
  ];
  if (line.aggregation !== 'Sum') lines.push({ text: t(`explain.aggregation.${line.aggregation}`) });
  else if (own) lines.push(...weightLines(scene, line, own, period?.level === 'week' ? line.weeks : line.months));
  if (line.parent !== undefined && line.parent !== '')
    lines.push({ text: t('explain.parent', { parent: line.parent }) });
  const heading = own ? t('explain.part.weights', { period: spanHeading(context, own) }) : t('explain.part.phasing');
  return [...partOf(heading, lines), ...partOf(t('explain.part.inputs'), inputLines(scene, line))];
}

/** The period's share of the target, of the working days of all periods, and one over the other. */
function weightLines(
  { t, number, percent }: Scene,
  line: CascadeLine,
  own: CascadePeriod,
  all: readonly CascadePeriod[],
): readonly ExplanationLine[] {
  if (line.target === 0) return [];
  const days = all.reduce((sum, other) => sum + other.workingDays, 0);
  const share = own.value / line.target;
  const shareOfDays = days > 0 ? own.workingDays / days : 0;
  const lines: ExplanationLine[] = [
    { text: t('explain.weight'), amount: percent(share) },
    { text: t('explain.days', { days: number(own.workingDays), all: number(days) }), amount: percent(shareOfDays) },
  ];
  if (shareOfDays > 0) lines.push({ text: t('explain.index'), amount: number(share / shareOfDays) });
  return lines;
}

/** The Targets row, and the profile that it is spread by. */
function inputLines(scene: Scene, line: CascadeLine): readonly ExplanationLine[] {
  const { targets, profiles } = scene.memory.input;
  const record = targets.find(
    (target) =>
      nameKey(target.objective) === nameKey(line.objective) &&
      nameKey(target.team) === nameKey(line.team) &&
      target.year === line.year,
  );
  const own = record
    ? (['target', 'phasing', 'baseline'] as const).flatMap((field) =>
        inputLine(scene, 'targets', record.origin, field, record[field]),
      )
    : [];
  const profile = profiles
    .filter((row) => nameKey(row.profile) === nameKey(line.phasing))
    .slice(0, MOST_WEIGHTS)
    .flatMap((row) => inputLine(scene, 'profiles', row.origin, 'weight', row.weight, String(row.period)));
  return [...own, ...profile];
}

function phasingWords({ t }: Scene, phasing: string): string {
  return phasing === 'Even' || phasing === 'Working days' || phasing === 'Seasonal'
    ? t(`sheets.phasing.${phasing}`)
    : phasing;
}
