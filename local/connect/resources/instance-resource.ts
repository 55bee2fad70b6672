import type { ProvidedResource, ResolvedResource } from '../../assembly/resource.ts';
import type { CloudContext } from '../../cloud.ts';
import { deriveUuid } from '../../kernel/random.ts';
import { Instance } from '../model/instance.ts';
import type { ConnectStandIn } from '../stand-in.ts';
import { Properties } from './properties.ts';

/** AWS::Connect::Instance. One per deployment: a second one is refused. */
export function provideInstance(
  connect: ConnectStandIn,
  resource: ResolvedResource,
  cloud: CloudContext,
): ProvidedResource {
  const properties = Properties.of(resource);
  const management = properties.choice('IdentityManagementType', ['SAML', 'CONNECT_MANAGED', 'EXISTING_DIRECTORY']);
  const alias =
    properties.optionalText('InstanceAlias') ??
    (management === 'EXISTING_DIRECTORY' ? properties.text('DirectoryId') : undefined);
  if (alias === undefined)
    throw properties.refuse('InstanceAlias', 'a globally unique name (needed unless the directory exists)');
  if (!/^(?!d-)[\da-zA-Z]+(-*[\da-zA-Z])*$/.test(alias) || alias.length > 45)
    throw properties.refuse('InstanceAlias', '1 to 45 letters, digits and inner hyphens, not starting with "d-"');
  const attributes = properties.object('Attributes');
  const id = deriveUuid('connect', cloud.account, cloud.region, alias);
  const arn = `arn:${cloud.partition}:connect:${cloud.region}:${cloud.account}:instance/${id}`;
  const existing = connect.instanceOrNone;
  if (existing !== undefined && existing.arn !== arn)
    throw new Error(
      `${resource.path}: the local cloud runs one Connect instance and already has "${existing.alias}" (${existing.arn})`,
    );
  connect.adopt(
    new Instance({
      arn,
      alias,
      inboundCalls: attributes.boolean('InboundCalls'),
      outboundCalls: attributes.boolean('OutboundCalls'),
    }),
  );
  return {
    ref: arn,
    attributes: {
      Arn: arn,
      Id: id,
      CreatedTime: cloud.kernel.iso(),
      InstanceStatus: 'ACTIVE',
      ServiceRole: `arn:${cloud.partition}:iam::${cloud.account}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect`,
    },
  };
}

/** The instance a resource names; one that no stack creates is taken as existing outside. */
export function instanceOf(
  connect: ConnectStandIn,
  properties: Properties,
  property: 'InstanceArn' | 'InstanceId' = 'InstanceArn',
): Instance {
  const arn = properties.text(property, 'the ARN of a Connect instance');
  if (!/^arn:[\w-]+:connect:[\w-]+:\d{12}:instance\/[\w-]+$/.test(arn))
    throw properties.refuse(property, 'arn:aws:connect:<region>:<account>:instance/<id>');
  const instance = connect.instanceOrNone;
  if (instance === undefined) return connect.adopt(new Instance({ arn, alias: 'existing' }));
  if (instance.arn !== arn) throw properties.refuse(property, `the one instance of this local cloud, ${instance.arn}`);
  return instance;
}
