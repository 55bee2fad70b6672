import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  KMSClient,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CloudCore, startCloudCore } from '../../../local/cloud-core.ts';
import { friendly } from '../../../local/cloud-options.ts';
import type { Json, JsonObject } from '../../../local/json.ts';
import { accessKeyIdOf } from '../../../local/lambda/function-credentials.ts';
import { createServicesPart } from '../../../local/services/index.ts';
import { lambdaFunction, role, stateFolder, writeAssembly } from '../resources/small-assembly.ts';
import { bundledHandler } from './bundled-handler.ts';

const account = '111122223333';
const region = 'eu-central-1';
const topicArn = `arn:aws:sns:${region}:${account}:notices`;
let cloud: CloudCore;
let state: string;

const rootPolicy = {
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' }],
};
const resources = {
  Role: role(
    'lambda.amazonaws.com',
    'kms:*',
    'ssm:*',
    'secretsmanager:*',
    'sns:Publish',
    'sns:Subscribe',
    'lambda:InvokeFunction',
  ),
  Narrow: role('lambda.amazonaws.com', 'ssm:GetParameter', 'secretsmanager:GetSecretValue'),
  Caller: lambdaFunction('caller'),
  Other: lambdaFunction('other', { Role: { 'Fn::GetAtt': ['Narrow', 'Arn'] } }),
  Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: rootPolicy } },
  Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/identity', TargetKeyId: { Ref: 'Key' } } },
  Registry: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/demo/registry', Type: 'String', Value: '{"a":1}' } },
  Secret: {
    Type: 'AWS::SecretsManager::Secret',
    Properties: {
      Name: 'pseudonym',
      KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] },
      GenerateSecretString: { PasswordLength: 40 },
    },
  },
  Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'notices' } },
  Mail: {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'email', Endpoint: 'contact@example.nc' },
  },
};

beforeAll(async () => {
  state = stateFolder();
  const handler = bundledHandler(`
    import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
    import { PublishCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
    export async function handler({ publish, subscribe, invoke, echo, fail }) {
      if (fail) throw new RangeError('no');
      if (echo) return { echo };
      try {
        if (publish) return { messageId: (await new SNSClient({}).send(new PublishCommand(publish))).MessageId };
        if (subscribe) return { arn: (await new SNSClient({}).send(new SubscribeCommand(subscribe))).SubscriptionArn };
        const answer = await new LambdaClient({}).send(new InvokeCommand(invoke));
        return { payload: answer.Payload.transformToString(), error: answer.FunctionError };
      } catch (error) {
        return { refused: error.name, message: error.message };
      }
    }`);
  const assembly = writeAssembly({ all: { resources } }, { caller: handler, other: handler });
  const start = '2025-07-03T20:30:00.000Z';
  cloud = await startCloudCore({ assembly, state, seed: 1, start, unfriendly: friendly }, [createServicesPart]);
});
afterAll(() => cloud.stop());

function as<T>(name: string, Client: new (options: object) => T, service: string): T {
  const accessKeyId = accessKeyIdOf(`arn:aws:lambda:${region}:${account}:function:${name}`, 0);
  const credentials = { accessKeyId, secretAccessKey: 'x' };
  return new Client({ region, credentials, endpoint: cloud.context.endpoints.url(service), maxAttempts: 1 });
}

