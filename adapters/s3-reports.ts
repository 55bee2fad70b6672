import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { ReportLinks, ReportStore } from '../domain/report/report-catalogue.ts';

/** Type of .xlsx files. */
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** The link is followed at once by the browser that was redirected to it. */
const linkSeconds = 60;

/** Report files in one bucket. Links are signed at the click: signed by a Lambda they die with its session, so they are never sent (COMMON-29). */
export function s3Reports(client: S3Client, bucket: string): ReportStore & ReportLinks {
  return {
    async put(key, bytes) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType }));
    },

    link(key, fileName) {
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ResponseContentDisposition: `attachment; filename="${fileName.replaceAll(/[^\w.-]/g, '_')}"`,
        ResponseContentType: contentType,
      });
      return getSignedUrl(client, command, { expiresIn: linkSeconds });
    },
  };
}

/** Over the environment's own S3. */
export function s3ReportsOf(bucket: string): ReportStore & ReportLinks {
  return s3Reports(new S3Client({}), bucket);
}
