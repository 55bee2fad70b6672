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
