import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { Comments } from '../domain/questionnaire/comments.ts';
import { openText, sealText } from './sealed-text.ts';

const { partitionKey } = tables.people;

/** Where a person's comments stand in the table of identities: beside their profile, and erased with it. */
export function commentsOf(programme: string, recipientId: string): string {
  return `${programme}#recipient#${recipientId}#comments`;
}

/**
 * Comments about a person in one item of the table of identities, sealed together under a data key that stands with them: deleting the item deletes its
 * only copy. They are rare: one request of KMS each, and none for people without any.
 */
export function dynamoComments(
  client: DynamoDBDocumentClient,
  table: string,
  kms: KMSClient,
  identityKey: string,
): Comments & { all(programme: string, person: string): Promise<Readonly<Record<string, string>>> } {
  const read = async (programme: string, recipientId: string): Promise<Readonly<Record<string, string>>> => {
    const Key = { [partitionKey]: commentsOf(programme, recipientId) };
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    if (Item === undefined) {
      return {};
    }
    const { dataKey, comments }: Record<string, unknown> = Item;
    if (!(dataKey instanceof Uint8Array) || !(comments instanceof Uint8Array)) {
      throw new Error('An item of the people table holds no comments; accepted: dataKey, comments');
    }
    const { Plaintext } = await kms.send(
      new DecryptCommand({ KeyId: identityKey, CiphertextBlob: dataKey, EncryptionContext: { programme } }),
    );
    if (Plaintext === undefined) {
      throw new Error('KMS answered no key for comments; accepted: the key they were kept under');
    }
    const opened: unknown = JSON.parse(openText(Plaintext, comments, recipientId));
    const entries = typeof opened === 'object' && opened !== null ? Object.entries(opened) : [];
    return Object.fromEntries(entries.map(([name, text]) => [name, String(text)]));
  };
  return {
    async keep(programme, { campaign, cycle, recipientId }, text) {
      const known = await read(programme, recipientId);
      const { Plaintext, CiphertextBlob } = await kms.send(
        new GenerateDataKeyCommand({ KeyId: identityKey, KeySpec: 'AES_256', EncryptionContext: { programme } }),
      );
      if (Plaintext === undefined || CiphertextBlob === undefined) {
        throw new Error('KMS answered no data key; accepted: a plaintext and a wrapped key');
      }
      const all = { ...known, [`${campaign}-${cycle}`]: text };
      await client.send(
        new PutCommand({
          TableName: table,
          Item: {
            [partitionKey]: commentsOf(programme, recipientId),
            dataKey: CiphertextBlob,
            comments: sealText(Plaintext, JSON.stringify(all), recipientId),
          },
        }),
      );
    },

    all: read,

    async of(programme, { campaign, cycle, recipientId }) {
      return (await read(programme, recipientId))[`${campaign}-${cycle}`];
    },
  };
}
