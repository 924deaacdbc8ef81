import type { Area } from '../model/cell';
import type { Worksheet } from '../model/workbook';
import type { FormulaCell, Precedent } from './formula-cell';
import { isRangeNode } from './formula-cell';
import type { DependencyGraph } from './graph';
import { positionOf } from './graph';

/** An area on a sheet. */
export interface Place {
  readonly sheet: Worksheet;
  readonly area: Area;
}

const placeOf = (precedent: Precedent): Place => ({
  sheet: precedent.sheet.sheet,
  area: isRangeNode(precedent) ? precedent.area : positionOf(precedent),
});

/**
 * The areas that formulas in an area refer to.
 * @param isDeep with what those refer to in turn
 */
export function tracePrecedents(graph: DependencyGraph, { sheet, area }: Place, isDeep: boolean): Place[] {
  const found = new Map<string, Place>();
  const seen = new Set<FormulaCell>();
  const queue: FormulaCell[] = [];
  const enqueue = (place: Place): void =>
    graph.index(place.sheet).visitFormulas(place.area, false, (formula) => {
      if (!seen.has(formula)) queue.push(formula);
      seen.add(formula);
    });
  enqueue({ sheet, area });
  for (let i = 0; i < queue.length; i++) {
    for (const precedent of queue[i]?.precedents ?? []) {
      const place = placeOf(precedent);
      found.set(keyOf(place), place);
      if (isDeep) enqueue(place);
    }
  }
  return [...found.values()];
}

/**
 * The cells with formulas that refer to an area.
 * @param isDeep with the cells that depend on those in turn
 */
export function traceDependents(graph: DependencyGraph, { sheet, area }: Place, isDeep: boolean): Place[] {
  const found = new Set<FormulaCell>();
  const queue: Place[] = [{ sheet, area }];
  for (const place of queue)
    graph.visitDependents(place, (formula) => {
      if (found.has(formula)) return;
      found.add(formula);
      if (isDeep) queue.push({ sheet: formula.sheet.sheet, area: formula.filled ?? positionOf(formula) });
    });
  return [...found].map((formula) => ({ sheet: formula.sheet.sheet, area: positionOf(formula) }));
}

function keyOf({ sheet, area }: Place): string {
  return `${sheet.id} ${area.top} ${area.left} ${area.bottom} ${area.right}`;
}
