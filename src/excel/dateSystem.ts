import { runExcel } from './run';

/** DATE(2000,1,1) as a workbook of the 1904 date system gives it; there is no other way to ask (office-notes). */
export const YEAR_2000_IN_1904 = 35_064;

/** Which date system the open workbook counts its days by. */
export async function readDateSystem(): Promise<1900 | 1904> {
  return runExcel(async (context) => {
    const probe = context.workbook.functions.date(2000, 1, 1);
    probe.load('value');
    await context.sync();
    return probe.value === YEAR_2000_IN_1904 ? 1904 : 1900;
  });
}
