import { fail } from './errors';
import type { Host } from './host';

/** Requirement sets that are served by default: the highest versions whose members the client knows. */
export const DEFAULT_REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: '1.15',
  ExcelApiOnline: '1.1',
  SharedRuntime: '1.1',
  CustomFunctions: '1.4',
  CustomFunctionsRuntime: '1.4',
  RibbonApi: '1.2',
  DialogApi: '1.2',
};

/** True when version `a` ('1.9') is not above `b` ('1.15'). */
export function isAtMost(a: string, b: string): boolean {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA < majorB || (majorA === majorB && minorA <= minorB);
}

/** Whether a member's requirement ('1.9', or 'ExcelApiOnline 1.1') is met. */
export function isMet(since: string | undefined, sets: Readonly<Record<string, string>>): boolean {
  if (since === undefined) return true;
  const [set, version] = since.includes(' ') ? since.split(' ') : ['ExcelApi', since];
  const served = set === undefined ? undefined : sets[set];
  return served !== undefined && version !== undefined && isAtMost(version, served);
}

/** ApiNotFound for members of a requirement set above the one that is served. */
export function checkSince(since: string | undefined, host: Host, member: string): void {
  if (!isMet(since, host.requirementSets)) fail('ApiNotFound', `${member} needs a requirement set that is not served.`);
}
