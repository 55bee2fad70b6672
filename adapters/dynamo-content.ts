import { type DynamoDBDocumentClient, PutCommand, type PutCommandInput, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { Content, ContentOf } from '../domain/content/content.ts';
import { type CancellableVersions, type ContentVersion, counts } from '../domain/content/content-versions.ts';
import type { ContentKind } from '../domain/programme/programme.ts';
import { conditional } from './conditional.ts';

/** An edit is heard by callers at most this much later. */
const freshMs = 5 * 60_000;
const { partitionKey, sortKey } = tables.content;

/** Versions by kind, ascending by `validFrom`. */
type Kept = ReadonlyMap<string, readonly ContentVersion[]>;

interface Cached {
  readonly readAt: number;
  readonly kept: Promise<Kept>;
}

/** Dated content in DynamoDB: all that a programme has is read by one query (it is little) and kept for five minutes by the clock given. */
export function dynamoContent(
  client: DynamoDBDocumentClient,
  table: string,
  now: () => number = Date.now,
): Content & CancellableVersions {
  const cache = new Map<string, Cached>();

  async function read(programme: string): Promise<Kept> {
    const items: Record<string, unknown>[] = [];
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: '#content = :content',
        ExpressionAttributeNames: { '#content': partitionKey },
        ExpressionAttributeValues: { ':content': contentOf(programme) },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) {
      items.push(...Items);
    }
    // The sort key orders the versions of a kind by `validFrom`.
    const byKind = Map.groupBy(items, (item) => String(item[sortKey]).split('#', 1)[0] ?? '');
    return new Map([...byKind].map(([kind, ofKind]) => [kind, ofKind.map(toVersion)]));
  }

  function cached(programme: string): Promise<Kept> {
    const known = cache.get(programme);
    if (known !== undefined && Math.abs(now() - known.readAt) < freshMs) {
      return known.kept;
    }
    const kept = read(programme);
    cache.set(programme, { readAt: now(), kept });
    kept.catch(() => cache.delete(programme));
    return kept;
  }

  async function put(
    programme: string,
    kind: ContentKind,
    version: ContentVersion,
    condition: Pick<PutCommandInput, 'ConditionExpression' | 'ExpressionAttributeNames'>,
  ): Promise<boolean> {
    const key = { [partitionKey]: contentOf(programme), [sortKey]: `${kind}#${version.validFrom}#${version.hash}` };
    return await conditional(
      client.send(new PutCommand({ TableName: table, Item: { ...key, ...version }, ...condition })),
    );
  }

  return {
    async versions(programme, kind) {
      return (await read(programme)).get(kind) ?? [];
    },
    async inForce<K extends ContentKind>(programme: string, kind: K, at: string): Promise<ContentOf[K]> {
      const version = (await cached(programme)).get(kind)?.findLast((one) => one.validFrom <= at && counts(one));
      if (version === undefined) {
        throw new Error(
          `Programme "${programme}" has no "${kind}" in force at ${at}; accepted: content seeded by the deployment or edited`,
        );
      }
      // What was written under this kind is of this kind: writers are typed by the same contract.
      return version.value as ContentOf[K];
    },
    async add(programme, kind, version) {
      const ifNew = { ConditionExpression: 'attribute_not_exists(#content)' };
      return await put(programme, kind, version, { ...ifNew, ExpressionAttributeNames: { '#content': partitionKey } });
    },
    async cancel(programme, kind, version) {
      return await put(programme, kind, version, {
        ConditionExpression: 'attribute_exists(#content) AND attribute_not_exists(#cancelled)',
        ExpressionAttributeNames: { '#content': partitionKey, '#cancelled': 'cancelled' },
      });
    },
  };
}

function contentOf(programme: string): string {
  return `${programme}#content`;
}

function toVersion(item: Record<string, unknown>): ContentVersion {
  const { validFrom, hash, origin, value, by, at, reason } = item;
  if (typeof validFrom !== 'string' || typeof hash !== 'string' || (origin !== 'seed' && origin !== 'edit')) {
    throw new Error(
      `Content "${item[partitionKey]}" "${item[sortKey]}" is not a version; accepted: validFrom, hash, origin seed or edit, value`,
    );
  }
  const author =
    typeof by === 'string' && typeof at === 'string' && typeof reason === 'string' ? { by, at, reason } : {};
  return { validFrom, hash, origin, value, ...author, ...cancellationOf(item['cancelled']) };
}

function cancellationOf(kept: unknown): Pick<ContentVersion, 'cancelled'> {
  if (typeof kept !== 'object' || kept === null) {
    return {};
  }
  const { by, at, reason }: Record<string, unknown> = { ...kept };
  return { cancelled: { by: String(by), at: String(at), reason: String(reason) } };
}
