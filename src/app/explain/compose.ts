import type { CellRef } from '../../planning/issue';
import type { BalanceItem, BalanceResource } from '../../planning/resultBalance';
import type { CellReading, MarkedCell } from '../../excel/readCells';
import { phraseOr } from '../../sheets/outputs/context';
import type { Place } from '../../sheets/outputs/grid';
import { precedentsOf } from '../../sheets/precedents';
import type { Rect, SheetSpec } from '../../sheets/spec';
import type { CellSubject, Subject } from '../../sheets/subjects';
import { subjectAt } from '../../sheets/subjects';
import { calendarWeeks } from '../../sheets/outputs/calendar';
import { spanHeading } from '../../sheets/outputs/words';
import { calendarParts } from './calendarParts';
import { cascadeParts, cascadePeriod } from './cascadeParts';
import { demandParts } from './demandParts';
import type { Explanation, ExplanationLine, ExplanationPart } from './explanation';
import { lineTo, partOf } from './explanation';
import { familyInputs } from './inputParts';
import { itemParts } from './itemParts';
import { resourceParts } from './resourceParts';
import type { Scene } from './scene';
import { placeOf } from './scene';
import { blameParts, certificateParts } from './totalParts';

/** Cells behind a formula that are listed; a long sum is told by its ranges. */
const MOST_PRECEDENTS = 12;

/** The cells a formula reads whose values an explanation shows. */
export function shownPrecedents(formula: string, sheet: string): readonly Place[] {
  return formula === '' ? [] : precedentsOf(formula, sheet).slice(0, MOST_PRECEDENTS);
}

/**
 * Puts into words why a cell of an output sheet is as it is.
 *
 * @param at The cell of the spec that the cell on the sheet corresponds to: people insert rows above.
 * @param precedents What the cells of `shownPrecedents` read.
 */
export function composeExplanation(
  scene: Scene,
  spec: SheetSpec,
  cell: CellRef,
  at: { readonly row: number; readonly column: number },
  reading: MarkedCell,
  precedents: readonly (CellReading | undefined)[],
): Explanation {
  const found = subjectAt(spec, at.row, at.column);
  const formula = formulaPart(scene, reading, cell, precedents);
  const parts = found ? subjectParts(scene, spec, found, reading.formula) : [];
  return {
    cell,
    place: placeOf(cell),
    title: found ? titleOf(scene, found) : reading.rowLabels[0] || placeOf(cell),
    ...(reading.text === '' ? {} : { value: reading.text }),
    what: found ? whatWords(scene, spec, found.subject) : scene.t('explain.what.other'),
    notes: notesOf(scene, spec, at, reading, found),
    parts: [...parts.slice(0, 1), ...formula, ...parts.slice(1)],
  };
}

/** 'Closing stock — Sofas, 2026-W50'. */
function titleOf(scene: Scene, { subject, period }: CellSubject): string {
  const name = subject.kind === 'row' ? subject.name : subject.kind === 'calendar' ? subject.team : '';
  const what =
    subject.kind === 'calendar' && subject.activity === undefined ? rowWords(scene, subject.row) : subject.label;
  const when =
    subject.kind === 'shortage' ? scene.period(subject.bucket) : period ? periodWords(scene, subject, period) : '';
  const named = name === '' || name === what ? what : `${what} — ${name}`;
  return when === '' ? named : `${named}, ${when}`;
}

function rowWords(scene: Scene, row: 'activity' | 'load' | 'capacity' | 'utilisation' | 'workingDays'): string {
  return row === 'activity' ? '' : scene.t(row === 'workingDays' ? 'sheets.calendar.workingDays' : `sheets.${row}`);
}

function periodWords(scene: Scene, subject: Subject, period: NonNullable<CellSubject['period']>): string {
  if (period.level === 'bucket') return scene.period(period.index);
  const { plan } = scene.memory;
  if (subject.kind === 'calendar') return calendarWeeks(plan)[period.index]?.label ?? '';
  const line = subject.kind === 'cascade' ? plan.cascade[subject.line] : undefined;
  const own = line && cascadePeriod(line, period);
  return own ? spanHeading(scene.context, own) : '';
}

/** One sentence on what the cell is, by the sheet and row it stands in. */
function whatWords({ context, t }: Scene, spec: SheetSpec, subject: Subject): string {
  if (subject.kind === 'figure') return subject.note;
  if (subject.kind !== 'row') return t(`explain.what.${subject.kind}`);
  const [base] = subject.row.split(':');
  const keys = [
    `explain.what.${spec.key}.${base}`,
    `explain.what.${subject.about}.${base}`,
    `explain.what.row.${base}`,
  ];
  return keys.map((key) => phraseOr(context, key, '')).find((words) => words !== '') ?? t('explain.what.other');
}

function subjectParts(
  scene: Scene,
  spec: SheetSpec,
  { subject, period }: CellSubject,
  formula: string,
): readonly ExplanationPart[] {
  const { plan } = scene.memory;
  switch (subject.kind) {
    case 'shortage':
      return itemParts(scene, subject.family, subject.short === 'late' ? 'backlog' : 'lost', subject.bucket);
    case 'cascade': {
      const line = plan.cascade[subject.line];
      return line ? cascadeParts(scene, line, period) : [];
    }
    case 'calendar':
      return calendarParts(scene, subject, period?.index);
    case 'figure':
      return figureParts(scene, formula, spec);
    case 'row':
      return rowParts(scene, spec, subject, period?.index);
  }
}

