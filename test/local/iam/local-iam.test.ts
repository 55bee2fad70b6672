import { describe, expect, it } from 'vitest';
import { LocalIam } from '../../../local/iam/local-iam.ts';
import type { Json } from '../../../local/json.ts';
import type { Principal } from '../../../local/principal.ts';

const account = '000000000000';
const region = 'eu-central-1';
const roleArn = `arn:aws:iam::${account}:role/wrap-up-role`;
const wrapUp: Principal = {
  type: 'function',
  functionName: 'wrap-up',
  functionArn: `arn:aws:lambda:${region}:${account}:function:wrap-up`,
  roleArn,
};
const table = `arn:aws:dynamodb:${region}:${account}:table/journal`;
const key = `arn:aws:kms:${region}:${account}:key/1234`;
const topic = `arn:aws:sns:${region}:${account}:notices`;
const trust: Json = {
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

function iamWith(statements: readonly Json[], without: readonly string[] = []): LocalIam {
  const iam = new LocalIam({ account, region, without });
  iam.registerRole({ arn: roleArn, name: 'wrap-up-role', trust });
  iam.attachPolicy(roleArn, { name: 'default', document: { Statement: statements }, origin: 'stack/Default' });
  return iam;
}

const allowPut = {
  Effect: 'Allow',
  Action: ['dynamodb:Put*', 'dynamodb:query'],
  Resource: [table, `${table}/index/*`],
};

describe('local IAM', () => {
  it('COMMON-27: allows what the role says and refuses the rest, naming function, action and resource', () => {
    const iam = iamWith([allowPut]);
    expect(iam.authorize({ principal: wrapUp, action: 'dynamodb:PutItem', resource: table }).allowed).toBe(true);
    expect(iam.authorize({ principal: wrapUp, action: 'dynamodb:Query', resource: `${table}/index/due` }).allowed).toBe(
      true,
    );
    expect(iam.authorize({ principal: wrapUp, action: 'dynamodb:DeleteItem', resource: table })).toEqual({
      allowed: false,
      decidedBy: [],
      message: `User: arn:aws:sts::${account}:assumed-role/wrap-up-role/wrap-up is not authorized to perform: dynamodb:DeleteItem on resource: ${table} because no identity-based policy allows the dynamodb:DeleteItem action`,
    });
    expect(iam.authorize({ principal: wrapUp, action: 'dynamodb:PutItem', resource: `${table}2` }).allowed).toBe(false);
  });

  it('lets an explicit deny win, wherever it stands', () => {
    const iam = iamWith([allowPut, { Effect: 'Deny', NotAction: 'dynamodb:Query', Resource: '*' }]);
    const put = iam.authorize({ principal: wrapUp, action: 'dynamodb:PutItem', resource: table });
    expect(put).toMatchObject({ allowed: false, decidedBy: ['wrap-up-role/default#1'] });
    expect(iam.authorize({ principal: wrapUp, action: 'dynamodb:Query', resource: table }).allowed).toBe(true);
  });

  it('evaluates conditions, quantifiers and IfExists', () => {
    const iam = iamWith([
      {
        ...allowPut,
        Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['samps#*'] } },
      },
    ]);
    const put = (keys: readonly string[]) =>
      iam.authorize({
        principal: wrapUp,
        action: 'dynamodb:PutItem',
        resource: table,
        conditions: { 'dynamodb:LeadingKeys': keys },
      }).allowed;
    expect(put(['samps#1', 'samps#2'])).toBe(true);
    expect(put(['samps#1', 'reflex#2'])).toBe(false);
  });

  it.each([
    [{ StringEquals: { 'aws:SourceAccount': account } }, false],
    [{ StringEqualsIfExists: { 'aws:SourceAccount': '999999999999' } }, true],
    [{ StringNotEquals: { 'aws:SourceAccount': account } }, true],
    [{ Null: { 'aws:SourceAccount': 'true' } }, true],
    [{ Bool: { 'aws:SecureTransport': 'false' } }, false],
    [{ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/wrap-*' } }, true],
    [{ 'ForAnyValue:StringEquals': { 'dynamodb:LeadingKeys': 'x' } }, false],
  ])('condition %j on a request without source is %s', (condition, expected) => {
    const iam = iamWith([{ ...allowPut, Condition: condition }]);
    expect(iam.authorize({ principal: wrapUp, action: 'dynamodb:PutItem', resource: table }).allowed).toBe(expected);
  });

  it('refuses what it cannot evaluate when the policy is read, naming it', () => {
    expect(() => iamWith([{ ...allowPut, Condition: { DateLessThan: { 'aws:CurrentTime': 'x' } } }])).toThrow(
      /stack\/Default, statement 0: condition operator DateLessThan is not evaluated; accepted are .*StringLike/,
    );
    expect(() => iamWith([{ ...allowPut, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o' } } }])).toThrow(
      /aws:PrincipalOrgID is not evaluated locally/,
    );
    expect(() => iamWith([{ ...allowPut, Resource: `arn:$${'{aws:username}'}` }])).toThrow(/policy variables/);
    expect(() => iamWith([{ Effect: 'allow', Action: '*', Resource: '*' }])).toThrow(
      /Effect is Allow or Deny, got "allow"/,
    );
    const iam = iamWith([allowPut]);
    expect(() => iam.attachManagedPolicy(roleArn, 'arn:aws:iam::aws:policy/AdministratorAccess')).toThrow(
      /AdministratorAccess: known locally are .*AWSLambdaBasicExecutionRole/,
    );
  });

  it('COMMON-28: asks the customer key of an encrypted resource, through its key policy', () => {
    const iam = iamWith([allowPut]);
    const put = { principal: wrapUp, action: 'dynamodb:PutItem', resource: table } as const;
    iam.encryptWith(table, key);
    const rootPolicy = (root: string): Json => ({
      Statement: [{ Effect: 'Allow', Principal: { AWS: root }, Action: 'kms:*', Resource: '*' }],
    });
    iam.attachResourcePolicy(key, { document: rootPolicy(`arn:aws:iam::${account}:root`), origin: 'stack/Key' });
    expect(iam.authorize(put)).toMatchObject({
      allowed: false,
      message: expect.stringContaining(`kms:Decrypt on resource: ${key} because no identity-based policy`),
    });
    const decrypt: Json = {
      Statement: {
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: key,
        Condition: { StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` } },
      },
    };
    iam.attachPolicy(roleArn, { name: 'key', document: decrypt, origin: 'stack/KeyUse' });
    expect(iam.authorize(put).allowed).toBe(true);
    expect(iam.authorize({ principal: wrapUp, action: 'kms:Decrypt', resource: key }).allowed).toBe(false);
  });

  it('a key policy that does not let IAM decide refuses in spite of the role', () => {
    const iam = iamWith([{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }]);
    iam.attachResourcePolicy(key, {
      document: {
        Statement: { Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: 'kms:*', Resource: '*' },
      },
      origin: 'stack/Key',
    });
    expect(iam.authorize({ principal: wrapUp, action: 'kms:Decrypt', resource: key })).toMatchObject({
      message: expect.stringContaining('no resource-based policy allows the kms:Decrypt action'),
    });
  });

  it('a service needs the resource to allow it, for the right source', () => {
    const iam = iamWith([]);
    const rule = `arn:aws:events:${region}:${account}:rule/wake`;
    iam.attachResourcePolicy(wrapUp.functionArn, {
      document: {
        Statement: {
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Action: 'lambda:InvokeFunction',
          Resource: wrapUp.functionArn,
          Condition: { ArnLike: { 'AWS:SourceArn': rule }, StringEquals: { 'AWS:SourceAccount': account } },
        },
      },
      origin: 'stack/Permission',
    });
    const invoke = (service: string, sourceArn: string) =>
      iam.authorize({
        principal: { type: 'service', service, sourceArn, sourceAccount: account },
        action: 'lambda:InvokeFunction',
        resource: wrapUp.functionArn,
      });
    expect(invoke('events.amazonaws.com', rule).allowed).toBe(true);
    expect(invoke('events.amazonaws.com', `${rule}2`).allowed).toBe(false);
    expect(invoke('connect.amazonaws.com', rule)).toMatchObject({
      message: `User: connect.amazonaws.com (for ${rule}) is not authorized to perform: lambda:InvokeFunction on resource: ${wrapUp.functionArn} because no resource-based policy allows the lambda:InvokeFunction action`,
    });
  });

  it('a bucket policy that denies plain HTTP does not bear, one that denies an action does', () => {
    const iam = iamWith([{ Effect: 'Allow', Action: 's3:*', Resource: '*' }]);
    iam.attachResourcePolicy('arn:aws:s3:::reports', {
      document: {
        Statement: [
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: '*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
          { Effect: 'Deny', Principal: { AWS: '*' }, Action: 's3:DeleteObject', Resource: 'arn:aws:s3:::reports/*' },
        ],
      },
      origin: 'stack/BucketPolicy',
    });
    const ask = (action: string) =>
      iam.authorize({ principal: wrapUp, action, resource: 'arn:aws:s3:::reports/a.xlsx' });
    expect(ask('s3:GetObject').allowed).toBe(true);
    expect(ask('s3:DeleteObject').allowed).toBe(false);
  });

  it('counts the use of each statement, and which alone allowed', async () => {
    const publish = { Effect: 'Allow', Action: ['sns:Publish', 'sns:Subscribe'], Resource: topic };
    const iam = iamWith([allowPut, publish, { Effect: 'Allow', Action: 'sns:*', Resource: '*' }]);
    iam.authorize({ principal: wrapUp, action: 'dynamodb:PutItem', resource: table });
    iam.authorize({ principal: wrapUp, action: 'sns:Publish', resource: topic });
    iam.authorize({ principal: wrapUp, action: 'sns:Publish', resource: `${topic}-2` });
    const usage = (await iam.usage()).filter((entry) => entry.owner === roleArn && entry.kind === 'identity');
    expect(usage.map(({ statement, allowed, needed, actions }) => [statement.id, allowed, needed, actions])).toEqual([
      ['wrap-up-role/default#0', 1, 1, { 'dynamodb:PutItem': 1 }],
      ['wrap-up-role/default#1', 1, 0, {}],
      ['wrap-up-role/default#2', 2, 1, { 'sns:Publish': 1 }],
    ]);
  });

  it('counts which of several resources a statement was needed for', async () => {
    const iam = iamWith([
      { Effect: 'Allow', Action: 'sns:Publish', Resource: [topic, `${topic}-*`, `${topic}-never`] },
    ]);
    for (const resource of [topic, `${topic}-2`, `${topic}-3`]) {
      iam.authorize({ principal: wrapUp, action: 'sns:Publish', resource });
    }
    const [usage] = await iam.usage();
    expect(usage?.resources).toEqual({ [topic]: 1, [`${topic}-*`]: 2 });
  });

  it('leaves out a statement or an action on request, and says when it does not exist', () => {
    const iam = iamWith([allowPut], ['wrap-up-role/default#0']);
    expect(iam.authorize({ principal: wrapUp, action: 'dynamodb:PutItem', resource: table }).allowed).toBe(false);
    iam.assertRemoved();
    const both = { ...allowPut, Action: ['dynamodb:PutItem', 'dynamodb:GetItem'] };
    const one = iamWith([both], ['wrap-up-role/default#0 dynamodb:PutItem']);
    one.assertRemoved();
    const ask = (action: string) => one.authorize({ principal: wrapUp, action, resource: table }).allowed;
    expect([ask('dynamodb:PutItem'), ask('dynamodb:GetItem')]).toEqual([false, true]);
    expect(() => iamWith([allowPut], ['wrap-up-role/default#0 dynamodb:Scan']).assertRemoved()).toThrow(
      /no statement wrap-up-role\/default#0 dynamodb:Scan/,
    );
    expect(() => iamWith([allowPut], ['wrap-up-role/default#7']).assertRemoved()).toThrow(
      /no statement wrap-up-role\/default#7/,
    );
  });
});
