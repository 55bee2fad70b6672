import { afterEach, describe, expect, it } from 'vitest';
import type { CloudCore } from '../../../local/cloud-core.ts';
import type { JsonObject } from '../../../local/json.ts';
import { permission } from '../resources/small-assembly.ts';
import { arn, play, seconds, sights, startWitness, witnessStack } from '../resources/witness.ts';

let cloud: CloudCore | undefined;
afterEach(async () => {
  await cloud?.stop();
  cloud = undefined;
});

const rule = (properties: JsonObject, target: JsonObject = {}): JsonObject => ({
  Type: 'AWS::Events::Rule',
  Properties: {
    Name: 'wake',
    ...properties,
    Targets: [{ Id: 'T', Arn: { 'Fn::GetAtt': ['Witness', 'Arn'] }, ...target }],
  },
});
const pattern = { EventPattern: { source: ['aws.connect'], detail: { eventType: ['COMPLETED'] } } };
const letters = { Letters: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'letters' } } };

function put(core: CloudCore, eventType: string, lane: string, bestEffort = false): void {
  core.context.events.put(
    { source: 'aws.connect', detailType: 'Contact Event', detail: { eventType } },
    { lane, bestEffort },
  );
}

describe('EventBridge', () => {
  it('invokes the targets of matching rules with the event envelope', async () => {
    cloud = await startWitness(witnessStack({ Rule: rule(pattern), P: permission('Witness', 'events.amazonaws.com') }));
    put(cloud, 'COMPLETED', 'contact/1');
    put(cloud, 'INITIATED', 'contact/2');
    await play(cloud, 60);
    expect(sights(cloud)).toHaveLength(1);
    expect(sights(cloud)[0]?.event).toMatchObject({
      version: '0',
      source: 'aws.connect',
      'detail-type': 'Contact Event',
      account: '111122223333',
      time: '2025-07-03T20:30:00Z',
      detail: { eventType: 'COMPLETED' },
    });
  });

  it('retries a failing function after one and two minutes, then gives the event to the dead-letter queue', async () => {
    const dead = { DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': ['Letters', 'Arn'] } } };
    cloud = await startWitness(
      witnessStack(
        {
          ...letters,
          Rule: rule({ EventPattern: { source: ['aws.connect'] } }),
          P: permission('Witness', 'events.amazonaws.com'),
        },
        dead,
      ),
    );
    put(cloud, 'poison', 'contact/1');
    await play(cloud, 600);
    expect(seconds(cloud)).toEqual([0, 60, 180]);
    const [letter] = cloud.context.queues.messages(arn('sqs', 'letters'));
    expect(letter?.body).toContain('"eventType":"poison"');
  });

  it('reports a delivery that the resource policy does not allow, and gives it to the target dead-letter queue', async () => {
    const allow = {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        Queues: [{ Ref: 'Letters' }],
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'events.amazonaws.com' },
              Action: 'sqs:SendMessage',
              Resource: '*',
            },
          ],
        },
      },
    };
    const target = { DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['Letters', 'Arn'] } } };
    cloud = await startWitness(witnessStack({ ...letters, Allow: allow, Rule: rule(pattern, target) }));
    put(cloud, 'COMPLETED', 'contact/1');
    await play(cloud, 60);
    expect(sights(cloud)).toEqual([]);
    expect(cloud.problems()[0]?.problem).toMatch(/lambda:InvokeFunction/);
    expect(cloud.context.queues.messages(arn('sqs', 'letters'))).toHaveLength(1);
  });

  it('runs rules on a schedule, the first time one interval after creation', async () => {
    const resources = {
      Rule: rule({ ScheduleExpression: 'rate(1 minute)' }),
      P: permission('Witness', 'events.amazonaws.com'),
    };
    cloud = await startWitness(witnessStack(resources));
    await play(cloud, 181);
    expect(seconds(cloud)).toEqual([60, 120, 180]);
  });

  it('loses best-effort events, and doubles and delays others, by shares drawn from the seed', async () => {
    const counts = async () => {
      cloud = await startWitness(
        witnessStack({ Rule: rule(pattern), P: permission('Witness', 'events.amazonaws.com') }),
        {
          unfriendly: { lose: 0.3, duplicate: 0, reorder: 0.3 },
        },
      );
      for (let index = 0; index < 100; index += 1) put(cloud, 'COMPLETED', `contact/${index}`, true);
      await play(cloud, 120);
      const found = seconds(cloud);
      await cloud.stop();
      return { delivered: found.length, late: found.filter((each) => each > 0).length };
    };
    const first = await counts();
    expect(first.delivered).toBeGreaterThan(50);
    expect(first.delivered).toBeLessThan(90);
    expect(first.late).toBeGreaterThan(8);
    expect(await counts()).toEqual(first);
  });
});
