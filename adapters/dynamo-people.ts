import { randomUUID } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { People } from '../domain/caller/people.ts';
import { conditional } from './conditional.ts';
import { readItem } from './read-item.ts';
import { openText, sealText } from './sealed-text.ts';

const { partitionKey } = tables.people;

interface Kept {
  readonly personId: string;
  readonly firstCallId: string;
  /** The person's own key, wrapped by KMS. Deleting it forgets the person (design decision 16). */
  readonly dataKey: Uint8Array;
  /** The number, sealed. */
  readonly number: Uint8Array;
}

/** Identities, each under its own AES-256-GCM key wrapped by KMS. A known person costs one read, a new one a data key and one write unit. */
export function dynamoPeople(
  client: DynamoDBDocumentClient,
  table: string,
  kms: KMSClient,
  identityKey: string,
  read = readItem(client),
): People {
  async function get(programme: string, numberKey: string): Promise<Kept | undefined> {
    const item = await read(table, { [partitionKey]: personOf(programme, numberKey) });
    return item && toKept(item);
  }

  return {
    find: get,

    async add(programme, numberKey, e164, firstCallId) {
      const personId = randomUUID();
      const { Plaintext, CiphertextBlob } = await kms.send(
        new GenerateDataKeyCommand({ KeyId: identityKey, KeySpec: 'AES_256', EncryptionContext: { personId } }),
      );
      if (Plaintext === undefined || CiphertextBlob === undefined) {
        throw new Error('KMS answered no data key; accepted: a plaintext and a wrapped key');
      }
      const person: Kept = { personId, firstCallId, dataKey: CiphertextBlob, number: sealText(Plaintext, e164) };
      const added = await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { [partitionKey]: personOf(programme, numberKey), ...person },
            ConditionExpression: 'attribute_not_exists(#person)',
            ExpressionAttributeNames: { '#person': partitionKey },
          }),
        ),
      );
      if (added) {
        return { personId, firstCallId };
      }
      const first = await get(programme, numberKey);
      if (first === undefined) {
        throw new Error('A person was erased while being added; retry');
      }
      return first;
    },

    async reveal(programme, numberKey) {
      const person = await get(programme, numberKey);
      if (person === undefined) {
        return undefined;
      }
      const { Plaintext } = await kms.send(
        new DecryptCommand({
          KeyId: identityKey,
          CiphertextBlob: person.dataKey,
          EncryptionContext: { personId: person.personId },
        }),
      );
      if (Plaintext === undefined) {
        throw new Error(`KMS answered no key for person ${person.personId}; accepted: the person's data key`);
      }
      const { personId, firstCallId } = person;
      return { personId, firstCallId, e164: openText(Plaintext, person.number) };
    },
  };
}

function toKept(item: Record<string, unknown>): Kept {
  const { personId, firstCallId, dataKey, number } = item;
  if (
    typeof personId !== 'string' ||
    typeof firstCallId !== 'string' ||
    !(dataKey instanceof Uint8Array) ||
    !(number instanceof Uint8Array)
  ) {
    throw new Error('An item of the people table is not a person; accepted: personId, firstCallId, dataKey, number');
  }
  return { personId, firstCallId, dataKey, number };
}

function personOf(programme: string, numberKey: string): string {
  return `${programme}#number#${numberKey}`;
}
