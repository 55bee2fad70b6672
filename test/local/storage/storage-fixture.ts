import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { LocalIam } from '../../../local/iam/local-iam.ts';
import type { Json } from '../../../local/json.ts';
import { SharedClock } from '../../../local/kernel/shared-clock.ts';
import { type Storage, type StorageOptions, startStorage } from '../../../local/storage/start-storage.ts';
import type { TableDefinition } from '../../../local/storage/table-definition.ts';

export const account = '000000000000';
export const region = 'eu-central-1';
const secretAccessKey = 'secret';
/** 4 July 2025, 08:00 in Nouméa. */
export const start = Date.UTC(2025, 6, 3, 21);

export const callbacks: TableDefinition = {
  TableName: 'callbacks',
  AttributeDefinitions: [
    { AttributeName: 'number', AttributeType: 'S' },
    { AttributeName: 'due', AttributeType: 'S' },
    { AttributeName: 'dueAt', AttributeType: 'S' },
  ],
  KeySchema: [{ AttributeName: 'number', KeyType: 'HASH' }],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'due',
      KeySchema: [
        { AttributeName: 'due', KeyType: 'HASH' },
        { AttributeName: 'dueAt', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['scheme'] },
    },
  ],
};

export interface Fixture {
  readonly storage: Storage;
  readonly iam: LocalIam;
  readonly clock: SharedClock;
  /** What storage reported. */
  readonly problems: string[];
  /** Clients of a function whose role has these statements. */
  as(name: string, statements: readonly Json[]): { readonly dynamodb: DynamoDBClient; readonly s3: S3Client };
  stop(): Promise<void>;
}

/** Storage as the local cloud starts it, in a folder of its own. Clients take their clock from `Date`: give them the time of the test. */
export async function storageFixture(options: Partial<StorageOptions> = {}): Promise<Fixture> {
  const stateFolder = options.stateFolder ?? (await mkdtemp(join(tmpdir(), 'storage-')));
  const clock = new SharedClock();
  clock.set(start);
  const iam = new LocalIam({ account, region });
  const clients: { destroy(): void }[] = [];
  const problems: string[] = [];
  const storage = await startStorage({
    stateFolder,
    volatileTables: true,
    clock,
    iam,
    partition: 'aws',
    secretAccessKey,
    principalOf: (accessKeyId) =>
      accessKeyId.startsWith('FN')
        ? {
            type: 'function',
            functionName: accessKeyId.slice(2),
            functionArn: `arn:aws:lambda:${region}:${account}:function:${accessKeyId.slice(2)}`,
            roleArn: `arn:aws:iam::${account}:role/${accessKeyId.slice(2)}-role`,
          }
        : undefined,
    disturbance: { seed: 'test' },
    report: (where, problem) => problems.push(`${where}: ${String(problem)}`),
    ...options,
  });
  return {
    storage,
    iam,
    clock,
    problems,
    as(name, statements) {
      const arn = `arn:aws:iam::${account}:role/${name}-role`;
      iam.registerRole({ arn, name: `${name}-role`, trust: { Statement: [] } });
      iam.attachPolicy(arn, { name: 'p', document: { Statement: statements }, origin: `stack/${name}` });
      const credentials = { accessKeyId: `FN${name}`, secretAccessKey };
      const systemClockOffset = clock.now() - Date.now();
      const dynamodb = new DynamoDBClient({ region, credentials, endpoint: storage.dynamodbUrl, systemClockOffset });
      const s3 = new S3Client({ region, credentials, endpoint: storage.s3Url, systemClockOffset });
      clients.push(dynamodb, s3);
      return { dynamodb, s3 };
    },
    async stop() {
      for (const client of clients) client.destroy();
      await storage.stop();
      if (options.stateFolder === undefined) await rm(stateFolder, { recursive: true });
    },
  };
}
