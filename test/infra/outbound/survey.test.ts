import { describe, expect, it } from 'vitest';
import { env } from '../../../contracts/env.ts';
import { surveyRoutes } from '../../../contracts/routes.ts';
import { tables } from '../../../contracts/tables.ts';
import { propertiesOf, synthesized } from '../support/assembly.ts';
import { outboundAssembly } from '../support/outbound-assembly.ts';

const assembly = outboundAssembly();
const policies = propertiesOf(assembly, 'AWS::IAM::Policy');
const own = JSON.stringify(policies.find(({ id }) => id.startsWith('SurveyRole'))?.['PolicyDocument'] ?? '');

describe('COMMON-59: the infrastructure of personal links', () => {
  it('has public routes with limits of their own, after which the desk has its own', () => {
    const routes = propertiesOf(assembly, 'AWS::ApiGatewayV2::Route');
    const [stage] = propertiesOf(assembly, 'AWS::ApiGatewayV2::Stage');
    const open = Object.values(surveyRoutes).filter((route) => route.public);
    for (const { method, path } of open) {
      const key = `${method} ${path}`;
      expect(routes.find(({ RouteKey }) => RouteKey === key)).toMatchObject({ AuthorizationType: 'NONE' });
      expect(stage?.['RouteSettings']).toMatchObject({ [key]: { ThrottlingRateLimit: 200 } });
    }
    expect(Object.keys(Object(stage?.['RouteSettings']))).toHaveLength(open.length);
    expect(routes.find(({ RouteKey }) => RouteKey === 'GET /api/{programme}/contacts-utiles')).toMatchObject({
      AuthorizationType: 'CUSTOM',
    });
  });

  it('lets its function read a birth date, write answers, and name links: no more', () => {
    const actions = new Set(own.match(/dynamodb:\w+/g));
    expect([...actions].sort()).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:BatchWriteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    ]);
    expect(own).not.toMatch(/GenerateDataKeyWithout|"connect:|lambda:Invoke|s3:|DeleteItem|Scan/);
  });

  it('keeps tokens behind a secret of its own', () => {
    const survey = propertiesOf(assembly, 'AWS::Lambda::Function').find(({ FunctionName }) =>
      String(FunctionName).endsWith('-survey'),
    );
    const variables = Object(survey?.['Environment'])['Variables'];
    expect(Object.keys(variables)).toEqual(expect.arrayContaining([env.linkSecret, tables.links.env]));
    expect(Object.keys(variables)).not.toContain(env.pseudonymSecret);
  });

  it('is nowhere where no programme has a survey', () => {
    expect(JSON.stringify(synthesized().templates)).not.toMatch(/\/s\/\{token\}|SurveyFunction/);
  });
});
