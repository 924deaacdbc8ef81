import { insertTemplate } from '../../src/app/insertTemplate';
import { checkWorkbook } from '../../src/app/checkWorkbook';
import { snapshot } from '../../src/host/model/snapshot';
import { dayOf } from '../../src/planning/time/civil';
import { connect } from '../excel/support';
import { workbookOf } from '../support/workbook';

const today = dayOf(2026, 11, 25);

describe('inserting the template', () => {
  it.each(['en', 'it'] as const)('gives a workbook that can be planned as it stands (%s)', async (language) => {
    const { workbook } = await connect(workbookOf({ Sheet1: [] }));
    const names = await insertTemplate(language, today);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['Sheet1', ...names]);
    expect(names).toContain(language === 'it' ? 'Obiettivi' : 'Targets');
    const { plannable, parsed } = await checkWorkbook({ today });
    expect(parsed.issues.filter((issue) => issue.severity === 'error')).toEqual([]);
    expect(plannable).toBe(true);
  });

  it('adds only the tables that are not there, and touches none that are', async () => {
    const targets = [
      ['Objective', 'Team', 'Metric', 'Year', 'Target'],
      ['Growth', 'Sales', 'Revenue', 2027, 1000],
    ];
    const { workbook } = await connect(workbookOf({ Targets: targets }, { tables: true }));
    const before = JSON.stringify((snapshot(workbook).sheets as unknown[])[0]);
    const names = await insertTemplate('en', today);
    expect(names).not.toContain('Targets');
    expect(names).toHaveLength(16);
    expect(JSON.stringify((snapshot(workbook).sheets as unknown[])[0])).toBe(before);
    expect(await insertTemplate('en', today)).toEqual([]);
  });

  it('takes another name where a sheet that is something else has the name', async () => {
    const { workbook } = await connect(workbookOf({ Pipeline: [['a note about pipes']] }));
    const names = await insertTemplate('en', today);
    expect(names).toContain('Pipeline (2)');
    expect(workbook.sheet('Pipeline')!.value(0, 0)).toBe('a note about pipes');
  });

  it('leaves the workbook as it was when Excel refuses', async () => {
    const embedded = await connect(workbookOf({ Sheet1: [] }));
    const before = snapshot(embedded.workbook);
    embedded.faults.failAtSync(3, 'AccessDenied');
    await expect(insertTemplate('en', today)).rejects.toMatchObject({ code: 'excel-protected' });
    expect(snapshot(embedded.workbook)).toEqual(before);
    embedded.faults.failAtAction(400, 'AccessDenied');
    await expect(insertTemplate('en', today)).rejects.toMatchObject({ code: 'excel-protected' });
    expect(snapshot(embedded.workbook)).toEqual(before);
  });
});
