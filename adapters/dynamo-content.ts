import {
  type DynamoDBDocumentClient,
  PutCommand,
  type PutCommandInput,
  paginateQuery,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { Content, ContentOf } from '../domain/content/content.ts';
import { type CancellableVersions, type ContentVersion, counts } from '../domain/content/content-versions.ts';
import type { ContentKind } from '../domain/programme/programme.ts';
import { conditional } from './conditional.ts';

/** An edit is heard by callers at most this much later. */
const freshMs = 5 * 60_000;
/** Read as a whole this often all the same: an edit whose writer ended before it told of it is heard too, and one written by hand. */
const wholeMs = 60 * 60_000;
const { partitionKey, sortKey } = tables.content;

/** Versions by kind, ascending by `validFrom`. */
type Kept = ReadonlyMap<string, readonly ContentVersion[]>;

/** All content of a programme, at `wholeAt`. Revision: null where none is told of, undefined before it is asked for. */
interface Whole {
  readonly wholeAt: number;
  readonly revision?: string | null;
  readonly kept: Kept;
}

interface Cached {
  readonly readAt: number;
  readonly whole: Promise<Whole>;
}

/**
 * Dated content in DynamoDB: all that a programme has is read by one query (it is little) and kept for five minutes by the clock given, and longer while its
 * revision, an item of its own that every edit replaces, is the same.
 */
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

  async function revisionOf(programme: string): Promise<string | null> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: '#content = :content',
        ExpressionAttributeNames: { '#content': partitionKey },
        ExpressionAttributeValues: { ':content': `${contentOf(programme)}-revision` },
        ConsistentRead: true,
      }),
    );
    const [{ revision = null } = {}] = Items;
    return revision === null ? null : String(revision);
  }

  async function renewed(programme: string, before: Promise<Whole> | undefined): Promise<Whole> {
    const known = await before;
    const wholeAt = now();
    if (known === undefined) {
      return { wholeAt, kept: await read(programme) };
    }
    // Asked first: what is edited meanwhile is found the next time.
    const revision = await revisionOf(programme);
    const isSame = revision === known.revision && Math.abs(wholeAt - known.wholeAt) < wholeMs;
    return isSame ? known : { wholeAt, revision, kept: await read(programme) };
  }

  async function cached(programme: string): Promise<Kept> {
    const known = cache.get(programme);
    if (known !== undefined && Math.abs(now() - known.readAt) < freshMs) {
      return (await known.whole).kept;
    }
    const whole = renewed(programme, known?.whole);
    cache.set(programme, { readAt: now(), whole });
    whole.catch(() => cache.delete(programme));
    return (await whole).kept;
  }

  async function put(
    programme: string,
    kind: ContentKind,
    version: ContentVersion,
    condition: Pick<PutCommandInput, 'ConditionExpression' | 'ExpressionAttributeNames'>,
  ): Promise<boolean> {
    const name = `${kind}#${version.validFrom}#${version.hash}`;
    const key = { [partitionKey]: contentOf(programme), [sortKey]: name };
    const isNew = await conditional(
      client.send(new PutCommand({ TableName: table, Item: { ...key, ...version }, ...condition })),
    );
    // Also when it was there: who wrote it may have ended before they told.
    const revision = `${new Date(now()).toISOString()} ${name}`;
    const told = { [partitionKey]: `${contentOf(programme)}-revision`, [sortKey]: '-', revision };
    await client.send(new PutCommand({ TableName: table, Item: told }));
    return isNew;
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
