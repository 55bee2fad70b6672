import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartRefused } from './start-refused.ts';

/** All that the local cloud writes in its state folder. */
const stateFiles = [
  'invocations.log',
  'messages.jsonl',
  'outbox.jsonl',
  'problems.jsonl',
  'logs',
  'inline',
  'tables',
  'objects',
] as const;

/** Folders in use by this very process. */
const held = new Set<string>();

/**
 * Makes the folder this process's own: two clouds in one folder would tear each other's log. `fresh` then deletes what an earlier
 * run left, and nothing else. Returns the function that gives the folder back; a killed process's hold ends with it.
 */
export function prepareStateFolder(folder: string, fresh: boolean): () => void {
  const path = resolve(folder);
  mkdirSync(path, { recursive: true });
  const lock = join(path, 'process');
  const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : Number.NaN;
  if (held.has(path) || (owner !== process.pid && isAlive(owner))) {
    throw new StartRefused(`The state folder ${path} is in use by process ${owner}; stop it, or give another folder`);
  }
  writeFileSync(lock, String(process.pid));
  held.add(path);
  if (fresh) for (const name of stateFiles) rmSync(join(path, name), { recursive: true, force: true });
  return () => {
    held.delete(path);
    rmSync(lock, { force: true });
  };
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
