import type { FormulaCell } from './formula-cell';
import { CellState, isRangeNode } from './formula-cell';

/**
 * Formulas that must be calculated before a waiting one can go on.
 * @returns none when all it waits for waits, directly or not, for itself: a circle
 */
export function findCalculable(waiting: FormulaCell): FormulaCell[] {
  const found: FormulaCell[] = [];
  const seen = new Set<FormulaCell>([waiting]);
  const queue = [waiting];
  for (let i = 0; i < queue.length; i++) {
    for (const next of queue[i]?.waitsFor ?? []) {
      if (seen.has(next) || next.state === CellState.Clean) continue;
      seen.add(next);
      if (next.state === CellState.Evaluating) queue.push(next);
      else found.push(next);
    }
  }
  return found;
}

/**
 * All formulas of the circle around one: those it reaches that reach it, by what waits and by what is written in the
 * formulas, so that the same circle is found wherever the calculation entered it.
 * @param pass only formulas that this recalculation has to calculate count
 */
export function findCircle(start: FormulaCell, pass: number): FormulaCell[] {
  const reachedFrom = new Map<FormulaCell, FormulaCell[]>([[start, []]]);
  const queue = [start];
  for (let i = 0; i < queue.length; i++) {
    const cell = queue[i];
    if (!cell) continue;
    for (const next of precedingFormulas(cell, pass)) {
      const known = reachedFrom.get(next);
      if (known) known.push(cell);
      else {
        reachedFrom.set(next, [cell]);
        queue.push(next);
      }
    }
  }
  const circle = new Set<FormulaCell>([start]);
  for (const cell of circle) for (const from of reachedFrom.get(cell) ?? []) circle.add(from);
  return [...circle];
}

function precedingFormulas(cell: FormulaCell, pass: number): Set<FormulaCell> {
  const found = new Set<FormulaCell>(cell.waitsFor);
  for (const precedent of cell.precedents) {
    if (isRangeNode(precedent)) precedent.sheet.visitFormulas(precedent.area, false, (f) => found.add(f));
    else {
      const formula = precedent.sheet.formula(precedent.row, precedent.column);
      if (formula) found.add(formula);
    }
  }
  for (const formula of found) if (formula.pass !== pass && formula.state === CellState.Clean) found.delete(formula);
  return found;
}