/** What explains the cell that a key figure is read from. */
function figureParts(scene: Scene, formula: string, { name }: SheetSpec): readonly ExplanationPart[] {
  const [source, ...others] = precedentsOf(formula, name);
  const spec = scene.memory.specs.find((own) => own.name === source?.sheet);
  const found = source && spec && others.length === 0 ? subjectAt(spec, source.row, source.column) : undefined;
  return found && spec && found.subject.kind === 'row' ? subjectParts(scene, spec, found, '') : [];
}

function rowParts(
  scene: Scene,
  spec: SheetSpec,
  { about, name, row }: Extract<Subject, { kind: 'row' }>,
  bucket: number | undefined,
): readonly ExplanationPart[] {
  if (about === 'totals') return [...certificateParts(scene, row), ...blameParts(scene, row)];
  if (spec.key === 'demandPlan' || row === 'demand') return demandParts(scene, name, row, bucket);
  if (about === 'resource') return bucket === undefined ? [] : resourceParts(scene, name, row, bucket);
  return bucket === undefined
    ? partOf(scene.t('explain.part.inputs'), familyInputs(scene, name, row, undefined))
    : itemParts(scene, name, row, bucket);
}

/** What the formula reads, each with its value now and a jump to it. */
function formulaPart(
  scene: Scene,
  reading: MarkedCell,
  cell: CellRef,
  precedents: readonly (CellReading | undefined)[],
): readonly ExplanationPart[] {
  const places = shownPrecedents(reading.formula, cell.sheet);
  const lines = places.map((place, i): ExplanationLine => {
    const target = { sheet: place.sheet, row: place.row, column: place.column };
    const many = place.rows * place.columns;
    const label = labelOf(scene, place);
    const text = many > 1 ? scene.t('explain.range.cells', { label, count: many }) : label;
    return lineTo(text, many > 1 ? undefined : precedents[i]?.text, target, placeOf(target));
  });
  return partOf(scene.t('explain.part.formula'), lines);
}

function labelOf(scene: Scene, place: Place): string {
  const spec = scene.memory.specs.find((own) => own.name.toLowerCase() === place.sheet.toLowerCase());
  if (!spec) return place.sheet;
  const found = subjectAt(spec, place.row, place.column);
  if (found) return titleOf(scene, found);
  const heading = spec.tables.find(({ range }) => isInside(range, place))?.range.row;
  const label =
    heading === undefined
      ? spec.rows[place.row]?.find((own) => own && 'value' in own && typeof own.value === 'string')
      : spec.rows[heading]?.[place.column];
  return label && 'value' in label ? `${place.sheet}, ${label.value}` : place.sheet;
}

function isInside(range: Rect, { row, column }: Place): boolean {
  return (
    row >= range.row && row < range.row + range.rows && column >= range.column && column < range.column + range.columns
  );
}

/** What makes the sheet differ from the plan: an overwritten decision or formula, or a change further up. */
function notesOf(
  scene: Scene,
  spec: SheetSpec,
  at: { readonly row: number; readonly column: number },
  reading: MarkedCell,
  found: CellSubject | undefined,
): readonly string[] {
  const { t, number, memory } = scene;
  const notes: string[] = memory.recalled ? [t('explain.note.recalled')] : [];
  const planned = spec.rows[at.row]?.[at.column];
  if (planned && 'formula' in planned && reading.formula === '') notes.push(t('explain.note.overwritten'));
  else if (planned && 'value' in planned && typeof planned.value === 'number' && differs(planned.value, reading.value))
    notes.push(t(memory.recalled ? 'explain.note.differs' : 'explain.note.byHand', { planned: number(planned.value) }));
  else {
    const value = found && plannedValue(scene, spec, found);
    if (value !== undefined && differs(value, reading.value))
      notes.push(t(memory.recalled ? 'explain.note.differs' : 'explain.note.follows', { planned: number(value) }));
  }
  return notes;
}

/** Rounding on the sheet is no change. */
function differs(planned: number, value: unknown): boolean {
  return typeof value === 'number' && Math.abs(planned - value) > 1e-5 * Math.max(1, Math.abs(planned));
}

const ITEM_ROWS: Readonly<Record<string, keyof BalanceItem>> = {
  shipped: 'shipped',
  backlog: 'backlog',
  lost: 'lost',
  stock: 'stock',
  arrived: 'arrived',
};
const RESOURCE_ROWS: Readonly<Record<string, keyof BalanceResource>> = { used: 'used', capacity: 'capacity' };

/** The plan's own number of a formula's cell on the Balance, where it has one. */
function plannedValue(scene: Scene, spec: SheetSpec, { subject, period }: CellSubject): number | undefined {
  const { balance } = scene.memory.plan;
  if (spec.key !== 'balance' || subject.kind !== 'row' || !period || !balance) return undefined;
  const { name, row } = subject;
  if (subject.about === 'family') {
    const field = ITEM_ROWS[row];
    const value = field && balance.items.find((own) => own.family === name && own.bucket === period.index)?.[field];
    return typeof value === 'number' ? value : undefined;
  }
  const own = balance.resources.find((other) => other.resource === name && other.bucket === period.index);
  if (row === 'load') return own && own.used + own.overtime;
  const field = RESOURCE_ROWS[row];
  const value = field && own?.[field];
  return typeof value === 'number' ? value : undefined;
}
