import { nameKey } from '../../planning/names';
import { calendarWeeks } from '../../sheets/outputs/calendar';
import type { Subject } from '../../sheets/subjects';
import type { ExplanationLine, ExplanationPart } from './explanation';
import { partOf } from './explanation';
import { resourceInputs } from './inputParts';
import type { Scene } from './scene';
import { inputLine } from './scene';

/** Lists longer than this are cut. */
const MOST_LINES = 10;

type CalendarSubject = Extract<Subject, { kind: 'calendar' }>;

/** What a team does in a week, and what its capacity is made of. */
export function calendarParts(
  scene: Scene,
  subject: CalendarSubject,
  week: number | undefined,
): readonly ExplanationPart[] {
  const { t } = scene;
  const label = week === undefined ? undefined : calendarWeeks(scene.memory.plan)[week]?.label;
  return [
    ...partOf(t('explain.part.state'), stateLines(scene, subject, label)),
    ...partOf(t('explain.part.work'), workLines(scene, subject, label)),
    ...partOf(t('explain.part.inputs'), inputLines(scene, subject)),
  ];
}

function stateLines(
  { t, number, memory }: Scene,
  { team }: CalendarSubject,
  week: string | undefined,
): readonly ExplanationLine[] {
  const state = memory.plan.workload.find((own) => own.team === team && own.week === week);
  return state
    ? [
        { text: t('explain.load'), amount: `${number(state.loadHours)} h` },
        { text: t('explain.capacity'), amount: `${number(state.capacityHours)} h` },
        { text: t('explain.workingDays'), amount: number(state.workingDays) },
      ]
    : [];
}

/** Hours of the team by activity, or of an activity by who does it; of all weeks where none is named. */
function workLines(
  { number, memory }: Scene,
  { team, activity }: CalendarSubject,
  week: string | undefined,
): readonly ExplanationLine[] {
  const rows = memory.plan.activities.filter(
    (own) =>
      own.team === team &&
      (week === undefined || own.week === week) &&
      (activity === undefined || own.activity === activity),
  );
  const hours = new Map<string, number>();
  for (const own of rows) {
    const key = activity === undefined ? own.activity : (own.owner ?? own.objective ?? own.activity);
    hours.set(key, (hours.get(key) ?? 0) + own.hours);
  }
  return [...hours].slice(0, MOST_LINES).map(([text, sum]) => ({ text, amount: `${number(sum)} h` }));
}

/** The playbook's row of the activity; without one, the team's capacity and people. */
function inputLines(scene: Scene, { team, activity }: CalendarSubject): readonly ExplanationLine[] {
  const { activities, people } = scene.memory.input;
  const record = activities.find((own) => own.activity === activity && nameKey(own.team) === nameKey(team));
  if (record)
    return (['rate', 'hours'] as const).flatMap((field) =>
      inputLine(scene, 'activities', record.origin, field, record[field]),
    );
  return [
    ...resourceInputs(scene, team, undefined, ['regular', 'heads', 'hoursPerHead']),
    ...people
      .filter((own) => nameKey(own.team) === nameKey(team))
      .slice(0, MOST_LINES)
      .flatMap((own) => inputLine(scene, 'people', own.origin, 'hoursPerWeek', own.hoursPerWeek, own.name)),
  ];
}