describe('KMS', () => {
  it('COMMON-28: wraps and unwraps a data key under its encryption context only', async () => {
    const kms = as('caller', KMSClient, 'KMS');
    const EncryptionContext = { person: 'p1' };
    const made = await kms.send(
      new GenerateDataKeyCommand({ KeyId: 'alias/identity', KeySpec: 'AES_256', EncryptionContext }),
    );
    expect(made.Plaintext).toHaveLength(32);
    const CiphertextBlob = made.CiphertextBlob ?? new Uint8Array();
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
    expect(opened.Plaintext).toEqual(made.Plaintext);
    await expect(kms.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject({
      name: 'InvalidCiphertextException',
    });
    const again = await kms.send(
      new GenerateDataKeyCommand({ KeyId: 'alias/identity', KeySpec: 'AES_256', EncryptionContext }),
    );
    expect(again.Plaintext).not.toEqual(made.Plaintext);
  });

  it('encrypts, and names a key or an operation that is not there', async () => {
    const kms = as('caller', KMSClient, 'KMS');
    const Plaintext = Buffer.from('+687250000');
    const { CiphertextBlob, KeyId } = await kms.send(new EncryptCommand({ KeyId: 'alias/identity', Plaintext }));
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob, KeyId }));
    expect(Buffer.from(opened.Plaintext ?? [])).toEqual(Plaintext);
    await expect(kms.send(new EncryptCommand({ KeyId: 'alias/none', Plaintext }))).rejects.toThrow(
      /KMS key alias\/none does not exist; there are arn/,
    );
    await expect(kms.send(new ScheduleKeyDeletionCommand({ KeyId }))).rejects.toThrow(
      /kms ScheduleKeyDeletion is not served by the local cloud; served are Encrypt, Decrypt, GenerateDataKey/,
    );
  });
});

describe('SSM and Secrets Manager', () => {
  it('reads parameters, and says which are missing', async () => {
    const ssm = as('caller', SSMClient, 'SSM');
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: '/demo/registry' }));
    expect(Parameter).toMatchObject({
      Value: '{"a":1}',
      Type: 'String',
      LastModifiedDate: new Date('2025-07-03T20:30:00Z'),
    });
    const both = await ssm.send(new GetParametersCommand({ Names: ['/demo/registry', '/demo/none'] }));
    expect([both.Parameters?.length, both.InvalidParameters]).toEqual([1, ['/demo/none']]);
    await expect(ssm.send(new GetParameterCommand({ Name: '/no' }))).rejects.toMatchObject({
      name: 'ParameterNotFound',
    });
  });

  it('COMMON-27: reads a generated secret with its key, and refuses who lacks the key', async () => {
    const secret = await as('caller', SecretsManagerClient, 'SECRETS_MANAGER').send(
      new GetSecretValueCommand({ SecretId: 'pseudonym' }),
    );
    expect(secret.SecretString).toHaveLength(40);
    const other = as('other', SecretsManagerClient, 'SECRETS_MANAGER').send(
      new GetSecretValueCommand({ SecretId: 'pseudonym' }),
    );
    await expect(other).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringMatching(
        /assumed-role\/.*\/other is not authorized to perform: kms:Decrypt on resource: arn:aws:kms/,
      ),
    });
    await expect(
      as('other', SSMClient, 'SSM').send(new GetParametersCommand({ Names: ['/demo/registry'] })),
    ).rejects.toThrow(
      /other is not authorized to perform: ssm:GetParameters on resource: arn:aws:ssm:eu-central-1:111122223333:parameter\/demo\/registry/,
    );
  });
});

/** Runs the handler of `name`, which makes the call it is told with the SDK. */
async function through(name: string, event: JsonObject, key: string): Promise<Json> {
  const functionArn = `arn:aws:lambda:${region}:${account}:function:${name}`;
  const outcome = await cloud.context.lambda.invoke({
    functionArn,
    payload: event,
    key,
    source: { type: 'administrator' },
  });
  return outcome.ok ? outcome.payload : outcome.errorMessage;
}

