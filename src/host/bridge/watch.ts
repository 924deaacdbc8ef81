import type { Area, CellValue } from '../model/cell';
import type { Table, Workbook, WorkbookListener, Worksheet } from '../model/workbook';
import { formatArea } from './area';
import { intersectAreas } from '../model/area';
import type { EventArguments, EventHub } from './events';
import { EVENT, WORKBOOK_TARGET } from './events';
import { apiValue, valueType } from './read';

interface SheetState {
  readonly sheet: Worksheet;
  readonly name: string;
  readonly visibility: string;
  readonly position: number;
  readonly isProtected: boolean;
}

interface TableState {
  readonly table: Table;
  readonly name: string;
  readonly sheetId: string;
}

/** Watches the workbook and turns what happens in it into Office.js events, whoever did it. */
export class WorkbookWatch implements WorkbookListener {
  private sheets: ReadonlyMap<string, SheetState>;
  private tables: ReadonlyMap<number, TableState>;
  private charts: ReadonlyMap<string, string>;
  private active: Worksheet | undefined;

  constructor(
    private readonly workbook: Workbook,
    private readonly events: EventHub,
  ) {
    this.sheets = sheetStates(workbook);
    this.tables = tableStates(workbook);
    this.charts = chartStates(workbook);
    this.active = workbook.activeSheet;
    workbook.listeners.add(this);
  }

  cellsChanged(sheet: Worksheet, changed: Area, before?: CellValue): void {
    const { events } = this;
    const { changeType, shiftDirection, area = changed } = events.report;
    const { origin } = events;
    // Told when the event is sent: by then the cell is calculated.
    const args = (at: Area) => (): EventArguments => ({
      changeType,
      shiftDirection,
      worksheetId: sheet.id,
      address: formatArea(at),
      referenceId: eventReference(sheet, at),
      ...origin,
      ...(before !== undefined && changeDetails(before, sheet.value(area.top, area.left))),
    });
    events.emit(EVENT.worksheetChanged, [sheet.id, WORKBOOK_TARGET], args(area));
    for (const table of sheet.tables) {
      const common = intersectAreas(table.area, area);
      if (!common) continue;
      const tableId = String(table.id);
      events.emit(EVENT.tableChanged, [tableId, sheet.id, WORKBOOK_TARGET], () => ({ ...args(common)(), tableId }));
    }
  }

  structureChanged(): void {
    this.compare();
  }

  /** Tells what has changed among sheets, tables and charts since the last look. */
  compare(): void {
    this.compareSheets();
    this.compareTables();
    this.compareCharts();
    this.compareActive();
  }

  private compareSheets(): void {
    const before = this.sheets;
    const after = sheetStates(this.workbook);
    this.sheets = after;
    const { events } = this;
    const { source } = events.origin;
    for (const [worksheetId, state] of after) {
      const old = before.get(worksheetId);
      const targets = [worksheetId, WORKBOOK_TARGET];
      const args = { source, worksheetId };
      if (!old) events.emit(EVENT.worksheetAdded, [WORKBOOK_TARGET], args);
      else compareSheet(events, targets, args, old, state, before.size === after.size);
    }
    for (const worksheetId of before.keys())
      if (!after.has(worksheetId)) events.emit(EVENT.worksheetDeleted, [WORKBOOK_TARGET], { source, worksheetId });
  }

  private compareTables(): void {
    const before = this.tables;
    const after = tableStates(this.workbook);
    this.tables = after;
    const { source } = this.events.origin;
    for (const [id, { name, sheetId }] of after)
      if (!before.has(id)) this.emitTable(EVENT.tableAdded, sheetId, { source, tableId: String(id), tableName: name });
    for (const [id, { name, sheetId }] of before)
      if (!after.has(id)) this.emitTable(EVENT.tableDeleted, sheetId, { source, tableId: String(id), tableName: name });
  }

  private emitTable(type: number, worksheetId: string, args: Readonly<Record<string, unknown>>): void {
    this.events.emit(type, [worksheetId, WORKBOOK_TARGET], { ...args, worksheetId });
  }

  private compareCharts(): void {
    const before = this.charts;
    const after = chartStates(this.workbook);
    this.charts = after;
    const { source } = this.events.origin;
    for (const [chartId, worksheetId] of after)
      if (!before.has(chartId)) this.events.emit(EVENT.chartAdded, [worksheetId], { source, chartId, worksheetId });
    for (const [chartId, worksheetId] of before)
      if (!after.has(chartId)) this.events.emit(EVENT.chartDeleted, [worksheetId], { source, chartId, worksheetId });
  }

  private compareActive(): void {
    const before = this.active;
    const after = this.workbook.activeSheet;
    this.active = after;
    if (before === after) return;
    if (before) this.emitSheet(EVENT.worksheetDeactivated, before);
    if (after) this.emitSheet(EVENT.worksheetActivated, after);
  }

  private emitSheet(type: number, sheet: Worksheet): void {
    this.events.emit(type, [sheet.id, WORKBOOK_TARGET], { worksheetId: sheet.id });
  }
}

function compareSheet(
  events: EventHub,
  targets: readonly string[],
  args: Readonly<Record<string, unknown>>,
  old: SheetState,
  state: SheetState,
  isSameCount: boolean,
): void {
  if (old.name !== state.name)
    events.emit(EVENT.worksheetNameChanged, targets, { ...args, nameBefore: old.name, nameAfter: state.name });
  if (old.visibility !== state.visibility)
    events.emit(EVENT.worksheetVisibilityChanged, targets, {
      ...args,
      visibilityBefore: old.visibility,
      visibilityAfter: state.visibility,
    });
  if (old.isProtected !== state.isProtected)
    events.emit(EVENT.worksheetProtectionChanged, targets, { ...args, isProtected: state.isProtected });
  // Sheets that only made room for an added or deleted one have not been moved.
  if (isSameCount && old.position !== state.position)
    events.emit(EVENT.worksheetMoved, targets, {
      ...args,
      positionBefore: old.position,
      positionAfter: state.position,
    });
}

/** What a single cell held before and holds now. */
function changeDetails(before: CellValue, after: CellValue): EventArguments {
  return {
    valueBefore: apiValue(before),
    valueAfter: apiValue(after),
    valueTypeBefore: valueType(before),
    valueTypeAfter: valueType(after),
  };
}

/** How an event's range is found again by `getRange(context)`: the sheet's id and the address. */
export function eventReference(sheet: Worksheet, area: Area): string {
  return `${sheet.id}!${formatArea(area)}`;
}

function sheetStates(workbook: Workbook): ReadonlyMap<string, SheetState> {
  return new Map(
    workbook.sheets.map((sheet, position) => [
      sheet.id,
      {
        sheet,
        name: sheet.name,
        visibility: sheet.visibility,
        position,
        isProtected: sheet.protection !== undefined,
      },
    ]),
  );
}

function tableStates(workbook: Workbook): ReadonlyMap<number, TableState> {
  const tables = workbook.sheets.flatMap((sheet) => sheet.tables);
  return new Map(tables.map((table) => [table.id, { table, name: table.name, sheetId: table.sheet.id }]));
}

function chartStates(workbook: Workbook): ReadonlyMap<string, string> {
  return new Map(workbook.sheets.flatMap((sheet) => sheet.charts.map((chart) => [chart.id, sheet.id] as const)));
}
