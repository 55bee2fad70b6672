import { requireAccess } from './access.ts';
import type { CloudContext } from './cloud.ts';
import type { Json } from './json.ts';
import type { Principal } from './principal.ts';

export interface Delivery {
  /** Queue, topic or function. */
  readonly targetArn: string;
  readonly body: Json;
  readonly lane: string;
  readonly principal: Principal;
}

/** Hands an undeliverable event or an invocation record to its dead-letter queue or destination. Throws when it may not. */
export function deliverToDestination(cloud: CloudContext, delivery: Delivery): void {
  const { targetArn, lane, principal } = delivery;
  const text = typeof delivery.body === 'string' ? delivery.body : JSON.stringify(delivery.body);
  const service = targetArn.split(':')[2];
  const conditions = principal.type === 'service' ? { 'aws:SourceArn': principal.sourceArn } : {};
  if (service === 'sqs') {
    requireAccess(cloud, { principal, action: 'sqs:SendMessage', resource: targetArn, conditions });
    cloud.queues.send(targetArn, { body: text, lane });
  } else if (service === 'sns') {
    requireAccess(cloud, { principal, action: 'sns:Publish', resource: targetArn, conditions });
    cloud.topics.publish(targetArn, { message: text, lane });
  } else if (service === 'lambda') {
    cloud.lambda.invokeAsync({ functionArn: targetArn, payload: delivery.body, key: lane, source: principal });
  } else {
    throw new Error(`Destination ${targetArn}: accepted are an SQS queue, an SNS topic or a Lambda function`);
  }
}
