import { requireAccess } from '../../access.ts';
import type { ProvidedResource, ResolvedResource } from '../../assembly/resource.ts';
import type { CloudContext } from '../../cloud.ts';
import { deriveUuid } from '../../kernel/random.ts';
import type { ConnectStandIn } from '../stand-in.ts';
import { instanceOf } from './instance-resource.ts';
import { Properties } from './properties.ts';

const resourceTypes = [
  'AGENT_EVENTS',
  'ATTACHMENTS',
  'CALL_RECORDINGS',
  'CHAT_TRANSCRIPTS',
  'CONTACT_EVALUATIONS',
  'CONTACT_TRACE_RECORDS',
  'EMAIL_MESSAGES',
  'MEDIA_STREAMS',
  'REAL_TIME_CONTACT_ANALYSIS_CHAT_SEGMENTS',
  'REAL_TIME_CONTACT_ANALYSIS_SEGMENTS',
  'REAL_TIME_CONTACT_ANALYSIS_VOICE_SEGMENTS',
  'SCHEDULED_REPORTS',
  'SCREEN_RECORDINGS',
] as const;
/** What the stand-in writes to; the rest is configuration that nothing here fills. */
const emitted: readonly string[] = ['AGENT_EVENTS', 'CONTACT_TRACE_RECORDS'];

/** AWS::Connect::InstanceStorageConfig. At most one per resource type. */
export function provideStorageConfig(
  connect: ConnectStandIn,
  resource: ResolvedResource,
  cloud: CloudContext,
): ProvidedResource {
  const properties = Properties.of(resource);
  const instance = instanceOf(connect, properties);
  const resourceType = properties.choice('ResourceType', resourceTypes);
  const storageType = properties.choice('StorageType', [
    'KINESIS_STREAM',
    'KINESIS_FIREHOSE',
    'KINESIS_VIDEO_STREAM',
    'S3',
  ]);
  if (resourceType === 'AGENT_EVENTS' && storageType !== 'KINESIS_STREAM')
    throw properties.refuse('StorageType', 'KINESIS_STREAM for AGENT_EVENTS');
  if (emitted.includes(resourceType) && storageType !== 'KINESIS_STREAM')
    throw properties.refuse('StorageType', 'KINESIS_STREAM: the local cloud delivers records to data streams only');
  const target = targetOf(properties, storageType);
  const associationId = deriveUuid('connect', instance.arn, 'storage', resourceType);
  const existing = instance.storage.get(resourceType);
  if (existing !== undefined && existing.target !== target)
    throw properties.refuse(
      'ResourceType',
      `one storage config per resource type; ${resourceType} already goes to ${existing.target}`,
    );
  const key = cloud.iam.encryptionOf(target);
  // Connect may write to the stream by a role of its own, but who puts a record also needs the stream's key (Kinesis guide,
  // "Permissions to use user-generated KMS keys").
  if (key !== undefined && storageType === 'KINESIS_STREAM') {
    const { arn: sourceArn, account: sourceAccount } = instance;
    requireAccess(cloud, {
      principal: { type: 'service', service: 'connect.amazonaws.com', sourceArn, sourceAccount },
      action: 'kms:GenerateDataKey',
      resource: key,
    });
  }
  instance.storage.set(resourceType, { associationId, resourceType, storageType, target });
  return { ref: `${instance.arn}|${associationId}|${resourceType}`, attributes: { AssociationId: associationId } };
}

function targetOf(properties: Properties, storageType: string): string {
  switch (storageType) {
    case 'KINESIS_STREAM':
      return properties.object('KinesisStreamConfig').text('StreamArn', 'the ARN of a stream');
    case 'KINESIS_FIREHOSE':
      return properties.object('KinesisFirehoseConfig').text('FirehoseArn', 'the ARN of a delivery stream');
    case 'S3':
      return properties.object('S3Config').text('BucketName');
    default:
      return properties.object('KinesisVideoStreamConfig').text('Prefix');
  }
}
