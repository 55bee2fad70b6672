import type { LocalTopics } from '../topics/local-topics.ts';
import { encryptWith } from './key-arn.ts';
import { physicalName } from './physical-name.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::SNS::Topic`, standard; subscriptions are resources of their own. */
export function snsTopicProvider(topics: LocalTopics): ResourceProvider {
  return (resource, cloud) => {
    const properties = new PropertyReader(resource).accept(
      'DisplayName',
      'KmsMasterKeyId',
      'SignatureVersion',
      'Tags',
      'TopicName',
      'TracingConfig',
    );
    const name = properties.optionalText('TopicName') ?? physicalName(resource, 256);
    const arn = `arn:${cloud.partition}:sns:${cloud.region}:${cloud.account}:${name}`;
    topics.create(arn);
    encryptWith(cloud, arn, properties.optionalText('KmsMasterKeyId'));
    return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
  };
}
