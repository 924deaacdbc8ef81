import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionNames } from '../../../src/host/formulas/functions/library';
import { specialFormNames } from '../../../src/host/formulas/special';
import { Calculation } from '../../../src/host/formulas/calculation';
import { CellError } from '../../../src/host/model/cell';
import type { CellValue } from '../../../src/host/model/cell';
import type { Workbook, Worksheet } from '../../../src/host/model/workbook';
import { saveXlsx } from '../../../src/host/xlsx/save';
import { makeFixture } from './fixture';
import { recalculateInLibreOffice, SOFFICE } from './libreoffice';
import type { Row } from './table';
import { CONDITIONAL, ENGINEERING, LOGIC, MATHEMATICS, OPERATORS, STATISTICS, TABLES } from './table';
import { outputFormulas, PLANNER } from './table-planner';
import { ARRAYS, DATES, FINANCE, INFORMATION, LOOKUPS, TEXTS } from './table-text';

/** Functions that LibreOffice 7.4 does not have. */
const MISSING =
  /\b(XLOOKUP|XMATCH|UNIQUE|FILTER|SORT|SORTBY|SEQUENCE|LET|LAMBDA|TAKE|DROP|[HV]STACK|TOCOL|TOROW|WRAP(ROWS|COLS)|CHOOSE(COLS|ROWS)|EXPAND|MAP|REDUCE|SCAN|BYROW|BYCOL|MAKEARRAY|TEXT(BEFORE|AFTER|SPLIT)|VALUETOTEXT|ARRAYTOTEXT|Twice)\(/;

/** Where LibreOffice and Excel are known to differ, and why. */
const KNOWN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '0^0': 'Excel refuses it',
    '(-8)^(1/3)': 'LibreOffice takes odd roots of negative numbers',
    '"a"&1&TRUE': 'a logical value is the number 1 in LibreOffice',
    'CONCATENATE("a",1,TRUE)': 'a logical value is the number 1 in LibreOffice',
    'TEXT(TRUE,"0")': 'a logical value is the number 1 in LibreOffice',
    'TEXTJOIN(", ",TRUE,Data!E2:E6)': 'a logical value is the number 1 in LibreOffice',
    'SUM(Data!E2:E6)': 'a logical value is the number 1 in LibreOffice',
    'SUM({1,"2",TRUE})': 'a logical value is the number 1 in LibreOffice',
    'COUNT(Data!E2:E9)': 'a logical value is the number 1 in LibreOffice',
    'AGGREGATE(9,6,Data!E2:E9)': 'a logical value is the number 1 in LibreOffice',
    'ISNUMBER(Data!E2:E4)': 'a logical value is the number 1 in LibreOffice',
    '"z"<TRUE': 'a logical value is the number 1 in LibreOffice',
    '1E+21&""': 'LibreOffice writes three digits of the exponent',
    '@Data!B2': 'LibreOffice has no @',
    'ROWS(Sales[#All])': 'LibreOffice reads this only with another pair of brackets',
    'ROWS(Sales[#Data])': 'LibreOffice reads this only with another pair of brackets',
    'MROUND(-10,3)': 'LibreOffice accepts unlike signs',
    'CONVERT(1,"lbm","kg")': 'LibreOffice has a coarser pound; the pound is 0.45359237 kg by definition',
    'BESSELJ(1.9,2)': 'Excel’s Bessel functions are good to seven digits',
    'SUM(1,TRUE,"2")': 'LibreOffice does not convert texts in arguments',
    'AND(TRUE,1,"TRUE")': 'LibreOffice does not convert texts in arguments',
    'COUNTA(Data!E2:E9)': 'an empty text in a file is an empty cell to LibreOffice',
    'COUNTIF(Data!E2:E9,"=")': 'an empty text in a file is an empty cell to LibreOffice',
    'COUNTIF(Data!E2:E9,"<>")': 'an empty text in a file is an empty cell to LibreOffice',
    'ISBLANK(Data!E9)': 'an empty text in a file is an empty cell to LibreOffice',
    'COUNTIF(Data!E2:E9,7)': 'a text that is a number does not count in LibreOffice',
    'NUMBERVALUE("3.5%")': 'LibreOffice wants the separators',
    'NUMBERVALUE("")': 'LibreOffice wants the separators',
    'CHAR(128)': 'LibreOffice counts in the code page of the system',
    'SUM(OFFSET(Data!B5,0,0,-2,1))': 'LibreOffice refuses negative sizes',
    'ADDRESS(2,3,1,TRUE,"Other sheet")': 'LibreOffice separates sheets by a point',
    'CELL("address",Data!B3)': 'LibreOffice separates sheets by a point',
    'DATE(1900,1,1)': 'LibreOffice has no 29 February 1900',
    'DATE(1900,2,28)': 'LibreOffice has no 29 February 1900',
    'DAY(60)': 'LibreOffice has no 29 February 1900',
    'DAY(0)': 'LibreOffice counts before 1900 too',
    'YEAR(-1)': 'LibreOffice counts before 1900 too',
    'DATE(108,1,2)': 'LibreOffice counts years from 0',
    'DATE(10000,1,1)': 'LibreOffice counts beyond 9999',
    'MINUTE(0.5208333333)': 'LibreOffice cuts seconds off, Excel rounds them',
    'NOW()-TODAY()': 'the clock went on',
    'TODAY()': 'the clock may pass midnight',
    'FORMULATEXT(Sales!D2)': 'LibreOffice shows the form of the file',
    'ROUND(1)': 'the digits are optional in LibreOffice',
  }),
);

