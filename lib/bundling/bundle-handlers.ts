import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';
import { builtOnce, contentHash } from './content-cache.ts';

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
  const { root } = props;
  const settings = [options, lazyPackages, props.names];
  const name = contentHash({ root, settings, folders: sources, files: /\.(ts|json|css|html|webp)$/ });
  return builtOnce({ cache, name, mark: 'metafile.json' }, (folder) => build(props, entries, folder));
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
  for (const { name } of entries) {
    const assets = join(root, 'lambdas', name, 'assets');
    if (existsSync(assets)) {
      cpSync(assets, join(outdir, name, 'assets'), { recursive: true });
    }
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
