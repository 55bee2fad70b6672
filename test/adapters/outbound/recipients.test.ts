import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamoComments } from '../../../adapters/dynamo-comments.ts';
import { dynamoProfiles } from '../../../adapters/dynamo-profiles.ts';
import { dynamoRecipients } from '../../../adapters/dynamo-recipients.ts';
import { secretKeyedHash, secretPseudonym } from '../../../adapters/secret-pseudonym.ts';
import { noteDeath } from '../../../domain/recipient/note-death.ts';
import type { KeptProfile } from '../../../domain/recipient/profiles.ts';
import type { RegisterEntry } from '../../../domain/recipient/register-entry.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await embeddedTables('recipients', 'people');
  const key = new Uint8Array(32).fill(7);
  const kms = mockClient(KMSClient);
  kms.on(GenerateDataKeyCommand).resolves({ Plaintext: key, CiphertextBlob: new Uint8Array([1]) });
  kms.on(DecryptCommand).resolves({ Plaintext: key });
});
afterAll(() => tables.stop());

const register = () => dynamoRecipients(tables.client, 'recipients', () => 'Europe/Paris');
const profiles = () => dynamoProfiles(tables.client, 'people', new KMSClient({}), 'identity-key');
const at = '2026-06-20T08:00:00.000Z';
const entry = (recipientId: string, more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  recipientId,
  validFrom: '2026-06-01T00:00:00.000Z',
  importId: 'i1',
  exact: ['e'],
  alike: ['a', 'b'],
  listed: 'l',
  numberKeys: ['n'],
  channel: 'voice',
  birthYear: 1938,
  sector: '75013',
  fragility: 4,
  ...more,
});
const inForce = async (programme: string, when = at, after?: string) => {
  const ids: string[] = [];
  for await (const { recipientId } of register().inForce(programme, when, after)) {
    ids.push(recipientId);
  }
  return ids;
};

describe('the register in DynamoDB', () => {
  test('gives the lines in force at an instant, ascending, after an id, of one programme', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `r${String(index).padStart(2, '0')}`);
    await register().write('p', ids.map((id) => entry(id)).reverse());
    await register().write('p', [entry('r99', { validFrom: '2026-06-21T00:00:00.000Z' })]);
    await register().write('q', [entry('other')]);
    expect(await inForce('p')).toEqual(ids);
    expect(await inForce('p', at, 'r57')).toEqual(['r58', 'r59']);
    expect(await inForce('p', '2026-06-21T00:00:00.000Z', 'r58')).toEqual(['r59', 'r99']);
    expect(await inForce('p', '2026-05-31T00:00:00.000Z')).toEqual([]);
    expect(await register().find('p', 'r07')).toEqual(entry('r07'));
    expect(await register().find('p', 'nobody')).toBeUndefined();
  });

  test('A-13: gives coarse facts, and the absence to the end of its last day there', async () => {
    await register().write('absent', [entry('r1', { absence: { from: '2026-06-19', until: '2026-06-22' } })]);
    const lines = [];
    for await (const line of register().inForce('absent', at)) {
      lines.push(line);
    }
    expect(lines).toEqual([
      {
        recipientId: 'r1',
        numberKeys: ['n'],
        channel: 'voice',
        ageBand: '85-89',
        sector: '75013',
        riskRank: 4,
        absentUntil: '2026-06-22T22:00:00.000Z',
      },
    ]);
  });

  test('REFLEX-25: who leaves at 10:00 is no longer there at 10:05, whatever an import writes meanwhile', async () => {
    await register().write('left', [entry('r1'), entry('r2')]);
    const departure = { recipientId: 'r1', why: 'asked', at: '2026-06-20T08:00:00.000Z', by: 'marie' } as const;
    await register().leave('left', departure);
    await register().write('left', [entry('r1', { listed: 'again' })]);
    expect(await register().removed('left', 'r1')).toBe(true);
    expect(await register().removed('left', 'r2')).toBe(false);
    expect(await inForce('left', '2026-06-20T08:05:00.000Z')).toEqual(['r2']);
    await register().leave('left', { ...departure, at: '2026-06-21T08:00:00.000Z', by: 'paul' });
    expect(await register().departures('left')).toEqual([departure]);
    await register().erase('left', ['r1']);
    expect((await register().entries('left')).map(({ recipientId }) => recipientId)).toEqual(['r2']);
  });
});

test('REFLEX-22: a death said in a call is taken back by that call alone', async () => {
  const [programme, recipientId, by] = ['deaths', 'r1', 'awa'];
  await register().write(programme, [entry('r1'), entry('r2')]);
  const told = { programme, recipientId, at, by };
  await noteDeath({ ...told, attemptId: 'a1', deceased: true, revision: 1 }, register());
  expect(await inForce(programme)).toEqual(['r2']);
  await noteDeath({ ...told, attemptId: 'a2', deceased: false, revision: 2 }, register());
  expect(await register().removed(programme, recipientId)).toBe(true);
  await noteDeath({ ...told, attemptId: 'a1', deceased: false, revision: 2 }, register());
  expect(await inForce(programme)).toEqual(['r1', 'r2']);
  await noteDeath({ ...told, recipientId: 'fake', attemptId: 'a3', deceased: true, revision: 1 }, register());
  expect(await register().departures(programme)).toEqual([]);
});

