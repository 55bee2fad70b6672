import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const engine = join(import.meta.dirname, '../../flow-engine');
const corpus = join(import.meta.dirname, '../../../shared/corpus/flows');

export interface PackageFigures {
  /** Bytes of JavaScript, minified, library and command line together, dependencies included. */
  readonly bytes: number;
  /** Fastest of five `connect-flow check` of the corpus, process start included; absent without a corpus. */
  readonly checkMs?: number;
}

/** Bundles the package as its own build does, and has the bundle check the corpus. */
export async function packageFigures(): Promise<PackageFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'flow-engine-bench-'));
  try {
    const { metafile } = await build({
      entryPoints: [
        { in: join(engine, 'src/index.ts'), out: 'index' },
        { in: join(engine, 'bin/connect-flow.ts'), out: 'connect-flow' },
      ],
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      minify: true,
      charset: 'utf8',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      metafile: true,
      logLevel: 'error',
    });
    const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
    if (!existsSync(corpus)) return { bytes };
    const times = Array.from({ length: 5 }, () => {
      const from = performance.now();
      const run = spawnSync(process.execPath, [join(folder, 'connect-flow.mjs'), 'check', corpus]);
      if (run.status !== 0 && run.status !== 1) throw new Error(run.stderr.toString());
      return performance.now() - from;
    });
    return { bytes, checkMs: Math.min(...times) };
  } finally {
    await rm(folder, { recursive: true });
  }
}
