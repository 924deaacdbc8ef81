import type { Area } from '../model/cell';
import { isWholeColumns, isWholeRows } from '../model/area';
import * as shift from '../model/shift';
import type { Worksheet } from '../model/workbook';
import { checkWritable } from './cells';
import type { ChangeType } from './events';
import type { Host } from './host';

/** Makes room at an area; the area itself is the new, empty one. */
export function insertCells(sheet: Worksheet, area: Area, direction: 'Down' | 'Right', host: Host): Area {
  checkWritable(sheet, area, host);
  const kind: ChangeType = isWholeRows(area) ? 'RowInserted' : isWholeColumns(area) ? 'ColumnInserted' : 'CellInserted';
  const at = { ...area };
  const way = isWholeRows(area) ? 'down' : isWholeColumns(area) ? 'right' : direction === 'Down' ? 'down' : 'right';
  const shiftDirection = way === 'down' ? 'ShiftCellDown' : 'ShiftCellRight';
  host.events.during({ changeType: kind, shiftDirection, area: at }, () => shift.insertCells(sheet, at, way));
  return at;
}

/** Takes an area's cells away; those below or to the right move in. */
export function deleteCells(sheet: Worksheet, area: Area, direction: 'Up' | 'Left', host: Host): void {
  checkWritable(sheet, area, host);
  const kind: ChangeType = isWholeRows(area) ? 'RowDeleted' : isWholeColumns(area) ? 'ColumnDeleted' : 'CellDeleted';
  const way = isWholeRows(area) ? 'up' : isWholeColumns(area) ? 'left' : direction === 'Up' ? 'up' : 'left';
  const shiftDirection = way === 'up' ? 'ShiftCellUp' : 'ShiftCellLeft';
  const at = { ...area };
  host.events.during({ changeType: kind, shiftDirection, area: at }, () => shift.deleteCells(sheet, at, way));
}
