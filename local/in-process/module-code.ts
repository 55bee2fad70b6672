import { existsSync, readFileSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import { transform } from 'esbuild';

/** What a module of a function sees in place of this thread's own; members of `modules` in place of Node's. */
export interface Surroundings {
  readonly globals: Readonly<Record<string, unknown>>;
  readonly modules: Readonly<Record<string, object>>;
}

type Run = (...given: readonly unknown[]) => unknown;

interface Compiled {
  readonly names: string;
  readonly run: Run;
}

/** Names that the code of a module finds, beside those injected. */
const own = ['exports', 'require', 'module', '__filename', '__dirname', '__moduleUrl'];
/** One text is compiled once, however many environments run it. */
const compiled = new Map<string, Compiled>();
const texts = new Map<string, string>();

/** Reads and compiles the modules of a code folder, lazily loaded ones included. */
export async function prepareModules(files: readonly string[]): Promise<void> {
  for (const file of files) {
    if (texts.has(file)) continue;
    const source = readFileSync(file, 'utf8');
    const isModule = file.endsWith('.mjs');
    const { code } = isModule
      ? await transform(source, {
          format: 'cjs',
          platform: 'node',
          target: 'node24',
          supported: { 'dynamic-import': false },
          define: { 'import.meta.url': '__moduleUrl' },
          logLevel: 'silent',
        })
      : { code: source };
    texts.set(file, code);
  }
}

/**
 * Runs a prepared module with its own instance of everything it keeps, and answers its exports. Its imports are those of `surroundings`, Node's, and
 * other prepared modules of its folder.
 */
export function instantiate(file: string, surroundings: Surroundings): Record<string, unknown> {
  const instances = new Map<string, { exports: Record<string, unknown> }>();
  const load = (path: string): Record<string, unknown> => {
    const known = instances.get(path);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    instances.set(path, module);
    const fromNode = createRequire(path);
    const require = (name: string): unknown => {
      const builtin = name.replace(/^node:/, '');
      // A `require` that code makes for itself would reach Node past what is injected.
      if (builtin === 'module') return { ...nodeModule, createRequire: () => require };
      const injected = surroundings.modules[builtin];
      if (injected !== undefined) return injected;
      if (!name.startsWith('.')) return fromNode(name);
      const at = resolve(dirname(path), name);
      const found = [at, `${at}.js`, `${at}.mjs`, join(at, 'index.js')].find((each) => texts.has(each));
      return found === undefined ? fromNode(name) : load(found);
    };
    const { globals } = surroundings;
    const run = codeOf(path, Object.keys(globals));
    const given = { ...globals, module, exports: module.exports };
    Reflect.apply(run, undefined, [
      given.exports,
      require,
      module,
      path,
      dirname(path),
      pathToFileURL(path).href,
      ...Object.values(globals),
    ]);
    return module.exports;
  };
  if (!existsSync(file)) throw new Error(`Runtime.ImportModuleError: no ${file}`);
  return load(file);
}

function codeOf(path: string, globals: readonly string[]): Run {
  const names = globals.join(' ');
  const known = compiled.get(path);
  if (known?.names === names) return known.run;
  const text = texts.get(path);
  if (text === undefined) throw new Error(`module ${path} is not prepared`);
  const made = compileFunction(text, [...own, ...globals], { filename: path });
  const run: Run = (...given) => Reflect.apply(made, undefined, given);
  compiled.set(path, { names, run });
  return run;
}
