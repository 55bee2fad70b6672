import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { readTogether } from '../../../adapters/read-together.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
beforeEach(() => dynamo.reset());
const read = () => readTogether(dynamo as unknown as DynamoDBDocumentClient);
const asked = () => dynamo.commandCalls(BatchGetCommand).map(({ args }) => args[0].input.RequestItems);

describe('reading together', () => {
  it('asks for the items of one turn by one request, whatever their tables, and for each once', async () => {
    const Responses = { people: [{ item: 'a', name: 'Ana' }], presence: [{ item: 'a', part: 'b', agents: 3 }] };
    dynamo.on(BatchGetCommand).resolves({ Responses });
    const one = read();
    const all = [one('people', { item: 'a' }), one('people', { item: 'x' }), one('presence', { item: 'a', part: 'b' })];
    expect(await Promise.all([...all, one('people', { item: 'a' })])).toEqual([
      { item: 'a', name: 'Ana' },
      undefined,
      { item: 'a', part: 'b', agents: 3 },
      { item: 'a', name: 'Ana' },
    ]);
    expect(asked()).toEqual([
      {
        people: { Keys: [{ item: 'a' }, { item: 'x' }], ConsistentRead: true },
        presence: { Keys: [{ item: 'a', part: 'b' }], ConsistentRead: true },
      },
    ]);
  });

  it('asks again for what was left unread, and for no more than a hundred at once', async () => {
    dynamo
      .on(BatchGetCommand)
      .resolvesOnce({ Responses: {}, UnprocessedKeys: { people: { Keys: [{ item: '0' }] } } })
      .resolves({ Responses: { people: [{ item: '0' }] } });
    const one = read();
    const items = await Promise.all(Array.from({ length: 101 }, (_, n) => one('people', { item: String(n) })));
    expect(items[0]).toEqual({ item: '0' });
    expect(asked().map((each) => each?.['people']?.Keys?.length)).toEqual([100, 1, 1]);
  });

  it('tells everyone who waited when the table refuses', async () => {
    dynamo.on(BatchGetCommand).rejects(new Error('throttled'));
    const one = read();
    const both = await Promise.allSettled([one('people', { item: 'a' }), one('people', { item: 'b' })]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
