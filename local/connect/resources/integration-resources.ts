import type { ProvidedResource, ResolvedResource } from '../../assembly/resource.ts';
import type { CloudContext } from '../../cloud.ts';
import { derive } from '../../kernel/random.ts';
import type { ConnectStandIn } from '../stand-in.ts';
import { instanceOf } from './instance-resource.ts';
import { Properties } from './properties.ts';

const maximumFunctions = 50;
const integrationTypes = ['LAMBDA_FUNCTION', 'LEX_BOT', 'APPLICATION', 'CASES_DOMAIN'] as const;

/** AWS::Connect::IntegrationAssociation. For LAMBDA_FUNCTION it also adds the permission that lets the instance invoke the function. */
export function provideIntegration(
  connect: ConnectStandIn,
  resource: ResolvedResource,
  cloud: CloudContext,
): ProvidedResource {
  const properties = Properties.of(resource);
  const instance = instanceOf(connect, properties, 'InstanceId');
  const type = properties.choice('IntegrationType', integrationTypes);
  const arn = properties.text('IntegrationArn', 'an ARN');
  if (type !== 'LAMBDA_FUNCTION')
    return { ref: `${instance.arn}/${arn}`, attributes: { IntegrationAssociationId: arn } };
  if (!/^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:[\w-]+$/.test(arn))
    throw properties.refuse(
      'IntegrationArn',
      'an unqualified function ARN: arn:aws:lambda:<region>:<account>:function:<name>',
    );
  const known = cloud.lambda.functions();
  if (!known.includes(arn))
    throw properties.refuse('IntegrationArn', `a function that exists: ${known.join(', ') || 'none yet'}`);
  instance.functions.add(arn);
  if (instance.functions.size > maximumFunctions)
    throw properties.refuse('IntegrationArn', `at most ${maximumFunctions} functions per instance`);
  const { id } = instance.identify('integration', arn);
  cloud.iam.attachResourcePolicy(arn, {
    origin: `${resource.stack}/${resource.logicalId}`,
    document: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'connect.amazonaws.com' },
          Action: 'lambda:InvokeFunction',
          Resource: arn,
          Condition: {
            StringEquals: { 'AWS:SourceAccount': instance.account },
            ArnLike: { 'AWS:SourceArn': instance.arn },
          },
        },
      ],
    },
  });
  return { ref: `${instance.id}/${id}`, attributes: { IntegrationAssociationId: id } };
}

/** AWS::Connect::ApprovedOrigin. */
export function provideApprovedOrigin(connect: ConnectStandIn, resource: ResolvedResource): ProvidedResource {
  const properties = Properties.of(resource);
  const instance = instanceOf(connect, properties, 'InstanceId');
  const origin = properties.text('Origin');
  if (!/^https?:\/\/[^/\s]+$/.test(origin))
    throw properties.refuse('Origin', 'scheme and host only, e.g. https://desk.example.org');
  instance.approvedOrigins.add(origin);
  return { ref: `${instance.id}|${origin}`, attributes: {} };
}

/** AWS::Connect::Prompt. */
export function providePrompt(connect: ConnectStandIn, resource: ResolvedResource): ProvidedResource {
  const properties = Properties.of(resource);
  const instance = instanceOf(connect, properties);
  const prompt = properties.within('Name', () =>
    instance.prompts.put({
      ...instance.identify('prompt', properties.text('Name')),
      s3Uri: properties.optionalText('S3Uri'),
    }),
  );
  return { ref: prompt.arn, attributes: { PromptArn: prompt.arn } };
}

/** AWS::Connect::PredefinedAttribute: kept for routing criteria, which the stand-in does not evaluate. */
export function providePredefinedAttribute(connect: ConnectStandIn, resource: ResolvedResource): ProvidedResource {
  const properties = Properties.of(resource);
  const instance = instanceOf(connect, properties);
  const name = properties.text('Name');
  return { ref: `${instance.arn}|${name}`, attributes: {} };
}

/** AWS::Connect::PhoneNumber. Claims a number whose digits derive from the template: the same in every run. */
export function providePhoneNumber(
  connect: ConnectStandIn,
  resource: ResolvedResource,
  cloud: CloudContext,
): ProvidedResource {
  const properties = Properties.of(resource);
  const targetArn = properties.text('TargetArn', 'the ARN of the instance');
  const instance = instanceOf(
    connect,
    new Properties({ InstanceArn: targetArn }, `${resource.path} (${resource.type})`),
  );
  const numberType = properties.choice('Type', [
    'TOLL_FREE',
    'DID',
    'UIFN',
    'SHARED',
    'THIRD_PARTY_TF',
    'THIRD_PARTY_DID',
    'SHORT_CODE',
  ]);
  const countryCode = properties.text('CountryCode', 'an ISO country');
  const address = addressOf(properties, countryCode, `${resource.stack}/${resource.logicalId}`);
  const { id } = instance.identify('integration', `phone-number/${address}`);
  const arn = `arn:${cloud.partition}:connect:${cloud.region}:${cloud.account}:phone-number/${id}`;
  instance.phoneNumbers.put({ id, arn, name: address, address, countryCode, numberType });
  return { ref: arn, attributes: { PhoneNumberArn: arn, Address: address } };
}

const callingCodes: Readonly<Record<string, string>> = {
  FR: '+33',
  GB: '+44',
  US: '+1',
  IT: '+39',
  IE: '+353',
  NC: '+687',
  DE: '+49',
};

/** The prefix, filled up with derived digits to the length of a number of the country. */
function addressOf(properties: Properties, countryCode: string, origin: string): string {
  const code = callingCodes[countryCode];
  if (code === undefined) throw properties.refuse('CountryCode', Object.keys(callingCodes).join(', '));
  const prefix = properties.optionalText('Prefix') ?? code;
  if (!/^\+\d+$/.test(prefix) || !prefix.startsWith(code)) throw properties.refuse('Prefix', `${code} and digits`);
  const length = countryCode === 'NC' ? code.length + 6 : code.length + 9;
  const digits = derive('phone-number', origin).replace(/\D/g, '');
  return `${prefix}${digits}`.slice(0, Math.max(prefix.length, length));
}
