import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, callbacks, type Fixture, region, storageFixture } from './storage-fixture.ts';

const table = `arn:aws:dynamodb:${region}:${account}:table/callbacks`;
const all = { Effect: 'Allow', Action: 'dynamodb:*', Resource: [table, `${table}/index/*`] };
let fixture: Fixture;
let full: ReturnType<Fixture['as']>['dynamodb'];

beforeAll(async () => {
  fixture = await storageFixture();
  await fixture.storage.createTable(callbacks);
  full = fixture.as('full', [all]).dynamodb;
});
afterAll(() => fixture.stop());

const put = (number: string, rest: Record<string, { S: string }> = {}) =>
  new PutItemCommand({ TableName: 'callbacks', Item: { number: { S: number }, ...rest } });
const key = (number: string) => ({ TableName: 'callbacks', Key: { number: { S: number } } });

describe('DynamoDB endpoint', () => {
  it('answers the SDK: put, get, update, query on an index, batches, delete', async () => {
    await full.send(
      put('samps#1', { due: { S: 'samps#due' }, dueAt: { S: '2025-07-04T01:00Z#a' }, scheme: { S: 'é' } }),
    );
    const got = await full.send(new GetItemCommand({ ...key('samps#1'), ConsistentRead: true }));
    expect(got.Item?.['scheme']).toEqual({ S: 'é' });
    const updated = await full.send(
      new UpdateItemCommand({
        ...key('samps#1'),
        UpdateExpression: 'SET attempts = if_not_exists(attempts, :zero) + :one',
        ExpressionAttributeValues: { ':zero': { N: '0' }, ':one': { N: '1' } },
        ReturnValues: 'ALL_NEW',
      }),
    );
    expect(updated.Attributes?.['attempts']).toEqual({ N: '1' });
    const due = await full.send(
      new QueryCommand({
        TableName: 'callbacks',
        IndexName: 'due',
        KeyConditionExpression: 'due = :d AND dueAt < :t',
        ExpressionAttributeValues: { ':d': { S: 'samps#due' }, ':t': { S: '2025-07-04T02' } },
      }),
    );
    expect(due.Items).toHaveLength(1);
    await full.send(
      new BatchWriteItemCommand({
        RequestItems: { callbacks: [{ PutRequest: { Item: { number: { S: 'samps#2' } } } }] },
      }),
    );
    const batch = await full.send(
      new BatchGetItemCommand({ RequestItems: { callbacks: { Keys: [{ number: { S: 'samps#2' } }] } } }),
    );
    expect(batch.Responses?.['callbacks']).toHaveLength(1);
    await full.send(new DeleteItemCommand(key('samps#2')));
    expect(await fixture.storage.readAll('callbacks')).toEqual([
      expect.objectContaining({ number: 'samps#1', attempts: 1 }),
    ]);
  });

  it('COMMON-27: refuses what the role does not allow, as DynamoDB does', async () => {
    const reader = fixture.as('reader', [{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: table }]).dynamodb;
    await reader.send(new GetItemCommand(key('samps#1')));
    await expect(reader.send(put('samps#9'))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: arn:aws:sts::${account}:assumed-role/reader-role/reader is not authorized to perform: dynamodb:PutItem on resource: ${table} because no identity-based policy allows the dynamodb:PutItem action`,
    });
    expect(fixture.problems.at(-1)).toMatch(/^dynamodb endpoint: User: .*dynamodb:PutItem/);
  });

  it('gives IAM the index of a query and its leading key', async () => {
    const scoped = fixture.as('scoped', [
      {
        Effect: 'Allow',
        Action: ['dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:BatchWriteItem'],
        Resource: [`${table}/index/due`, table],
        Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['samps#*'] } },
      },
    ]).dynamodb;
    const query = (due: string) =>
      scoped.send(
        new QueryCommand({
          TableName: 'callbacks',
          IndexName: 'due',
          KeyConditionExpression: '#d = :d',
          ExpressionAttributeNames: { '#d': 'due' },
          ExpressionAttributeValues: { ':d': { S: due } },
        }),
      );
    await query('samps#due');
    await expect(query('reflex#due')).rejects.toThrow(/dynamodb:Query on resource: .*table\/callbacks\/index\/due/);
    await expect(scoped.send(put('reflex#1'))).rejects.toThrow(/dynamodb:PutItem/);
    const write = new BatchWriteItemCommand({
      RequestItems: { callbacks: ['samps#3', 'reflex#3'].map((n) => ({ PutRequest: { Item: { number: { S: n } } } })) },
    });
    await expect(scoped.send(write)).rejects.toThrow(/dynamodb:BatchWriteItem/);
  });

  it('returns the item when a condition fails, which the engine cannot', async () => {
    await full.send(put('samps#cond', { scheme: { S: 'BOURSES' } }));
    const failing = full.send(
      new PutItemCommand({
        TableName: 'callbacks',
        Item: { number: { S: 'samps#cond' } },
        ConditionExpression: 'attribute_not_exists(#n)',
        ExpressionAttributeNames: { '#n': 'number' },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    const error = await failing.then(
      () => undefined,
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(ConditionalCheckFailedException);
    expect(error).toMatchObject({ Item: { scheme: { S: 'BOURSES' } } });
  });

  it('one of many conditional writes at once wins', async () => {
    const claims = Array.from({ length: 20 }, () =>
      full.send(
        new UpdateItemCommand({
          ...key('samps#lock'),
          UpdateExpression: 'SET holder = :h',
          ConditionExpression: 'attribute_not_exists(holder)',
          ExpressionAttributeValues: { ':h': { S: 'x' } },
        }),
      ),
    );
    const outcomes = await Promise.allSettled(claims);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  it('names what is not served, and who is unknown', async () => {
    await expect(full.send(new TransactWriteItemsCommand({ TransactItems: [] }))).rejects.toThrow(
      /TransactWriteItems is not served by the local cloud; served are GetItem/,
    );
    await expect(full.send(new GetItemCommand({ TableName: 'calls', Key: { number: { S: '1' } } }))).rejects.toThrow(
      /calls/,
    );
  });

  it('counts request units with index writes, by function and operation', async () => {
    const counted = fixture.as('counted', [all]).dynamodb;
    const due = { due: { S: 'samps#due' }, dueAt: { S: '2025' } };
    await counted.send(put('samps#m', { ...due, text: { S: 'x'.repeat(1500) } }));
    await counted.send(put('samps#m', { ...due, text: { S: 'y'.repeat(10) } }));
    await counted.send(put('samps#m', { ...due, dueAt: { S: '2026' } }));
    await counted.send(new DeleteItemCommand(key('samps#m')));
    await counted.send(new GetItemCommand({ ...key('samps#m'), ConsistentRead: true }));
    const rows = (await fixture.storage.meter()).filter((row) => row.caller === 'counted');
    const units = rows.map((row) => [row.operation, row.index, row.requests, row.readUnits, row.writeUnits]);
    expect(units).toEqual([
      ['DeleteItem', undefined, 1, 0, 1],
      ['GetItem', undefined, 1, 1, 0],
      // 2 KB, then 2 KB (the old item is the larger), then 1 KB.
      ['PutItem', undefined, 3, 0, 5],
      ['DeleteItem', 'due', 1, 0, 1],
      // The entry appears (1), nothing projected changes (0), its key changes (2).
      ['PutItem', 'due', 2, 0, 3],
    ]);
  });
});
