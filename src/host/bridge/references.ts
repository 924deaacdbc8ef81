import { shiftInBand } from '../model/area';
import type { Area } from '../model/cell';
import type { ShiftChange, StructuralChange } from '../model/change';
import type { Worksheet } from '../model/workbook';
import type { HostObject } from './define';
import { fail } from './errors';

/** A range as the object model holds it; `area` follows insertions and deletions and is undefined once its cells are gone. */
export interface RangeTarget {
  readonly sheet: Worksheet;
  area: Area | undefined;
}

/** Where the range lies; InvalidReference when its cells were deleted. */
export function areaOf(target: RangeTarget): Area {
  return target.area ?? fail('InvalidReference');
}

/** Ranges in the client's hands: those of the running request, and those it tracks beyond it. */
export class RangeReferences {
  private readonly tracked = new Map<
    string,
    { readonly object: HostObject; readonly ranges: readonly RangeTarget[] }
  >();
  private live: RangeTarget[] = [];
  private lastId = 0;

  /** A range that follows the grid until the request ends, or longer when it is kept. */
  make(sheet: Worksheet, area: Area): RangeTarget {
    const target: RangeTarget = { sheet, area };
    this.live.push(target);
    return target;
  }

  /** Keeps an object that stands on ranges beyond the request; the id finds it again. */
  keep(object: HostObject, ranges: readonly RangeTarget[]): string {
    const id = `ref-${++this.lastId}`;
    this.tracked.set(id, { object, ranges });
    return id;
  }

  find(id: string): HostObject | undefined {
    return this.tracked.get(id)?.object;
  }

  release(id: string): void {
    this.tracked.delete(id);
  }

  releaseAll(): void {
    this.tracked.clear();
  }

  get count(): number {
    return this.tracked.size;
  }

  endRequest(): void {
    this.live = [];
  }

  /** Moves every range in hand with its cells. */
  follow(change: StructuralChange): void {
    if (change.kind !== 'shiftCells') return;
    const kept = [...this.tracked.values()].flatMap(({ ranges }) => ranges);
    for (const target of new Set([...this.live, ...kept]))
      if (target.sheet === change.sheet && target.area) target.area = shiftReference(target.area, change);
  }
}

/** A range moves as a whole or not at all: one that lies only partly in the moving columns (or rows) stays where it is. */
function shiftReference(area: Area, change: ShiftChange): Area | undefined {
  const isVertical = change.shift === 'down' || change.shift === 'up';
  const isInBand = isVertical
    ? area.left >= change.area.left && area.right <= change.area.right
    : area.top >= change.area.top && area.bottom <= change.area.bottom;
  return isInBand ? shiftInBand(area, change.area, change.shift) : area;
}
