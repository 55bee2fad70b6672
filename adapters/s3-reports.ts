import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { ReportLinks, ReportStore } from '../domain/report/report-catalogue.ts';

const contentTypes: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
};
/** The link is followed at once by the browser that was redirected to it. */
const linkSeconds = 60;

/** Report files in one bucket. Links are signed at the click: signed by a Lambda they die with its session, so they are never sent (COMMON-29). */
export function s3Reports(client: S3Client, bucket: string): ReportStore & ReportLinks {
  return {
    async put(key, bytes) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: typeOf(key) }));
    },

    link(key, fileName) {
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ResponseContentDisposition: `attachment; filename="${fileName.replaceAll(/[^\w.-]/g, '_')}"`,
        ResponseContentType: typeOf(key),
      });
      return getSignedUrl(client, command, { expiresIn: linkSeconds });
    },
  };
}

function typeOf(key: string): string {
  return contentTypes[key.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}

/** Over the environment's own S3. */
export function s3ReportsOf(bucket: string): ReportStore & ReportLinks {
  return s3Reports(new S3Client({}), bucket);
}
