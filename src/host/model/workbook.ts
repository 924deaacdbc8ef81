import type { CalculationSettings } from './calculation';
import type { Area, Cell, CellValue } from './cell';
import type { ColumnFilter, FilterCriteria } from './filter';
import type { StructuralChange } from './change';
import { CellStore } from './cell';
import { StyleTable } from './style';

/** Something that wants to know when cells, names, tables or sheets change: the formula engine, events, undo. */
export interface WorkbookListener {
  /**
   * Contents of these cells changed (constants or formulas), not by calculation. `before`: what a single cell held, where the
   * writer knows it.
   */
  cellsChanged?(sheet: Worksheet, area: Area, before?: CellValue): void;
  /** Sheets, names or tables were added, removed, renamed or moved. */
  structureChanged?(): void;
}

/** A spreadsheet in memory: what the object model, the formula engine, the grid and the files all share. */
export class Workbook {
  readonly sheets: Worksheet[] = [];
  readonly names: DefinedName[] = [];
  dateSystem: 1900 | 1904 = 1900;
  /** 'en-US', 'it-IT': display of numbers and dates, and reading of typed text. */
  culture = 'en-US';
  activeSheet: Worksheet | undefined;
  /** Document properties (title, author …) and custom ones. */
  readonly properties: Record<string, string> = {};
  readonly customProperties = new Map<string, string | number | boolean>();
  /** Add-in settings (the web-extension property bag of the add-in). */
  readonly settings = new Map<string, unknown>();
  readonly customXmlParts: CustomXmlPart[] = [];
  readonly listeners = new Set<WorkbookListener>();
  /** Set by the formula engine: rewrites every formula text after cells, sheets or names moved (see mapFormulas). */
  adjustFormulas?: (change: StructuralChange) => void;
  /** How the file asks to be calculated; undefined is automatic. */
  calculation: CalculationSettings | undefined = undefined;
  /** Structure or windows locked; undefined is not protected. */
  protection: Record<string, unknown> | undefined;
  /** Which add-in `settings` belong to, as its web-extension reference says it. */
  addIn: AddInReference | undefined;
  private lastId = 0;

  constructor(readonly styles: StyleTable = new StyleTable()) {}

  /** Ids are unique in the workbook's life and never used again. */
  nextId(): number {
    return ++this.lastId;
  }

  addSheet(name: string, position = this.sheets.length): Worksheet {
    const sheet = new Worksheet(
      this,
      `{${this.nextId().toString(16).padStart(8, '0').toUpperCase()}-0000-0000-0000-000000000000}`,
      name,
    );
    this.sheets.splice(position, 0, sheet);
    this.activeSheet ??= sheet;
    this.structureChanged();
    return sheet;
  }

  sheet(name: string): Worksheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((s) => s.name.toLowerCase() === wanted);
  }

  table(name: string): Table | undefined {
    const wanted = name.toLowerCase();
    for (const sheet of this.sheets)
      for (const table of sheet.tables) if (table.name.toLowerCase() === wanted) return table;
    return undefined;
  }

  structureChanged(): void {
    for (const listener of this.listeners) listener.structureChanged?.();
  }
}

/** The add-in a property bag belongs to: the manifest's id and where it was got from. */
export interface AddInReference {
  readonly id: string;
  readonly version: string;
  readonly store: string;
  readonly storeType: string;
}

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

