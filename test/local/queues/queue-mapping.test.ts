import { afterEach, describe, expect, it } from 'vitest';
import type { CloudCore } from '../../../local/cloud-core.ts';
import { arn, play, seconds, sights, startWitness, witnessStack } from '../resources/witness.ts';

let cloud: CloudCore | undefined;
afterEach(async () => {
  await cloud?.stop();
  cloud = undefined;
});

const jobs = arn('sqs', 'jobs');
const letters = arn('sqs', 'letters');

const stack = witnessStack({
  Letters: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'letters' } },
  Jobs: {
    Type: 'AWS::SQS::Queue',
    Properties: {
      QueueName: 'jobs',
      VisibilityTimeout: 90,
      RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Letters', 'Arn'] }, maxReceiveCount: 3 },
    },
  },
  Mapping: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: { 'Fn::GetAtt': ['Jobs', 'Arn'] },
      FunctionName: { Ref: 'Witness' },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  },
});

describe('SQS and its event source mapping', () => {
  it('retries only the failed messages when they are visible again, then moves them to the dead-letter queue', async () => {
    cloud = await startWitness(stack);
    cloud.context.queues.send(jobs, { body: 'good', lane: 'a' });
    cloud.context.queues.send(jobs, { body: 'poison', lane: 'b' });
    await play(cloud, 600);
    expect(sights(cloud).map(({ seen }) => seen)).toEqual([['good', 'poison'], ['poison'], ['poison']]);
    expect(seconds(cloud)).toEqual([0, 90, 180]);
    expect(cloud.context.queues.messages(jobs)).toEqual([]);
    expect(cloud.context.queues.messages(letters).map(({ body }) => body)).toEqual(['poison']);
  });

  it('holds delayed messages back, and finds queues by URL', async () => {
    cloud = await startWitness(stack);
    const { queues } = cloud.context;
    expect(queues.arnOf('https://sqs.eu-central-1.amazonaws.com/111122223333/jobs')).toBe(jobs);
    expect(() => queues.arnOf('https://sqs/none')).toThrow(/No queue at .*; there are/);
    queues.send(jobs, { body: 'later', lane: 'c', delaySeconds: 45 });
    await play(cloud, 100);
    expect(seconds(cloud)).toEqual([45]);
  });

  it('takes calls of the SQS API through the stand-in', async () => {
    cloud = await startWitness(stack);
    const { standIns } = cloud.context;
    const holder = { principal: { type: 'administrator' } as const, invocationKey: undefined };
    const QueueUrl = 'https://sqs.eu-central-1.amazonaws.com/111122223333/letters';
    const call = (action: string, input = {}) =>
      standIns.call(holder, { service: 'sqs', action, input: { QueueUrl, ...input } });
    await call('SendMessage', { MessageBody: 'hello' });
    await play(cloud, 1);
    const received = await call('ReceiveMessage', { MaxNumberOfMessages: 10 });
    expect(received).toMatchObject({ Messages: [{ Body: 'hello' }] });
    const ReceiptHandle = /"ReceiptHandle":"([^"]+)"/.exec(JSON.stringify(received))?.[1] ?? '';
    await call('DeleteMessage', { ReceiptHandle });
    expect(cloud.context.queues.messages(letters)).toEqual([]);
    await expect(call('PurgeQueue')).rejects.toThrow(/no sqs:PurgeQueue; it has DeleteMessage/);
  });
});
