// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are CloudFormation's placeholders
import { describe, expect, it } from 'vitest';
import { resolve } from '../../../local/assembly/intrinsics.ts';
import { createStackScope } from '../../../local/assembly/stack-scope.ts';
import { parseTemplate } from '../../../local/assembly/template.ts';
import type { StoredParameter } from '../../../local/cloud.ts';
import type { Json, JsonObject } from '../../../local/json.ts';

const parameter: StoredParameter = { name: '/centre/id', arn: 'arn:p', type: 'String', value: 'i-42', version: 1 };

function evaluate(value: Json, sections: JsonObject = {}): Json | undefined {
  const template = parseTemplate('data', { Resources: { Table: { Type: 'AWS::DynamoDB::Table' } }, ...sections });
  const cloud = {
    account: '111122223333',
    region: 'eu-central-1',
    partition: 'aws',
    parameters: new Map([[parameter.name, parameter]]),
    secrets: new Map([
      ['arn:secret', { name: 'key', arn: 'arn:secret', secretString: '{"pepper":"p1"}', kmsKeyArn: undefined }],
    ]),
  };
  const provided = new Map([['Table', { ref: 'table-1', attributes: { Arn: 'arn:table', 'Nested.Name': 'n' } }]]);
  return resolve(value, createStackScope(template, cloud, provided, new Map<string, Json>([['other:Bus', 'bus-1']])));
}

describe('intrinsics of templates', () => {
  it.each<[string, Json, Json]>([
    ['Ref of a resource', { Ref: 'Table' }, 'table-1'],
    ['Ref of a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-central-1'],
    ['Fn::GetAtt', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:table'],
    ['Fn::GetAtt of a nested attribute', { 'Fn::GetAtt': ['Table', 'Nested.Name'] }, 'n'],
    ['Fn::GetAtt written as text', { 'Fn::GetAtt': 'Table.Nested.Name' }, 'n'],
    ['Fn::Join', { 'Fn::Join': ['/', ['a', { Ref: 'Table' }, 3]] }, 'a/table-1/3'],
    [
      'Fn::Sub',
      { 'Fn::Sub': 'arn:${AWS::Partition}:x:${Table}:${Table.Arn}:${!Literal}' },
      'arn:aws:x:table-1:arn:table:${Literal}',
    ],
    [
      'Fn::Sub with variables',
      { 'Fn::Sub': ['${A}-${Table}', { A: { Ref: 'AWS::AccountId' } }] },
      '111122223333-table-1',
    ],
    [
      'Fn::Select of Fn::Split',
      { 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Table', 'Arn'] }] }] },
      'table',
    ],
    ['Fn::ImportValue', { 'Fn::ImportValue': 'other:Bus' }, 'bus-1'],
    ['Fn::Base64', { 'Fn::Base64': 'é' }, 'w6k='],
    ['a dynamic reference to a parameter', 'id={{resolve:ssm:/centre/id}}', 'id=i-42'],
    ['a dynamic reference to a secret', '{{resolve:secretsmanager:arn:secret:SecretString:pepper::}}', 'p1'],
    [
      'AWS::NoValue in an object and in a list',
      { a: { Ref: 'AWS::NoValue' }, b: [1, { Ref: 'AWS::NoValue' }] },
      { b: [1] },
    ],
    [
      'a Condition member that is no intrinsic',
      { Statement: [{ Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } } }] },
      { Statement: [{ Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } }] },
    ],
  ])('resolves %s', (_what, value, expected) => {
    expect(evaluate(value)).toEqual(expected);
  });

  it('resolves conditions and maps', () => {
    const sections = {
      Mappings: { Sizes: { 'eu-central-1': { shards: 2 } } },
      Parameters: { Stage: { Type: 'String', Default: 'demo' } },
      Conditions: {
        Demo: { 'Fn::Equals': [{ Ref: 'Stage' }, 'demo'] },
        Not: { 'Fn::Not': [{ Condition: 'Demo' }] },
        Either: { 'Fn::Or': [{ Condition: 'Not' }, { 'Fn::And': [{ Condition: 'Demo' }, { 'Fn::Equals': [1, 1] }] }] },
      },
    };
    expect(
      evaluate({ 'Fn::If': ['Either', { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'shards'] }, 0] }, sections),
    ).toBe(2);
    expect(evaluate({ x: { 'Fn::If': ['Not', 1, { Ref: 'AWS::NoValue' }] } }, sections)).toEqual({});
  });

  it.each<[string, Json, RegExp]>([
    [
      'an unknown intrinsic',
      { 'Fn::Cidr': ['10.0.0.0/8', 2, 8] },
      /unknown intrinsic "Fn::Cidr"; the local cloud knows Ref/,
    ],
    ['an unknown resource', { Ref: 'Nobody' }, /"Nobody" is neither a resource/],
    [
      'an unknown attribute',
      { 'Fn::GetAtt': ['Table', 'StreamArn'] },
      /Table \(AWS::DynamoDB::Table\) has no attribute "StreamArn"; it has Arn/,
    ],
    ['an unknown export', { 'Fn::ImportValue': 'nope' }, /exports "nope"/],
    ['an unknown condition', { 'Fn::If': ['Nope', 1, 2] }, /condition "Nope"/],
    ['an index outside a list', { 'Fn::Select': [5, ['a']] }, /the list has 1 items/],
    ['an unknown dynamic reference', '{{resolve:vault:x}}', /accepted services are ssm and secretsmanager/],
    ['a missing SSM parameter', '{{resolve:ssm:/none}}', /"\/none" does not exist/],
  ])('names %s', (_what, value, message) => {
    expect(() => evaluate(value)).toThrow(message);
  });

  it('refuses template sections that would change its meaning', () => {
    expect(() => parseTemplate('data', { Transform: 'AWS::Serverless-2016-10-31', Resources: {} })).toThrow(
      /unknown section "Transform"/,
    );
  });
});
