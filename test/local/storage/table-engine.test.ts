import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepHeapSmall } from '../../../local/small-heap.ts';
import { TableEngine } from '../../../local/storage/table-engine.ts';

const engine = new TableEngine();
const stop = keepHeapSmall(4);
beforeAll(async () => {
  await engine.open();
  await engine.call('CreateTable', {
    TableName: 'agents',
    AttributeDefinitions: ['programme', 'agent'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: [
      { AttributeName: 'programme', KeyType: 'HASH' },
      { AttributeName: 'agent', KeyType: 'RANGE' },
    ],
    BillingMode: 'PAY_PER_REQUEST',
  });
  while (JSON.stringify(await engine.call('DescribeTable', { TableName: 'agents' })).includes('CREATING'))
    await setImmediate();
});
afterAll(async () => {
  stop();
  await engine.close();
});

const put = (agent: string, text: string) =>
  engine.call('PutItem', {
    TableName: 'agents',
    Item: { programme: { S: 'samps' }, agent: { S: agent }, text: { S: text } },
  });
const query = (more: object = {}) =>
  engine.call('Query', {
    TableName: 'agents',
    KeyConditionExpression: 'programme = :samps',
    ExpressionAttributeValues: { ':samps': { S: 'samps' } },
    ...more,
  });

describe('the table engine', () => {
  it('answers long partitions whole and in order, page by page when asked', async () => {
    const names = Array.from({ length: 250 }, (_, n) => `agent-${String(n).padStart(3, '0')}`);
    for (const name of names) await put(name, 'here');
    const read = (items: unknown) => JSON.stringify(items).match(/agent-\d{3}/g);
    expect(read((await query())['Items'])).toEqual(names);
    const page = await query({ Limit: 120 });
    expect(read(page['Items'])).toEqual(names.slice(0, 120));
    const rest = await query({ ExclusiveStartKey: page['LastEvaluatedKey'] ?? null });
    expect(read(rest['Items'])).toEqual(names.slice(120));
  });

  it('keeps nothing of an item that was written over, once the queries of before are answered', async () => {
    for (let n = 0; n < 200; n += 1) {
      await put('agent-000', `${n}`.padEnd(200_000, 'x'));
      await query({ Limit: 1 });
    }
    // 40 MB were written in all.
    while (process.memoryUsage().arrayBuffers > 20e6) await sleep(50);
    expect(JSON.stringify(await query({ Limit: 1 }))).toContain('199xxx');
  });
});
