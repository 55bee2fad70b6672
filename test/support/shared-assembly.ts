import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { synthesize } from '../../simulation/synthesize.ts';
import { runFolder } from './run-folder.ts';

/** Longer than any synthesis takes on a busy machine. */
const patienceMs = 120_000;

/**
 * The assembly of a deployment file (the usual one unless named), synthesized once for all files of a run: whoever asks second waits for the first.
 * Nobody writes in it. Throws what synth said.
 */
export function sharedAssembly(deploymentFile?: string): string {
  const content = deploymentFile === undefined ? '' : readFileSync(deploymentFile);
  const folder = join(runFolder(), 'assemblies', createHash('sha256').update(content).digest('hex').slice(0, 12));
  const making = `${folder}.making`;
  const end = Date.now() + patienceMs;
  while (!existsSync(folder)) {
    if (!isFirst(making)) {
      if (Date.now() > end) throw new Error(`nobody finished ${folder} within ${patienceMs} ms`);
      sleep(50);
      continue;
    }
    try {
      if (!existsSync(folder)) renameSync(synthesize(join(making, 'cdk.out'), deploymentFile), folder);
    } finally {
      rmSync(making, { recursive: true });
    }
  }
  return folder;
}

function isFirst(making: string): boolean {
  try {
    mkdirSync(join(making, '..'), { recursive: true });
    mkdirSync(making);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Blocks: tests ask for assemblies where nothing can wait. */
function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
