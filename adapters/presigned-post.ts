import { createHmac } from 'node:crypto';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { UploadForm } from '../domain/recipient/import-files.ts';

export interface PostedObject {
  readonly bucket: string;
  readonly key: string;
  readonly maximumBytes: number;
  /** Where S3 sends the browser once the object is there. */
  readonly returnTo: string;
  readonly expiresInSeconds: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * A form that lets a browser put one object, without a script ("Browser-based uploads using POST", Amazon S3 API reference). Signed here: the SDK's own
 * package for it pins another version of the S3 client, which the bundle would then hold twice.
 */
export async function presignedPost(client: S3Client, posted: PostedObject): Promise<UploadForm> {
  const { bucket, key, maximumBytes, returnTo, expiresInSeconds, now } = posted;
  const { accessKeyId, secretAccessKey, sessionToken } = await client.config.credentials();
  const region = await client.config.region();
  const moment = new Date(now).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const day = moment.slice(0, 8);
  const fields: Record<string, string> = {
    key,
    success_action_redirect: returnTo,
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${accessKeyId}/${day}/${region}/s3/aws4_request`,
    'x-amz-date': moment,
    ...(sessionToken && { 'x-amz-security-token': sessionToken }),
  };
  const conditions = [
    { bucket },
    ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
    ['content-length-range', 1, maximumBytes],
  ];
  const expiration = new Date(now + expiresInSeconds * 1000).toISOString();
  const policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64');
  const signingKey = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${secretAccessKey}`,
  );
  const signature = createHmac('sha256', signingKey).update(policy).digest('hex');
  // Whatever address style and endpoint the client is set to, the object's own address less its key is the bucket's.
  const object = new URL(await getSignedUrl(client, new PutObjectCommand({ Bucket: bucket, Key: 'k' })));
  const action = `${object.origin}${object.pathname.slice(0, -1)}`;
  return { action, fields: { ...fields, policy, 'x-amz-signature': signature } };
}
