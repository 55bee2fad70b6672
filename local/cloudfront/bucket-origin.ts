import type { CloudContext } from '../cloud.ts';
import type { ApiRequest, ApiResponse } from '../http/api-model.ts';
import type { Storage } from '../storage/start-storage.ts';

/** A file of a private bucket, read in the name of the distribution, as origin access control does. */
export async function readBucketOrigin(
  { iam, account, partition }: Pick<CloudContext, 'iam' | 'account' | 'partition'>,
  storage: Pick<Storage, 'readObject'>,
  { bucket, distributionArn }: { readonly bucket: string; readonly distributionArn: string },
  request: ApiRequest,
): Promise<ApiResponse> {
  const key = decodeURIComponent(request.path.slice(1));
  const decision = iam.authorize({
    principal: {
      type: 'service',
      service: 'cloudfront.amazonaws.com',
      sourceArn: distributionArn,
      sourceAccount: account,
    },
    action: 's3:GetObject',
    resource: `arn:${partition}:s3:::${bucket}/${key}`,
    conditions: { 'aws:SourceArn': distributionArn, 'aws:SecureTransport': 'true' },
  });
  if (!decision.allowed) return refused(decision.message);
  const object = await storage.readObject(bucket, key);
  // To whoever may not list the bucket S3 does not say that there is none.
  if (object === undefined) return refused('Access Denied');
  const { content, metadata } = object;
  const etag = metadata['etag'] ?? '';
  const headers: Record<string, string> = { etag };
  for (const name of ['content-type', 'cache-control']) {
    const value = metadata[name];
    if (value !== undefined) headers[name] = value;
  }
  if (request.headers['if-none-match']?.replace(/^W\//, '') === etag) {
    return { status: 304, headers, cookies: [], body: Buffer.alloc(0) };
  }
  return { status: 200, headers, cookies: [], body: Buffer.from(content) };
}

function refused(message: string): ApiResponse {
  const body = Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`,
  );
  return { status: 403, headers: { 'content-type': 'application/xml' }, cookies: [], body };
}
