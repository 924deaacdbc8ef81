import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Member } from '../../../src/host/bridge/catalogue';
import { listMembers } from '../../../src/host/bridge/catalogue';

/** The table is not for Prettier to pad: a changed row would change every row. */
export const BEGIN = '<!-- prettier-ignore-start -->';
export const END = '<!-- prettier-ignore-end -->';

/** Properties that only the wire knows; people know them as showGridlines and showHeadings. */
export const WIRE_ONLY: ReadonlySet<string> = new Set(['Worksheet.gridlines', 'Worksheet.headings']);

/** Every word of the form 'Class.member' in the tests of this folder, with the file that says it. */
function readMentions(): ReadonlyMap<string, string> {
  const mentions = new Map<string, string>();
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.test.ts'));
  for (const file of files.sort((a, b) => (a < b ? -1 : 1)))
    for (const [word] of readFileSync(resolve(__dirname, file), 'utf8').matchAll(/\b[A-Z][A-Za-z]+\.[a-z][A-Za-z]+\b/g))
      if (!mentions.has(word)) mentions.set(word, file);
  return mentions;
}

/** How a member is checked: every property by the sweep, objects by what is on them, methods by a test that names them. */
export function checkOf(member: Member, mentions: ReadonlyMap<string, string>): string | undefined {
  if (member.kind === 'property') return member.isWritable ? 'read and written' : 'read';
  // The sweep reaches each object through its parent, and has a sample of every class.
  if (member.kind === 'object') return 'reached';
  if (member.name === 'getItem') return 'reached';
  return mentions.get(`${member.type}.${member.name}`)?.replace('.test.ts', '');
}

export function listServed(): readonly Member[] {
  return listMembers().filter(({ type, name }) => !WIRE_ONLY.has(`${type}.${name}`));
}

/** The table of the host's README, as Markdown. */
export function printMemberTable(): string {
  const mentions = readMentions();
  const rows = listServed().map((member) => {
    const { type, name, kind, isWritable, since } = member;
    const shown = kind === 'method' ? `${name}()` : name;
    return `| ${type} | ${shown} | ${kind === 'property' && isWritable ? 'property, writable' : kind} | ${since} | ${checkOf(member, mentions) ?? '—'} |`;
  });
  return ['| class | member | kind | since | checked |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** Methods that no test names. */
export function listUnchecked(): readonly string[] {
  const mentions = readMentions();
  return listServed()
    .filter((member) => checkOf(member, mentions) === undefined)
    .map(({ type, name }) => `${type}.${name}`);
}
