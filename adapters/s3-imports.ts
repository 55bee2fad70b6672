import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Mapping } from '../domain/import/field.ts';
import type { ImportFiles, ImportPreview } from '../domain/recipient/import-files.ts';
import { presignedPost } from './presigned-post.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const maximumBytes = 50 * 1024 * 1024;
/** Of the upload form; links are followed at once. */
const formSeconds = 3_600;
const linkSeconds = 60;

const fileNames = ['liste', 'apercu.json', 'erreurs.xlsx'] as const;

/** Files of imports that can also be taken away before their time. */
export interface Discarding {
  /** Takes every file of an import away; a repeat is a success. */
  discard(place: string, importId: string): Promise<void>;
}

/**
 * Files of imports in one bucket, under `<place>/<import id>/`, the place being the programme or, where structures share one, `<programme>/<structure>`: the
 * list as it came, the preview, the error workbook.
 */
export function s3Imports<Preview extends { readonly mapping: Mapping } = ImportPreview>(
  client: S3Client,
  bucket: string,
): ImportFiles<Preview> & Discarding {
  const keyOf = (programme: string, importId: string, file: (typeof fileNames)[number]) =>
    `${programme}/${importId}/${file}`;

  async function read(key: string): Promise<Uint8Array | undefined> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return await Body?.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) {
        return undefined;
      }
      throw error;
    }
  }

  return {
    uploadForm: (programme, importId, returnTo) =>
      presignedPost(client, {
        ...{ bucket, key: keyOf(programme, importId, 'liste'), maximumBytes, returnTo },
        expiresInSeconds: formSeconds,
        now: Date.now(),
      }),

    async discard(place, importId) {
      for (const file of fileNames) {
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(place, importId, file) }));
      }
    },

    async arrived(programme, importId) {
      try {
        await client.send(new HeadObjectCommand({ Bucket: bucket, Key: keyOf(programme, importId, 'liste') }));
        return true;
      } catch (error) {
        if (error instanceof NotFound) {
          return false;
        }
        throw error;
      }
    },

    async list(programme, importId) {
      const bytes = await read(keyOf(programme, importId, 'liste'));
      if (bytes === undefined) {
        throw new Error(`Import ${importId} has no list in its bucket: it has expired, or was never sent`);
      }
      return bytes;
    },

    async savePreview(programme, importId, preview) {
      const Body = JSON.stringify({ ...preview, mapping: preview.mapping.map((field) => field ?? null) });
      const Key = keyOf(programme, importId, 'apercu.json');
      await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType: 'application/json' }));
    },

    async preview(programme, importId) {
      const bytes = await read(keyOf(programme, importId, 'apercu.json'));
      // Only `savePreview` above writes it.
      const kept: Preview | undefined =
        bytes === undefined ? undefined : JSON.parse(Buffer.from(bytes).toString('utf8'));
      return kept && { ...kept, mapping: kept.mapping.map((field) => field ?? undefined) };
    },

    async saveErrors(programme, importId, workbook) {
      const Key = keyOf(programme, importId, 'erreurs.xlsx');
      await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: workbook, ContentType: workbookType }));
    },

    errorsLink(programme, importId, fileName) {
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: keyOf(programme, importId, 'erreurs.xlsx'),
        ResponseContentDisposition: `attachment; filename="${fileName.replaceAll(/[^\w.-]/g, '_')}"`,
        ResponseContentType: workbookType,
      });
      return getSignedUrl(client, command, { expiresIn: linkSeconds });
    },
  };
}

/** Over the environment's own S3. */
export function s3ImportsOf<Preview extends { readonly mapping: Mapping } = ImportPreview>(
  bucket: string,
): ImportFiles<Preview> & Discarding {
  return s3Imports(new S3Client({}), bucket);
}
