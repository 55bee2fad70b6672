import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject } from '../json.ts';
import { readJson } from './read-json.ts';

/** A file or folder that CDK would upload. */
export interface AssetFile {
  /** Last path segment of the destination key, e.g. `<hash>.zip`. */
  readonly objectKey: string;
  readonly path: string;
  /** `zip` = the folder at `path` is what the archive would hold. */
  readonly packaging: 'zip' | 'file';
}

/** Reads one `*.assets.json`. Container images are refused: no Lambda here is an image. */
export function readAssets(folder: string, file: string): AssetFile[] {
  const manifest = readJson(join(folder, file));
  const images = manifest['dockerImages'];
  if (isJsonObject(images) && Object.keys(images).length > 0) {
    throw new Error(`${file}: container image assets are not supported by the local cloud`);
  }
  const files = manifest['files'];
  if (!isJsonObject(files)) return [];
  return Object.entries(files).flatMap(([hash, entry]) => {
    const source = isJsonObject(entry) ? entry['source'] : undefined;
    const destinations = isJsonObject(entry) ? entry['destinations'] : undefined;
    if (!isJsonObject(source) || !isJsonObject(destinations) || typeof source['path'] !== 'string') {
      throw new Error(`${file}: asset ${hash} has no source path; executable assets are not supported`);
    }
    const path = join(folder, source['path']);
    if (!existsSync(path)) throw new Error(`${file}: asset ${hash} names ${path}, which does not exist`);
    return Object.values(destinations).map((destination) => ({
      objectKey: isJsonObject(destination) ? String(destination['objectKey']) : hash,
      path,
      packaging: source['packaging'] === 'zip' ? ('zip' as const) : ('file' as const),
    }));
  });
}
