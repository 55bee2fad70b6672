import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'permanence-tests-';

/**
 * Gives a run of the tests a folder of its own for everything that it writes outside the repository: temporary files of workers, of the programs
 * they start and of browsers; assemblies, which files share; compiled code. Gone when the run ends, however it ends; one that was killed leaves its own
 * to the next.
 */
export default function setup(): (() => void) | undefined {
  // Asked once for each project of the configuration.
  if (process.env['PERMANENCE_TESTS'] !== undefined) return undefined;
  removeThoseOfTheDead();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', remove);
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  Object.assign(process.env, {
    PERMANENCE_TESTS: folder,
    // os.tmpdir() of Unix and of Windows.
    ...{ TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
  });
  return remove;
}

function removeThoseOfTheDead(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(prefix))) {
    if (isAlive(Number(name.slice(prefix.length).split('-')[0]))) continue;
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else, as does its folder.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The folder of this run. Throws outside of one. */
export function runFolder(): string {
  const folder = process.env['PERMANENCE_TESTS'];
  if (folder === undefined)
    throw new Error('no folder of a run of the tests; vitest.config.ts makes one (globalSetup)');
  return folder;
}