export class Worksheet {
  readonly cells = new CellStore();
  /** By column index; width in characters of the default font. */
  readonly columns = new Map<number, ColumnFormat>();
  readonly rows = new Map<number, RowFormat>();
  readonly merges: Area[] = [];
  readonly tables: Table[] = [];
  readonly names: DefinedName[] = [];
  readonly conditionalFormats: ConditionalFormat[] = [];
  readonly validations: DataValidation[] = [];
  readonly charts: Chart[] = [];
  readonly comments: Comment[] = [];
  readonly hyperlinks: Hyperlink[] = [];
  readonly customProperties = new Map<string, string>();
  visibility: Visibility = 'Visible';
  tabColor: string | undefined;
  showGridlines = true;
  /** Rows and columns kept in view. */
  freeze: { rows: number; columns: number } | undefined;
  /** Where the +/- of a group stands. */
  outline = { summaryBelow: true, summaryRight: true };
  zoom = 100;
  showHeadings = true;
  rightToLeft = false;
  /** Rows, columns or cells came or left since the sheet was opened: what a file keeps by address may stand elsewhere now. */
  hasShifted = false;
  /** What is selected when the sheet is shown. */
  selection: Area | undefined;
  /** Undefined: not protected; else the permissions, as Excel.WorksheetProtectionOptions names them. */
  protection: Record<string, unknown> | undefined;
  pageLayout: PageLayout = {};
  autoFilter: Area | undefined;
  /** By what the columns of autoFilter are filtered. */
  filters: readonly ColumnFilter[] | undefined = undefined;
  defaultRowHeight = 15;
  defaultColumnWidth = 8.43;

  constructor(
    readonly workbook: Workbook,
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): Cell | undefined {
    return this.cells.get(row, column);
  }

  value(row: number, column: number): CellValue {
    return this.cells.get(row, column)?.value ?? null;
  }

  /** Puts a constant or a formula ('=…' is never parsed here: pass the formula apart) and tells the listeners. Keeps the style. */
  put(row: number, column: number, content: { value: CellValue } | { formula: string }): void {
    const before = this.value(row, column);
    this.write(row, column, content);
    this.changed({ top: row, left: column, bottom: row, right: column }, before);
  }

  /** As `put`, without telling: for bulk writers, which call `changed` once. */
  write(row: number, column: number, content: { value: CellValue } | { formula: string }): void {
    const style = this.cells.get(row, column)?.style ?? 0;
    if ('formula' in content) this.cells.set(row, column, { value: null, formula: content.formula, style });
    else if (content.value === null && style === 0) this.cells.delete(row, column);
    else this.cells.set(row, column, { value: content.value, style });
  }

  setStyle(row: number, column: number, style: number): void {
    const cell = this.cells.get(row, column);
    if (cell) cell.style = style;
    else if (style !== 0) this.cells.set(row, column, { value: null, style });
  }

  changed(area: Area, before?: CellValue): void {
    for (const listener of this.workbook.listeners) listener.cellsChanged?.(this, area, before);
  }

  /** Smallest rectangle that holds every cell with content (with formats too, unless valuesOnly); undefined when there is none. */
  usedArea(valuesOnly = false): Area | undefined {
    let area: Area | undefined;
    for (const row of this.cells.rowNumbers())
      for (const [column, cell] of this.cells.rowCells(row) ?? []) {
        if (valuesOnly && cell.value === null && cell.formula === undefined) continue;
        if (!area) area = { top: row, left: column, bottom: row, right: column };
        else {
          if (row < area.top) area.top = row;
          if (row > area.bottom) area.bottom = row;
          if (column < area.left) area.left = column;
          if (column > area.right) area.right = column;
        }
      }
    return area;
  }
}

export interface ColumnFormat {
  /** Characters of the default font. */
  width?: number;
  hidden?: boolean;
  outlineLevel?: number;
  collapsed?: boolean;
  style?: number;
}

export interface RowFormat {
  /** Points. */
  height?: number;
  hidden?: boolean;
  outlineLevel?: number;
  collapsed?: boolean;
  style?: number;
}

export interface Table {
  readonly id: number;
  name: string;
  sheet: Worksheet;
  /** Header and totals rows included. */
  area: Area;
  columns: { id: number; name: string; totalsFunction?: string; formula?: string; filter?: FilterCriteria }[];
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
}

export interface DefinedName {
  name: string;
  /** en-US A1 text without '=': "Sheet1!$A$1:$B$9", or any formula. */
  formula: string;
  visible: boolean;
  comment: string;
  /** Undefined: the whole workbook. */
  sheet?: Worksheet;
}