const ROWS_APART = 12;

const ALL: readonly Row[] = [
  ...OPERATORS,
  ...TABLES,
  ...MATHEMATICS,
  ...ENGINEERING,
  ...STATISTICS,
  ...CONDITIONAL,
  ...LOGIC,
  ...TEXTS,
  ...LOOKUPS,
  ...ARRAYS,
  ...DATES,
  ...FINANCE,
  ...INFORMATION,
];

/** Formulas of output sheets and of planners: one value each, which LibreOffice is to say. */
const COMMON: readonly Row[] = [...outputFormulas(), ...PLANNER].map((formula) => [formula, null]);

function shapeOf(expected: Row[1]): { rows: number; columns: number } {
  if (!Array.isArray(expected)) return { rows: 1, columns: 1 };
  const rows = expected as readonly (readonly CellValue[])[];
  return { rows: rows.length, columns: rows[0]?.length ?? 1 };
}

/** Every formula as an array formula of its own, so that LibreOffice evaluates arrays wherever Excel does. */
function writeFormulas(workbook: Workbook, formulas: readonly Row[]): Worksheet {
  const sheet = workbook.sheet('Calc') as Worksheet;
  formulas.forEach(([formula, expected], i) => {
    sheet.write(i * ROWS_APART, 0, { formula });
    const cell = sheet.cell(i * ROWS_APART, 0);
    if (cell) cell.arrayRange = shapeOf(expected);
  });
  sheet.changed({ top: 0, left: 0, bottom: formulas.length * ROWS_APART, right: 0 });
  return sheet;
}

function plain(value: CellValue): CellValue {
  return value instanceof CellError ? value.code : value;
}

/**
 * Numbers to nine digits. LibreOffice saves logical values of array formulas as 1 and 0, its own error codes all as
 * #VALUE!, and empty texts as nothing.
 */
function isSame(ours: CellValue, theirs: CellValue): boolean {
  if (ours instanceof CellError) return theirs instanceof CellError;
  const mine = typeof ours === 'boolean' && typeof theirs === 'number' ? Number(ours) : ours;
  if (typeof mine === 'number' && typeof theirs === 'number')
    return Math.abs(mine - theirs) <= 1e-9 * Math.max(1e-3, Math.abs(mine));
  return mine === theirs || ((mine === '' || mine === null) && (theirs === '' || theirs === null));
}

/** Functions that the code of the output sheets writes into cells. */
function functionsOfOutputs(): string[] {
  const folder = join(__dirname, '../../../src/sheets');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const known = new Set([...functionNames(), ...specialFormNames()]);
  const used = new Set<string>();
  for (const file of files)
    for (const [, name = ''] of readFileSync(join(folder, file), 'utf8').matchAll(/(?<![\w.])([A-Z][A-Z0-9.]*)\(/g))
      if (known.has(name)) used.add(name);
  return [...used].sort();
}

describe('the formulas that LibreOffice judges', () => {
  it('use every function that the output sheets use', () => {
    const text = [...COMMON, ...ALL.filter(([formula]) => !KNOWN.has(formula))].map(([formula]) => formula).join('\n');
    expect(functionsOfOutputs().length).toBeGreaterThan(5);
    expect(functionsOfOutputs().filter((name) => !text.includes(`${name}(`))).toEqual([]);
  });
});

(SOFFICE ? describe : describe.skip)('the table of formulas in LibreOffice', () => {
  it('gives the same values, known differences aside', () => {
    const formulas = [...ALL.filter(([formula]) => !MISSING.test(formula)), ...COMMON];
    const workbook = makeFixture();
    const ours = writeFormulas(workbook, formulas);
    new Calculation(workbook, { now: Date.now }).recalculate();
    const theirs = recalculateInLibreOffice(saveXlsx(workbook)).sheet('Calc');
    const differences: string[] = [];
    formulas.forEach(([formula, expected], i) => {
      if (KNOWN.has(formula)) return;
      const { rows, columns } = shapeOf(expected);
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < columns; c++) {
          const [a, b] = [ours.value(i * ROWS_APART + r, c), theirs?.value(i * ROWS_APART + r, c) ?? null];
          if (!isSame(a, b)) differences.push(`${formula} [${r},${c}]: ${String(plain(a))} / ${String(plain(b))}`);
        }
    });
    expect(outputFormulas().length).toBeGreaterThanOrEqual(200);
    expect(PLANNER.length).toBeGreaterThanOrEqual(100);
    expect(differences).toEqual([]);
  }, 300_000);
});
