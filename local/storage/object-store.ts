/** An object of s3rver's file store; metadata are headers in lower case. */
export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly content: AsyncIterable<Uint8Array> | null;
}

export interface ListedObject {
  readonly key: string;
  readonly size: number;
  readonly lastModifiedDate: Date;
  readonly metadata: Readonly<Record<string, string>>;
}

/** The part of s3rver's file store used here; its types do not declare it. */
export interface ObjectStore {
  getResourcePath(bucket: string, key: string, resource: string): string;
  getBucket(bucket: string): Promise<object | null>;
  putBucket(bucket: string): Promise<object | null>;
  existsObject(bucket: string, key: string): Promise<boolean>;
  getObject(bucket: string, key: string): Promise<StoredObject | null>;
  getMetadata(bucket: string, key: string): Promise<Readonly<Record<string, string>>>;
  putMetadata(bucket: string, key: string, metadata: Readonly<Record<string, string>>, md5: string): Promise<void>;
  listObjects(
    bucket: string,
    options: {
      readonly prefix?: string;
      readonly delimiter?: string;
      readonly startAfter?: string;
      readonly maxKeys?: number;
    },
  ): Promise<{
    readonly objects: readonly ListedObject[];
    readonly commonPrefixes: readonly string[];
    readonly isTruncated: boolean;
  }>;
}

/** The store of an s3rver application. Throws when this version of s3rver has none. */
export function storeOf(app: object): ObjectStore {
  if ('store' in app && isStore(app.store)) return app.store;
  throw new Error('s3rver: no file store in the application; the local cloud works with s3rver 3.7');
}

function isStore(value: unknown): value is ObjectStore {
  return typeof value === 'object' && value !== null && 'getResourcePath' in value && 'listObjects' in value;
}
