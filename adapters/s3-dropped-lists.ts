import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { DroppedLists, ListAnswer } from '../domain/follow-up/dropped-lists.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Lists in a bucket: dropped under `<programme>/depot/`, answered under `<programme>/retour/`: `<list>.json` and `<list>.erreurs.xlsx`. */
function s3DroppedLists(client: S3Client, bucket: string): DroppedLists {
  const dropped = (programme: string, list = '') => `${programme}/depot/${list}`;
  const answered = (programme: string, list: string, kind: string) => `${programme}/retour/${list}.${kind}`;

  async function waits(programme: string, list: string): Promise<boolean> {
    try {
      await client.send(new HeadObjectCommand({ Bucket: bucket, Key: dropped(programme, list) }));
      return true;
    } catch (error) {
      if (error instanceof NotFound) {
        return false;
      }
      throw error;
    }
  }

  return {
    async waiting(programme) {
      const { Contents = [] } = await client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: dropped(programme), MaxKeys: 100 }),
      );
      const age = ({ LastModified }: (typeof Contents)[number]) => LastModified?.getTime() ?? 0;
      return Contents.toSorted((a, b) => age(a) - age(b))
        .map(({ Key = '' }) => Key.slice(dropped(programme).length))
        .filter((list) => list !== '');
    },

    async drop(programme, list, bytes) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: dropped(programme, list), Body: bytes }));
    },

    async read(programme, list) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: dropped(programme, list) }));
      const bytes = await Body?.transformToByteArray();
      if (bytes === undefined) {
        throw new Error(`List ${list} has no body; accepted: a file`);
      }
      return bytes;
    },

    async answer(programme, answer, errors) {
      const { list } = answer;
      // Another run has answered it meanwhile: its answer says what was new, ours that all were there.
      if (!(await waits(programme, list))) {
        return;
      }
      const put = async (kind: string, Body: string | Uint8Array, ContentType: string) =>
        await client.send(
          new PutObjectCommand({ Bucket: bucket, Key: answered(programme, list, kind), Body, ContentType }),
        );
      await put('erreurs.xlsx', errors, workbookType);
      await put('json', JSON.stringify(answer), 'application/json');
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: dropped(programme, list) }));
    },

    async answerTo(programme, list) {
      if (await waits(programme, list)) {
        return undefined;
      }
      try {
        const { Body } = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: answered(programme, list, 'json') }),
        );
        // Only `answer` above writes it.
        const kept: ListAnswer | undefined = Body && JSON.parse(await Body.transformToString());
        return kept;
      } catch (error) {
        if (error instanceof NoSuchKey) {
          return undefined;
        }
        throw error;
      }
    },
  };
}

/** Over the environment's own S3. */
export function s3DroppedListsOf(bucket: string): DroppedLists {
  return s3DroppedLists(new S3Client({}), bucket);
}
