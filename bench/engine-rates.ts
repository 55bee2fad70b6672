import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { SharedClock } from '../local/kernel/shared-clock.ts';
import { LambdaEnvironment } from '../local/lambda/environment.ts';
import { TableEngine } from '../local/storage/table-engine.ts';

/** What the engines below a day can do on this machine at this moment, per second, one thing at a time. */
export interface EngineRates {
  /** dynalite, in process: PutItem of a half-kilobyte item. */
  readonly writes: number;
  /** A worker thread of the Lambda pool: a handler that answers at once. */
  readonly invocations: number;
}

const rounds = 2000;

/** Measures both, for some seconds. `folder` is written in. */
export async function engineRates(folder: string): Promise<EngineRates> {
  return { writes: await writeRate(join(folder, 'tables')), invocations: await invocationRate(join(folder, 'echo')) };
}

async function writeRate(folder: string): Promise<number> {
  const engine = new TableEngine(folder);
  await engine.open();
  await engine.call('CreateTable', {
    TableName: 'bench',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
  const described = () => engine.call('DescribeTable', { TableName: 'bench' });
  while (JSON.stringify(await described()).includes('CREATING')) await setImmediate();
  const put = (n: number) =>
    engine.call('PutItem', { TableName: 'bench', Item: { id: { S: `item ${n}` }, text: { S: 'x'.repeat(500) } } });
  const rate = await perSecond(put);
  await engine.close();
  return rate;
}

async function invocationRate(folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.mjs'), 'export const handler = async (event) => event;\n');
  const environment = new LambdaEnvironment({
    definition: {
      name: 'echo',
      arn: 'arn:aws:lambda:eu-central-1:000000000000:function:echo',
      roleArn: 'arn:aws:iam::000000000000:role/echo',
      codeFolder: folder,
      handler: 'index.handler',
      memoryMb: 128,
      timeoutSeconds: 30,
      concurrency: undefined,
      deadLetterArn: undefined,
      environment: {},
      logGroup: '/aws/lambda/echo',
    },
    accessKeyId: 'ECHO',
    variables: {},
    lines: [],
    clock: new SharedClock().buffer,
    seed: 'bench',
    compileCache: join(folder, 'compiled'),
    patienceMs: 30_000,
    onLog: () => {},
  });
  const payload = { text: 'x'.repeat(500) };
  const invoke = (n: number) => environment.run({ key: `echo/${n}`, requestId: `echo-${n}`, payload, nested: false });
  const rate = await perSecond(invoke);
  await environment.end();
  return rate;
}

async function perSecond(once: (n: number) => Promise<unknown>): Promise<number> {
  // The first tenth warms up.
  for (let n = 0; n < rounds / 10; n += 1) await once(n);
  const from = performance.now();
  for (let n = 0; n < rounds; n += 1) await once(rounds + n);
  return (rounds * 1000) / (performance.now() - from);
}
