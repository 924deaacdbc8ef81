import { DEFAULT_STYLE } from '../../../src/host/model/style';
import { Workbook, type Worksheet } from '../../../src/host/model/workbook';
import { makeRandom } from '../random';
import { writeTable } from '../sheetWriter';
import { activitiesTable, peopleTable, profilesTable, targetsTable } from './company';
import { demandTable, ordersTable, overridesTable } from './demand';
import { pipelineTable, stagesTable } from './sales';
import { capacityTable, familiesTable, holidaysTable, routingsTable, SETTING_FORMATS, settingsTable } from './supply';

const STRATEGY = '#1F3A4D';
const SALES = '#2F7D6B';
const SUPPLY = '#B5651D';
const BASICS = '#7F8C8D';

/** The manufacturer: pumps and valves, four departments, four lines, in Italian. */
export function makeManufacturer(): Workbook {
  const workbook = new Workbook();
  workbook.culture = 'it-IT';
  workbook.properties.title = 'Idromeccanica Lodigiana – dati di pianificazione 2027';
  const tables = [
    { ...targetsTable(), tabColor: STRATEGY },
    { ...pipelineTable(makeRandom(2027)), tabColor: SALES },
    { ...stagesTable(), tabColor: SALES },
    { ...capacityTable(), tabColor: SUPPLY },
    { ...familiesTable(), tabColor: SUPPLY },
    { ...routingsTable(), tabColor: SUPPLY },
    { ...demandTable(makeRandom(52)), tabColor: SALES },
    { ...ordersTable(makeRandom(7)), tabColor: SALES },
    { ...overridesTable(), tabColor: SALES },
    { ...activitiesTable(), tabColor: STRATEGY },
    { ...peopleTable(), tabColor: STRATEGY },
    { ...profilesTable(), tabColor: BASICS },
    { ...holidaysTable(), tabColor: BASICS },
  ];
  for (const table of tables) writeTable(workbook, table, 'it');
  formatSettings(writeTable(workbook, { ...settingsTable(), tabColor: BASICS }, 'it'));
  return workbook;
}

/** Each setting is of another kind: its cell gets the format of its own. */
function formatSettings(sheet: Worksheet): void {
  const { styles } = sheet.workbook;
  for (const row of sheet.cells.rowNumbers()) {
    const numberFormat = SETTING_FORMATS[String(sheet.value(row, 0))] ?? 'General';
    if (row === 0) continue;
    sheet.setStyle(
      row,
      1,
      styles.intern({ ...DEFAULT_STYLE, numberFormat, alignment: { ...DEFAULT_STYLE.alignment, horizontal: 'Left' } }),
    );
  }
  sheet.columns.set(1, { width: 22 });
}
