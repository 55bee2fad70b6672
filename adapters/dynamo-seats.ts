import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { knowledgeTableKeys } from '../contracts/knowledge-tables.ts';
import type { HeldSeat, Seat, Seats } from '../domain/appointment/seats.ts';
import { conditional } from './conditional.ts';

const { partitionKey, sortKey } = knowledgeTableKeys.appointments;
/** A booking takes seconds. One that took a place and left no appointment for this long was given up on its way. */
const givenUpMs = 10 * 60_000;
/** BatchGetItem takes no more. */
const batchSize = 100;

interface KeptSeat extends HeldSeat {
  readonly takenAt: string;
}

/**
 * Places of a programme in DynamoDB: one item each, written only where there is none. A place whose booking was given up on its way is freed by whoever
 * reads the day next (design decision 14).
 */
export function dynamoSeats(
  client: DynamoDBDocumentClient,
  table: string,
  programme: string,
  now: () => string,
): Seats {
  const keyOf = ({ siteId, day, at, seat }: Seat) => ({
    [partitionKey]: `${programme}#seats#${siteId}#${day}`,
    [sortKey]: `${at}#${String(seat).padStart(3, '0')}`,
  });

  async function free(seat: Seat, owner: string): Promise<void> {
    await conditional(
      client.send(
        new DeleteCommand({
          TableName: table,
          Key: keyOf(seat),
          ConditionExpression: '#owner = :owner',
          ExpressionAttributeNames: { '#owner': 'owner' },
          ExpressionAttributeValues: { ':owner': owner },
        }),
      ),
    );
  }

  /** Items of the appointments, of these owners, that are there. */
  async function kept(items: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (let start = 0; start < items.length; start += batchSize) {
      const Keys = items.slice(start, start + batchSize).map((item) => ({ [partitionKey]: item, [sortKey]: '-' }));
      const { Responses = {}, UnprocessedKeys = {} } = await client.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } }),
      );
      // What was not read may be there.
      for (const item of [...(Responses[table] ?? []), ...(UnprocessedKeys[table]?.Keys ?? [])]) {
        found.add(String(item[partitionKey]));
      }
    }
    return found;
  }

  return {
    async take(seat, owner) {
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...keyOf(seat), ...seat, owner, takenAt: now() },
            ConditionExpression: 'attribute_not_exists(#item) OR #owner = :owner',
            ExpressionAttributeNames: { '#item': partitionKey, '#owner': 'owner' },
            ExpressionAttributeValues: { ':owner': owner },
          }),
        ),
      );
    },
    free,
    async held(siteId, day) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: '#item = :item',
          ExpressionAttributeNames: { '#item': partitionKey },
          ExpressionAttributeValues: { ':item': `${programme}#seats#${siteId}#${day}` },
          ConsistentRead: true,
        }),
      );
      const all = Items.map(toSeat);
      const old = all.filter(({ takenAt }) => Date.parse(takenAt) < Date.parse(now()) - givenUpMs);
      const known =
        old.length === 0
          ? new Set<string>()
          : await kept([...new Set(old.map(({ owner }) => itemOf(programme, owner)))]);
      const lost = old.filter(({ owner }) => !known.has(itemOf(programme, owner)));
      await Promise.all(lost.map((seat) => free(seat, seat.owner)));
      return all.filter((seat) => !lost.includes(seat));
    },
  };
}

/** The appointment of a place: its id, before what names a move of it. */
function itemOf(programme: string, owner: string): string {
  return `${programme}#appointment#${owner.split('.', 1)[0]}`;
}

/** Only `take` above fills these items. */
function toSeat(item: Record<string, unknown>): KeptSeat {
  const { siteId, day, at, seat, owner, takenAt } = item;
  return {
    siteId: String(siteId),
    day: String(day),
    at: String(at),
    seat: Number(seat),
    owner: String(owner),
    takenAt: String(takenAt),
  };
}
