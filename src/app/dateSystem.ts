import { readDateSystem } from '../excel/dateSystem';

/** Use case: the date system of the open workbook, for functions in cells, which see dates as bare numbers. */
export async function dateSystemOfWorkbook(): Promise<1900 | 1904> {
  return readDateSystem();
}
