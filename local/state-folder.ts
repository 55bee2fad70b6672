import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** All that the local cloud writes in its state folder. */
export const stateFiles = [
  'invocations.log',
  'outbox.jsonl',
  'problems.jsonl',
  'logs',
  'inline',
  'tables',
  'objects',
  'keys',
] as const;

/** Makes the folder; `fresh` first deletes what an earlier run left, and nothing else. */
export function prepareStateFolder(folder: string, fresh: boolean): void {
  if (fresh) for (const name of stateFiles) rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
