import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { Content, ContentOf } from '../domain/content/content.ts';
import type { ContentVersion, ContentVersions } from '../domain/content/content-versions.ts';
import type { ContentKind } from '../domain/programme/programme.ts';
import { conditional } from './conditional.ts';

/** An edit is heard by callers at most this much later. */
const freshMs = 5 * 60_000;
const { partitionKey, sortKey } = tables.content;

interface Cached {
  readonly readAt: number;
  readonly versions: Promise<readonly ContentVersion[]>;
}

/** Dated content in DynamoDB: all versions of a kind are read at once (they are few) and kept for five minutes by the clock given. */
export function dynamoContent(
  client: DynamoDBDocumentClient,
  table: string,
  now: () => number = Date.now,
): Content & ContentVersions {
  const cache = new Map<string, Cached>();

  async function versions(programme: string, kind: ContentKind): Promise<readonly ContentVersion[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: '#content = :content',
        ExpressionAttributeNames: { '#content': partitionKey },
        ExpressionAttributeValues: { ':content': `${programme}#${kind}` },
        ConsistentRead: true,
      }),
    );
    return Items.map(toVersion).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  }

  function cached(programme: string, kind: ContentKind): Promise<readonly ContentVersion[]> {
    const key = `${programme}#${kind}`;
    const known = cache.get(key);
    if (known !== undefined && Math.abs(now() - known.readAt) < freshMs) {
      return known.versions;
    }
    const reading = versions(programme, kind);
    cache.set(key, { readAt: now(), versions: reading });
    reading.catch(() => cache.delete(key));
    return reading;
  }

  return {
    versions,
    async inForce<K extends ContentKind>(programme: string, kind: K, at: string): Promise<ContentOf[K]> {
      const version = (await cached(programme, kind)).findLast(({ validFrom }) => validFrom <= at);
      if (version === undefined) {
        throw new Error(
          `Programme "${programme}" has no "${kind}" in force at ${at}; accepted: content seeded by the deployment or edited`,
        );
      }
      // What was written under this kind is of this kind: writers are typed by the same contract.
      return version.value as ContentOf[K];
    },
    async add(programme, kind, version) {
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: {
              [partitionKey]: `${programme}#${kind}`,
              [sortKey]: `${version.validFrom}#${version.hash}`,
              ...version,
            },
            ConditionExpression: 'attribute_not_exists(#content)',
            ExpressionAttributeNames: { '#content': partitionKey },
          }),
        ),
      );
    },
  };
}

function toVersion(item: Record<string, unknown>): ContentVersion {
  const { validFrom, hash, origin, value } = item;
  if (typeof validFrom !== 'string' || typeof hash !== 'string' || (origin !== 'seed' && origin !== 'edit')) {
    throw new Error(
      `Content "${item[partitionKey]}" "${item[sortKey]}" is not a version; accepted: validFrom, hash, origin seed or edit, value`,
    );
  }
  return { validFrom, hash, origin, value };
}
