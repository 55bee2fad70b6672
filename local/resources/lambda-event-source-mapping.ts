import { requireAccess } from '../access.ts';
import type { CloudContext } from '../cloud.ts';
import { deriveUuid } from '../kernel/random.ts';
import type { LocalLambda } from '../lambda/local-lambda.ts';
import type { Principal } from '../principal.ts';
import type { LocalQueues } from '../queues/local-queues.ts';
import { mapQueue } from '../queues/queue-mapping.ts';
import type { LocalStreams } from '../streams/local-streams.ts';
import { mapStream } from '../streams/stream-mapping.ts';
import type { DeliveryChecks } from './delivery-checks.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

const streamActions = ['DescribeStream', 'DescribeStreamSummary', 'GetRecords', 'GetShardIterator', 'ListShards'];
const queueActions = ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'];

/** `AWS::Lambda::EventSourceMapping` of a Kinesis stream or an SQS queue. */
export function eventSourceMappingProvider(
  lambda: LocalLambda,
  streams: LocalStreams,
  queues: LocalQueues,
  deliveries: DeliveryChecks,
): ResourceProvider {
  return (resource, cloud) => {
    const properties = new PropertyReader(resource).accept(
      'BatchSize',
      'BisectBatchOnFunctionError',
      'DestinationConfig',
      'Enabled',
      'EventSourceArn',
      'FunctionName',
      'FunctionResponseTypes',
      'MaximumBatchingWindowInSeconds',
      'MaximumRecordAgeInSeconds',
      'MaximumRetryAttempts',
      'ParallelizationFactor',
      'ScalingConfig',
      'StartingPosition',
      'Tags',
    );
    const uuid = deriveUuid('mapping', resource.stack, resource.logicalId);
    const provided = { ref: uuid, attributes: { Id: uuid } };
    if (!properties.flag('Enabled', true)) return provided;
    const definition = lambda.definition(properties.text('FunctionName'));
    const principal = lambda.principalOf(definition);
    const source = properties.text('EventSourceArn');
    const common = {
      id: `${resource.stack}/${resource.logicalId}`,
      functionArn: definition.arn,
      windowMs: properties.number('MaximumBatchingWindowInSeconds', 0) * 1000,
      reportsItemFailures: properties.texts('FunctionResponseTypes').includes('ReportBatchItemFailures'),
      principal,
    };
    const service = source.split(':')[2];
    if (service === 'kinesis') {
      const onFailureArn = properties
        .optionalObject('DestinationConfig')
        ?.optionalObject('OnFailure')
        ?.text('Destination');
      deliveries.add(`On-failure destination of mapping ${common.id}`, principal, onFailureArn);
      requireAll(cloud, principal, 'kinesis', streamActions, source);
      mapStream(cloud, streams.stream(source), lambda, {
        ...common,
        batchSize: properties.number('BatchSize', 100),
        parallelization: properties.number('ParallelizationFactor', 1),
        bisects: properties.flag('BisectBatchOnFunctionError', false),
        maximumRetryAttempts: properties.number('MaximumRetryAttempts', -1),
        maximumRecordAgeSeconds: properties.number('MaximumRecordAgeInSeconds', -1),
        onFailureArn,
      });
    } else if (service === 'sqs') {
      requireAll(cloud, principal, 'sqs', queueActions, source);
      mapQueue(cloud, queues, lambda, { ...common, queueArn: source, batchSize: properties.number('BatchSize', 10) });
    } else {
      throw properties.error('EventSourceArn', 'the ARN of a Kinesis stream or an SQS queue');
    }
    return provided;
  };
}

/** CreateEventSourceMapping refuses a function whose role may not read the source. */
function requireAll(
  cloud: CloudContext,
  principal: Principal,
  service: string,
  actions: readonly string[],
  resource: string,
): void {
  for (const action of actions) requireAccess(cloud, { principal, action: `${service}:${action}`, resource });
}
