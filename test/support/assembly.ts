import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedAssembly } from './shared-assembly.ts';

/** The real deployment, synthesized once for all tests. */
export function assembly(): string {
  return sharedAssembly();
}

/** A new empty folder of its own. */
export function scratch(name: string): string {
  return mkdtempSync(join(tmpdir(), `permanence-${name}-`));
}
