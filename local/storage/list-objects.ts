import { EndpointError } from './endpoint-error.ts';
import type { ListedObject, ObjectStore } from './object-store.ts';
import { writeXml } from './xml.ts';

/** Answers ListObjectsV2 from the store. The engine's own answer fails beyond one page: its token uses a cipher that OpenSSL 3 dropped. */
export async function listObjects(store: ObjectStore, bucket: string, query: URLSearchParams): Promise<string> {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? undefined;
  const maxKeys = pageSize(query.get('max-keys'));
  const token = query.get('continuation-token') ?? undefined;
  const startAfter =
    token === undefined ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString();
  const page = await store.listObjects(bucket, {
    prefix,
    startAfter,
    maxKeys,
    ...(delimiter === undefined ? {} : { delimiter }),
  });
  const last = page.objects.at(-1)?.key;
  const next = page.isTruncated && last !== undefined ? Buffer.from(last).toString('base64url') : undefined;
  return writeXml(
    'ListBucketResult',
    {
      Name: bucket,
      Prefix: prefix,
      Delimiter: delimiter,
      MaxKeys: maxKeys,
      KeyCount: page.objects.length + page.commonPrefixes.length,
      IsTruncated: page.isTruncated,
      ContinuationToken: token,
      NextContinuationToken: next,
      Contents: page.objects.map(describe),
      CommonPrefixes: page.commonPrefixes.map((one) => ({ Prefix: one })),
    },
    'http://s3.amazonaws.com/doc/2006-03-01/',
  );
}

function describe(object: ListedObject) {
  return {
    Key: object.key,
    LastModified: object.lastModifiedDate.toISOString(),
    ETag: object.metadata['etag'],
    Size: object.size,
    StorageClass: 'STANDARD',
  };
}

function pageSize(text: string | null): number {
  const size = text === null ? 1000 : Number(text);
  if (Number.isInteger(size) && size >= 1) return Math.min(size, 1000);
  throw new EndpointError('InvalidArgument', `max-keys is a whole number from 1, got ${text}`);
}
