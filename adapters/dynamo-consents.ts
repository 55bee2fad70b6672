import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { ConsentFact, ConsentHolder } from '../domain/consent/consent.ts';
import type { ConsentBatch, ConsentLedger } from '../domain/consent/consent-ledger.ts';
import { writeBatches } from './write-batches.ts';

const { partitionKey, sortKey } = tables.messages;

/** The ledger of consents, beside the messages it decides about: a fact is an item, written once, never changed and never taken away (COMMON-11). */
export function dynamoConsents(client: DynamoDBDocumentClient, table: string): ConsentLedger & ConsentBatch {
  return {
    async append(programme, holder, fact) {
      await client.send(new PutCommand({ TableName: table, Item: toItem(programme, holder, fact) }));
    },

    async appendAll(programme, facts) {
      const items = facts.map(({ holder, fact }) => ({ PutRequest: { Item: toItem(programme, holder, fact) } }));
      await writeBatches(client, table, items);
    },

    async facts(programme, holder) {
      const facts: ConsentFact[] = [];
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: '#item = :item',
          ExpressionAttributeNames: { '#item': partitionKey },
          ExpressionAttributeValues: { ':item': partitionOf(programme, holder) },
          ConsistentRead: true,
        },
      );
      for await (const { Items = [] } of pages) {
        facts.push(...Items.map(toFact));
      }
      return facts;
    },
  };
}

function partitionOf(programme: string, holder: ConsentHolder): string {
  const name = 'subject' in holder ? `subject:${holder.subject}` : `number:${holder.numberKey}`;
  return `${programme}#consent#${name}`;
}

function toItem(
  programme: string,
  holder: ConsentHolder,
  { scope, change, at, channel, textVersion, by }: ConsentFact,
): Record<string, unknown> {
  return {
    [partitionKey]: partitionOf(programme, holder),
    [sortKey]: [at, scope, change, channel].join('#'),
    textVersion,
    ...(by !== undefined && { by }),
  };
}

/** Only `toItem` fills these items. */
function toFact(item: Record<string, unknown>): ConsentFact {
  const [at = '', scope = '', change, channel] = String(item[sortKey]).split('#');
  return {
    scope,
    at,
    change: change === 'given' ? 'given' : 'withdrawn',
    channel: channel === 'sms' || channel === 'web' || channel === 'agent' ? channel : 'import',
    textVersion: String(item['textVersion']),
    ...(typeof item['by'] === 'string' && { by: item['by'] }),
  };
}
