import { type DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { ReferralItem, ReferralKey, Referrals } from '../domain/referral/referrals.ts';
import type { Erasable } from '../domain/retention/keeper.ts';
import { conditional } from './conditional.ts';
import { latestInstant } from './latest-instant.ts';
import { packed, unpacked } from './packed-json.ts';
import { writeBatches } from './write-batches.ts';

const { partitionKey, sortKey, dueIndex } = tables.referrals;
/** One index partition takes 1 000 writes a second; a cycle makes some thousands of referrals in two days. */
const dueShard = 0;

/**
 * Referrals, one item each, a partition per cell: whoever asks for a cell's can get no other's. Closed ones leave the due index, and stay. A referral
 * is under a kilobyte: one write unit, and one or two more when its line of the index moves.
 */
export function dynamoReferrals(client: DynamoDBDocumentClient, table: string): Referrals & Erasable<ReferralKey> {
  return {
    async read(programme, { cell, referralId }) {
      const key = { [partitionKey]: cellOf(programme, cell), [sortKey]: referralId };
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
      return Item === undefined ? undefined : toItem(Item);
    },

    async write(programme, { subject, facts, version, due }) {
      const isFirst = version === 1;
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: {
              [partitionKey]: cellOf(programme, subject.cell),
              [sortKey]: subject.referralId,
              version,
              content: packed({ subject, facts }),
              ...(due && { [dueIndex.partitionKey]: `${programme}#due#${dueShard}`, [dueIndex.sortKey]: due }),
            },
            ConditionExpression: isFirst ? 'attribute_not_exists(#cell)' : '#version = :read',
            ExpressionAttributeNames: isFirst ? { '#cell': partitionKey } : { '#version': 'version' },
            ...(!isFirst && { ExpressionAttributeValues: { ':read': version - 1 } }),
          }),
        ),
      );
    },

    async open(programme, cell) {
      const items: ReferralItem[] = [];
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: '#cell = :cell',
          FilterExpression: 'attribute_exists(#due)',
          ExpressionAttributeNames: { '#cell': partitionKey, '#due': dueIndex.sortKey },
          ExpressionAttributeValues: { ':cell': cellOf(programme, cell) },
        },
      );
      for await (const { Items = [] } of pages) {
        items.push(...Items.map(toItem));
      }
      return items;
    },

    async dueUntil(programme, until) {
      const keys: { readonly cell: string; readonly referralId: string }[] = [];
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          IndexName: dueIndex.name,
          KeyConditionExpression: '#due = :due AND #dueAt <= :until',
          ExpressionAttributeNames: { '#due': dueIndex.partitionKey, '#dueAt': dueIndex.sortKey },
          ExpressionAttributeValues: { ':due': `${programme}#due#${dueShard}`, ':until': until },
        },
      );
      for await (const { Items = [] } of pages) {
        keys.push(
          ...Items.map((item) => ({
            cell: String(item[partitionKey]).slice(cellOf(programme, '').length),
            referralId: String(item[sortKey]),
          })),
        );
      }
      return keys;
    },

    async erase(programme, keys) {
      const requests = keys.map(({ cell, referralId }) => ({
        DeleteRequest: { Key: { [partitionKey]: cellOf(programme, cell), [sortKey]: referralId } },
      }));
      await writeBatches(client, table, requests);
    },
  };
}

/** Only `write` above fills these items. */
function toItem(item: Record<string, unknown>): ReferralItem {
  const { version, content: kept } = item;
  // Those of an earlier version of this code are not packed.
  const content = kept instanceof Uint8Array ? unpacked(kept) : kept;
  const due = item[dueIndex.sortKey];
  if (typeof version !== 'number' || typeof content !== 'object' || content === null) {
    throw new Error(`Referral "${item[sortKey]}" has no version or content; accepted: items written by the register`);
  }
  return { ...(content as Omit<ReferralItem, 'version' | 'due'>), version, ...(typeof due === 'string' && { due }) };
}

function cellOf(programme: string, cell: string): string {
  return `${programme}#cell#${cell}`;
}

/** The last instant of a referral that is closed; undefined of one that is open, which stays. */
export function lastOfReferral(item: Readonly<Record<string, unknown>>): string | undefined {
  return item[dueIndex.sortKey] === undefined ? latestInstant({ facts: toItem(item).facts }) : undefined;
}
