import { describe, expect, it } from 'vitest';
import { parseDeployment } from '../../lib/config/parse-deployment.ts';
import { readDeployment } from '../../lib/config/read-deployment.ts';
import { demo, known, propertiesOf, root, synthesized } from './support/assembly.ts';

const alertes = readDeployment(`${root}deployments/alertes-demo.json`, known);
const assembly = synthesized(alertes);
const typesOf = ({ templates }: typeof assembly) =>
  Object.values(templates).flatMap(({ Resources }) => Object.values(Resources).map(({ Type }) => Type));

describe('structures without a contact centre', () => {
  it('ALERTES-38: have neither an instance nor a stream nor a function of calls, and nothing that is paid by the hour', () => {
    const types = new Set(typesOf(assembly));
    expect([...types].filter((type) => /Connect|Kinesis|CloudFront|EC2|RDS/.test(type))).toEqual([]);
    const functions = propertiesOf(assembly, 'AWS::Lambda::Function').map(({ FunctionName }) => String(FunctionName));
    expect(functions.filter((name) => /wrap-up|contact-records|inbound|callback|report|queue/.test(name))).toEqual([]);
    expect(propertiesOf(assembly, 'AWS::DynamoDB::Table').map(({ BillingMode }) => BillingMode)).not.toContain(
      undefined,
    );
  });

  it('ALERTES-02: let the authorizer read accounts and one function invite people, and no other', () => {
    const statements = propertiesOf(assembly, 'AWS::IAM::Policy').map((policy) => JSON.stringify(policy));
    const inviting = statements.filter((policy) => policy.includes('cognito-idp:'));
    expect(inviting).toHaveLength(1);
    expect(inviting[0]).toContain('cognito-idp:AdminCreateUser');
    const groups = propertiesOf(assembly, 'AWS::Cognito::UserPoolGroup').map(({ GroupName }) => GroupName);
    expect(groups.toSorted()).toEqual(['administrator', 'alertes:general']);
  });

  it('are elsewhere only where a programme has alerts', () => {
    const functions = propertiesOf(synthesized(), 'AWS::Lambda::Function').map(({ FunctionName }) =>
      String(FunctionName),
    );
    expect(functions.filter((name) => /alert-|structures|members/.test(name))).toEqual([]);
  });
});

describe('ALERTES-39: the address of the service', () => {
  const name = 'sms.connectes.eu';
  const certificateOf = (region: string) => `arn:aws:acm:${region}:111122223333:certificate/0e7c`;

  it('is a field of the deployment: the API has its name and certificate, and signing in comes back to it', () => {
    const named = synthesized({ ...alertes, domain: { name, certificateArn: certificateOf('eu-central-1') } });
    expect(propertiesOf(named, 'AWS::ApiGatewayV2::DomainName')).toMatchObject([{ DomainName: name }]);
    expect(propertiesOf(named, 'AWS::ApiGatewayV2::ApiMapping')).toMatchObject([
      { DomainName: name, Stage: '$default' },
    ]);
    const [client] = propertiesOf(named, 'AWS::Cognito::UserPoolClient');
    expect(client?.['CallbackURLs']).toEqual([`https://${name}/connexion/retour`]);
    expect(JSON.stringify(propertiesOf(named, 'AWS::Lambda::Function'))).toContain(`https://${name}`);
    expect(typesOf(assembly)).not.toContain('AWS::ApiGatewayV2::DomainName');
  });

  it('is CloudFront’s where there is a contact centre', () => {
    const named = synthesized({ ...demo, domain: { name, certificateArn: certificateOf('us-east-1') } });
    expect(JSON.stringify(propertiesOf(named, 'AWS::CloudFront::Distribution'))).toContain(`"Aliases":["${name}"]`);
  });

  it('is refused without a name that can be one, or with a certificate of elsewhere', () => {
    const refused = (domain: object) =>
      parseDeployment({ ...alertes, domain }, known).refusals.map(({ field, accepted }) => `${field}: ${accepted}`);
    expect(refused({ name, certificateArn: certificateOf('us-east-1') })).toEqual([
      'domain.certificateArn: a certificate of eu-central-1',
    ]);
    expect(refused({ name: 'https://x', certificateArn: certificateOf('eu-central-1') })).toEqual([
      'domain.name: a domain name, such as "sms.connectes.eu"',
    ]);
  });
});

describe('a deployment file', () => {
  const refusalsOf = (change: object) =>
    parseDeployment({ ...alertes, ...change }, known).refusals.map(({ field, accepted }) => `${field}: ${accepted}`);

  it('names an instance where people call, and none where nobody does', () => {
    expect(refusalsOf({})).toEqual([]);
    expect(refusalsOf({ instance: demo.instance })).toEqual(['instance: none: nobody calls alertes']);
    expect(refusalsOf({ programmes: ['alertes', 'samps'] })).toEqual([
      'instance: a new instance or an existing one: people call samps',
      'quotas.concurrentCalls: a whole number: people call samps',
    ]);
  });

  it('COMMON-01: may hold a programme of each sort', () => {
    const both = synthesized({ ...demo, programmes: ['samps', 'alertes'] });
    const functions = propertiesOf(both, 'AWS::Lambda::Function');
    const named = (name: string) =>
      functions.filter(({ FunctionName }) => FunctionName === `permanence-samps-demo-${name}`);
    expect(['wrap-up', 'structures', 'report-page', 'members'].map((name) => named(name).length)).toEqual([1, 1, 1, 1]);
    // What is of calls is told of its own programme alone.
    const [wrapUp] = named('wrap-up');
    expect(JSON.stringify(wrapUp?.['Environment'])).toContain('"PROGRAMMES":"samps"');
  });
});
