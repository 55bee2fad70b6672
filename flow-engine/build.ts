import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/** Makes `dist/`: one file of library, one of command line, and the types. Node does not strip types inside node_modules. */
const here = import.meta.dirname;
rmSync(join(here, 'dist'), { recursive: true, force: true });
await build({
  entryPoints: [
    { in: join(here, 'src/index.ts'), out: 'index' },
    { in: join(here, 'bin/connect-flow.ts'), out: 'connect-flow' },
  ],
  outdir: join(here, 'dist'),
  bundle: true,
  splitting: true,
  chunkNames: 'engine-[hash]',
  minify: true,
  charset: 'utf8',
  platform: 'node',
  format: 'esm',
  target: 'node20',
});
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
execFileSync(process.execPath, [compiler, '-p', join(here, 'tsconfig.build.json')], { stdio: 'inherit' });
