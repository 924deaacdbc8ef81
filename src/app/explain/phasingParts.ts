import { nameKey } from '../../planning/names';
import type { CascadeLine, CascadePeriod } from '../../planning/result';
import type { CellSubject, Subject } from '../../sheets/subjects';
import { calendarWeeks } from '../../sheets/outputs/calendar';
import { spanHeading } from '../../sheets/outputs/words';
import type { ExplanationLine, ExplanationPart } from './explanation';
import { partOf } from './explanation';
import { resourceInputs } from './inputParts';
import type { Scene } from './scene';
import { inputLine } from './scene';

const MOST_LINES = 10;

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
  const { t, number, percent, context } = scene;
  const { input } = scene.memory;
  const own = cascadePeriod(line, period);
  const lines: ExplanationLine[] = [
    { text: t('explain.phasing', { phasing: phasingWords(scene, line.phasing), year: String(line.year) }) },
  ];
  if (own && line.aggregation === 'Sum' && line.target !== 0) {
    const all = period?.level === 'week' ? line.weeks : line.months;
    const days = all.reduce((sum, other) => sum + other.workingDays, 0);
    const share = own.value / line.target;
    const shareOfDays = days > 0 ? own.workingDays / days : 0;
    lines.push(
      { text: t('explain.weight'), amount: percent(share) },
      { text: t('explain.days', { days: number(own.workingDays), all: number(days) }), amount: percent(shareOfDays) },
    );
    if (shareOfDays > 0) lines.push({ text: t('explain.index'), amount: number(share / shareOfDays) });
  }
  if (line.aggregation !== 'Sum') lines.push({ text: t(`explain.aggregation.${line.aggregation}`) });
  if (line.parent !== undefined && line.parent !== '')
    lines.push({ text: t('explain.parent', { parent: line.parent }) });
  const record = input.targets.find(
    (target) =>
      nameKey(target.objective) === nameKey(line.objective) &&
      nameKey(target.team) === nameKey(line.team) &&
      target.year === line.year,
  );
  const inputs = record
    ? [
        ...inputLine(scene, 'targets', record.origin, 'target', number(record.target)),
        ...inputLine(scene, 'targets', record.origin, 'phasing', record.phasing),
        ...inputLine(
          scene,
          'targets',
          record.origin,
          'baseline',
          record.baseline === undefined ? undefined : number(record.baseline),
        ),
      ]
    : [];
  const profile = input.profiles
    .filter((row) => nameKey(row.profile) === nameKey(line.phasing))
    .slice(0, 12)
    .flatMap((row) => inputLine(scene, 'profiles', row.origin, 'weight', number(row.weight), String(row.period)));
  const heading = own ? t('explain.part.weights', { period: spanHeading(context, own) }) : t('explain.part.phasing');
  return [...partOf(heading, lines), ...partOf(t('explain.part.inputs'), [...inputs, ...profile])];
}

function phasingWords({ t }: Scene, phasing: string): string {
  return phasing === 'Even' || phasing === 'Working days' || phasing === 'Seasonal'
    ? t(`sheets.phasing.${phasing}`)
    : phasing;
}

/** What a team does in a week, and what its capacity is made of. */
export function calendarParts(
  scene: Scene,
  subject: Extract<Subject, { kind: 'calendar' }>,
  week: number | undefined,
): readonly ExplanationPart[] {
  const { t, number } = scene;
  const { plan, input } = scene.memory;
  const label = week === undefined ? undefined : calendarWeeks(plan)[week]?.label;
  const rows = plan.activities.filter(
    (own) =>
      own.team === subject.team &&
      (label === undefined || own.week === label) &&
      (subject.activity === undefined || own.activity === subject.activity),
  );
  const hours = new Map<string, number>();
  for (const own of rows) {
    const key = subject.activity === undefined ? own.activity : (own.owner ?? own.objective ?? own.activity);
    hours.set(key, (hours.get(key) ?? 0) + own.hours);
  }
  const work = [...hours].slice(0, MOST_LINES).map(([text, sum]) => ({ text, amount: `${number(sum)} h` }));
  const state = plan.workload.find((own) => own.team === subject.team && own.week === label);
  const lines: ExplanationLine[] = state
    ? [
        { text: t('explain.load'), amount: `${number(state.loadHours)} h` },
        { text: t('explain.capacity'), amount: `${number(state.capacityHours)} h` },
        { text: t('explain.workingDays'), amount: number(state.workingDays) },
      ]
    : [];
  const activity = input.activities.find(
    (own) => own.activity === subject.activity && nameKey(own.team) === nameKey(subject.team),
  );
  const people = input.people.filter((own) => nameKey(own.team) === nameKey(subject.team)).slice(0, MOST_LINES);
  const inputs = activity
    ? [
        ...inputLine(
          scene,
          'activities',
          activity.origin,
          'rate',
          activity.rate === undefined ? undefined : number(activity.rate),
        ),
        ...inputLine(
          scene,
          'activities',
          activity.origin,
          'hours',
          activity.hours === undefined ? undefined : number(activity.hours),
        ),
      ]
    : [
        ...resourceInputs(scene, subject.team, undefined, ['regular', 'heads', 'hoursPerHead']),
        ...people.flatMap((own) =>
          inputLine(
            scene,
            'people',
            own.origin,
            'hoursPerWeek',
            own.hoursPerWeek === undefined ? undefined : number(own.hoursPerWeek),
            own.name,
          ),
        ),
      ];
  return [
    ...partOf(t('explain.part.state'), lines),
    ...partOf(t('explain.part.work'), work),
    ...partOf(t('explain.part.inputs'), inputs),
  ];
}
