import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { StartRefused } from '../local/index.ts';

const root = resolve(import.meta.dirname, '..');

/** Synthesizes a deployment file, the usual one unless named, into `outdir`, in a process of its own as `cdk synth` would, and answers the folder. Throws what synth said. */
export function synthesize(outdir: string, deploymentFile?: string): string {
  const run = spawnSync(process.execPath, [resolve(root, 'bin/permanence.ts')], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      CDK_OUTDIR: outdir,
      ...(deploymentFile === undefined ? {} : { PERMANENCE_CONFIG: deploymentFile }),
    },
  });
  if (run.status !== 0) throw new StartRefused(`The stacks do not synthesize: ${(run.stderr || run.stdout).trim()}`);
  return outdir;
}
