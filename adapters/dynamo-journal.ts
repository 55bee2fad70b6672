import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
  paginateQuery,
} from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { EntryBase, JournalEntry, QuestionEntry } from '../domain/journal/entry.ts';
import type { Journal, QuestionHistory } from '../domain/journal/journal.ts';
import { canonicalEntries } from '../domain/journal/journal-hash.ts';
import { parseJournalItem } from './journal-item.ts';

const { partitionKey, sortKey, shards } = tables.journal;
/** BatchWriteItem takes no more. */
const batchSize = 25;
/** Waits between tries of what DynamoDB did not process: 50 ms, then the double each time, 6 s in all. */
const retries = 7;
const firstRetryMs = 50;

/**
 * The journal in DynamoDB: one item an entry, under a kilobyte, one write unit. The same entry has the same key and content, so writing it again
 * changes nothing. Reads are consistent: a report made right after the last record must see it.
 */
export function dynamoJournal(
  client: DynamoDBDocumentClient,
  table: string,
  wait: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Journal & QuestionHistory {
  async function query(
    partition: string,
    { from, to, kind }: { readonly from?: string; readonly to?: string; readonly kind?: JournalEntry['kind'] } = {},
  ): Promise<JournalEntry[]> {
    const entries: JournalEntry[] = [];
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: from === undefined ? '#day = :day' : '#day = :day AND #entry BETWEEN :from AND :to',
        ExpressionAttributeNames: {
          '#day': partitionKey,
          ...(from === undefined ? {} : { '#entry': sortKey }),
          ...(kind === undefined ? {} : { '#kind': 'kind' }),
        },
        ExpressionAttributeValues: {
          ':day': partition,
          ...(from === undefined ? {} : { ':from': from, ':to': to }),
          ...(kind === undefined ? {} : { ':kind': kind }),
        },
        ...(kind === undefined ? {} : { FilterExpression: '#kind = :kind' }),
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) {
      entries.push(...Items.map(parseJournalItem));
    }
    return entries;
  }

  return {
    async append(entries) {
      const requests = [...keyed(entries).values()].map((Item) => ({ PutRequest: { Item } }));
      for (let start = 0; start < requests.length; start += batchSize) {
        await writeAll(client, { [table]: requests.slice(start, start + batchSize) }, wait);
      }
    },

    async read(programme, day, kind) {
      const some = kind === undefined ? {} : { kind };
      const reads = Array.from({ length: shards }, (_, shard) => query(`${programme}#${day}#${shard}`, some));
      const isAsked = kind === undefined || kind === 'question';
      const questions = isAsked ? [query(questionsOf(programme), { from: `${day}#`, to: `${day}#~` })] : [];
      return canonicalEntries((await Promise.all([...reads, ...questions])).flat());
    },

    async questionsThrough(programme, day) {
      const entries = await query(questionsOf(programme), { from: '0', to: `${day}#~` });
      return canonicalEntries(entries.filter((entry): entry is QuestionEntry => entry.kind === 'question'));
    },
  };
}

/** Items by key: a batch may not hold the same key twice. */
function keyed(entries: readonly JournalEntry[]): ReadonlyMap<string, Record<string, unknown>> {
  return new Map(
    entries.map((entry) => {
      const [partition, sort] =
        entry.kind === 'question'
          ? [questionsOf(entry.programme), `${entry.day}#${entry.time}#${entry.id}`]
          : [`${ownerOf(entry)}#${entry.day}#${shardOf(entry.id)}`, `${entry.time}#${entry.id}`];
      return [`${partition} ${sort}`, { ...entry, localDay: entry.day, [partitionKey]: partition, [sortKey]: sort }];
    }),
  );
}

/** Structures that share a programme share no day (design decision 3): theirs is read as that of the programme `programme#structure`. */
function ownerOf({ programme, structure }: EntryBase): string {
  return structure === undefined ? programme : `${programme}#${structure}`;
}

function questionsOf(programme: string): string {
  return `${programme}#questions#0`;
}

/** Spreads ids over shards; the same id always falls in the same one. */
function shardOf(id: string): number {
  let hash = 0;
  for (const character of id) {
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 2_147_483_647;
  }
  return hash % shards;
}

async function writeAll(
  client: DynamoDBDocumentClient,
  batch: NonNullable<BatchWriteCommandInput['RequestItems']>,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  let left = batch;
  for (let attempt = 0; attempt <= retries; attempt += 1) {
    if (attempt > 0) {
      await wait(firstRetryMs * 2 ** (attempt - 1));
    }
    const { UnprocessedItems = {} } = await client.send(new BatchWriteCommand({ RequestItems: left }));
    if (Object.values(UnprocessedItems).every((requests) => requests.length === 0)) {
      return;
    }
    left = UnprocessedItems;
  }
  const count = Object.values(left).reduce((sum, requests) => sum + requests.length, 0);
  throw new Error(`${count} journal entries were not processed by DynamoDB after ${retries + 1} tries`);
}
