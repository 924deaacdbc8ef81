import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FILE = resolve(__dirname, '../../../../shared/reference/cases.json');

interface ReferenceCase {
  readonly id: string;
  readonly input: unknown;
  readonly expected: unknown;
}

/** Whether the folder of reference cases is there; tests that read it skip when it is not. */
export const hasCases = existsSync(FILE);

/** The input and the known answer of a reference case, in the shape the test expects. */
export function readCase<Input, Expected>(id: string): { readonly input: Input; readonly expected: Expected } {
  const cases = JSON.parse(readFileSync(FILE, 'utf8')) as readonly ReferenceCase[];
  const found = cases.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`No reference case ${id}`);
  return { input: found.input as Input, expected: found.expected as Expected };
}
