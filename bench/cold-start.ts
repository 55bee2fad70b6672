/**
 * Cold import of each function's bundle against a bare handler that imports the same SDK clients, in one run: processes start in turn
 * (bundle, bare, bundle, bare…), medians are compared. Prints one line a function; nothing is asserted.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { functionNames } from '../contracts/functions.ts';
import { bundleHandlers } from '../lib/bundling/bundle-handlers.ts';
import { scratchFolder } from '../simulation/scratch-folder.ts';

const root = resolve(import.meta.dirname, '..');
const runs = Number(process.argv[2] ?? 9);
const bundles = await bundleHandlers({ root, names: functionNames });
const scratch = scratchFolder('bench');

/** Milliseconds from the start of the import to its end, in a new process. */
function importTime(file: string): number {
  const script = `const t=performance.now();await import(${JSON.stringify(pathToFileURL(file).href)});console.log(performance.now()-t)`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${file} cannot be imported: ${stderr}`);
  return Number(stdout);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** SDK packages that a bundle contains, from esbuild's own account of it. */
function clientsOf(name: string): string[] {
  const metafile: { outputs: Record<string, { inputs: Record<string, unknown> }> } = JSON.parse(
    readFileSync(join(bundles, 'metafile.json'), 'utf8'),
  );
  const output = Object.entries(metafile.outputs).find(([file]) => file.endsWith(`/${name}/index.mjs`));
  const inputs = Object.keys(output?.[1].inputs ?? {});
  return [
    ...new Set(
      inputs.flatMap(
        (input) =>
          /node_modules\/(@aws-sdk\/(?:client-[a-z0-9-]+|lib-dynamodb|s3-request-presigner))\//.exec(input)?.[1] ?? [],
      ),
    ),
  ].sort();
}

console.log('function                  bundle ms   bare ms   ratio   SDK clients');
for (const name of functionNames) {
  const clients = clientsOf(name);
  const entry = join(scratch, `${name}.ts`);
  const bare = join(scratch, `${name}.mjs`);
  const used = clients.map(
    (client, index) => `import * as c${index} from ${JSON.stringify(resolve(root, 'node_modules', client))};`,
  );
  const kept = clients.map((_, index) => `c${index}`).join(', ');
  writeFileSync(entry, `${used.join('\n')}\nexport const handler = async () => Object.keys({ ${kept} }).length;\n`);
  await build({
    entryPoints: [entry],
    outfile: bare,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    logLevel: 'error',
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  });
  const pairs = Array.from(
    { length: runs },
    () => [importTime(join(bundles, name, 'index.mjs')), importTime(bare)] as const,
  );
  const ours = median(pairs.map(([mine]) => mine));
  const floor = median(pairs.map(([, theirs]) => theirs));
  console.log(
    `${name.padEnd(24)} ${ours.toFixed(1).padStart(10)} ${floor.toFixed(1).padStart(9)} ${(ours / floor).toFixed(2).padStart(7)}   ${clients.map((client) => client.replace('@aws-sdk/', '')).join(' ') || 'none'}`,
  );
}