describe('SNS and Lambda, from inside an invocation', () => {
  it('publishes to a topic; others are refused', async () => {
    const MessageAttributes = { kind: { DataType: 'String', StringValue: 'daily' } };
    const publish = { TopicArn: topicArn, Subject: 'Rapport', Message: 'é', MessageAttributes };
    expect(await through('caller', { publish }, 'k1')).toEqual({ messageId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    await cloud.context.kernel.runUntil(cloud.context.kernel.now() + 1000);
    expect(readFileSync(join(state, 'outbox.jsonl'), 'utf8')).toContain('"subject":"Rapport"');
    expect(await through('other', { publish }, 'k2')).toMatchObject({ refused: 'AuthorizationErrorException' });
    expect(await through('caller', { publish: { PhoneNumber: '+687250000', Message: 'x' } }, 'k3')).toMatchObject({
      message: expect.stringContaining('Publish: PhoneNumber is not served by the local cloud'),
    });
  });

  it('subscribes an address, once, to what names it among others', async () => {
    const of = (address: string, FilterPolicy: object) => ({
      subscribe: {
        ...{ TopicArn: topicArn, Protocol: 'email', Endpoint: address, ReturnSubscriptionArn: true },
        Attributes: { FilterPolicy: JSON.stringify(FilterPolicy) },
      },
    });
    const noemie = 'noemie@permanence.example';
    const wanted = of(noemie, { contact: [noemie] });
    const first = await through('caller', wanted, 'k7');
    expect(first).toEqual({ arn: expect.stringContaining(`${topicArn}:`) });
    expect(await through('caller', wanted, 'k8')).toEqual(first);
    expect(await through('caller', of(noemie, { contact: ['other'] }), 'k9')).toMatchObject({
      message: expect.stringContaining('already exists with different attributes'),
    });
    expect(await through('other', wanted, 'k10')).toMatchObject({ refused: 'AuthorizationErrorException' });
    const told = (addresses: readonly string[]) => ({
      TopicArn: topicArn,
      Message: `à ${addresses.length}`,
      MessageAttributes: { contact: { DataType: 'String.Array', StringValue: JSON.stringify(addresses) } },
    });
    await through('caller', { publish: told(['helene@province-sud.example', noemie]) }, 'k11');
    await through('caller', { publish: told(['helene@province-sud.example']) }, 'k12');
    await cloud.context.kernel.runUntil(cloud.context.kernel.now() + 1000);
    const mails = readFileSync(join(state, 'outbox.jsonl'), 'utf8').split('\n');
    expect(mails.filter((mail) => mail.includes(`"to":"${noemie}"`))).toEqual([
      expect.stringContaining('"message":"à 2"'),
    ]);
  });

  it('invokes a function, tells its failure, and refuses who may not', async () => {
    const invoke = (payload: object) => ({ invoke: { FunctionName: 'other', Payload: JSON.stringify(payload) } });
    expect(await through('caller', invoke({ echo: 'é' }), 'k4')).toEqual({ payload: '{"echo":"é"}' });
    expect(await through('caller', invoke({ fail: true }), 'k5')).toEqual({
      error: 'Unhandled',
      payload: expect.stringContaining('"errorType":"RangeError"'),
    });
    expect(await through('other', invoke({}), 'k6')).toMatchObject({
      message: expect.stringMatching(/other is not authorized to perform: lambda:InvokeFunction/),
    });
  });

  it('names a Lambda operation that is not served', async () => {
    const list = as('caller', LambdaClient, 'LAMBDA').send(new ListFunctionsCommand({}));
    await expect(list).rejects.toThrow(/lambda GET \/2015-03-31\/functions\/? is not served/);
  });
});

it('names a service that is not served', async () => {
  const authorization =
    'AWS4-HMAC-SHA256 Credential=FN0/20250703/eu-central-1/polly/aws4_request, SignedHeaders=host, Signature=0';
  const response = await fetch(cloud.context.endpoints.url('SSM'), { method: 'POST', headers: { authorization } });
  expect([response.status, await response.text()]).toEqual([
    501,
    expect.stringContaining('service polly is not served by the local cloud; served are kms, ssm, secretsmanager, sns'),
  ]);
  expect(cloud.problems().at(-1)).toMatchObject({ where: 'services endpoint' });
});
