import { afterEach, describe, expect, it } from 'vitest';
import type { CloudCore } from '../../../local/cloud-core.ts';
import type { JsonObject } from '../../../local/json.ts';
import { role } from '../resources/small-assembly.ts';
import { arn, play, seconds, sights, startWitness, witnessStack } from '../resources/witness.ts';

let cloud: CloudCore | undefined;
afterEach(async () => {
  await cloud?.stop();
  cloud = undefined;
});

const streamArn = arn('kinesis', 'stream/records');

function resources(mapping: JsonObject, shards = 1): JsonObject {
  return {
    Letters: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'letters' } },
    Stream: { Type: 'AWS::Kinesis::Stream', Properties: { Name: 'records', ShardCount: shards } },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: { 'Fn::GetAtt': ['Stream', 'Arn'] },
        FunctionName: { Ref: 'Witness' },
        StartingPosition: 'TRIM_HORIZON',
        DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Letters', 'Arn'] } } },
        ...mapping,
      },
    },
  };
}

function put(core: CloudCore, ...data: readonly string[]): void {
  for (const each of data) {
    core.context.streams.put(streamArn, { data: each, partitionKey: each.split('/')[0] ?? '', lane: `put/${each}` });
  }
}

const batches = (core: CloudCore) => sights(core).map(({ seen }) => seen);
const reported = { FunctionResponseTypes: ['ReportBatchItemFailures'] };
const wholeBatch = { Environment: { Variables: { WHOLE_BATCH: 'yes' } } };

describe('Kinesis and its event source mapping', () => {
  it('hands records over in order, in one batch per window or when it is full', async () => {
    cloud = await startWitness(witnessStack(resources({ BatchSize: 3, MaximumBatchingWindowInSeconds: 5 })));
    put(cloud, 'a/1', 'a/2');
    await play(cloud, 4);
    expect(batches(cloud)).toEqual([]);
    await play(cloud, 10);
    put(cloud, 'a/3', 'a/4', 'a/5', 'a/6');
    await play(cloud, 30);
    expect(batches(cloud)).toEqual([['a/1', 'a/2'], ['a/3', 'a/4', 'a/5'], ['a/6']]);
    expect(seconds(cloud)).toEqual([5, 10, 10]);
  });

  it('reads shards side by side, each in order', async () => {
    cloud = await startWitness(witnessStack(resources({}, 4)));
    put(cloud, ...Array.from({ length: 20 }, (_, index) => `key${index % 5}/${index}`));
    await play(cloud, 30);
    const seen = batches(cloud).flat().map(String);
    expect(batches(cloud).length).toBeGreaterThan(1);
    expect(seen).toHaveLength(20);
    for (const key of ['key0', 'key3']) {
      const own = seen.filter((each) => each.startsWith(`${key}/`)).map((each) => Number(each.split('/')[1]));
      expect(own).toEqual([...own].sort((a, b) => a - b));
    }
  });

  it('goes on from the first failed record that the function reports, and discards it at last', async () => {
    cloud = await startWitness(witnessStack(resources({ ...reported, MaximumRetryAttempts: 2 })));
    put(cloud, 'a/1', 'a/poison', 'a/3');
    await play(cloud, 300);
    expect(batches(cloud)).toEqual([
      ['a/1', 'a/poison', 'a/3'],
      ['a/poison', 'a/3'],
      ['a/poison', 'a/3'],
      ['a/poison', 'a/3'],
    ]);
    const [letter] = cloud.context.queues.messages(arn('sqs', 'letters'));
    expect(JSON.parse(letter?.body ?? '')).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
      KinesisBatchInfo: { shardId: 'shardId-000000000000', batchSize: 2, streamArn },
    });
    expect(letter?.body).not.toContain('poison');
  });

  it('halves a failing batch until the poisonous record is alone, and lets the others pass', async () => {
    const mapping = { BisectBatchOnFunctionError: true, MaximumRetryAttempts: 1 };
    cloud = await startWitness(witnessStack(resources(mapping), wholeBatch));
    put(cloud, 'a/1', 'a/2', 'a/3', 'a/poison', 'a/5');
    await play(cloud, 600);
    const passed = batches(cloud).filter((batch) => !batch.includes('a/poison'));
    expect(passed.flat()).toEqual(['a/1', 'a/2', 'a/3', 'a/5']);
    expect(batches(cloud).filter((batch) => batch.length === 1 && batch[0] === 'a/poison')).toHaveLength(2);
    expect(cloud.context.queues.messages(arn('sqs', 'letters'))).toHaveLength(1);
  });

  it('delivers a share of batches twice', async () => {
    const options = { unfriendly: { duplicate: 1, lose: 0, reorder: 0 } };
    cloud = await startWitness(witnessStack(resources({})), options);
    put(cloud, 'a/1');
    await play(cloud, 30);
    expect(batches(cloud)).toEqual([['a/1'], ['a/1']]);
  });

  it('refuses a function whose role may not read the stream, as CreateEventSourceMapping does', async () => {
    const stack = witnessStack(resources({}));
    const weak = { resources: { ...stack.resources, Role: role('lambda.amazonaws.com', 'kinesis:GetRecords') } };
    await expect(startWitness(weak)).rejects.toThrow(
      /Mapping \(AWS::Lambda::EventSourceMapping.*kinesis:DescribeStream/,
    );
  });
});
