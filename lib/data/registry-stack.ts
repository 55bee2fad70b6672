import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Registry } from '../../contracts/registry.ts';
import type { CentreStack } from '../contact-centre/centre-stack.ts';
import type { InstanceStack } from '../contact-centre/instance-stack.ts';
import type { House } from '../house.ts';
import { registryParameterName } from './registry.ts';

/** The last word of a deployment: the ids of queues, flows and numbers, which functions read at cold start (design decision 2). */
export class RegistryStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    house: House,
    stacks: { readonly instance: InstanceStack; readonly centre: CentreStack },
    props: StackProps,
  ) {
    super(scope, id, props);
    const { instance, centre } = stacks;
    const registry: Registry = {
      instanceId: instance.instanceId,
      instanceArn: instance.instanceArn,
      queues: Object.fromEntries(centre.queues),
      flows: Object.fromEntries(centre.flows),
      numbers: Object.fromEntries(centre.numbers.map(({ e164, programme }) => [e164, programme])),
    };
    new StringParameter(this, 'Registry', {
      parameterName: registryParameterName(house),
      description: 'Ids of the contact centre, for its functions',
      stringValue: JSON.stringify(registry),
    });
  }
}
