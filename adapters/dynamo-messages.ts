import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { DispatchChain, MessageRegister, SettlePage } from '../domain/message/message-register.ts';
import type { Erasable } from '../domain/retention/keeper.ts';
import { conditional } from './conditional.ts';
import { messageItem, messageKey, pageItem, pageKey, toMessage, toPage } from './message-item.ts';
import { readTogether } from './read-together.ts';
import { writeBatches } from './write-batches.ts';

const { partitionKey, sortKey } = tables.messages;

/**
 * Messages in one table, without an index: a queue of pages by instant, and one item for each message of which something was decided. One that is planned,
 * sent and delivered costs one unit to claim, one for its receipt, and a twentieth of four for its page, which is written and taken away twice.
 */
export function dynamoMessages(client: DynamoDBDocumentClient, table: string): MessageRegister & Erasable<string> {
  const read = readTogether(client);

  /** Items of a queue up to an instant, ascending. */
  async function queued(item: string, until: string, limit: number): Promise<readonly Record<string, unknown>[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: '#item = :item AND #part <= :until',
        ExpressionAttributeNames: { '#item': partitionKey, '#part': sortKey },
        ExpressionAttributeValues: { ':item': item, ':until': `${until}#~` },
        ConsistentRead: true,
        Limit: limit,
      }),
    );
    return Items;
  }

  function put(item: Readonly<Record<string, unknown>>, version: number): Promise<boolean> {
    const isNew = version === 1;
    return conditional(
      client.send(
        new PutCommand({
          TableName: table,
          Item: item,
          ConditionExpression: isNew ? 'attribute_not_exists(#item)' : '#version = :read',
          ExpressionAttributeNames: isNew ? { '#item': partitionKey } : { '#version': 'version' },
          ...(!isNew && { ExpressionAttributeValues: { ':read': version - 1 } }),
        }),
      ),
    );
  }

  return {
    async plan(programme, pages) {
      await writeBatches(
        client,
        table,
        pages.map((page) => ({ PutRequest: { Item: pageItem(programme, page) } })),
      );
    },

    async due(programme, until, limit) {
      const items = await queued(`${programme}#due`, until, limit);
      return items.map(toPage);
    },

    async remove(programme, page) {
      await writeBatches(client, table, [{ DeleteRequest: { Key: pageKey(programme, page) } }]);
    },

    async addSettle(programme, page) {
      const lines = page.lines.map(({ id, n, accepted }) => `${accepted ? 1 : 0}|${n}|${id}`);
      const Item = { ...settleKey(programme, page), lines };
      await writeBatches(client, table, [{ PutRequest: { Item } }]);
    },

    async settling(programme, until, limit) {
      const items = await queued(`${programme}#settle`, until, limit);
      return items.map(toSettlePage);
    },

    async removeSettled(programme, pages) {
      await writeBatches(
        client,
        table,
        pages.map((page) => ({ DeleteRequest: { Key: settleKey(programme, page) } })),
      );
    },

    async read(programme, ids) {
      const items = await Promise.all([...new Set(ids)].map((id) => read(table, messageKey(programme, id))));
      return items.flatMap((item) => (item === undefined ? [] : [toMessage(item)]));
    },

    async write(programme, message) {
      return await put(messageItem(programme, message), message.version);
    },

    async badNumbers(programme, numberKeys) {
      const items = await Promise.all(numberKeys.map((key) => read(table, numberKeyOf(programme, key))));
      return new Set(numberKeys.filter((_, index) => items[index] !== undefined));
    },

    async markBad(programme, numberKey, { at, cause }) {
      const Item = { ...numberKeyOf(programme, numberKey), at, cause };
      await client.send(new PutCommand({ TableName: table, Item }));
    },

    async erase(programme, ids) {
      await writeBatches(
        client,
        table,
        [...new Set(ids)].map((id) => ({ DeleteRequest: { Key: messageKey(programme, id) } })),
      );
    },

    async readChain(programme) {
      // Only `writeChain` below fills this item.
      return (await read(table, chainKey(programme))) as DispatchChain | undefined;
    },

    async writeChain(programme, { until, version }) {
      return await put({ ...chainKey(programme), until, version }, version);
    },
  };
}

function settleKey(programme: string, { settleAt, pageId }: Pick<SettlePage, 'settleAt' | 'pageId'>) {
  return { [partitionKey]: `${programme}#settle`, [sortKey]: `${settleAt}#${pageId}` };
}

/** Only `addSettle` fills these items. */
function toSettlePage(item: Record<string, unknown>): SettlePage {
  const [settleAt = '', pageId = ''] = String(item[sortKey]).split('#');
  const lines = (item['lines'] as readonly string[]).map((line) => {
    const [accepted, n, ...id] = line.split('|');
    return { id: id.join('|'), n: Number(n), accepted: accepted === '1' };
  });
  return { settleAt, pageId, lines };
}

function numberKeyOf(programme: string, numberKey: string) {
  return { [partitionKey]: `${programme}#number#${numberKey}`, [sortKey]: 'bad' };
}

function chainKey(programme: string) {
  return { [partitionKey]: `${programme}#dispatch`, [sortKey]: 'chain' };
}
