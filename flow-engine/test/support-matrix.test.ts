import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { actionTable } from '../src/actions/action-table.ts';
import { supportMatrix } from '../src/support-matrix.ts';
import { insideTheEngine, onlyRecorded, supportNotes } from '../src/support-notes.ts';

/** The formatter aligns tables; only the words count. */
const words = (markdown: string): string => markdown.replace(/-{3,}/g, '---').replace(/ +/g, ' ');

it('docs/flow-support.md is what the code says (npm run docs)', () => {
  const written = readFileSync(new URL('../docs/flow-support.md', import.meta.url), 'utf8');
  expect(words(written)).toBe(words(supportMatrix()));
});

it('every note belongs to an action', () => {
  const named = [...Object.keys(supportNotes), ...insideTheEngine, ...onlyRecorded];
  expect(named.filter((type) => !actionTable.has(type))).toEqual([]);
});