describe('profiles under their own keys', () => {
  const kept = (lastName: string): KeptProfile => ({
    profile: {
      lastName,
      firstName: 'Jeanne',
      phones: [{ e164: '+33142345678', kind: 'fixed' }],
      reasons: [],
      impairments: [],
    },
    corrections: [],
  });

  test('are saved and revealed by the hundred, and forgotten', async () => {
    const many = new Map(Array.from({ length: 130 }, (_, index) => [`r${index}`, kept(`NOM ${index}`)]));
    await profiles().save('p', many);
    expect(await profiles().reveal('p', [...many.keys(), 'nobody'])).toEqual(many);
    await profiles().erase('p', ['r7']);
    expect((await profiles().reveal('p', ['r7', 'r8'])).size).toBe(1);
    expect((await profiles().reveal('q', ['r8'])).size).toBe(0);
  });

  test('design decision 16: comments of agents stand sealed with the person, and are forgotten with them', async () => {
    const comments = dynamoComments(tables.client, 'people', new KMSClient({}), 'identity-key');
    const key = (recipientId: string, cycle = 1) => ({ campaign: 'canicule_20260706T070000Z', cycle, recipientId });
    await comments.keep('said', key('r1'), 'Entend mal du côté gauche.');
    await comments.keep('said', key('r1', 2), 'Va mieux.');
    await comments.keep('said', key('r2'), 'Parle peu.');
    expect(await comments.of('said', key('r1'))).toBe('Entend mal du côté gauche.');
    expect(await comments.of('said', key('r1', 2))).toBe('Va mieux.');
    expect(await comments.of('other', key('r1'))).toBeUndefined();
    const { Items = [] } = await tables.client.send(new ScanCommand({ TableName: 'people' }));
    expect(Items.map((item) => Buffer.from(JSON.stringify(item)).toString()).join()).not.toContain('gauche');
    await profiles().erase('said', ['r1']);
    expect(await comments.of('said', key('r1'))).toBeUndefined();
    expect(await comments.of('said', key('r2'))).toBe('Parle peu.');
  });

  test('each open with their own key alone, of which there is one copy', async () => {
    const sealed = async () => (await tables.client.send(new ScanCommand({ TableName: 'people' }))).Items ?? [];
    await profiles().save(
      'own',
      new Map([
        ['a', kept('A')],
        ['b', kept('B')],
      ]),
    );
    const [a, b] = ['a', 'b'].map((id) => `own#recipient#${id}`);
    const items = new Map((await sealed()).map((item) => [item['person'], item]));
    expect(Buffer.from(items.get(a)?.['dataKey'])).not.toEqual(Buffer.from(items.get(b)?.['dataKey']));
    // The key and the profile of one do not open under the name of another.
    const swapped = { ...items.get(a), person: b, personId: 'b' };
    await tables.client.send(new PutCommand({ TableName: 'people', Item: swapped }));
    await expect(profiles().reveal('own', ['b'])).rejects.toThrow();
    expect((await profiles().reveal('own', ['a'])).get('a')).toEqual(kept('A'));
  });

  test('cost one request to KMS a save, and one for what was saved together', async () => {
    const kms = mockClient(KMSClient);
    const key = new Uint8Array(32).fill(7);
    kms.on(GenerateDataKeyCommand).resolves({ Plaintext: key, CiphertextBlob: new Uint8Array([1]) });
    kms.on(DecryptCommand).resolves({ Plaintext: key });
    const many = new Map(Array.from({ length: 40 }, (_, index) => [`r${index}`, kept(`NOM ${index}`)]));
    await profiles().save('few', many);
    await profiles().reveal('few', [...many.keys()]);
    expect([kms.commandCalls(GenerateDataKeyCommand).length, kms.commandCalls(DecryptCommand).length]).toEqual([1, 1]);
  });

  test('COMMON-51: are nowhere in clear', async () => {
    await profiles().save('p', new Map([['r1', kept('INTROUVABLE')]]));
    const { Items } = await tables.client.send(new ScanCommand({ TableName: 'people' }));
    const bytes =
      Items?.flatMap((item) => Object.values(item)).map((value) => Buffer.from(value).toString('latin1')) ?? [];
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.join()).not.toMatch(/INTROUVABLE|142345678|Jeanne/);
  });
});

test('the hash of lists is the key of a number', async () => {
  const secrets = mockClient(SecretsManagerClient);
  secrets.on(GetSecretValueCommand).resolves({ SecretString: 'k'.repeat(64) });
  const hash = await secretKeyedHash('secret');
  expect(hash('+33142345678')).toBe(await secretPseudonym('secret')('+33142345678'));
  expect(hash('+33142345678')).toMatch(/^[\w-]{22}$/);
});
