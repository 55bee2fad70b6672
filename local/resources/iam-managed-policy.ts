import type { ManagedPolicies } from './iam-role.ts';
import { physicalName } from './physical-name.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::IAM::ManagedPolicy`: attached to the roles it names, and to those that name it. */
export function iamManagedPolicyProvider(managedPolicies: ManagedPolicies): ResourceProvider {
  return (resource, cloud) => {
    const properties = new PropertyReader(resource).accept(
      'Description',
      'ManagedPolicyName',
      'Path',
      'PolicyDocument',
      'Roles',
    );
    const name = properties.optionalText('ManagedPolicyName') ?? physicalName(resource);
    const arn = `arn:${cloud.partition}:iam::${cloud.account}:policy${properties.optionalText('Path') ?? '/'}${name}`;
    managedPolicies.add(arn, name, properties.json('PolicyDocument'));
    for (const role of properties.texts('Roles')) {
      managedPolicies.attach(cloud, `arn:${cloud.partition}:iam::${cloud.account}:role/${role}`, arn);
    }
    return { ref: arn, attributes: { PolicyArn: arn } };
  };
}
