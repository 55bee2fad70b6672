import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { AlarmDesk } from '../monitoring/alarm-desk.ts';

/** Rings when someone has waited a quarter of an hour: past that, people hang up and call again. */
export function queueAlarm(
  scope: Construct,
  alarms: AlarmDesk,
  queue: { readonly instanceId: string; readonly name: string; readonly description: string },
): void {
  alarms.declare(scope, 'Alarm', {
    runbook: 'queue-waiting',
    of: queue.name,
    impact: `Someone has waited a quarter of an hour in the queue ${queue.description}.`,
    metric: new Metric({
      namespace: 'AWS/Connect',
      metricName: 'LongestQueueWaitTime',
      dimensionsMap: { InstanceId: queue.instanceId, MetricGroup: 'Queue', QueueName: queue.name },
      statistic: 'Maximum',
      period: Duration.minutes(1),
    }),
    threshold: Duration.minutes(15).toSeconds(),
    periods: 2,
  });
}

/** Rings when a flow that people reach stopped on an error it has no branch for. */
export function flowAlarm(
  scope: Construct,
  alarms: AlarmDesk,
  flow: { readonly instanceId: string; readonly name: string },
): void {
  alarms.declare(scope, 'Alarm', {
    runbook: 'flow-fatal-errors',
    of: flow.name.replace('/', '-'),
    impact: `People are cut off in the middle of the flow ${flow.name}.`,
    metric: new Metric({
      namespace: 'AWS/Connect',
      metricName: 'ContactFlowFatalErrors',
      dimensionsMap: { InstanceId: flow.instanceId, MetricGroup: 'ContactFlow', ContactFlowName: flow.name },
      statistic: 'Sum',
      period: Duration.minutes(5),
    }),
    threshold: 1,
  });
}
