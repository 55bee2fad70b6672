import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { runFolder } from './run-folder.ts';

/** Each file writes in a folder of its own, gone when its last test is over: a run never holds more than its files at work do. */
const folder = mkdtempSync(join(runFolder(), 'tmp', 'file-'));
Object.assign(process.env, { TMPDIR: folder, TEMP: folder, TMP: folder });

const environment = { ...process.env };

afterAll(async () => {
  // The next file may be played by this process.
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
  // What a process that is still ending writes meanwhile goes with the run.
  await rm(folder, { recursive: true, force: true, maxRetries: 2 }).catch(() => undefined);
  // What this process compiled is ready for those that come after it, which the end of a worker would not see to.
  flushCompileCache();
});
