import { afterEach, describe, expect, it } from 'vitest';
import type { CloudCore } from '../../../local/cloud-core.ts';
import type { JsonObject } from '../../../local/json.ts';
import { role } from '../resources/small-assembly.ts';
import { arn, play, seconds, sights, startWitness, witnessStack } from '../resources/witness.ts';

let cloud: CloudCore | undefined;
afterEach(async () => {
  await cloud?.stop();
  cloud = undefined;
});

function schedule(expression: string, actions: readonly string[], properties: JsonObject = {}): JsonObject {
  return {
    Letters: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'letters' } },
    Clock: role('scheduler.amazonaws.com', ...actions),
    Group: { Type: 'AWS::Scheduler::ScheduleGroup', Properties: { Name: 'reports' } },
    Daily: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        Name: 'daily',
        GroupName: { Ref: 'Group' },
        FlexibleTimeWindow: { Mode: 'OFF' },
        ScheduleExpression: expression,
        ScheduleExpressionTimezone: 'Pacific/Noumea',
        Target: {
          Arn: { 'Fn::GetAtt': ['Witness', 'Arn'] },
          RoleArn: { 'Fn::GetAtt': ['Clock', 'Arn'] },
          Input: '{"due":"<aws.scheduler.scheduled-time>","by":"<aws.scheduler.schedule-arn>"}',
          DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['Letters', 'Arn'] } },
        },
        ...properties,
      },
    },
  };
}

describe('EventBridge Scheduler', () => {
  it('fires in the zone of the schedule, with the scheduled time in the input', async () => {
    cloud = await startWitness(
      witnessStack(schedule('cron(0 8 * * ? *)', ['lambda:InvokeFunction', 'sqs:SendMessage'])),
    );
    await play(cloud, 86_400);
    expect(sights(cloud).map(({ event }) => event)).toEqual([
      { due: '2025-07-03T21:00:00Z', by: arn('scheduler', 'schedule/reports/daily') },
    ]);
  });

  it('starts a rate at once, and each minute after', async () => {
    cloud = await startWitness(witnessStack(schedule('rate(1 minute)', ['lambda:InvokeFunction', 'sqs:SendMessage'])));
    await play(cloud, 121);
    expect(seconds(cloud)).toEqual([0, 60, 120]);
  });

  it('keeps to StartDate and EndDate, and does not run when disabled', async () => {
    const window = { StartDate: '2025-07-03T20:35:00Z', EndDate: '2025-07-03T20:36:30Z' };
    cloud = await startWitness(
      witnessStack(schedule('rate(1 minute)', ['lambda:InvokeFunction', 'sqs:SendMessage'], window)),
    );
    await play(cloud, 1200);
    expect(seconds(cloud)).toEqual([300, 360]);
    await cloud.stop();
    cloud = await startWitness(
      witnessStack(schedule('rate(1 minute)', ['lambda:InvokeFunction', 'sqs:SendMessage'], { State: 'DISABLED' })),
    );
    await play(cloud, 1200);
    expect(seconds(cloud)).toEqual([]);
  });

  it('sends what its role may not do to the dead-letter queue, and reports it', async () => {
    cloud = await startWitness(witnessStack(schedule('at(2025-07-04T08:00:00)', ['sqs:SendMessage'])));
    await play(cloud, 7200);
    expect(sights(cloud)).toEqual([]);
    expect(cloud.problems()[0]?.problem).toMatch(/lambda:InvokeFunction/);
    expect(cloud.context.queues.messages(arn('sqs', 'letters'))[0]?.body).toContain('"due":"2025-07-03T21:00:00Z"');
  });

  it('refuses to start when its dead letters could not be kept', async () => {
    await expect(startWitness(witnessStack(schedule('rate(1 minute)', ['lambda:InvokeFunction'])))).rejects.toThrow(
      /Dead letters of schedule reports\/daily: .*sqs:SendMessage/,
    );
  });

  it('refuses a flexible window, whose times cannot be told', async () => {
    const flexible = { FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 } };
    await expect(startWitness(witnessStack(schedule('rate(1 minute)', [], flexible)))).rejects.toThrow(
      /"FlexibleTimeWindow.Mode" is "FLEXIBLE"; accepted is OFF/,
    );
  });
});
