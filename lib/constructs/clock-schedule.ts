import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type ScheduledEvent, type ScheduleKind, scheduledTimePlaceholder } from '../../contracts/schedules.ts';
import type { House } from '../house.ts';
import type { AlarmDesk, Impact } from '../monitoring/alarm-desk.ts';
import type { HandlerFunction } from './handler-function.ts';

export interface ClockScheduleProps {
  readonly house: House;
  readonly alarms: AlarmDesk;
  readonly kind: ScheduleKind;
  readonly programme: string;
  /** Tells apart several schedules of one kind and programme, with its hyphen. @default '' */
  readonly of?: string;
  /** `rate(1 minute)` or `cron(…)`, read in `timeZone`. */
  readonly expression: string;
  /** The programme's IANA zone. */
  readonly timeZone: string;
  readonly target: HandlerFunction;
  readonly impact: Impact;
}

/** Runs a function at moments of the programme's own clock. Its group is its own, so that its metrics and its role speak of it alone. */
export class ClockSchedule extends Construct {
  constructor(scope: Construct, id: string, props: ClockScheduleProps) {
    super(scope, id);
    const { house, kind, programme, target } = props;
    const name = `${programme}${props.of ?? ''}`;
    const groupName = house.name(`${kind}-${name}`);
    const group = new CfnScheduleGroup(this, 'Group', { name: groupName });
    const { account, region, partition } = Stack.of(this);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnEquals: { 'aws:SourceArn': `arn:${partition}:scheduler:${region}:${account}:schedule-group/${groupName}` },
        },
      }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.fn.functionArn] }));
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [target.deadLetters.queueArn] }));
    const input: ScheduledEvent = { schedule: kind, programme, scheduledTime: scheduledTimePlaceholder };
    const schedule = new CfnSchedule(this, 'Schedule', {
      groupName,
      name: groupName,
      description: props.impact,
      scheduleExpression: props.expression,
      scheduleExpressionTimezone: props.timeZone,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.fn.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify(input),
        deadLetterConfig: { arn: target.deadLetters.queueArn },
        retryPolicy: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: Duration.hours(6).toSeconds() },
      },
    });
    schedule.node.addDependency(group, role);
    props.alarms.declare(this, 'Alarm', {
      runbook: `${kind}-schedule`,
      of: name,
      impact: props.impact,
      metric: new Metric({
        namespace: 'AWS/Scheduler',
        metricName: 'TargetErrorCount',
        dimensionsMap: { ScheduleGroup: groupName },
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
      threshold: 1,
    });
  }
}
