import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamoConsents } from '../../../adapters/dynamo-consents.ts';
import { dynamoFollowUps } from '../../../adapters/dynamo-follow-ups.ts';
import { dynamoKeptNumbers } from '../../../adapters/dynamo-kept-numbers.ts';
import { dynamoMessages } from '../../../adapters/dynamo-messages.ts';
import { dynamoRetention } from '../../../adapters/dynamo-retention.ts';
import { sweptItems } from '../../../adapters/swept-items.ts';
import { tables } from '../../../contracts/tables.ts';
import { person } from '../../domain/follow-up/suivi-world.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

let embedded: EmbeddedTables;
beforeAll(async () => {
  embedded = await embeddedTables('followUps', 'messages', 'people', 'callbacks', 'retention');
});
afterAll(() => embedded.stop());

const at = '2026-05-01T01:00:00.000Z';
const before = '2026-02-01T00:00:00.000Z';
const { partitionKey, sortKey } = tables.messages;

async function keys(table: string): Promise<readonly string[]> {
  const { Items = [] } = await embedded.client.send(new ScanCommand({ TableName: table }));
  return Items.map((item) => String(item[partitionKey] ?? item[tables.people.partitionKey])).sort();
}

describe('COMMON-13: items in their tables', () => {
  test('go by the last instant that they hold, of their kind and programme alone, some a step', async () => {
    const { client } = embedded;
    const messages = dynamoMessages(client, 'messages');
    const consents = dynamoConsents(client, 'messages');
    const numbers = Array.from({ length: 700 }, (_, n) => n);
    await Promise.all(
      numbers.map(async (n) => {
        const old = n % 2 === 0 ? '2026-01-01T10:00:00.000Z' : '2026-03-01T10:00:00.000Z';
        await messages.markBad('suivi', `n${n}`, { at: old, cause: 'invalid' });
      }),
    );
    await messages.markBad('autre', 'n0', { at: '2020-01-01T10:00:00.000Z', cause: 'invalid' });
    const fact = { scope: 'messages', change: 'withdrawn', channel: 'web', textVersion: '1' } as const;
    await consents.append('suivi', { subject: 's1' }, { ...fact, at: '2026-01-01T10:00:00.000Z' });
    const keeper = sweptItems(client, {
      data: 'refused-number',
      table: 'messages',
      partitionKey,
      sortKey,
      prefix: 'number#',
    });
    let step = await keeper.purge?.({ programme: 'suivi', at, before, most: 300 });
    const steps = [step];
    while (step?.next !== undefined) {
      step = await keeper.purge?.({ programme: 'suivi', at, before, most: 300, after: step.next });
      steps.push(step);
    }
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.reduce((sum, one) => sum + (one?.forgotten ?? 0), 0)).toBe(350);
    const left = await keys('messages');
    expect(left).toHaveLength(352);
    expect(left).toContain('autre#number#n0');
    expect(left).toContain('suivi#consent#subject:s1');
  });

  test('followed people are found once they are followed no more, the longest first, and not before', async () => {
    const people = dynamoFollowUps(embedded.client, 'followUps');
    const due = '2026-05-02T07:00:00.000Z';
    await people.add('suivi', [
      person({ recipientId: 'under', due }),
      person({ recipientId: 'b', endedAt: '2026-01-20T10:00:00.000Z' }),
      person({ recipientId: 'a', endedAt: '2026-01-10T10:00:00.000Z' }),
      person({ recipientId: 'late', endedAt: '2026-02-10T10:00:00.000Z' }),
    ]);
    const first = await people.ended('suivi', { before, limit: 1 });
    expect(first.map(({ recipientId }) => recipientId)).toEqual(['a']);
    const after = first[0]?.place ?? '';
    expect((await people.ended('suivi', { before, limit: 9, after })).map((one) => one.recipientId)).toEqual(['b']);
    expect(await people.due('suivi', '2026-06-01T00:00:00.000Z', 9)).toEqual(['under']);
    expect((await people.read('suivi', ['a']))[0]?.due).toBeUndefined();
    await people.erase('suivi', ['a', 'b']);
    expect(await people.ended('suivi', { before, limit: 9 })).toEqual([]);
  });

  test('numbers go from the three tables that know them; those last heard of are told', async () => {
    const { client } = embedded;
    const put = async (TableName: string, Item: Record<string, unknown>) =>
      await client.send(new PutCommand({ TableName, Item }));
    for (const key of ['k1', 'k2']) {
      await put('people', { [tables.people.partitionKey]: `suivi#number#${key}` });
      await put('messages', { [partitionKey]: `suivi#number#${key}`, [sortKey]: 'bad', at });
    }
    await put('callbacks', {
      [tables.callbacks.partitionKey]: 'suivi#number#k1',
      version: 1,
      sources: [{ startedAt: at }],
    });
    await put('people', { [tables.people.partitionKey]: 'suivi#recipient#r1' });
    const kept = dynamoKeptNumbers(client, { people: 'people', callbacks: 'callbacks', messages: 'messages' });
    const { numbers } = await kept.page('suivi', undefined);
    expect([...numbers].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual([{ key: 'k1', heardAt: at }, { key: 'k2' }]);
    await kept.erase('suivi', ['k1', 'k2']);
    expect(await keys('people')).toEqual(['suivi#recipient#r1']);
    expect(await keys('callbacks')).toEqual([]);
    expect((await keys('messages')).some((key) => key.endsWith('#k1'))).toBe(false);
  });

  test('COMMON-14: the first order of a person is kept, and a night is written over what was read', async () => {
    const book = dynamoRetention(embedded.client, 'retention');
    await book.order('suivi', { person: 'p1', at, by: 'sup' });
    await book.order('suivi', { person: 'p1', at: before, by: 'other' });
    expect(await book.orders('suivi')).toEqual([{ person: 'p1', at, by: 'sup' }]);
    expect(await book.orders('autre')).toEqual([]);
    const run = { day: '2026-05-01', startedAt: at, rank: 1, counts: {}, version: 1 };
    expect(await book.writeRun('suivi', run)).toBe(true);
    expect(await book.writeRun('suivi', run)).toBe(false);
    expect(await book.writeRun('suivi', { ...run, version: 2, rank: 2 })).toBe(true);
    expect(await book.run('suivi', '2026-05-01')).toMatchObject({ rank: 2, version: 2 });
    expect(await book.run('suivi', '2026-05-02')).toBeUndefined();
  });
});
