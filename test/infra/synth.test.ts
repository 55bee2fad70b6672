import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, synthesized } from './support/assembly.ts';

const temporary = () => mkdtempSync(join(tmpdir(), 'permanence-synth-'));

/** `node bin/permanence.ts` in a process of its own. */
function run(environment: Readonly<Record<string, string>>): {
  readonly status: number | null;
  readonly errors: string;
} {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/permanence.ts')], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { status, errors: stderr };
}

describe('node bin/permanence.ts', () => {
  // The first run may have every function to bundle.
  it('COMMON-04: writes every stack offline, the same on any machine, twice', { timeout: 60_000 }, () => {
    const [one, other] = [temporary(), temporary()];
    expect(run({ CDK_OUTDIR: one })).toEqual({ status: 0, errors: '' });
    expect(run({ CDK_OUTDIR: other, TZ: 'America/Los_Angeles', LANG: 'fr_FR.UTF-8' })).toEqual({
      status: 0,
      errors: '',
    });
    // Handlers may be edited while this runs: their hashes are not what is compared.
    const written = (folder: string, name: string) =>
      readFileSync(join(folder, name), 'utf8').replaceAll(/\b[0-9a-f]{64}\b/g, '<hash>');
    const templates = readdirSync(one).filter((name) => name.endsWith('.template.json'));
    expect(templates).toHaveLength(8);
    for (const name of templates) expect(written(other, name)).toBe(written(one, name));
  });

  it('refuses a wrong deployment file with its fields, and writes no stack', () => {
    const folder = temporary();
    const config = join(folder, 'wrong.json');
    writeFileSync(config, JSON.stringify({ name: 'x', region: 'eu-west-3' }));
    const { status, errors } = run({ CDK_OUTDIR: join(folder, 'out'), PERMANENCE_CONFIG: config });
    expect(status).toBe(1);
    expect(errors).toContain(`${config} is refused (`);
    expect(errors).toContain('region: "eu-west-3" is not accepted; accepted: one of');
    expect(errors).not.toContain('    at ');
    expect(readdirSync(join(folder, 'out')).filter((name) => name.endsWith('.template.json'))).toEqual([]);
  });
});

describe('an assembly', () => {
  it('orders stacks so that each knows only those before it', () => {
    const manifest: unknown = JSON.parse(readFileSync(join(synthesized().folder, 'manifest.json'), 'utf8'));
    const needs = (part: string): readonly string[] => dependenciesOf(manifest, `Permanence-samps-demo-${part}`);
    expect(needs('Data')).toEqual([]);
    expect(needs('Instance')).toEqual(['Data']);
    expect(needs('Site')).toEqual(['Instance']);
    expect(needs('Functions')).toEqual(['Data', 'Instance', 'Site']);
    expect(needs('Routes')).toEqual(['Functions', 'Site']);
    expect(needs('Centre')).toEqual(['Data', 'Functions', 'Instance']);
    expect(needs('Registry')).toEqual(['Centre', 'Instance']);
    expect(needs('Monitoring')).toEqual(['Data', 'Instance']);
  });
});

function dependenciesOf(manifest: unknown, stack: string): readonly string[] {
  const artifacts = Reflect.get(Object(manifest), 'artifacts');
  const dependencies: unknown = Reflect.get(Object(Reflect.get(Object(artifacts), stack)), 'dependencies');
  if (!Array.isArray(dependencies)) throw new Error(`the manifest has no stack "${stack}"`);
  return dependencies
    .map(String)
    .filter((one) => !one.endsWith('.assets'))
    .map((one) => one.split('-').at(-1) ?? one)
    .sort();
}
