import { describe, expect, it } from 'vitest';
import { itemSize } from '../../../local/storage/item-size.ts';
import type { Item, TableDefinition } from '../../../local/storage/table-definition.ts';
import { writeUnits } from '../../../local/storage/write-units.ts';

const table: TableDefinition = {
  TableName: 't',
  AttributeDefinitions: ['id', 'due', 'at'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'keys',
      KeySchema: [
        { AttributeName: 'due', KeyType: 'HASH' },
        { AttributeName: 'at', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
    { IndexName: 'all', KeySchema: [{ AttributeName: 'due', KeyType: 'HASH' }], Projection: { ProjectionType: 'ALL' } },
  ],
};
const item = (rest: Record<string, string>): Item =>
  Object.fromEntries(Object.entries({ id: '1', ...rest }).map(([name, value]) => [name, { S: value }]));
const big = 'x'.repeat(2100);

describe('item size', () => {
  it.each([
    [{ é: { S: 'é' } }, 4],
    [{ n: { N: '-12.50' } }, 1 + 2 + 1 + 1],
    [{ n: { N: '0' } }, 1 + 1],
    [{ b: { B: 'AAAA' } }, 1 + 3],
    [{ t: { BOOL: true }, u: { NULL: true } }, 4],
    [{ l: { L: [{ S: 'ab' }, { N: '1' }] } }, 1 + 3 + 1 + 2 + 1 + 2],
    [{ m: { M: { k: { S: 'v' } } } }, 1 + 3 + 1 + 1 + 1],
    [{ s: { SS: ['a', 'bc'] } }, 1 + 3],
  ])('%j takes %i bytes', (value: Item, size) => {
    expect(itemSize(value)).toBe(size);
  });
});

describe('write units', () => {
  it.each<[string, Item | undefined, Item | undefined, number, Record<string, number>]>([
    ['an item without index keys', undefined, item({}), 1, {}],
    ['an item of 2.1 KB in the indexes', undefined, item({ due: 'd', at: '1', big }), 3, { keys: 1, all: 3 }],
    [
      'a change that no index projects but one',
      item({ due: 'd', at: '1' }),
      item({ due: 'd', at: '1', x: '2' }),
      1,
      { all: 1 },
    ],
    ['the same item again', item({ due: 'd', at: '1' }), item({ due: 'd', at: '1' }), 1, {}],
    [
      'a new index key: one entry out, one in',
      item({ due: 'd', at: '1' }),
      item({ due: 'e', at: '1' }),
      1,
      { keys: 2, all: 2 },
    ],
    ['a sort key of one index', item({ due: 'd', at: '1' }), item({ due: 'd', at: '2' }), 1, { keys: 2, all: 1 }],
    ['leaving a sparse index', item({ due: 'd', at: '1', big }), item({ big }), 3, { keys: 1, all: 3 }],
    ['a deletion', item({ due: 'd', at: '1' }), undefined, 1, { keys: 1, all: 1 }],
    ['a deletion of nothing', undefined, undefined, 1, {}],
    ['a smaller item pays for the larger', item({ big }), item({}), 3, {}],
  ])('%s', (_name, before, after, units, indexes) => {
    expect(writeUnits(table, before, after)).toEqual({ table: units, indexes });
  });
});
