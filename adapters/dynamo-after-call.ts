import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { AfterCallWork } from '../domain/campaign/dispatch-run.ts';
import { isPresent, type PresentAgent } from '../domain/presence/presence.ts';

/** Since when agents of the presence board have been in after-call work: one query of the board. */
export function dynamoAfterCall(client: DynamoDBDocumentClient, table: string): AfterCallWork {
  return {
    async since(programme, at) {
      const since: string[] = [];
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: '#programme = :board',
          ExpressionAttributeNames: { '#programme': tables.presence.partitionKey },
          ExpressionAttributeValues: { ':board': `${programme}#agents` },
        },
      );
      for await (const { Items = [] } of pages) {
        // Only the presence board writes here.
        const agents = Items.map(({ present }) => present as PresentAgent);
        since.push(
          ...agents
            .filter((agent) => isPresent(agent, at) && agent.status.type === 'ROUTABLE')
            .flatMap(({ contacts }) =>
              contacts.filter(({ state }) => state === 'ENDED').map((contact) => contact.since),
            ),
        );
      }
      return since;
    },
  };
}
