import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import { type Link, mostTries } from '../domain/link/link.ts';
import type { LinkKey, Links } from '../domain/link/links.ts';
import type { Erasable } from '../domain/retention/keeper.ts';
import { readTogether } from './read-together.ts';
import { writeBatches } from './write-batches.ts';

const { partitionKey } = tables.links;

/**
 * Personal links, one small item each: a write unit to open one, none to read it. Items hold no token and nothing of the person but their id. Keys are
 * hashes of tokens.
 */
export function dynamoLinks(client: DynamoDBDocumentClient, table: string): Links & Erasable<string> {
  const read = readTogether(client);
  const place = (link: LinkKey) => ({ TableName: table, Key: { [partitionKey]: itemOf(link) } });
  const exists = { '#link': partitionKey };
  return {
    async open(key, { programme, purpose, subject, occasion, expiresAt }) {
      await client.send(
        new UpdateCommand({
          ...place({ programme, key }),
          UpdateExpression:
            'SET purpose = :purpose, subject = :subject, occasion = :occasion, expiresAt = :until, tries = if_not_exists(tries, :none)',
          ExpressionAttributeValues: {
            ':purpose': purpose,
            ':subject': subject,
            ':occasion': occasion,
            ':until': expiresAt,
            ':none': 0,
          },
        }),
      );
    },

    async find(programmes, key) {
      const places = programmes.map((programme) => ({ [partitionKey]: itemOf({ programme, key }) }));
      const items = await Promise.all(places.map((one) => read(table, one)));
      const item = items.find((one) => one !== undefined);
      return item && toLink(item);
    },

    async takeTry(link) {
      try {
        const { Attributes } = await client.send(
          new UpdateCommand({
            ...place(link),
            UpdateExpression: 'SET tries = tries + :one',
            ConditionExpression: 'attribute_exists(#link) AND tries < :most AND attribute_not_exists(lockedAt)',
            ExpressionAttributeNames: exists,
            ExpressionAttributeValues: { ':one': 1, ':most': mostTries },
            ReturnValues: 'UPDATED_NEW',
          }),
        );
        return Number(Attributes?.['tries']);
      } catch (error) {
        if (error instanceof Error && error.name === 'ConditionalCheckFailedException') {
          return undefined;
        }
        throw error;
      }
    },

    async giveTries(link) {
      await client.send(
        new UpdateCommand({
          ...place(link),
          UpdateExpression: 'SET tries = :none',
          ConditionExpression: 'attribute_exists(#link)',
          ExpressionAttributeNames: exists,
          ExpressionAttributeValues: { ':none': 0 },
        }),
      );
    },

    async note(link, fact, at) {
      const { Attributes } = await client.send(
        new UpdateCommand({
          ...place(link),
          UpdateExpression: 'SET #fact = if_not_exists(#fact, :at)',
          ConditionExpression: 'attribute_exists(#link)',
          ExpressionAttributeNames: { ...exists, '#fact': fact },
          ExpressionAttributeValues: { ':at': at },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return String(Attributes?.[fact] ?? at);
    },

    async erase(programme, keys) {
      const requests = keys.map((key) => ({
        DeleteRequest: { Key: { [partitionKey]: itemOf({ programme, key }) } },
      }));
      await writeBatches(client, table, requests);
    },
  };
}

function itemOf({ programme, key }: LinkKey): string {
  return `${programme}#link#${key}`;
}

/** Only `open` and `note` above fill these items. */
function toLink({ [partitionKey]: item, ...link }: Record<string, unknown>): Link {
  const [programme = ''] = String(item).split('#', 1);
  return { ...(link as Omit<Link, 'programme'>), programme };
}
