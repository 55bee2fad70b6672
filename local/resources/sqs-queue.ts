import { isJsonObject, type Json } from '../json.ts';
import type { LocalQueues } from '../queues/local-queues.ts';
import { encryptWith } from './key-arn.ts';
import { physicalName } from './physical-name.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::SQS::Queue`, standard. */
export function sqsQueueProvider(queues: LocalQueues): ResourceProvider {
  return (resource, cloud) => {
    const properties = new PropertyReader(resource).accept(
      'DelaySeconds',
      'KmsDataKeyReusePeriodSeconds',
      'KmsMasterKeyId',
      'MaximumMessageSize',
      'MessageRetentionPeriod',
      'QueueName',
      'ReceiveMessageWaitTimeSeconds',
      'RedriveAllowPolicy',
      'RedrivePolicy',
      'SqsManagedSseEnabled',
      'Tags',
      'VisibilityTimeout',
    );
    const name = properties.optionalText('QueueName') ?? physicalName(resource, 80);
    const arn = `arn:${cloud.partition}:sqs:${cloud.region}:${cloud.account}:${name}`;
    const url = `https://sqs.${cloud.region}.amazonaws.com/${cloud.account}/${name}`;
    queues.create({
      name,
      arn,
      url,
      visibilityTimeoutMs: properties.number('VisibilityTimeout', 30) * 1000,
      delayMs: properties.number('DelaySeconds', 0) * 1000,
      retentionMs: properties.number('MessageRetentionPeriod', 345_600) * 1000,
      redrive: redriveOf(properties.json('RedrivePolicy')),
    });
    encryptWith(cloud, arn, properties.optionalText('KmsMasterKeyId'));
    return { ref: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url } };
  };
}

function redriveOf(policy: Json): { deadLetterArn: string; maxReceiveCount: number } | undefined {
  const parsed: Json = typeof policy === 'string' ? JSON.parse(policy) : policy;
  if (!isJsonObject(parsed)) return undefined;
  return { deadLetterArn: String(parsed['deadLetterTargetArn']), maxReceiveCount: Number(parsed['maxReceiveCount']) };
}
