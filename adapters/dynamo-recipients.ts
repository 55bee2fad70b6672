import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import { addDays, instantOf, localDay } from '../domain/calendar/local-time.ts';
import type { Departure, RecipientRegister } from '../domain/recipient/recipient-register.ts';
import { lineOf, type RegisterEntry } from '../domain/recipient/register-entry.ts';
import { conditional } from './conditional.ts';
import { readItem } from './read-item.ts';
import { writeBatches } from './write-batches.ts';

const { partitionKey, sortKey } = tables.recipients;

/**
 * The register in DynamoDB: an item a person, under a kilobyte, one write unit; a departure is an item of its own, so that an import never writes over
 * it. A register of 10 500 is read whole for some 700 read units. `timeZoneOf`: zone of a programme, in which absences are days.
 */
export function dynamoRecipients(
  client: DynamoDBDocumentClient,
  table: string,
  timeZoneOf: (programme: string) => string,
  read = readItem(client),
): RecipientRegister & { forget(programme: string, recipientIds: readonly string[]): Promise<void> } {
  async function* query(partition: string, after?: string): AsyncGenerator<Record<string, unknown>> {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression:
          after === undefined ? '#register = :register' : '#register = :register AND #recipient > :after',
        ExpressionAttributeNames: { '#register': partitionKey, ...(after !== undefined && { '#recipient': sortKey }) },
        ExpressionAttributeValues: { ':register': partition, ...(after !== undefined && { ':after': after }) },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) {
      yield* Items;
    }
  }

  async function departures(programme: string): Promise<readonly Departure[]> {
    const found: Departure[] = [];
    for await (const item of query(leftOf(programme))) {
      found.push(toDeparture(item));
    }
    return found;
  }

  return {
    async *inForce(programme, at, after) {
      const gone = new Set((await departures(programme)).filter((one) => one.at <= at).map((one) => one.recipientId));
      const timeZone = timeZoneOf(programme);
      const day = localDay(timeZone, at);
      for await (const item of query(registerOf(programme), after)) {
        const entry = toEntry(item);
        if (entry.validFrom <= at && !gone.has(entry.recipientId)) {
          yield lineOf(entry, day, (until) => instantOf(timeZone, addDays(until, 1), '00:00'));
        }
      }
    },

    async removed(programme, recipientId) {
      const item = await read(table, { [partitionKey]: leftOf(programme), [sortKey]: recipientId });
      return item !== undefined;
    },

    async entries(programme) {
      const entries: RegisterEntry[] = [];
      for await (const item of query(registerOf(programme))) {
        entries.push(toEntry(item));
      }
      return entries;
    },

    async find(programme, recipientId) {
      const item = await read(table, { [partitionKey]: registerOf(programme), [sortKey]: recipientId });
      return item && toEntry(item);
    },

    async write(programme, entries) {
      const requests = entries.map(({ recipientId, ...entry }) => ({
        PutRequest: { Item: { [partitionKey]: registerOf(programme), [sortKey]: recipientId, ...entry } },
      }));
      await writeBatches(client, table, requests);
    },

    departures,

    async leave(programme, { recipientId, ...departure }) {
      await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { [partitionKey]: leftOf(programme), [sortKey]: recipientId, ...departure },
            ConditionExpression: 'attribute_not_exists(#register)',
            ExpressionAttributeNames: { '#register': partitionKey },
          }),
        ),
      );
    },

    async stay(programme, recipientId, attemptId) {
      await conditional(
        client.send(
          new DeleteCommand({
            TableName: table,
            Key: { [partitionKey]: leftOf(programme), [sortKey]: recipientId },
            ConditionExpression: 'attemptId = :attempt',
            ExpressionAttributeValues: { ':attempt': attemptId },
          }),
        ),
      );
    },

    async forget(programme, recipientIds) {
      const requests = recipientIds.flatMap((recipientId) =>
        [registerOf(programme), leftOf(programme)].map((partition) => ({
          DeleteRequest: { Key: { [partitionKey]: partition, [sortKey]: recipientId } },
        })),
      );
      await writeBatches(client, table, requests);
    },

    async erase(programme, recipientIds) {
      const requests = recipientIds.map((recipientId) => ({
        DeleteRequest: { Key: { [partitionKey]: registerOf(programme), [sortKey]: recipientId } },
      }));
      await writeBatches(client, table, requests);
    },
  };
}

/** Only `write` above fills these items: what is checked is that the item is an entry at all. */
function toEntry({
  [partitionKey]: _register,
  [sortKey]: recipientId,
  ...entry
}: Record<string, unknown>): RegisterEntry {
  if (typeof recipientId !== 'string' || typeof entry['listed'] !== 'string' || !Array.isArray(entry['numberKeys'])) {
    throw new Error(
      `Item "${String(recipientId)}" of the register is no recipient; accepted: items written by an import`,
    );
  }
  return { recipientId, ...entry } as RegisterEntry;
}

function toDeparture(item: Record<string, unknown>): Departure {
  const { [sortKey]: recipientId, why, at, by, attemptId } = item;
  if (typeof recipientId !== 'string' || typeof at !== 'string' || typeof by !== 'string' || !isWhy(why)) {
    throw new Error(`Item "${String(recipientId)}" is no departure; accepted: why, at and by`);
  }
  return { recipientId, why, at, by, ...(typeof attemptId === 'string' && { attemptId }) };
}

function isWhy(why: unknown): why is Departure['why'] {
  return why === 'asked' || why === 'deceased' || why === 'moved' || why === 'import-undone';
}

function registerOf(programme: string): string {
  return `${programme}#register`;
}

function leftOf(programme: string): string {
  return `${programme}#left`;
}
