import type { FilterButton } from '../editing/filterButtons';
import { MAX_COLUMNS, MAX_ROWS } from '../model/cell';
import { pointsToWidth } from '../model/geometry';
import type { Desk } from './desk';
import { dragFill, dropFill, fitColumn, insertReference, tipAt } from './deskActions';
import type { GridGeometry, Hit } from './gridGeometry';
import { hitTest } from './gridGeometry';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface PointerTargets {
  readonly openLink: (link: string) => void;
  readonly openChoices: () => void;
  readonly openFilter: (button: FilterButton) => void;
}

/** Milliseconds between scroll steps while a selection is dragged over the edge. */
const DRAG_SCROLL_MS = 40;
const DRAG_SCROLL_PIXELS = 40;
const POINTS_PER_PIXEL = 0.75;
const NARROWEST_PIXELS = 8;

/** What the mouse does on the grid: selecting, headings, column widths, outline buttons, links. */
export class GridPointer {
  private release: (() => void) | undefined;

  constructor(
    private readonly desk: Desk,
    private readonly targets: PointerTargets,
  ) {}

  /** The button went down. */
  press(
    point: Point,
    geometry: GridGeometry,
    hasChoices: boolean,
    event: { shiftKey: boolean },
    grid: HTMLElement | null,
  ): void {
    const { desk } = this;
    const hit = hitTest(desk, geometry, point.x, point.y, hasChoices);
    if (hit.kind === 'choices') return this.targets.openChoices();
    if (hit.kind === 'cell' && insertReference(desk, hit.place)) return;
    if (!desk.commit()) return;
    switch (hit.kind) {
      case 'cell':
        desk.select(hit.place, event.shiftKey);
        this.dragCells(hit, geometry, grid);
        break;
      case 'filter':
        desk.select(hit.button);
        this.targets.openFilter(hit.button);
        break;
      case 'fill':
        this.dragFill(geometry, grid);
        break;
      case 'row':
        desk.selectRows(event.shiftKey ? desk.active.row : hit.row, hit.row);
        break;
      case 'column':
        desk.selectColumns(event.shiftKey ? desk.active.column : hit.column, hit.column);
        break;
      case 'columnEdge':
        this.dragEdge(hit.column, point.x, grid);
        break;
      case 'group':
        desk.session.toggleGroup(desk.sheet, hit.by, hit.group);
        break;
      case 'level':
        desk.session.showOutlineTo(desk.sheet, hit.by, hit.level);
        break;
      default:
        desk.selectArea({ top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 }, desk.active);
    }
  }

  doublePress(point: Point, geometry: GridGeometry): void {
    const hit = hitTest(this.desk, geometry, point.x, point.y, false);
    if (hit.kind === 'cell') this.desk.startTyping();
    if (hit.kind === 'columnEdge') fitColumn(this.desk, hit.column);
  }

  /** Shows by the pointer's form what a press would do, and tells more about the cell. */
  hover(point: Point, geometry: GridGeometry, hasChoices: boolean, grid: HTMLElement): void {
    if (this.release) return;
    const hit = hitTest(this.desk, geometry, point.x, point.y, hasChoices);
    grid.style.cursor = this.cursorOf(hit);
    const tip = hit.kind === 'cell' ? tipAt(this.desk, hit.place) : '';
    if (grid.title !== tip) grid.title = tip;
  }

  stop(): void {
    this.release?.();
  }

  private cursorOf(hit: Hit): string {
    switch (hit.kind) {
      case 'cell':
        return this.desk.linkAt(hit.place.row, hit.place.column) === undefined ? 'cell' : 'pointer';
      case 'columnEdge':
        return 'col-resize';
      case 'fill':
        return 'crosshair';
      case 'group':
      case 'level':
      case 'choices':
      case 'filter':
        return 'pointer';
      default:
        return 'default';
    }
  }

  /** Selects on while the button is held; let go where it went down, a link is followed. */
  private dragCells(from: Extract<Hit, { kind: 'cell' }>, geometry: GridGeometry, grid: HTMLElement | null): void {
    if (!grid) return;
    let moved = false;
    let last: Point | undefined;
    const extend = () => {
      const bounds = grid.getBoundingClientRect();
      if (!last) return;
      const x = Math.min(Math.max(last.x - bounds.left, geometry.left), geometry.left + geometry.width - 1);
      const y = Math.min(Math.max(last.y - bounds.top, geometry.top), geometry.top + geometry.height - 1);
      const hit = hitTest(this.desk, geometry, x, y, false);
      if (hit.kind !== 'cell') return;
      moved ||= hit.place.row !== from.place.row || hit.place.column !== from.place.column;
      if (moved) this.desk.select(hit.place, true);
    };
    const scrollOn = setInterval(() => {
      if (!last) return;
      const bounds = grid.getBoundingClientRect();
      const beyond = (at: number, low: number, high: number) => (at > high ? 1 : at < low ? -1 : 0);
      const dx = beyond(last.x, bounds.left + geometry.left, bounds.left + geometry.left + geometry.width);
      const dy = beyond(last.y, bounds.top + geometry.top, bounds.top + geometry.top + geometry.height);
      if (dx === 0 && dy === 0) return;
      grid.scrollBy(dx * DRAG_SCROLL_PIXELS, dy * DRAG_SCROLL_PIXELS);
      extend();
    }, DRAG_SCROLL_MS);
    this.track(
      (event) => {
        last = { x: event.clientX, y: event.clientY };
        extend();
      },
      () => {
        clearInterval(scrollOn);
        const link = moved ? undefined : this.desk.linkAt(from.place.row, from.place.column);
        if (link !== undefined) this.targets.openLink(link);
      },
    );
  }

  private dragFill(geometry: GridGeometry, grid: HTMLElement | null): void {
    if (!grid) return;
    this.track(
      ({ clientX, clientY }) => {
        const bounds = grid.getBoundingClientRect();
        const hit = hitTest(this.desk, geometry, clientX - bounds.left, clientY - bounds.top, false);
        if (hit.kind === 'cell') dragFill(this.desk, hit.place);
      },
      () => dropFill(this.desk),
    );
  }

  private dragEdge(column: number, x: number, grid: HTMLElement | null): void {
    if (!grid) return;
    const { desk } = this;
    const { scale, columns } = desk.layout.axes;
    const before = columns.size(column);
    let width = before;
    const origin = grid.getBoundingClientRect().left + x;
    this.track(
      (event) => {
        width = Math.max(NARROWEST_PIXELS, before + event.clientX - origin);
      },
      () => {
        if (width === before) return;
        desk.session.setColumnWidth(desk.sheet, column, pointsToWidth((width / scale) * POINTS_PER_PIXEL));
      },
    );
  }

  private track(onMove: (event: PointerEvent) => void, onEnd: () => void): void {
    this.release?.();
    const end = () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      this.release = undefined;
      onEnd();
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    this.release = end;
  }
}
