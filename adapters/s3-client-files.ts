import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { ClientFiles } from '../domain/appointment/client-files.ts';

/** Under `<programme>/echange/` of the bucket of lists. */
export function s3ClientFiles(bucket: string, programme: string, client = new S3Client({})): ClientFiles {
  const keyOf = (name: string) => `${programme}/echange/${name}`;
  return {
    async read(name) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(name) }));
        return await Body?.transformToString('utf-8');
      } catch (error) {
        if (error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound')) {
          return undefined;
        }
        throw error;
      }
    },
    async write(name, text) {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: keyOf(name), Body: text, ContentType: 'text/csv; charset=utf-8' }),
      );
    },
  };
}