/** What a rule changes of a cell's look; what is absent stays. */
export interface DifferentialFormat {
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  fillColor?: string;
  numberFormat?: string;
  borderColor?: string;
}

export interface ConditionalFormat {
  id: string;
  areas: Area[];
  kind: 'custom' | 'cellValue' | 'dataBar' | 'colorScale' | 'iconSet' | 'containsText' | 'topBottom' | 'presetCriteria';
  priority: number;
  stopIfTrue: boolean;
  /**
   * Of the kind, as the object model (Excel.ConditionalFormat) names it:
   * custom { formula: '=A1>3' }; cellValue { operator: 'GreaterThan', formula1: '=3', formula2? };
   * containsText { operator: 'Contains', text }; topBottom { type: 'TopItems', rank }; presetCriteria { criterion: 'DuplicateValues' };
   * dataBar { positiveFormat: { fillColor, borderColor, gradientFill }, negativeFormat?, axisColor?, axisFormat?, barDirection?,
   * showDataBarOnly?, lowerBoundRule?: { type, formula }, upperBoundRule? };
   * colorScale { criteria: { minimum: { type, formula?, color }, midpoint?, maximum } };
   * iconSet { style: 'ThreeTrafficLights1', reverseIconOrder?, showIconOnly?, criteria: [{ type, operator, formula }] }.
   */
  rule: Record<string, unknown>;
  format: DifferentialFormat;
}

export interface DataValidation {
  areas: Area[];
  /** As in Excel.DataValidationRule: { list: { inCellDropDown, source: 'a,b' or '=Lists!$A$1:$A$9' } }, { decimal: { formula1, formula2?, operator } }, { custom: { formula } } … */
  rule: Record<string, unknown>;
  ignoreBlanks: boolean;
  errorAlert?: { title: string; message: string; style: string; showAlert: boolean };
  prompt?: { title: string; message: string; showPrompt: boolean };
}

export interface Chart {
  id: string;
  name: string;
  /** Excel.ChartType: 'Line', 'ColumnClustered' … */
  type: string;
  title?: string;
  /** Points from the sheet's top left. */
  left: number;
  top: number;
  width: number;
  height: number;
  series: ChartSeries[];
  legend: { visible: boolean; position: string };
  /** Gap between columns or bars, percent of their width. */
  gapWidth?: number;
  categoryAxisTitle?: string;
  valueAxisTitle?: string;
  valueAxisNumberFormat?: string;
}

export interface ChartSeries {
  name: string;
  type?: string;
  /** A1 references with sheet: "Balance!$B$5:$Z$5". */
  values: string;
  categories?: string;
  color?: string;
}

export interface Comment {
  id: string;
  row: number;
  column: number;
  author: string;
  text: string;
  /** A note (yellow box) or a threaded comment. */
  kind: 'note' | 'comment';
  /** Answers to a threaded comment, oldest first. */
  replies?: { author: string; text: string }[];
  resolved?: boolean;
}

export interface Hyperlink {
  area: Area;
  address?: string;
  /** Place in this workbook: "Targets!B5". */
  location?: string;
  tooltip?: string;
}

export interface CustomXmlPart {
  /** '{GUID}'. */
  id: string;
  namespaceUri: string;
  xml: string;
}

export interface PageLayout {
  orientation?: 'portrait' | 'landscape';
  fitToWidth?: number;
  fitToHeight?: number;
  /** '$1:$3' and '$A:$B'. */
  printTitleRows?: string;
  printTitleColumns?: string;
  /** Areas without a sheet: '$A$1:$H$40', several separated by commas. */
  printArea?: string;
  /** Percent, when not fitted to pages. */
  scale?: number;
  paperSize?: string;
  centerHorizontally?: boolean;
  centerVertically?: boolean;
  printGridlines?: boolean;
  printHeadings?: boolean;
  blackAndWhite?: boolean;
  /** Inches. */
  margins?: { left: number; right: number; top: number; bottom: number; header: number; footer: number };
  /** With Excel's codes: '&L…&C…&R…', &P page, &N pages, &A sheet. */
  header?: string;
  footer?: string;
}
