import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BEGIN, END, printMemberTable } from './memberTable';

/** Writes the table of members into the host's README: node -r @swc-node/register test/host/bridge/writeReadme.ts */
const path = resolve(__dirname, '../../../src/host/README.md');
const text = readFileSync(path, 'utf8');
const before = text.slice(0, text.indexOf(BEGIN) + BEGIN.length);
const after = text.slice(text.indexOf(END));
writeFileSync(path, `${before}\n\n${printMemberTable()}\n\n${after}`);
