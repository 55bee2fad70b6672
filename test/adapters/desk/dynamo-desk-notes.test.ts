import { randomBytes } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoDeskNotes } from '../../../adapters/dynamo-desk-notes.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await embeddedTables('people');
});
afterAll(() => tables.stop());

function notesIn() {
  const kms = mockClient(KMSClient);
  const key = randomBytes(32);
  kms.on(GenerateDataKeyCommand).resolves({ Plaintext: key, CiphertextBlob: new Uint8Array([1, 2, 3]) });
  kms.on(DecryptCommand).resolves({ Plaintext: key });
  return dynamoDeskNotes(tables.client, 'people', new KMSClient({}), 'key-arn');
}

const note = (contactId: string, revision: number, comment: string) => ({
  contactId,
  revision,
  comment,
  agent: 'malia',
  at: `2025-07-04T0${contactId.length}:00:00.000Z`,
  savedAt: '2025-07-04T08:00:00.000Z',
});

describe('COMMON-24: notes of agents in their table', () => {
  it('keeps the greatest revision of each contact, newest contact first, also when two write at once', async () => {
    const notes = notesIn();
    expect(await notes.of('p', 'number#k')).toEqual([]);
    await Promise.all([
      notes.keep('p', 'number#k', note('a', 1, 'un')),
      notes.keep('p', 'number#k', note('bb', 1, 'deux')),
    ]);
    await notes.keep('p', 'number#k', note('a', 2, 'un bis'));
    expect((await notes.keep('p', 'number#k', note('a', 1, 'tard'))).comment).toBe('un bis');
    expect((await notes.of('p', 'number#k')).map(({ comment }) => comment)).toEqual(['deux', 'un bis']);
    expect(await notes.of('q', 'number#k')).toEqual([]);
  });

  it('COMMON-21: shows nothing of them to whoever reads the table', async () => {
    await notesIn().keep('p', 'number#s', note('a', 1, 'parle de sa carte'));
    const { Items = [] } = await tables.client.send(new ScanCommand({ TableName: 'people' }));
    expect(Items.length).toBeGreaterThan(0);
    for (const item of Items) {
      expect(Buffer.from(item['notes']).toString('latin1')).not.toContain('carte');
    }
  });
});
