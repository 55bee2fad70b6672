import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleOptions } from '../bundle-options.ts';
import { checkCommand } from '../cli/check-command.ts';

describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'connect-flow-package-'));
  let built: Awaited<ReturnType<typeof bundle>>;
  const bundle = () => build({ ...bundleOptions, outdir: folder, metafile: true });
  beforeAll(async () => {
    built = await bundle();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is 150 kB of minified JavaScript at most, with all it depends on', () => {
    const outputs = Object.values(built.metafile.outputs);
    expect(outputs.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(150_000);
    // Nothing but Node's own modules is left to install: there are no dependencies besides.
    const outside = outputs.flatMap(({ imports }) => imports.filter(({ external }) => external));
    expect(outside.map(({ path }) => path).filter((path) => !path.startsWith('node:'))).toEqual([]);
  });

  it('says what the source says', () => {
    const flow = fileURLToPath(new URL('corpus/own/flows/town-hall.json', import.meta.url));
    const said: string[] = [];
    checkCommand.run([flow, '--format', 'json'], (text) => said.push(text));
    const command = [join(folder, 'connect-flow.js'), 'check', flow, '--format', 'json'];
    expect(execFileSync(process.execPath, command, { encoding: 'utf8' })).toBe(`${said.join('\n')}\n`);
  });
});
