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
