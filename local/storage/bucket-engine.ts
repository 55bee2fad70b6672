import { createHash } from 'node:crypto';
import { mkdir, rename, utimes, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname } from 'node:path';
import S3rver from 's3rver';
import { type ObjectStore, type StoredObject, storeOf } from './object-store.ts';

/**
 * s3rver without its own server: requests that passed the edge are handed to its handler. Objects are written aside and renamed,
 * so that a `kill -9` leaves the old object or the new one; their time is the thread's (virtual) now.
 */
export class BucketEngine {
  readonly store: ObjectStore;
  readonly #handle: (request: IncomingMessage, response: ServerResponse) => void;
  #uploads = 0;

  constructor(folder: string) {
    const app = new S3rver({ directory: folder, silent: true, vhostBuckets: false, allowMismatchedSignatures: true });
    this.store = storeOf(app);
    this.#handle = app.callback();
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    this.#handle(request, response);
  }

  /** Stores an object; `metadata` are its headers in lower case. Returns its ETag, quoted. */
  async put(object: Omit<StoredObject, 'content'> & { readonly content: Buffer }): Promise<string> {
    const path = this.store.getResourcePath(object.bucket, object.key, 'object');
    await mkdir(dirname(path), { recursive: true });
    this.#uploads += 1;
    const aside = `${path}.${this.#uploads}.part`;
    await writeFile(aside, object.content);
    const now = new Date(Date.now());
    await utimes(aside, now, now);
    const md5 = createHash('md5').update(object.content).digest('hex');
    await this.store.putMetadata(object.bucket, object.key, object.metadata, md5);
    await rename(aside, path);
    return `"${md5}"`;
  }

  /** An object with its metadata; undefined when there is none. */
  async read(
    bucket: string,
    key: string,
  ): Promise<{ readonly content: Buffer; readonly metadata: Readonly<Record<string, string>> } | undefined> {
    const object = await this.store.getObject(bucket, key);
    if (object === null) return undefined;
    const chunks: Uint8Array[] = [];
    for await (const chunk of object.content ?? []) chunks.push(chunk);
    return { content: Buffer.concat(chunks), metadata: object.metadata };
  }
}
