import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type CloudCore, startCloudCore } from '../../../local/cloud-core.ts';
import { lambdaFunction, role, type SmallStack, stateFolder, writeAssembly } from './small-assembly.ts';

const start = '2025-07-03T20:30:00Z';
let cloud: CloudCore | undefined;
afterEach(async () => {
  await cloud?.stop();
  cloud = undefined;
});

async function up(stacks: Record<string, SmallStack>, code: Record<string, string> = {}): Promise<CloudCore> {
  cloud = await startCloudCore({ assembly: writeAssembly(stacks, code), state: stateFolder(), seed: 1, start }, []);
  return cloud;
}

const parameter = (value: unknown, more = {}) => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Type: 'String', Value: value },
  ...more,
});

describe('bringing up an assembly', () => {
  it('creates stacks and resources after what they refer to, whatever the order of the files', async () => {
    const { context, resources } = await up({
      registry: {
        needs: ['data'],
        resources: {
          Last: parameter(
            { 'Fn::Join': [',', [{ Ref: 'First' }, { 'Fn::ImportValue': 'data:Queue' }]] },
            { DependsOn: 'Middle' },
          ),
          Middle: parameter('m'),
          First: parameter(
            { Ref: 'Middle' },
            { Properties: { Name: '/first', Type: 'String', Value: { Ref: 'Middle' } } },
          ),
        } as SmallStack['resources'],
        outputs: { Registry: { Value: { Ref: 'Last' } } },
      },
      data: {
        resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'letters' } } },
        outputs: { Q: { Value: { 'Fn::GetAtt': ['Queue', 'Arn'] }, Export: { Name: 'data:Queue' } } },
      },
    });
    expect(resources.map((each) => `${each.stack}/${each.logicalId}`)).toEqual([
      'data/Queue',
      'registry/Middle',
      'registry/First',
      'registry/Last',
    ]);
    const last = String(context.outputs.get('registry.Registry'));
    expect(context.parameters.get(last)?.value).toBe('/first,arn:aws:sqs:eu-central-1:111122223333:letters');
  });

  it('gives the same physical names in every run', async () => {
    const names = async () => {
      const { resources } = await up({ data: { resources: { Queue: { Type: 'AWS::SQS::Queue' } } } });
      await cloud?.stop();
      return resources.map((each) => each.ref);
    };
    expect(await names()).toEqual(await names());
  });

  it('leaves out resources whose condition is false', async () => {
    const { resources } = await up({
      data: {
        conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
        resources: { No: parameter('x', { Condition: 'Never' }), Yes: parameter('y') } as SmallStack['resources'],
      },
    });
    expect(resources.map((each) => each.logicalId)).toEqual(['Yes']);
  });

  it('names every unknown resource type before creating anything', async () => {
    const resources = { Mail: { Type: 'AWS::SES::Template' }, Net: { Type: 'AWS::EC2::VPC' } };
    await expect(up({ data: { resources } })).rejects.toThrow(
      /AWS::SES::Template \(data\/Mail\), AWS::EC2::VPC \(data\/Net\)/,
    );
  });

  it('names stack, resource, property and value of what cannot be done', async () => {
    await expect(
      up({ data: { resources: { Q: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } } } } }),
    ).rejects.toThrow(/Stack data: Q \(AWS::SQS::Queue.*property "FifoQueue" is not supported/);
    await expect(
      up({
        data: { resources: { A: parameter({ Ref: 'B' }), B: parameter({ Ref: 'A' }) } as SmallStack['resources'] },
      }),
    ).rejects.toThrow(/circular dependency A -> B -> A/);
  });

  it('names an asset that is not in the assembly', async () => {
    const assembly = writeAssembly({ f: { resources: {} } }, { echo: 'export const handler = async () => 1;' });
    rmSync(join(assembly, 'asset.echo'), { recursive: true });
    await expect(startCloudCore({ assembly, state: stateFolder(), seed: 1, start }, [])).rejects.toThrow(
      /asset echo names .*does not exist/,
    );
    await expect(
      up({ f: { resources: { Role: role('lambda.amazonaws.com'), F: lambdaFunction('gone') } } }),
    ).rejects.toThrow(/"Code.S3Key" is "gone.zip"; accepted is the key of a zip asset/);
  });

  it('refuses a function whose role Lambda may not assume', async () => {
    const resources = { Role: role('events.amazonaws.com'), F: lambdaFunction('echo') };
    await expect(up({ f: { resources } }, { echo: 'export const handler = async () => 1;' })).rejects.toThrow(
      /sts:AssumeRole/,
    );
  });
});

describe('deliveries that AWS would lose in silence', () => {
  const topicFor = (service: string) => ({
    Operators: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'operators' } },
    Policy: {
      Type: 'AWS::SNS::TopicPolicy',
      Properties: {
        Topics: [{ Ref: 'Operators' }],
        PolicyDocument: {
          Statement: [
            { Effect: 'Allow', Principal: { Service: service }, Action: 'sns:Publish', Resource: { Ref: 'Operators' } },
          ],
        },
      },
    },
    Late: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmName: 'late', AlarmActions: [{ Ref: 'Operators' }] } },
  });

  it('an alarm reaches those it tells, or the start is refused', async () => {
    await up({ a: { resources: topicFor('cloudwatch.amazonaws.com') } });
    await expect(up({ a: { resources: topicFor('events.amazonaws.com') } })).rejects.toThrow(
      /AlarmActions of alarm late: .*cloudwatch.amazonaws.com .*is not authorized to perform: sns:Publish on resource: \S+operators/,
    );
  });
});

describe('custom resources', () => {
  const code = {
    act: `export async function handler(event) {
      if (event.ResourceProperties.fail === 'true') throw new RangeError('number not claimed');
      return { PhysicalResourceId: 'phys-' + event.LogicalResourceId, Data: { Twice: event.ResourceProperties.n + event.ResourceProperties.n, Type: event.RequestType } };
    }`,
    framework: `export async function handler() { throw new Error('the framework itself must not run'); }`,
  };
  const resources = (properties: Record<string, unknown>) =>
    ({
      Role: role('lambda.amazonaws.com', 'lambda:InvokeFunction'),
      Act: lambdaFunction('act'),
      Framework: lambdaFunction('framework', {
        Environment: { Variables: { USER_ON_EVENT_FUNCTION_ARN: { 'Fn::GetAtt': ['Act', 'Arn'] } } },
      }),
      Done: {
        Type: 'Custom::Association',
        Properties: { ServiceToken: { 'Fn::GetAtt': ['Framework', 'Arn'] }, ...properties },
      },
      Out: parameter({
        'Fn::Join': ['/', [{ Ref: 'Done' }, { 'Fn::GetAtt': ['Done', 'Twice'] }, { 'Fn::GetAtt': ['Done', 'Type'] }]],
      }),
    }) as SmallStack['resources'];

  it('invokes the function wrapped by the provider framework; its Data answers GetAtt', async () => {
    const { context } = await up({ a: { resources: resources({ n: 7 }) } }, code);
    expect([...context.parameters.values()].map((each) => each.value)).toEqual(['phys-Done/77/Create']);
  });

  it('reports a framework function that may not write its logs', async () => {
    const { problems } = await up({ a: { resources: resources({ n: 7 }) } }, code);
    expect(problems().map(({ where }) => where)).toContain('Logs of function framework');
  });

  it('stops the start when it fails, naming the resource and the error', async () => {
    await expect(up({ a: { resources: resources({ fail: true }) } }, code)).rejects.toThrow(
      /Stack a: Done \(Custom::Association.*RangeError: number not claimed/,
    );
  });
});
