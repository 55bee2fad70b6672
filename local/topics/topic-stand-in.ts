import { CallInput, unknownAction } from '../call-input.ts';
import type { StandIn } from '../cloud.ts';
import type { Json } from '../json.ts';
import { deriveUuid } from '../kernel/random.ts';
import { ServiceError } from '../service-error.ts';
import type { LocalTopics } from './local-topics.ts';

/**
 * SNS's own API: `Publish` `{TopicArn, Message, Subject?, MessageAttributes?}`; `Subscribe` `{TopicArn, Protocol: 'email', Endpoint, Attributes?: {FilterPolicy}}`.
 */
export function topicStandIn(topics: LocalTopics): StandIn {
  return {
    mutates: () => true,
    handle({ action, input, lane }) {
      const call = new CallInput(action, input);
      if (action === 'Subscribe') return { SubscriptionArn: subscribe(topics, call) };
      if (action !== 'Publish') throw unknownAction('sns', action, ['Publish', 'Subscribe']);
      const subject = call.optionalText('Subject');
      const { messageId } = topics.publish(call.optionalText('TopicArn') ?? call.text('TargetArn'), {
        message: call.text('Message'),
        lane,
        messageAttributes: call.object('MessageAttributes'),
        ...(subject === undefined ? {} : { subject }),
      });
      return { MessageId: messageId };
    },
  };
}

/** An address that is subscribed already keeps its subscription when it asks for the same; SNS refuses it another. */
function subscribe(topics: LocalTopics, call: CallInput): string {
  const [topicArn, endpoint, protocol] = [call.text('TopicArn'), call.text('Endpoint'), call.text('Protocol')];
  const attributes = call.object('Attributes');
  const other = Object.keys(attributes).find((name) => name !== 'FilterPolicy');
  if (protocol !== 'email' || other !== undefined) {
    throw new ServiceError(
      'InvalidParameter',
      `Subscribe: ${other ?? `Protocol ${protocol}`} is not served by the local cloud; served are email and FilterPolicy`,
    );
  }
  const policy = attributes['FilterPolicy'];
  const filter: Json = typeof policy === 'string' ? JSON.parse(policy) : null;
  const there = topics.subscriptionOf(topicArn, endpoint);
  if (there !== undefined && JSON.stringify(there.filter) !== JSON.stringify(filter)) {
    throw new ServiceError(
      'InvalidParameter',
      'Invalid parameter: Attributes Reason: Subscription already exists with different attributes',
    );
  }
  const arn = there?.arn ?? `${topicArn}:${deriveUuid('subscription', topicArn, endpoint)}`;
  if (there === undefined) topics.subscribe({ ...emailSubscription, arn, topicArn, endpoint, filter });
  return arn;
}

const emailSubscription = { protocol: 'email', rawDelivery: false, filterScope: 'MessageAttributes' } as const;
