import type { LocalQueues } from '../queues/local-queues.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::SQS::QueuePolicy`. */
export function sqsQueuePolicyProvider(queues: LocalQueues): ResourceProvider {
  return (resource, cloud) => {
    const properties = new PropertyReader(resource).accept('PolicyDocument', 'Queues');
    const origin = `${resource.stack}/${resource.logicalId}`;
    for (const url of properties.texts('Queues')) {
      cloud.iam.attachResourcePolicy(queues.arnOf(url), { document: properties.json('PolicyDocument'), origin });
    }
    return { ref: origin, attributes: { Id: origin } };
  };
}
