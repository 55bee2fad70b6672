import type { Json } from '../json.ts';
import { deriveUuid } from '../kernel/random.ts';
import type { LocalTopics, TopicSubscription } from '../topics/local-topics.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

const protocols: ReadonlyMap<string, TopicSubscription['protocol']> = new Map([
  ['email', 'email'],
  ['email-json', 'email-json'],
  ['lambda', 'lambda'],
  ['sqs', 'sqs'],
]);

/** `AWS::SNS::Subscription`. */
export function snsSubscriptionProvider(topics: LocalTopics): ResourceProvider {
  return (resource) => {
    const properties = new PropertyReader(resource).accept(
      'Endpoint',
      'FilterPolicy',
      'FilterPolicyScope',
      'Protocol',
      'RawMessageDelivery',
      'Region',
      'TopicArn',
    );
    const protocol = protocols.get(properties.text('Protocol'));
    if (protocol === undefined) throw properties.error('Protocol', [...protocols.keys()].join(', '));
    const topicArn = properties.text('TopicArn');
    const arn = `${topicArn}:${deriveUuid('subscription', resource.stack, resource.logicalId)}`;
    const filter: Json = properties.json('FilterPolicy');
    topics.subscribe({
      arn,
      topicArn,
      protocol,
      endpoint: properties.text('Endpoint'),
      rawDelivery: properties.flag('RawMessageDelivery', false),
      filter,
      filterScope: properties.optionalText('FilterPolicyScope') === 'MessageBody' ? 'MessageBody' : 'MessageAttributes',
    });
    return { ref: arn, attributes: { Arn: arn } };
  };
}
