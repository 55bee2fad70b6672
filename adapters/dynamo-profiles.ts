import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { KeptProfile, Profiles } from '../domain/recipient/profiles.ts';
import { openText, sealText } from './sealed-text.ts';
import { writeBatches } from './write-batches.ts';

const { partitionKey } = tables.people;
/** BatchGetItem takes no more; KMS takes thousands a second. */
const readSize = 100;
const lanes = 16;

/**
 * Profiles in the table of identities, each under its own AES-256-GCM key wrapped by KMS. Saving gives a new key: a KMS request and a write unit per
 * kilobyte a person. Deleting the item forgets the person, copies included (design decision 16).
 */
export function dynamoProfiles(
  client: DynamoDBDocumentClient,
  table: string,
  kms: KMSClient,
  identityKey: string,
): Profiles {
  return {
    async save(programme, profiles) {
      const requests = await inLanes([...profiles], async ([personId, profile]) => {
        const { Plaintext, CiphertextBlob } = await kms.send(
          new GenerateDataKeyCommand({ KeyId: identityKey, KeySpec: 'AES_256', EncryptionContext: { personId } }),
        );
        if (Plaintext === undefined || CiphertextBlob === undefined) {
          throw new Error('KMS answered no data key; accepted: a plaintext and a wrapped key');
        }
        const Item = {
          [partitionKey]: personOf(programme, personId),
          personId,
          dataKey: CiphertextBlob,
          profile: sealText(Plaintext, JSON.stringify(profile)),
        };
        return { PutRequest: { Item } };
      });
      await writeBatches(client, table, requests);
    },

    async reveal(programme, recipientIds) {
      const items: Record<string, unknown>[] = [];
      for (let start = 0; start < recipientIds.length; start += readSize) {
        items.push(...(await readBatch(client, table, programme, recipientIds.slice(start, start + readSize))));
      }
      const revealed = await inLanes(items, async (item) => {
        const { personId, dataKey, profile } = item;
        if (typeof personId !== 'string' || !(dataKey instanceof Uint8Array) || !(profile instanceof Uint8Array)) {
          throw new Error('An item of the people table is no profile; accepted: personId, dataKey, profile');
        }
        const { Plaintext } = await kms.send(
          new DecryptCommand({ KeyId: identityKey, CiphertextBlob: dataKey, EncryptionContext: { personId } }),
        );
        if (Plaintext === undefined) {
          throw new Error(`KMS answered no key for person ${personId}; accepted: the person's data key`);
        }
        // Only `save` above seals these.
        return [personId, JSON.parse(openText(Plaintext, profile)) as KeptProfile] as const;
      });
      return new Map(revealed);
    },

    async erase(programme, recipientIds) {
      await writeBatches(
        client,
        table,
        recipientIds.map((id) => ({ DeleteRequest: { Key: { [partitionKey]: personOf(programme, id) } } })),
      );
    },
  };
}

async function readBatch(
  client: DynamoDBDocumentClient,
  table: string,
  programme: string,
  ids: readonly string[],
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let left = ids.map((id) => ({ [partitionKey]: personOf(programme, id) }));
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt > 8) {
      throw new Error(`${left.length} people were not read by DynamoDB after 8 tries`);
    }
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: left, ConsistentRead: true } } }),
    );
    found.push(...(Responses?.[table] ?? []));
    left = (UnprocessedKeys?.[table]?.Keys ?? []).map((key) => ({ [partitionKey]: String(key[partitionKey]) }));
  }
  return found;
}

/** Runs over all items, some at once, and answers in their order. */
async function inLanes<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  const left = [...items.entries()];
  const lane = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      answers[next[0]] = await run(next[1]);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return answers;
}

function personOf(programme: string, recipientId: string): string {
  return `${programme}#recipient#${recipientId}`;
}
