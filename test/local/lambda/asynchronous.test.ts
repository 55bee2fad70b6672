import { afterEach, describe, expect, it } from 'vitest';
import type { CloudCore } from '../../../local/cloud-core.ts';
import type { Json, JsonObject } from '../../../local/json.ts';
import { arn, play, seconds, sights, startWitness, witnessStack } from '../resources/witness.ts';

let cloud: CloudCore | undefined;
afterEach(async () => {
  await cloud?.stop();
  cloud = undefined;
});

const functionArn = arn('lambda', 'function:witness');
const source = { type: 'administrator' } as const;

function configuration(properties: JsonObject): JsonObject {
  return {
    Failures: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'failures' } },
    Successes: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'successes' } },
    Config: {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: {
        FunctionName: { Ref: 'Witness' },
        Qualifier: '$LATEST',
        DestinationConfig: {
          OnFailure: { Destination: { 'Fn::GetAtt': ['Failures', 'Arn'] } },
          OnSuccess: { Destination: { 'Fn::GetAtt': ['Successes', 'Arn'] } },
        },
        ...properties,
      },
    },
  };
}

function letters(core: CloudCore, queue: string): Json[] {
  return core.context.queues.messages(arn('sqs', queue)).map(({ body }) => JSON.parse(body));
}

describe('asynchronous invocations', () => {
  it('tell their destinations how they ended, after the retries configured', async () => {
    cloud = await startWitness(witnessStack(configuration({ MaximumRetryAttempts: 1 })));
    cloud.context.lambda.invokeAsync({ functionArn, payload: { good: 1 }, key: 'a', source });
    cloud.context.lambda.invokeAsync({ functionArn, payload: { poison: 1 }, key: 'b', source });
    await play(cloud, 600);
    expect(seconds(cloud)).toEqual([0, 0, 60]);
    expect(letters(cloud, 'successes')).toMatchObject([
      { requestContext: { condition: 'Success', approximateInvokeCount: 1 }, requestPayload: { good: 1 } },
    ]);
    expect(letters(cloud, 'failures')).toMatchObject([
      {
        requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 2 },
        requestPayload: { poison: 1 },
        responsePayload: { errorType: 'Error', errorMessage: 'poison' },
      },
    ]);
  });

  it('are not retried once too old', async () => {
    cloud = await startWitness(witnessStack(configuration({ MaximumEventAgeInSeconds: 100 })));
    cloud.context.lambda.invokeAsync({ functionArn, payload: { poison: 1 }, key: 'b', source });
    await play(cloud, 600);
    expect(seconds(cloud)).toEqual([0, 60]);
    expect(letters(cloud, 'failures')).toMatchObject([{ requestContext: { condition: 'EventAgeExceeded' } }]);
  });

  it('are delivered twice for a share of them', async () => {
    cloud = await startWitness(witnessStack({}), { unfriendly: { duplicate: 1, lose: 0, reorder: 0 } });
    cloud.context.lambda.invokeAsync({ functionArn, payload: { good: 1 }, key: 'a', source });
    await play(cloud, 600);
    expect(sights(cloud).map(({ event }) => event)).toEqual([{ good: 1 }, { good: 1 }]);
  });
});

describe('the Lambda API between functions', () => {
  const holder = { principal: source, invocationKey: undefined };
  const call = (core: CloudCore, input: JsonObject) =>
    core.context.standIns.call(holder, {
      service: 'lambda',
      action: 'Invoke',
      input: { FunctionName: 'witness', ...input },
    });

  it('answers, fails or queues as asked', async () => {
    cloud = await startWitness(witnessStack({}));
    expect(await call(cloud, { Payload: '{"good":1}' })).toEqual({
      StatusCode: 200,
      Payload: '{"batchItemFailures":[]}',
    });
    expect(await call(cloud, { Payload: '{"poison":1}' })).toMatchObject({
      StatusCode: 200,
      FunctionError: 'Unhandled',
    });
    expect(await call(cloud, { InvocationType: 'Event', Payload: '{"later":1}' })).toEqual({ StatusCode: 202 });
    expect(sights(cloud)).toHaveLength(2);
    await play(cloud, 1);
    expect(sights(cloud).at(-1)?.event).toEqual({ later: 1 });
    await expect(call(cloud, { InvocationType: 'DryRun' })).rejects.toThrow(/accepted are RequestResponse and Event/);
  });

  it('refuses a function that may not invoke another', async () => {
    cloud = await startWitness({ resources: { ...witnessStack({}).resources } });
    const principal = {
      type: 'function',
      functionName: 'other',
      functionArn: arn('lambda', 'function:other'),
      roleArn: 'arn:aws:iam::111122223333:role/none',
    } as const;
    await expect(
      cloud.context.lambda.invoke({ functionArn, payload: {}, key: 'x', source: principal }),
    ).rejects.toThrow(/not authorized to perform: lambda:InvokeFunction/);
  });
});
