import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { knowledgeTableKeys } from '../contracts/knowledge-tables.ts';
import type { CardDraft, CardVersion } from '../domain/knowledge/card.ts';
import type { GridImport, KnowledgeBase } from '../domain/knowledge/knowledge-base.ts';
import { conditional } from './conditional.ts';
import { packed, unpacked } from './packed-json.ts';
import { writeBatches } from './write-batches.ts';

const { partitionKey, sortKey } = knowledgeTableKeys.knowledge;
const listedImports = 20;
/** An item holds 400 kB; a grid is packed to a third. */
const mostBytes = 390_000;

interface Editions {
  readonly edition: number;
  /** Publications that count, in order. */
  readonly publications: readonly string[];
}

/**
 * Cards in DynamoDB. Versions are written first, under the name of their publication, and count once that name is in the list of editions, which is one
 * conditional write: agents see all of a publication or nothing, whatever stops in between.
 */
export function dynamoKnowledge(client: DynamoDBDocumentClient, table: string): KnowledgeBase {
  const keyOf = (programme: string, item: string, part: string) => ({
    [partitionKey]: `${programme}#${item}`,
    [sortKey]: part,
  });

  async function editions(programme: string): Promise<Editions> {
    const Key = keyOf(programme, 'editions', '-');
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    // Only `publish` below fills this item.
    const publications = (Item?.['publications'] ?? []) as readonly string[];
    return { edition: publications.length, publications };
  }

  async function all(programme: string, item: string): Promise<readonly Record<string, unknown>[]> {
    const found: Record<string, unknown>[] = [];
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: '#item = :item',
        ExpressionAttributeNames: { '#item': partitionKey },
        ExpressionAttributeValues: { ':item': `${programme}#${item}` },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) {
      found.push(...Items);
    }
    return found;
  }

  /** What was last read: versions never change, so one more edition is all that makes them old. */
  const known = new Map<string, { readonly edition: number; readonly versions: readonly CardVersion[] }>();

  return {
    async published(programme) {
      const { edition, publications } = await editions(programme);
      const before = known.get(programme);
      if (before?.edition === edition) {
        return before;
      }
      const counted = new Set(publications);
      const items = edition === 0 ? [] : await all(programme, 'cards');
      const versions = items
        .filter((item) => counted.has(String(item['publication'])))
        .map((item) => unpacked(item['content'] as Uint8Array) as CardVersion);
      const now = { edition, versions };
      known.set(programme, now);
      return now;
    },

    async publish(programme, { id, after, versions }) {
      const { edition, publications } = await editions(programme);
      if (publications.includes(id)) {
        return true;
      }
      if (edition !== after) {
        return false;
      }
      await writeBatches(
        client,
        table,
        versions.map((one) => ({
          PutRequest: {
            Item: {
              ...keyOf(programme, 'cards', `${one.cardId}#${String(one.version).padStart(5, '0')}#${id}`),
              publication: id,
              content: packed(one),
            },
          },
        })),
      );
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...keyOf(programme, 'editions', '-'), edition: edition + 1, publications: [...publications, id] },
            ConditionExpression: 'attribute_not_exists(#item) OR #edition = :read',
            ExpressionAttributeNames: { '#item': partitionKey, '#edition': 'edition' },
            ExpressionAttributeValues: { ':read': edition },
          }),
        ),
      );
    },

    async drafts(programme) {
      return (await all(programme, 'drafts')).map((item) => unpacked(item['content'] as Uint8Array) as CardDraft);
    },

    async saveDraft(programme, draft) {
      const { cardId, revision } = draft;
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...keyOf(programme, 'drafts', cardId), revision, content: packed(draft) },
            ConditionExpression: revision === 1 ? 'attribute_not_exists(#item)' : '#revision = :read',
            ExpressionAttributeNames: revision === 1 ? { '#item': partitionKey } : { '#revision': 'revision' },
            ...(revision > 1 && { ExpressionAttributeValues: { ':read': revision - 1 } }),
          }),
        ),
      );
    },

    async dropDraft(programme, cardId) {
      await client.send(new DeleteCommand({ TableName: table, Key: keyOf(programme, 'drafts', cardId) }));
    },

    async saveImport(programme, grid) {
      const { cards, faults, notices, ...head } = grid;
      const content = packed({ cards, faults, notices });
      if (content.byteLength > mostBytes) {
        throw new Error(`A grid of ${content.byteLength} bytes, packed, is not kept; accepted: ${mostBytes} at most`);
      }
      await client.send(
        new PutCommand({ TableName: table, Item: { ...keyOf(programme, 'grids', grid.importId), ...head, content } }),
      );
    },

    async findImport(programme, importId) {
      const Key = keyOf(programme, 'grids', importId);
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return Item && toImport(Item);
    },

    async imports(programme) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: '#item = :item',
          ExpressionAttributeNames: { '#item': partitionKey },
          ExpressionAttributeValues: { ':item': `${programme}#grids` },
          ScanIndexForward: false,
          Limit: listedImports,
        }),
      );
      return Items.map(headOf);
    },
  };
}

/** Only `saveImport` above fills these items. */
function toImport(item: Record<string, unknown>): GridImport {
  const content = unpacked(item['content'] as Uint8Array) as Pick<GridImport, 'cards' | 'faults' | 'notices'>;
  return { ...headOf(item), ...content };
}

function headOf({ [partitionKey]: _, [sortKey]: __, content: ___, ...head }: Record<string, unknown>) {
  return head as unknown as Omit<GridImport, 'cards' | 'faults' | 'notices'>;
}
