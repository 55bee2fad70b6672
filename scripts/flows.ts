/**
 * Our flows, from the command line: checks them, plays native test cases, scenarios and faults on them, and says which branches are taken, and by what.
 * `npm run flows`; `npm run flows -- --update` also writes docs/flow-coverage.md and the picture of docs/images anew.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const steps: readonly (readonly string[])[] = [
  ['flow-engine/bin/connect-flow.ts', 'check', 'contact-flows/flows', 'contact-flows/modules'],
  ['node_modules/vitest/vitest.mjs', 'run', 'test/flows', ...process.argv.slice(3)],
];
for (const step of steps) {
  const { status } = spawnSync(process.execPath, step, { stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } });
  if (status !== 0) process.exit(status ?? 1);
}
// The tests have just held the report to what they saw.
const [table = ''] = readFileSync('docs/flow-coverage.md', 'utf8').split('\n## ');
console.log(`${table.trimEnd()}\n\nBranches no native case takes, and why: docs/flow-coverage.md`);
