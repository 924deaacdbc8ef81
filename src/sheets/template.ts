import { translate, type MessageKey } from '../i18n/translate';
import { TABLE_KINDS, type Language, type TableKind } from '../planning/input';
import type { Day } from '../planning/units';
import type { CellType } from './inputs/cells';
import type { Column } from './inputs/column';
import { settingNamed, SETTING_DEFINITIONS } from './inputs/settingDefinitions';
import { columnName, INPUT_TABLES, tableName } from './inputs/tables/all';
import type { FormatRegion, NumberFormatName, Rect, SheetSpec, SpecCell, ValidationSpec } from './spec';
import { exampleRows, type ExampleRow } from './templateExamples';

/** A sheet of the template: an input sheet, which is the user's own and never marked as an output of ours. */
export interface TemplateSheet extends Omit<SheetSpec, 'key'> {
  readonly kind: TableKind;
}

/** Title, hint, a line of air, then the headings. */
const HEADER_ROW = 3;
/** Rows below the headings that are ready to be filled in: formats and lists of choices reach so far. */
const READY_ROWS = 500;
const REQUIRED_TAB = '#1F3A4D';
const OPTIONAL_TAB = '#9AA5B1';

/**
 * The sheets of an empty template: every input table of the contract under its own name, with all its headings, an example to
 * overwrite, and lists of choices. As it stands it reads without a fault and can be planned.
 *
 * @param language Of names, headings, examples and lists.
 * @param today The examples' dates lie around the next Monday after it.
 * @param kinds The tables wanted; all of them when left out.
 * @returns One sheet a kind, in the order of `kinds`; names may clash with sheets that are there, which the writer looks after.
 */
export function templateSheets(
  language: Language,
  today: Day,
  kinds: readonly TableKind[] = TABLE_KINDS,
): readonly TemplateSheet[] {
  return kinds.map((kind) => templateSheet(kind, language, today));
}

function templateSheet(kind: TableKind, language: Language, today: Day): TemplateSheet {
  const table = INPUT_TABLES[kind];
  const fields = Object.entries<Column<unknown>>(table.columns);
  const examples = exampleRows(kind, language, today);
  const name = tableName(kind, language);
  const body: Rect = { row: HEADER_ROW + 1, column: 0, rows: READY_ROWS, columns: fields.length };
  return {
    kind,
    name,
    tabColor: table.required ? REQUIRED_TAB : OPTIONAL_TAB,
    rows: [
      [{ value: name }],
      [{ value: hint(kind, language) }],
      [],
      fields.map(([field]) => ({ value: columnName(kind, field, language) })),
      ...examples.map((row) => fields.map(([field]) => exampleCell(row, field))),
    ],
    formats: [
      { range: { row: 0, column: 0, rows: 1, columns: 1 }, style: 'title' },
      { range: { row: 1, column: 0, rows: 1, columns: 1 }, style: 'hint' },
      ...fields.map(([, column], index): FormatRegion => headingFormat(column, index)),
      ...fields.map(([field, { type }], index): FormatRegion => columnFormat(field, type, index, body)),
      ...(kind === 'settings' ? settingFormats(examples) : []),
    ],
    columnWidths: fields.map(([field], index) => widthOf(columnName(kind, field, language), examples, field, index)),
    tables: [
      {
        name: name.replace(/[^\p{L}\p{N}]/gu, ''),
        range: { row: HEADER_ROW, column: 0, rows: examples.length + 1, columns: fields.length },
        style: 'TableStyleLight1',
        filter: true,
      },
    ],
    names: [],
    conditionalFormats: [],
    validations: [
      ...fields.flatMap(([field, { type }], index) => columnValidation(kind, field, type, index, body, language)),
      ...(kind === 'settings' ? settingValidations(examples, language) : []),
    ],
    charts: [],
    outline: [],
    freeze: { rows: HEADER_ROW + 1, columns: 1 },
    print: { orientation: 'landscape', fitToWidth: true, titleRows: HEADER_ROW + 1 },
    gridlines: true,
  };
}

function hint(kind: TableKind, language: Language): string {
  const keys: readonly MessageKey[] = [
    `template.${kind}`,
    INPUT_TABLES[kind].required ? 'template.required' : 'template.optional',
    'template.fill',
  ];
  return keys.map((key) => translate(language, key)).join(' ');
}

function exampleCell(row: ExampleRow, field: string): SpecCell | undefined {
  const value = row[field];
  return value === undefined ? undefined : { value };
}

/** Columns that must be filled in stand out from the others. */
function headingFormat({ need, insteadOf }: Column<unknown>, index: number): FormatRegion {
  const isNeeded = need === 'cell' || (need === 'heading' && insteadOf === undefined);
  return {
    range: { row: HEADER_ROW, column: index, rows: 1, columns: 1 },
    style: isNeeded ? 'sectionHeader' : 'columnHeader',
  };
}

function columnFormat(field: string, type: CellType<unknown>, index: number, body: Rect): FormatRegion {
  const number: NumberFormatName =
    type.name === 'date' ? 'date' : type.name === 'fraction' ? 'percent' : field === 'opportunity' ? 'text' : 'general';
  return { range: { ...body, column: index, columns: 1 }, number };
}

function columnValidation(
  kind: TableKind,
  field: string,
  type: CellType<unknown>,
  index: number,
  body: Rect,
  language: Language,
): ValidationSpec[] {
  const range = { ...body, column: index, columns: 1 };
  // Metrics and phasings take other words too: a list would refuse them.
  if (type.name === 'choice') return [{ kind: 'list', range, values: wordsOf(type, language) }];
  if (type.minimum === undefined) return [];
  const column = columnName(kind, field, language);
  const message = translate(language, 'template.minimum', { column, minimum: type.minimum });
  return [{ kind: 'decimal', range, minimum: type.minimum, message }];
}

function wordsOf(type: CellType<unknown>, language: Language): string[] {
  return (type.choices ?? []).map(({ value, it }) => (language === 'it' ? it : value));
}

/** Each setting is of a type of its own: dates are shown as dates, choices get their list. */
function settingFormats(examples: readonly ExampleRow[]): FormatRegion[] {
  return examples.flatMap((row, index): FormatRegion[] => {
    const field = settingNamed(String(row.setting));
    const isDate = field !== undefined && SETTING_DEFINITIONS[field].type.name === 'date';
    const range = { row: HEADER_ROW + 1 + index, column: 1, rows: 1, columns: 1 };
    return [{ range, align: 'left', ...(isDate && { number: 'date' as const }) }];
  });
}

function settingValidations(examples: readonly ExampleRow[], language: Language): ValidationSpec[] {
  return examples.flatMap((row, index): ValidationSpec[] => {
    const field = settingNamed(String(row.setting));
    const type = field === undefined ? undefined : SETTING_DEFINITIONS[field].type;
    if (type?.name !== 'choice') return [];
    const range = { row: HEADER_ROW + 1 + index, column: 1, rows: 1, columns: 1 };
    // Codes (a country, a language) are written as codes in both languages; any of their names is read as well.
    const isCode = field === 'country' || field === 'language';
    return [{ kind: 'list', range, values: wordsOf(type, isCode ? 'en' : language) }];
  });
}

/** Wide enough for the heading with its filter button, and for the example. */
function widthOf(heading: string, examples: readonly ExampleRow[], field: string, index: number): number {
  const longest = Math.max(0, ...examples.map((row) => String(row[field] ?? '').length));
  return Math.min(40, Math.max(heading.length + 4, longest + 2, index === 0 ? 16 : 11));
}
