import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { callbacks, storageFixture } from './storage-fixture.ts';

const everything = [{ Effect: 'Allow', Action: ['dynamodb:*', 's3:*'], Resource: '*' }];
const item = { number: { S: 'samps#1' }, tags: { SS: ['a'] }, n: { N: '2' }, deep: { M: { on: { BOOL: true } } } };

it('keeps tables and objects on disk, and refuses a table whose keys changed', async () => {
  const stateFolder = await mkdtemp(join(tmpdir(), 'storage-'));
  const first = await storageFixture({ stateFolder, volatileTables: false });
  await first.storage.createTable(callbacks);
  await first.storage.createBucket('reports');
  const { dynamodb, s3 } = first.as('writer', everything);
  await dynamodb.send(new PutItemCommand({ TableName: 'callbacks', Item: item }));
  await s3.send(new PutObjectCommand({ Bucket: 'reports', Key: 'a/b', Body: 'x' }));
  await first.stop();

  const second = await storageFixture({ stateFolder, volatileTables: false });
  await second.storage.createTable(callbacks);
  expect(await second.storage.readAll('callbacks')).toEqual([
    { number: 'samps#1', tags: ['a'], n: 2, deep: { on: true } },
  ]);
  const kept = { key: 'a/b', size: 1, lastModified: '2025-07-03T21:00:00.000Z' };
  expect(await second.storage.listObjects('reports', 'a/')).toEqual([kept]);
  const changed = {
    TableName: 'callbacks',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' as const }],
  };
  await expect(second.storage.createTable(changed)).rejects.toThrow(
    /table callbacks: the template gives .*start with --fresh/,
  );
  await second.stop();
  await rm(stateFolder, { recursive: true });
});

it('takes an object that somebody outside drops', async () => {
  const fixture = await storageFixture();
  await fixture.storage.createBucket('lists');
  await fixture.storage.putObject('lists', 'suivi/depot/liste.csv', Buffer.from('Nom;Prénom'));
  const { s3 } = fixture.as('reader', everything);
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'lists', Key: 'suivi/depot/liste.csv' }));
  expect(await Body?.transformToString()).toBe('Nom;Prénom');
  await fixture.stop();
});

it('names a busy port', async () => {
  const first = await storageFixture();
  const s3Port = Number(new URL(first.storage.s3Url).port);
  await expect(storageFixture({ s3Port })).rejects.toThrow(
    `port ${s3Port} is already in use on 127.0.0.1: stop what uses it, or choose another with --port`,
  );
  await first.stop();
});

it('throttles the same requests in every run of a seed; the SDK repeats them', async () => {
  const counts: number[] = [];
  for (let run = 0; run < 2; run += 1) {
    const fixture = await storageFixture({ disturbance: { seed: 'x', throttleShare: 0.1, maxDelayMs: 2 } });
    await fixture.storage.createTable(callbacks);
    const { dynamodb } = fixture.as('writer', everything);
    let attempts = 0;
    for (let n = 0; n < 12; n += 1) {
      const put = new PutItemCommand({ TableName: 'callbacks', Item: { number: { S: `samps#${n}` } } });
      attempts += (await dynamodb.send(put)).$metadata.attempts ?? 0;
    }
    counts.push(attempts);
    await fixture.stop();
  }
  expect(counts[0]).toBeGreaterThan(12);
  expect(counts[1]).toBe(counts[0]);
});
