import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { callbacks, storageFixture } from './storage-fixture.ts';

/** Starts a writer and kills it (-9) after `writes` were acknowledged; returns the last one it said. */
async function killedAfter(stateFolder: string, writes: number): Promise<number> {
  const writer = spawn(
    process.execPath,
    [fileURLToPath(new URL('./storage-writer.ts', import.meta.url)), stateFolder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let last = -1;
  for await (const line of createInterface({ input: writer.stdout })) {
    last = Number(line);
    if (last + 1 === writes) writer.kill('SIGKILL');
  }
  return last;
}

it('keeps every acknowledged write through kill -9, and never half an object', async () => {
  for (const writes of [7, 40]) {
    const stateFolder = await mkdtemp(join(tmpdir(), 'killed-'));
    const last = await killedAfter(stateFolder, writes);
    expect(last).toBeGreaterThanOrEqual(writes - 1);
    const fixture = await storageFixture({ stateFolder, volatileTables: false });
    await fixture.storage.createTable(callbacks);
    await fixture.storage.createBucket('reports');
    const kept = new Set((await fixture.storage.readAll('callbacks')).map((item) => item['number']));
    const missing = Array.from({ length: last + 1 }, (_, n) => `samps#${n}`).filter((number) => !kept.has(number));
    expect(missing).toEqual([]);
    const object = Buffer.from((await fixture.storage.getObject('reports', 'current')) ?? []).toString();
    const found = Number(object.slice(0, object.length / 2000));
    expect(object).toBe(String(found).repeat(2000));
    expect(found).toBeGreaterThanOrEqual(last);
    await fixture.stop();
    await rm(stateFolder, { recursive: true });
  }
}, 60_000);
