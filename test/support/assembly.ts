import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../../simulation/synthesize.ts';

let folder: string | undefined;

/** The real deployment, synthesized once for all tests of a file. */
export function assembly(): string {
  folder ??= synthesize(join(scratch('assembly'), 'cdk.out'));
  return folder;
}

/** A new empty folder of its own. */
export function scratch(name: string): string {
  return mkdtempSync(join(tmpdir(), `permanence-${name}-`));
}
