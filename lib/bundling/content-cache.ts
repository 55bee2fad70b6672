import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a build is made of. */
export interface BuildSources {
  /** Root of the repository. */
  readonly root: string;
  /** Options and names that decide the outcome beside the files. */
  readonly settings: unknown;
  readonly folders: readonly string[];
  /** Files of the folders that count, by name. */
  readonly files: RegExp;
}

/** A name for the content of these sources, and of the lock file for what comes from npm. */
export function contentHash({ root, settings, folders, files }: BuildSources): string {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  const found = folders
    .flatMap((folder) =>
      existsSync(join(root, folder))
        ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
        : [],
    )
    .filter((file) => files.test(file))
    .sort();
  for (const file of [...found, 'package-lock.json']) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 32);
}

/** The folder of a content, built when it is not there: `build` fills an empty folder, and last the file `mark`. */
export async function builtOnce(
  { cache, name, mark }: { readonly cache: string; readonly name: string; readonly mark: string },
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cache, name);
  if (existsSync(folder)) {
    return folder;
  }
  mkdirSync(cache, { recursive: true });
  // Built beside and renamed when whole: an interrupted build leaves nothing that looks finished.
  const building = mkdtempSync(`${folder}.`);
  await build(building);
  keepOnlyLatest(cache, building, mark);
  publish(building, folder);
  return folder;
}

/** Two processes may build the same content at once: the first to finish is kept, and it is the same. */
function publish(building: string, folder: string): void {
  try {
    renameSync(building, folder);
  } catch (error) {
    if (!existsSync(folder)) {
      throw error;
    }
    rmSync(building, { recursive: true, force: true });
  }
}

/** The cache holds the last few contents: going back and forth between branches is free, and the disk does not fill. */
function keepOnlyLatest(cache: string, building: string, mark: string): void {
  const hourAgo = Date.now() - 3_600_000;
  const kept = readdirSync(cache)
    .map((name) => join(cache, name))
    .filter((path) => path !== building)
    .map((path) => ({ path, at: statSync(path).mtimeMs, isWhole: existsSync(join(path, mark)) }))
    .sort((a, b) => b.at - a.at);
  const abandoned = kept.filter(({ isWhole, at }) => !isWhole && at < hourAgo);
  for (const { path } of [...kept.filter(({ isWhole }) => isWhole).slice(8), ...abandoned]) {
    rmSync(path, { recursive: true, force: true });
  }
}
