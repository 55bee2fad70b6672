import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const packageJson: { scripts: Record<string, string>; license: string; devDependencies: Record<string, string> } =
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('the shape of the repository', () => {
  it.each(['package.json', 'cdk.json', 'bin', 'lib', 'lambdas', 'contact-flows', 'test', 'tsconfig.json'])(
    'COMMON-05: has %s at its top',
    (name) => {
      expect(existsSync(join(root, name))).toBe(true);
    },
  );

  it('COMMON-05: cdk.json runs the application as it is, without a build step', () => {
    const cdk: { app: string } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
    expect(cdk.app).toBe('node bin/permanence.ts');
  });

  it('brings its own Node 24, whatever Node the machine has', () => {
    expect(packageJson.devDependencies['node']).toMatch(/^\^24\./);
  });

  it('is open source, with its licence', () => {
    expect(packageJson.license).toBe('Apache-2.0');
    expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toContain('Apache License');
  });

  it('names every documented command', () => {
    const documented = [
      ...readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').matchAll(/`npm (?:run )?([a-z:]+)`/g),
    ].map((match) => match[1] ?? '');
    expect(documented.filter((name) => name !== 'install' && packageJson.scripts[name] === undefined)).toEqual([]);
    expect(documented.length).toBeGreaterThan(4);
  });
});
