import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::SNS::TopicPolicy`. */
export const snsTopicPolicyProvider: ResourceProvider = (resource, cloud) => {
  const properties = new PropertyReader(resource).accept('PolicyDocument', 'Topics');
  const origin = `${resource.stack}/${resource.logicalId}`;
  for (const topicArn of properties.texts('Topics')) {
    cloud.iam.attachResourcePolicy(topicArn, { document: properties.json('PolicyDocument'), origin });
  }
  return { ref: origin, attributes: { Id: origin } };
};
