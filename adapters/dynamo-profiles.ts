import { randomBytes } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { KeptProfile, Profiles } from '../domain/recipient/profiles.ts';
import { commentsOf } from './dynamo-comments.ts';
import { notesOf } from './dynamo-desk-notes.ts';
import { openText, sealText } from './sealed-text.ts';
import { writeBatches } from './write-batches.ts';

const { partitionKey } = tables.people;
/** BatchGetItem takes no more. */
const readSize = 100;
/** KMS takes thousands a second. */
const lanes = 16;

/**
 * Profiles in the table of identities, each under a random AES-256-GCM key of its own, which stands beside it under a key that KMS made for all that was
 * saved together: one KMS request a save, and one for each save that is read from. Deleting the item deletes the only copy of the person's key
 * (design decision 16). A write unit per kilobyte.
 */
export function dynamoProfiles(
  client: DynamoDBDocumentClient,
  table: string,
  kms: KMSClient,
  identityKey: string,
): Profiles {
  return {
    async save(programme, profiles) {
      if (profiles.size === 0) {
        return;
      }
      const EncryptionContext = { programme };
      const { Plaintext, CiphertextBlob } = await kms.send(
        new GenerateDataKeyCommand({ KeyId: identityKey, KeySpec: 'AES_256', EncryptionContext }),
      );
      if (Plaintext === undefined || CiphertextBlob === undefined) {
        throw new Error('KMS answered no data key; accepted: a plaintext and a wrapped key');
      }
      const requests = [...profiles].map(([personId, profile]) => {
        const own = randomBytes(32);
        const Item = {
          [partitionKey]: personOf(programme, personId),
          personId,
          sharedKey: CiphertextBlob,
          dataKey: sealText(Plaintext, own.toString('base64'), personId),
          profile: sealText(own, JSON.stringify(profile), personId),
        };
        return { PutRequest: { Item } };
      });
      await writeBatches(client, table, requests);
    },

    async reveal(programme, recipientIds) {
      const items: SealedProfile[] = [];
      for (let start = 0; start < recipientIds.length; start += readSize) {
        const batch = await readBatch(client, table, programme, recipientIds.slice(start, start + readSize));
        items.push(...batch.map(toSealed));
      }
      const wrapped = new Map(items.map(({ sharedKey }) => [Buffer.from(sharedKey).toString('base64'), sharedKey]));
      const keys = await inLanes([...wrapped], async ([name, CiphertextBlob]) => {
        const EncryptionContext = { programme };
        const { Plaintext } = await kms.send(
          new DecryptCommand({ KeyId: identityKey, CiphertextBlob, EncryptionContext }),
        );
        if (Plaintext === undefined) {
          throw new Error('KMS answered no key for profiles; accepted: the key they were saved under');
        }
        return [name, Plaintext] as const;
      });
      const opened = new Map(keys);
      return new Map(
        items.map(({ personId, sharedKey, dataKey, profile }) => {
          const shared = opened.get(Buffer.from(sharedKey).toString('base64')) ?? new Uint8Array();
          const own = Buffer.from(openText(shared, dataKey, personId), 'base64');
          // Only `save` above seals these.
          return [personId, JSON.parse(openText(own, profile, personId)) as KeptProfile] as const;
        }),
      );
    },

    async erase(programme, recipientIds) {
      await writeBatches(
        client,
        table,
        recipientIds
          .flatMap((id) => [personOf(programme, id), commentsOf(programme, id), notesOf(programme, `recipient#${id}`)])
          .map((key) => ({ DeleteRequest: { Key: { [partitionKey]: key } } })),
      );
    },
  };
}

interface SealedProfile {
  readonly personId: string;
  /** Of all that was saved together, wrapped by KMS. */
  readonly sharedKey: Uint8Array;
  /** The person's own, under that one. */
  readonly dataKey: Uint8Array;
  readonly profile: Uint8Array;
}

function toSealed({ personId, sharedKey, dataKey, profile }: Record<string, unknown>): SealedProfile {
  if (
    typeof personId !== 'string' ||
    !(sharedKey instanceof Uint8Array) ||
    !(dataKey instanceof Uint8Array) ||
    !(profile instanceof Uint8Array)
  ) {
    throw new Error('An item of the people table is no profile; accepted: personId, sharedKey, dataKey, profile');
  }
  return { personId, sharedKey, dataKey, profile };
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
