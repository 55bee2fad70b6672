import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(resolve(root, file), 'utf8');
const files = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).stdout.split('\0').filter(Boolean);

interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
}
interface Manifest {
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
}
const manifest: Manifest = JSON.parse(read('package.json'));
const locked: Readonly<Record<string, Locked>> = JSON.parse(read('package-lock.json')).packages;

/** Licences under which what is shipped may be given on, whatever the licence of the rest. */
const free = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT/X11', 'Unlicense', 'Zlib'];
/** Brought by exceljs, and says nothing of its licence: NOTICE says so. */
const unsaid = 'node_modules/buffers';
/** What people look at, and a file that LibreOffice saved to be imported. */
const pictures = /\.(png|webp)$|^test\/lambdas\/members\/files\/libreoffice\.xlsx$/;

describe('ALERTES-34: files that are open source', () => {
  it('are under a licence that is there, and that package.json and NOTICE say by its SPDX name', () => {
    expect(read('LICENSE')).toContain('Apache License');
    expect(manifest.license).toBe('Apache-2.0');
    expect(read('NOTICE')).toContain('SPDX-License-Identifier: Apache-2.0');
  });

  it('ship nothing of others that NOTICE does not name, nor under a licence that cannot be given on', () => {
    const pages = files.filter((file) => /^web\/.*\.tsx?$/.test(file) && !file.endsWith('vite.config.ts')).map(read);
    const imported = pages.flatMap((text) =>
      [...text.matchAll(/(?:from |import |import\()'((?:@[\w-]+\/)?[a-z][\w.-]*)/g)].map(([, name = '']) => name),
    );
    const shipped = new Set(
      [...Object.keys(manifest.dependencies), ...imported].filter((name) => `node_modules/${name}` in locked),
    );
    const named = [...read('NOTICE').matchAll(/^(\S+): (\S+)$/gm)].filter(
      ([, name = '']) => name !== 'SPDX-License-Identifier',
    );
    expect(named.map(([, name]) => name).toSorted()).toEqual([...shipped].toSorted());
    for (const [, name = '', licence] of named) expect(locked[`node_modules/${name}`]?.license, name).toBe(licence);
    const brought = Object.entries(locked).filter(([place, { dev }]) => place !== '' && dev !== true);
    const doubtful = brought
      .map(([place, { license: licence = '' }]) => ({ place, licence }))
      .filter(({ licence }) => !licence.split(/[() ]+/).some((one) => free.includes(one)));
    expect(doubtful).toEqual([{ place: unsaid, licence: '' }]);
    expect(read('NOTICE')).toContain('buffers');
  });

  it('are sources: no program, library nor archive among them', () => {
    expect(files.length).toBeGreaterThan(1000);
    const binaries = files.filter((file) => readFileSync(resolve(root, file)).subarray(0, 8000).includes(0));
    expect(binaries.filter((file) => !pictures.test(file))).toEqual([]);
  });
});
