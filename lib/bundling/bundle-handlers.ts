import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';

export interface BundleProps {
  /** Root of the repository. */
  readonly root: string;
  /** Functions to bundle: `lambdas/<name>/index.ts`. */
  readonly names: readonly string[];
  /** Where bundles are kept between runs, one folder per content. @default node_modules/.cache/permanence-bundles */
  readonly cache?: string;
}

export class BundleError extends Error {}

/** Everything a bundle may be made of (import rules of the repository), and the lock file for what comes from npm. */
const sources = ['lambdas', 'adapters', 'domain', 'contracts', 'programmes', 'pages'];

/** Kept beside, each in its own file, and loaded when first imported: workbooks are for report functions only. */
const lazyPackages = ['exceljs'];

const options = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  outExtension: { '.js': '.mjs' },
  minify: true,
  keepNames: true,
  sourcemap: 'linked',
  sourcesContent: false,
  metafile: true,
  logLevel: 'silent',
  // CommonJS packages call require, which an ES module does not have.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
} satisfies BuildOptions;

/**
 * Bundles every function in one esbuild call and answers the folder holding `<name>/index.mjs`. The folder is named after the content of its
 * sources: nothing is built twice. Throws BundleError naming what is missing or does not compile.
 */
export async function bundleHandlers(props: BundleProps): Promise<string> {
  const entries = props.names.map((name) => ({ name, file: join(props.root, 'lambdas', name, 'index.ts') }));
  const missing = entries.filter(({ file }) => !existsSync(file));
  if (missing.length > 0) {
    throw new BundleError(
      `Functions of contracts/functions.ts without an entry file:\n${missing.map(({ file }) => `  ${relative(props.root, file)}`).join('\n')}`,
    );
  }
  const cache = props.cache ?? join(props.root, 'node_modules', '.cache', 'permanence-bundles');
  const folder = join(cache, contentHash(props));
  if (existsSync(folder)) {
    return folder;
  }
  mkdirSync(cache, { recursive: true });
  // Built beside and renamed when whole: an interrupted build leaves nothing that looks finished.
  const building = mkdtempSync(`${folder}.`);
  await build(props, entries, building);
  keepOnlyLatest(cache, building);
  publish(building, folder);
  return folder;
}

/** Two processes may build the same content at once: the first to finish is kept, and it is the same. */
function publish(building: string, folder: string): void {
  try {
    renameSync(building, folder);
  } catch (error) {
    if (!existsSync(folder)) {
      throw error;
    }
    rmSync(building, { recursive: true, force: true });
  }
}

async function build(
  { root }: BundleProps,
  entries: readonly { readonly name: string; readonly file: string }[],
  outdir: string,
): Promise<void> {
  const esbuild = await import('esbuild');
  let metafile: Metafile;
  try {
    const result = await esbuild.build({
      ...options,
      absWorkingDir: root,
      outdir,
      entryPoints: [
        ...entries.map(({ name, file }) => ({ in: file, out: `${name}/index` })),
        ...lazyPackages.map((name) => ({ in: name, out: `lazy/${name}` })),
      ],
      plugins: [besideWhenLazy],
    });
    metafile = result.metafile;
  } catch (error) {
    throw new BundleError(`The functions do not bundle: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  for (const [file, output] of Object.entries(metafile.outputs)) {
    const folder = dirname(join(root, file));
    for (const { path } of output.imports.filter((one) => one.external && one.kind === 'dynamic-import')) {
      const name = basename(path);
      if (lazyPackages.some((one) => path === `./${one}.mjs`) && basename(folder) !== 'lazy') {
        cpSync(join(outdir, 'lazy', name), join(folder, name));
        cpSync(join(outdir, 'lazy', `${name}.map`), join(folder, `${name}.map`));
      }
    }
  }
  rmSync(join(outdir, 'lazy'), { recursive: true });
  writeFileSync(join(outdir, 'metafile.json'), JSON.stringify(metafile));
}

/** A lazy import of one of these packages stays an import, of the file put beside the bundle. */
const besideWhenLazy: Plugin = {
  name: 'beside-when-lazy',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(${lazyPackages.join('|')})$`) }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./${path}.mjs`, external: true } : undefined,
    );
  },
};

function contentHash({ root, names }: BundleProps): string {
  const hash = createHash('sha256').update(JSON.stringify([options, lazyPackages, names]));
  const files = sources
    .flatMap((folder) =>
      existsSync(join(root, folder))
        ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
        : [],
    )
    .filter((file) => /\.(ts|json|css|html)$/.test(file))
    .sort();
  for (const file of [...files, 'package-lock.json']) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 32);
}

/** The cache holds the last few contents: going back and forth between branches is free, and the disk does not fill. */
function keepOnlyLatest(cache: string, building: string): void {
  const hourAgo = Date.now() - 3_600_000;
  const kept = readdirSync(cache)
    .map((name) => join(cache, name))
    .filter((path) => path !== building)
    .map((path) => ({ path, at: statSync(path).mtimeMs, isWhole: existsSync(join(path, 'metafile.json')) }))
    .sort((a, b) => b.at - a.at);
  const abandoned = kept.filter(({ isWhole, at }) => !isWhole && at < hourAgo);
  for (const { path } of [...kept.filter(({ isWhole }) => isWhole).slice(8), ...abandoned]) {
    rmSync(path, { recursive: true, force: true });
  }
}
