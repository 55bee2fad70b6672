import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../simulation/scratch-folder.ts';

/**
 * Gives a run of the tests a folder of its own for everything that it writes outside the repository: temporary files of workers, of the programs
 * they start and of browsers; assemblies, which files share; compiled code. Gone when the run ends, however it ends; one that was killed leaves its own
 * to the next.
 */
export default function setup(): (() => void) | undefined {
  // Asked once for each project of the configuration.
  if (process.env['PERMANENCE_TESTS'] !== undefined) return undefined;
  const folder = scratchFolder('tests');
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  Object.assign(process.env, {
    PERMANENCE_TESTS: folder,
    // os.tmpdir() of Unix and of Windows.
    ...{ TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
  });
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** The folder of this run. Throws outside of one. */
export function runFolder(): string {
  const folder = process.env['PERMANENCE_TESTS'];
  if (folder === undefined)
    throw new Error('no folder of a run of the tests; vitest.config.ts makes one (globalSetup)');
  return folder;
}
