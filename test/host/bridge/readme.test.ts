import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BEGIN, END, listUnchecked, printMemberTable } from './memberTable';

describe('the host’s README', () => {
  it('holds the table of members as they are served (test/host/bridge/writeReadme.ts writes it)', () => {
    const text = readFileSync(resolve(__dirname, '../../../src/host/README.md'), 'utf8');
    const held = text.slice(text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)).trim();
    expect(held).toBe(printMemberTable());
  });

  it('knows a test for every method', () => {
    expect(listUnchecked()).toEqual([]);
  });
});
