import type { IncomingMessage } from 'node:http';
import { EndpointError } from './endpoint-error.ts';

type BucketOperation =
  | 'GetObject'
  | 'HeadObject'
  | 'PutObject'
  | 'PostObject'
  | 'CopyObject'
  | 'DeleteObject'
  | 'ListObjectsV2'
  | 'HeadBucket';

export interface BucketRequest {
  readonly operation: BucketOperation;
  readonly bucket: string;
  /** Empty for operations on the bucket. */
  readonly key: string;
  readonly query: URLSearchParams;
  /** `x-amz-copy-source` of a copy. */
  readonly source?: { readonly bucket: string; readonly key: string };
  readonly presigned: boolean;
}

const operations: Readonly<Record<string, BucketOperation>> = {
  'GET object': 'GetObject',
  'HEAD object': 'HeadObject',
  'PUT object': 'PutObject',
  'POST bucket': 'PostObject',
  'DELETE object': 'DeleteObject',
  'GET bucket': 'ListObjectsV2',
  'HEAD bucket': 'HeadBucket',
};

const knownQuery =
  /^(x-id|list-type|prefix|delimiter|max-keys|start-after|continuation-token|fetch-owner|response-[a-z-]+|x-amz-(algorithm|content-sha256|credential|date|expires|security-token|signature|signedheaders|user-agent|checksum-mode|sdk-checksum-algorithm|checksum-[a-z0-9]+))$/i;
const knownHeader =
  /^x-amz-(date|content-sha256|security-token|user-agent|sdk-checksum-algorithm|checksum-[a-z0-9-]+|checksum-mode|meta-.+|server-side-encryption(-aws-kms-key-id|-bucket-key-enabled)?|storage-class|copy-source|metadata-directive|decoded-content-length|trailer|expected-bucket-owner|acl)$/;

/**
 * Reads an S3 request in path style. What the engine would ignore is refused with NotImplemented naming it: sub-resources,
 * versions, multipart uploads, object locks, public ACLs, conditions other than those on whole objects.
 */
export function readBucketRequest(request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): BucketRequest {
  const [path = '/', search = ''] = (request.url ?? '/').split('?', 2);
  const query = new URLSearchParams(search);
  const [, bucket = '', ...rest] = path.split('/').map(decodeURIComponent);
  const key = rest.join('/');
  for (const name of query.keys()) {
    if (!knownQuery.test(name)) throw notImplemented(`query parameter ${name}`);
  }
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith('x-amz-') && !knownHeader.test(name)) throw notImplemented(`header ${name}`);
  }
  const acl = request.headers['x-amz-acl'];
  if (acl !== undefined && acl !== 'private') throw notImplemented(`x-amz-acl ${acl}: only private`);
  const method = request.method ?? '';
  const operation = bucket === '' ? undefined : operations[`${method} ${key === '' ? 'bucket' : 'object'}`];
  if (operation === undefined) throw notImplemented(`${method} ${path}`);
  if (operation === 'PostObject' && !/^multipart\/form-data/i.test(request.headers['content-type'] ?? ''))
    throw notImplemented('POST of a bucket that is no form');
  if (operation === 'ListObjectsV2' && query.get('list-type') !== '2')
    throw notImplemented('ListObjects without list-type=2');
  const presigned = query.has('X-Amz-Signature');
  const copySource = request.headers['x-amz-copy-source'];
  if (operation !== 'PutObject' || copySource === undefined) return { operation, bucket, key, query, presigned };
  const [sourceBucket = '', ...sourceKey] = decodeURIComponent(String(copySource)).replace(/^\//, '').split('/');
  const source = { bucket: sourceBucket, key: sourceKey.join('/') };
  return { operation: 'CopyObject', bucket, key, query, presigned, source };
}

function notImplemented(what: string): EndpointError {
  const served = [...new Set(Object.values(operations)), 'CopyObject'].join(', ');
  return new EndpointError('NotImplemented', `S3 ${what} is not served by the local cloud; served are ${served}`, 501);
}
