import { randomBytes, randomUUID } from 'node:crypto';
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
  /** The person's own key, wrapped by KMS, or by the key beside it. Deleting it forgets the person (design decision 16). */
  readonly dataKey: Uint8Array;
  /** Of all that were added together, wrapped by KMS. */
  readonly sharedKey?: Uint8Array;
  /** The number, sealed. */
  readonly number: Uint8Array;
}

/** Keys of lists that an environment keeps opened: those of ten thousand people. */
const mostOpened = 100;

/**
 * Identities, each under its own AES-256-GCM key: wrapped by KMS, or where many are added at once by a key that KMS made for all of them, which an
 * environment opens once. A known person costs one read, a new one a write unit.
 */
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

  async function wrap(EncryptionContext: Record<string, string>): Promise<{ own: Uint8Array; wrapped: Uint8Array }> {
    const { Plaintext, CiphertextBlob } = await kms.send(
      new GenerateDataKeyCommand({ KeyId: identityKey, KeySpec: 'AES_256', EncryptionContext }),
    );
    if (Plaintext === undefined || CiphertextBlob === undefined) {
      throw new Error('KMS answered no data key; accepted: a plaintext and a wrapped key');
    }
    return { own: Plaintext, wrapped: CiphertextBlob };
  }

  async function unwrap(
    CiphertextBlob: Uint8Array,
    EncryptionContext: Record<string, string>,
    whose: string,
  ): Promise<Uint8Array> {
    const { Plaintext } = await kms.send(new DecryptCommand({ KeyId: identityKey, CiphertextBlob, EncryptionContext }));
    if (Plaintext === undefined) {
      throw new Error(`KMS answered no key for ${whose}; accepted: the key that it wrapped`);
    }
    return Plaintext;
  }

  function put(programme: string, numberKey: string, person: Kept): Promise<boolean> {
    return conditional(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { [partitionKey]: personOf(programme, numberKey), ...person },
          ConditionExpression: 'attribute_not_exists(#person)',
          ExpressionAttributeNames: { '#person': partitionKey },
        }),
      ),
    );
  }

  const opened = new Map<string, Promise<Uint8Array>>();

  function shared(programme: string, sharedKey: Uint8Array): Promise<Uint8Array> {
    const name = Buffer.from(sharedKey).toString('base64');
    const known = opened.get(name);
    if (known !== undefined) {
      return known;
    }
    if (opened.size >= mostOpened) {
      opened.clear();
    }
    const opening = unwrap(sharedKey, { programme }, 'people of a list');
    opened.set(name, opening);
    opening.catch(() => opened.delete(name));
    return opening;
  }

  return {
    find: get,

    async add(programme, numberKey, e164, firstCallId) {
      const personId = randomUUID();
      const { own, wrapped } = await wrap({ personId });
      const added = await put(programme, numberKey, {
        personId,
        firstCallId,
        dataKey: wrapped,
        number: sealText(own, e164),
      });
      if (added) {
        return { personId, firstCallId };
      }
      const first = await get(programme, numberKey);
      if (first === undefined) {
        throw new Error('A person was erased while being added; retry');
      }
      return first;
    },

    async addAll(programme, numbers, firstCallId) {
      if (numbers.length === 0) {
        return;
      }
      const { own: ofAll, wrapped: sharedKey } = await wrap({ programme });
      await Promise.all(
        numbers.map(({ numberKey, e164 }) => {
          const personId = randomUUID();
          const own = randomBytes(32);
          const dataKey = sealText(ofAll, own.toString('base64'), personId);
          const number = sealText(own, e164);
          return put(programme, numberKey, { personId, firstCallId, dataKey, sharedKey, number });
        }),
      );
    },

    async reveal(programme, numberKey) {
      const person = await get(programme, numberKey);
      if (person === undefined) {
        return undefined;
      }
      const own =
        person.sharedKey === undefined
          ? await unwrap(person.dataKey, { personId: person.personId }, `person ${person.personId}`)
          : Buffer.from(openText(await shared(programme, person.sharedKey), person.dataKey, person.personId), 'base64');
      const { personId, firstCallId } = person;
      return { personId, firstCallId, e164: openText(own, person.number) };
    },
  };
}

function toKept(item: Record<string, unknown>): Kept {
  const { personId, firstCallId, dataKey, sharedKey, number } = item;
  if (
    typeof personId !== 'string' ||
    typeof firstCallId !== 'string' ||
    !(dataKey instanceof Uint8Array) ||
    !(number instanceof Uint8Array)
  ) {
    throw new Error('An item of the people table is not a person; accepted: personId, firstCallId, dataKey, number');
  }
  return {
    ...{ personId, firstCallId, dataKey, number },
    ...(sharedKey instanceof Uint8Array ? { sharedKey } : {}),
  };
}

function personOf(programme: string, numberKey: string): string {
  return `${programme}#number#${numberKey}`;
}
