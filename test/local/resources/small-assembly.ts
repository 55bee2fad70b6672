import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../../local/json.ts';

export interface SmallStack {
  readonly resources: JsonObject;
  readonly outputs?: JsonObject;
  readonly conditions?: JsonObject;
  readonly mappings?: JsonObject;
  readonly parameters?: JsonObject;
  readonly needs?: readonly string[];
}

/** Writes a cloud assembly by hand: stacks by name, and function code (`index.mjs`) by asset name. */
export function writeAssembly(
  stacks: Readonly<Record<string, SmallStack>>,
  code: Readonly<Record<string, string>> = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  const files: Record<string, unknown> = {};
  for (const [name, source] of Object.entries(code)) {
    mkdirSync(join(folder, `asset.${name}`));
    writeFileSync(join(folder, `asset.${name}`, 'index.mjs'), source);
    files[name] = {
      source: { path: `asset.${name}`, packaging: 'zip' },
      destinations: { here: { bucketName: 'assets', objectKey: `${name}.zip` } },
    };
  }
  write('code.assets.json', { version: '1', files });
  const artifacts: Record<string, unknown> = {
    'code.assets': { type: 'cdk:asset-manifest', properties: { file: 'code.assets.json' } },
  };
  for (const [name, stack] of Object.entries(stacks)) {
    write(`${name}.template.json`, {
      Resources: stack.resources,
      Outputs: stack.outputs ?? {},
      Conditions: stack.conditions ?? {},
      Mappings: stack.mappings ?? {},
      Parameters: stack.parameters ?? {},
    });
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      environment: 'aws://111122223333/eu-central-1',
      properties: { templateFile: `${name}.template.json` },
      dependencies: stack.needs ?? [],
    };
  }
  write('manifest.json', { version: '1', artifacts });
  return folder;
}

export function stateFolder(): string {
  return mkdtempSync(join(tmpdir(), 'state-'));
}

const trust = (service: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
});

/** A role that a service may assume, allowed `actions` on everything. */
export function role(service: string, ...actions: readonly string[]): JsonObject {
  const statement = { Effect: 'Allow', Action: actions, Resource: '*' };
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: trust(service),
      ...(actions.length === 0
        ? {}
        : { Policies: [{ PolicyName: 'All', PolicyDocument: { Version: '2012-10-17', Statement: [statement] } }] }),
    },
  };
}

/** `AWS::Lambda::Function` of an asset, with the role of logical id `Role`. */
export function lambdaFunction(asset: string, properties: JsonObject = {}): JsonObject {
  return {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Bucket: 'assets', S3Key: `${asset}.zip` },
      FunctionName: asset,
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      ...properties,
    },
  };
}

/** Lets a service invoke the function of this logical id. */
export function permission(functionId: string, service: string): JsonObject {
  return {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: { 'Fn::GetAtt': [functionId, 'Arn'] },
      Principal: service,
    },
  };
}
