import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which folders may import which (the house): a folder may always import itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  bin: ['lib'],
  lib: ['contracts', 'programmes', 'flow-engine', 'domain'],
  lambdas: ['domain', 'adapters', 'contracts', 'programmes', 'pages'],
  adapters: ['domain', 'contracts'],
  domain: ['contracts'],
  programmes: ['domain'],
  pages: ['domain', 'contracts'],
  contracts: [],
  // Of the domain, what is searched in the page (docs/adr/0009): `domain/knowledge` alone.
  web: ['contracts'],
  'flow-engine': [],
  local: ['flow-engine'],
  simulation: ['local', 'contracts', 'flow-engine', 'programmes', 'domain'],
  scripts: ['simulation', 'local', 'contracts', 'lib', 'flow-engine', 'adapters'],
  bench: ['simulation', 'local', 'contracts', 'lib', 'flow-engine', 'lambdas', 'adapters', 'domain', 'programmes'],
};
/** Packages that only some folders may import. */
const reserved: readonly { readonly pattern: RegExp; readonly folders: readonly string[] }[] = [
  { pattern: /^@aws-sdk\//, folders: ['adapters'] },
  { pattern: /^exceljs$/, folders: ['adapters', 'simulation'] },
  { pattern: /^(aws-cdk-lib|constructs|cdk-nag)(\/|$)/, folders: ['lib', 'bin'] },
  { pattern: /^(dynalite|s3rver|ws)$/, folders: ['local'] },
  { pattern: /^(react|react-dom|@cloudscape-design|amazon-connect-streams)(\/|$)/, folders: ['web'] },
  {
    pattern: /^node:/,
    folders: ['bin', 'lib', 'lambdas', 'adapters', 'local', 'simulation', 'scripts', 'bench', 'flow-engine'],
  },
];
const root = resolve(import.meta.dirname, '../..');
const importPattern =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ['.ts', '.tsx'].includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !file.endsWith('vite.config.ts') &&
        !file.includes(`${sep}node_modules${sep}`) &&
        !file.includes(`${sep}test${sep}`),
    );
}

function imports(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? '');
}

function broken(folder: string): string[] {
  const faults: string[] = [];
  for (const file of sources(folder)) {
    for (const specifier of imports(file)) {
      const where = relative(root, file);
      if (specifier.startsWith('.')) {
        const path = relative(root, resolve(dirname(file), specifier));
        const target = path.split(sep)[0] ?? '';
        if (folder === 'web' && path.startsWith(join('domain', 'knowledge', sep))) continue;
        if (target !== folder && !(allowed[folder] ?? []).includes(target))
          faults.push(`${where} imports ${target}/ (${specifier})`);
      } else {
        const rule = reserved.find(({ pattern }) => pattern.test(specifier));
        if (rule !== undefined && !rule.folders.includes(folder)) faults.push(`${where} imports ${specifier}`);
      }
    }
  }
  return faults;
}

describe('the house', () => {
  it.each(Object.keys(allowed))('%s imports only what it may', (folder) => {
    expect(broken(folder)).toEqual([]);
  });

  it('keeps AWS SDK imports in adapters', () => {
    expect(
      sources('adapters').some((file) => imports(file).some((specifier) => specifier.startsWith('@aws-sdk/'))),
    ).toBe(true);
  });

  it('COMMON-01: no engine names a programme', () => {
    const engines = ['domain', 'adapters', 'lambdas', 'local', 'flow-engine', 'pages'];
    const named = engines
      .flatMap(sources)
      .filter((file) => /['"`](samps|reflex|suivi|alertes)['"`]/.test(readFileSync(file, 'utf8')))
      .map((file) => relative(root, file));
    expect(named).toEqual([]);
  });

  it('has no file named utils, helpers, common or misc', () => {
    const vague = Object.keys(allowed)
      .flatMap(sources)
      .map((file) => relative(root, file))
      .filter((file) => /(^|[/\\])(utils?|helpers?|common|misc)(\.ts$|[/\\])/.test(file));
    expect(vague).toEqual([]);
  });
});
