import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { ConsentFact, ConsentHolder } from '../domain/consent/consent.ts';
import type { ConsentLedger } from '../domain/consent/consent-ledger.ts';

const { partitionKey, sortKey } = tables.messages;

/** The ledger of consents, beside the messages it decides about: a fact is an item, written once, never changed and never taken away (COMMON-11). */
export function dynamoConsents(client: DynamoDBDocumentClient, table: string): ConsentLedger {
  return {
    async append(programme, holder, { scope, change, at, channel, textVersion, by }) {
      const Item = {
        [partitionKey]: partitionOf(programme, holder),
        [sortKey]: [at, scope, change, channel].join('#'),
        textVersion,
        ...(by !== undefined && { by }),
      };
      await client.send(new PutCommand({ TableName: table, Item }));
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

/** Only `append` fills these items. */
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
