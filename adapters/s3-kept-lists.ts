import { DeleteObjectCommand, GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import type { KeptLists } from '../domain/follow-up/list-keeper.ts';
import { workbookTexts } from './workbook/workbook-texts.ts';

/** Error workbooks of lists that were answered, `<programme>/retour/<list>.erreurs.xlsx`: of a month at most, since the bucket keeps no longer. */
export function s3KeptLists(bucket: string, client = new S3Client({})): KeptLists {
  return {
    async forgetNamed(programme, names) {
      let forgotten = 0;
      const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: `${programme}/retour/` });
      for await (const { Contents = [] } of pages) {
        for (const { Key } of Contents.filter((one) => one.Key?.endsWith('.xlsx'))) {
          const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
          const texts = Body === undefined ? [] : await workbookTexts(await Body.transformToByteArray());
          if (texts.some((text) => names.some((name) => plain(text).includes(plain(name))))) {
            await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
            forgotten += 1;
          }
        }
      }
      return forgotten;
    },
  };
}

/** Without case or accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
