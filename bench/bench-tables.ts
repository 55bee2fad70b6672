/** Tables of the local cloud alone, without functions nor permissions, for benchmarks of adapters. */
import { rmSync } from 'node:fs';
import { dynamoClient } from '../adapters/dynamo-client.ts';
import { tableIndexes } from '../contracts/table-indexes.ts';
import { tables } from '../contracts/tables.ts';
import { LocalIam } from '../local/iam/local-iam.ts';
import { SharedClock } from '../local/kernel/shared-clock.ts';
import { startStorage } from '../local/storage/start-storage.ts';
import { scratchFolder } from '../simulation/scratch-folder.ts';

type BenchTable = 'alerts' | 'journal' | 'links' | 'members' | 'messages';

/**
 * Opens the named tables, in memory, with a client of them; the environment points every later client at them too. the clock of the engine stands at
 * `start` (ISO UTC); `storage.meter()` counts requests and units; `close` ends the engine and deletes what it kept.
 */
export async function openBenchTables(start: string, names: readonly BenchTable[]) {
  const stateFolder = scratchFolder('bench');
  const clock = new SharedClock();
  clock.set(Date.parse(start));
  const storage = await startStorage({
    ...{ stateFolder, volatileTables: true, clock, partition: 'aws', secretAccessKey: 'bench' },
    iam: new LocalIam({ account: '000000000000', region: 'eu-central-1' }),
    principalOf: () => ({ type: 'administrator' }),
    disturbance: { seed: 'bench', throttleShare: 0, maxDelayMs: 0 },
  });
  const schema = (keys: readonly string[]) =>
    keys.map((AttributeName, at) => ({ AttributeName, KeyType: at === 0 ? ('HASH' as const) : ('RANGE' as const) }));
  for (const TableName of names) {
    const table = tables[TableName];
    const keys = [table.partitionKey, ...('sortKey' in table ? [table.sortKey] : [])];
    const indexes = tableIndexes(TableName);
    const indexed = indexes.flatMap((index) => [index.partitionKey, index.sortKey]);
    await storage.createTable({
      TableName,
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
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: storage.dynamodbUrl,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
  });
  const client = dynamoClient();
  const close = async () => {
    client.destroy();
    await storage.stop();
    rmSync(stateFolder, { recursive: true });
  };
  return { storage, client, close };
}
