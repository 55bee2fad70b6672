import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BundleError, bundleHandlers } from '../../../lib/bundling/bundle-handlers.ts';
import { root } from '../support/assembly.ts';

/** A repository with these files and the packages of this one. */
function repository(files: Readonly<Record<string, string>>): { readonly root: string; readonly cache: string } {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-bundle-'));
  for (const [path, content] of Object.entries({ 'package-lock.json': '{}', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  symlinkSync(`${root}node_modules`, join(folder, 'node_modules'));
  return { root: folder, cache: join(folder, 'cache') };
}

const hello = "import { word } from '../../domain/word.ts';\nexport const handler = (): string => word;\n";
const two = {
  'domain/word.ts': "export const word: string = 'bonjour';\n",
  'lambdas/hello/index.ts': hello,
  'lambdas/report/index.ts': "export const handler = async () => typeof (await import('exceljs')).default.Workbook;\n",
};
const names = ['hello', 'report'];

describe('bundles', () => {
  it('COMMON-03: are run as Lambda runs them, exceljs loaded by those who ask for it', async () => {
    const bundles = await bundleHandlers({ ...repository(two), names });
    const run = async (name: string): Promise<unknown> =>
      (await import(pathToFileURL(join(bundles, name, 'index.mjs')).href)).handler();
    expect(await run('hello')).toBe('bonjour');
    expect(await run('report')).toBe('function');
    expect(readdirSync(join(bundles, 'hello')).sort()).toEqual(['index.mjs', 'index.mjs.map']);
    expect(readdirSync(join(bundles, 'report'))).toContain('exceljs.mjs');
    expect(readFileSync(join(bundles, 'report', 'index.mjs'), 'utf8').length).toBeLessThan(2_000);
  });

  it('are built once for a content, and again when a file of theirs changes', async () => {
    const repo = repository(two);
    const first = await bundleHandlers({ ...repo, names });
    expect(await bundleHandlers({ ...repo, names })).toBe(first);
    writeFileSync(join(repo.root, 'domain/word.ts'), "export const word: string = 'bonsoir';\n");
    const second = await bundleHandlers({ ...repo, names });
    expect(second).not.toBe(first);
    expect(existsSync(join(second, 'hello', 'index.mjs'))).toBe(true);
  });

  it('may be asked for by two processes at once', async () => {
    const repo = repository(two);
    const [one, other] = await Promise.all([bundleHandlers({ ...repo, names }), bundleHandlers({ ...repo, names })]);
    expect(other).toBe(one);
    expect(readdirSync(repo.cache)).toHaveLength(1);
  });

  it('name every function that has no entry file', async () => {
    await expect(bundleHandlers({ ...repository(two), names: [...names, 'wrap-up', 'sign-in'] })).rejects.toThrow(
      new BundleError(
        'Functions of contracts/functions.ts without an entry file:\n  lambdas/wrap-up/index.ts\n  lambdas/sign-in/index.ts',
      ),
    );
  });

  it('say what does not compile, and leave nothing that looks finished', async () => {
    const repo = repository({ ...two, 'lambdas/hello/index.ts': hello.replace('word.ts', 'words.ts') });
    await expect(bundleHandlers({ ...repo, names })).rejects.toThrow(
      /do not bundle: [\s\S]*Could not resolve "..\/..\/domain\/words\.ts"/,
    );
    await expect(bundleHandlers({ ...repo, names })).rejects.toThrow(BundleError);
  });
});
