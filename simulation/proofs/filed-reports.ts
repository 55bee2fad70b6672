import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const objectSuffix = '._S3rver_object';

/** SHA-256 of every workbook that a state folder holds, by its key in the bucket; readable after the process has gone. */
export function filedReports(state: string): Readonly<Record<string, string>> {
  const folder = join(state, 'objects');
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(`.xlsx${objectSuffix}`))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      relative(folder, file).slice(0, -objectSuffix.length),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  );
}
