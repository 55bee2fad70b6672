import { physicalName } from './physical-name.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::IAM::Policy`: an inline policy of the roles it names. */
export const iamPolicyProvider: ResourceProvider = (resource, cloud) => {
  const properties = new PropertyReader(resource).accept('PolicyDocument', 'PolicyName', 'Roles');
  const name = properties.text('PolicyName');
  for (const role of properties.texts('Roles')) {
    const roleArn = `arn:${cloud.partition}:iam::${cloud.account}:role/${role}`;
    const origin = `${resource.stack}/${resource.logicalId}`;
    cloud.iam.attachPolicy(roleArn, { name, document: properties.json('PolicyDocument'), origin });
  }
  return { ref: physicalName(resource), attributes: { Id: name } };
};
