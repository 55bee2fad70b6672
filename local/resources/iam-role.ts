import type { CloudContext } from '../cloud.ts';
import { deriveUuid } from '../kernel/random.ts';
import { physicalName } from './physical-name.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::IAM::Role` with its inline and managed policies. */
export function iamRoleProvider(managedPolicies: ManagedPolicies): ResourceProvider {
  return (resource, cloud) => {
    const properties = new PropertyReader(resource).accept(
      'AssumeRolePolicyDocument',
      'Description',
      'ManagedPolicyArns',
      'MaxSessionDuration',
      'Path',
      'Policies',
      'RoleName',
      'Tags',
    );
    const name = properties.optionalText('RoleName') ?? physicalName(resource);
    const arn = `arn:${cloud.partition}:iam::${cloud.account}:role${properties.optionalText('Path') ?? '/'}${name}`;
    cloud.iam.registerRole({ arn, name, trust: properties.json('AssumeRolePolicyDocument') });
    for (const policy of properties.objects('Policies')) {
      const policyName = policy.text('PolicyName');
      const origin = `${resource.stack}/${resource.logicalId}/${policyName}`;
      cloud.iam.attachPolicy(arn, { name: policyName, document: policy.json('PolicyDocument'), origin });
    }
    for (const policyArn of properties.texts('ManagedPolicyArns')) managedPolicies.attach(cloud, arn, policyArn);
    const id = `AROA${deriveUuid('role', arn).replaceAll('-', '').slice(0, 17).toUpperCase()}`;
    return { ref: name, attributes: { Arn: arn, RoleId: id } };
  };
}

/** Managed policies of the templates, and those of AWS. */
export class ManagedPolicies {
  readonly #own = new Map<string, { readonly name: string; readonly document: Parameters<Attach>[1]['document'] }>();

  add(policyArn: string, name: string, document: Parameters<Attach>[1]['document']): void {
    this.#own.set(policyArn, { name, document });
  }

  attach(cloud: CloudContext, roleArn: string, policyArn: string): void {
    const own = this.#own.get(policyArn);
    if (own === undefined) cloud.iam.attachManagedPolicy(roleArn, policyArn);
    else cloud.iam.attachPolicy(roleArn, { ...own, origin: policyArn });
  }
}

type Attach = CloudContext['iam']['attachPolicy'];
