import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { tableIndexes } from '../../../contracts/table-indexes.ts';
import { type TableName, tables } from '../../../contracts/tables.ts';

export interface EmbeddedTables {
  readonly client: DynamoDBDocumentClient;
  stop(): void;
}

/** The embedded DynamoDB over HTTP, with these tables under their logical names. */
export async function embeddedTables(...names: readonly TableName[]): Promise<EmbeddedTables> {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const plain = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  for (const name of names) {
    await plain.send(create(name));
  }
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  return {
    client,
    stop() {
      client.destroy();
      server.close();
    },
  };
}

function create(name: TableName): CreateTableCommand {
  const table = tables[name];
  const keys = [table.partitionKey, ...('sortKey' in table ? [table.sortKey] : [])];
  const indexes = tableIndexes(name);
  const indexed = indexes.flatMap((index) => [index.partitionKey, index.sortKey]);
  const schema = (of: readonly string[]) =>
    of.map((AttributeName, at) => ({ AttributeName, KeyType: at === 0 ? ('HASH' as const) : ('RANGE' as const) }));
  return new CreateTableCommand({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...new Set([...keys, ...indexed])].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    KeySchema: schema(keys),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: schema([index.partitionKey, index.sortKey]),
        Projection: { ProjectionType: 'KEYS_ONLY' as const },
      })),
    }),
  });
}
