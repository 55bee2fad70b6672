/** Runs the test suite once and closes with one plain line of counts taken from vitest's own JSON report. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
}

const folder = mkdtempSync(join(tmpdir(), 'permanence-test-'));
const report = join(folder, 'report.json');
const run = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(3),
  ],
  { stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } },
);
const counts: Report = JSON.parse(readFileSync(report, 'utf8'));
rmSync(folder, { recursive: true });
const skipped = counts.numPendingTests + counts.numTodoTests;
console.log(`${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${skipped} skipped`);
process.exit(run.status === 0 && counts.success && counts.numPassedTests > 0 ? 0 : 1);
