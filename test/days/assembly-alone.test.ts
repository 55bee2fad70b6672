import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startLocalCloud } from '../../local/index.ts';
import { assembly, scratch } from '../support/assembly.ts';

const root = resolve(import.meta.dirname, '../..');
/** What the local centre is made of; sources of flows, handlers and stacks are not. */
const neededToRun = ['local', 'flow-engine', 'simulation', 'programmes', 'domain', 'contracts', 'deployments'];

describe('COMMON-03: after synth the centre runs from the assembly alone', () => {
  let copy: string;
  let repository: string;

  beforeAll(() => {
    copy = join(scratch('edited'), 'cdk.out');
    cpSync(assembly(), copy, { recursive: true });
    repository = scratch('repository');
    for (const folder of neededToRun) cpSync(join(root, folder), join(repository, folder), { recursive: true });
    cpSync(join(root, 'package.json'), join(repository, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(repository, 'node_modules'));
  });

  it('with contact-flows/ and lambdas/ gone, and follows a digit edited in the template', () => {
    replaceInTemplates(copy, menuKey('3'), menuKey('6'));
    expect(existsSync(join(repository, 'contact-flows'))).toBe(false);
    expect(existsSync(join(repository, 'lambdas'))).toBe(false);
    const order = { assembly: copy, state: scratch('edited-state'), keys: ['1', '6', '3'] };
    const program = [
      "import { queuesByKey } from './simulation/proofs/queues-by-key.ts';",
      `console.log('QUEUES ' + JSON.stringify(await queuesByKey(${JSON.stringify(order)})));`,
      'process.exit(0);',
    ].join('\n');
    writeFileSync(join(repository, 'ring.ts'), program);
    const run = spawnSync(process.execPath, ['ring.ts'], { cwd: repository, encoding: 'utf8' });
    const queues: unknown = JSON.parse(/QUEUES (.*)/.exec(run.stdout)?.[1] ?? JSON.stringify(run.stderr));
    // Key 3 is now a wrong key: told so, and told again.
    expect(queues).toEqual({ 1: 'samps-aide-medicale', 6: 'samps-bourses' });
  }, 60_000);

  it('refuses, at start, a flow that refers to what the assembly does not have', async () => {
    const dangling = join(scratch('dangling'), 'cdk.out');
    cpSync(assembly(), dangling, { recursive: true });
    replaceInTemplates(dangling, menuKey('3'), menuKey('3').replace('bourses', 'nulle-part'));
    const start = startLocalCloud({
      assembly: dangling,
      state: scratch('dangling-state'),
      seed: 1,
      start: '2025-07-06T20:00:00Z',
    });
    await expect(start).rejects.toThrow(/samps\/choix-prestation.*menu.*nulle-part/s);
  });
});

/** The branch of the menu that `key` takes to the scholarships, as the template writes it: JSON within JSON. */
function menuKey(key: string): string {
  const branch = { NextAction: 'bourses', Condition: { Operator: 'Equals', Operands: [key] } };
  return JSON.stringify(JSON.stringify(branch)).slice(1, -1);
}

function replaceInTemplates(folder: string, before: string, after: string): void {
  let replaced = 0;
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.template.json'))) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    replaced += text.split(before).length - 1;
    writeFileSync(file, text.replaceAll(before, after));
  }
  expect(replaced, before).toBe(1);
}
