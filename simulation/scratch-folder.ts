import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Map<string, () => boolean>();

/**
 * A new folder under the system's temporary one, deleted when this process ends, unless it `isKept`. What a killed or interrupted process left, and what was
 * kept, is deleted by the next that asks for a folder of the same name.
 */
export function scratchFolder(name: string, isKept: () => boolean = () => false): string {
  const prefix = `permanence-${name}-`;
  for (const left of readdirSync(tmpdir()).filter((one) => one.startsWith(prefix))) {
    const owner = Number(left.slice(prefix.length).split('-')[0]);
    if (Number.isInteger(owner) && !isAlive(owner)) remove(join(tmpdir(), left));
  }
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  if (folders.size === 0) process.once('exit', removeAll);
  folders.set(folder, isKept);
  return folder;
}

function removeAll(): void {
  for (const [folder, isKept] of folders) if (!isKept()) remove(folder);
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else, as does its folder.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
