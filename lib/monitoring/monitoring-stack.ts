import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { metrics } from '../../contracts/metrics.ts';
import type { CentreHouse } from '../house.ts';
import type { AlarmDesk, AlarmProps } from './alarm-desk.ts';

/** Alarms on what no single resource shows: the lines, the flows, and what handlers count. */
export class MonitoringStack extends Stack {
  readonly #alarms: AlarmDesk;

  constructor(
    scope: Construct,
    id: string,
    house: CentreHouse,
    alarms: AlarmDesk,
    instanceId: string,
    props: StackProps,
  ) {
    super(scope, id, props);
    this.#alarms = alarms;
    const { concurrentCalls } = house.deployment.quotas;
    const calls = (metricName: string): Metric =>
      new Metric({
        namespace: 'AWS/Connect',
        metricName,
        dimensionsMap: { InstanceId: instanceId, MetricGroup: 'VoiceCalls' },
        statistic: metricName === 'ConcurrentCalls' ? 'Maximum' : 'Sum',
        period: Duration.minutes(1),
      });
    this.#alarm('ConcurrentCalls', {
      runbook: 'concurrent-calls',
      impact: `The ${concurrentCalls} lines are nearly all taken: the next callers will hear that the number is busy.`,
      metric: calls('ConcurrentCalls'),
      threshold: Math.ceil(concurrentCalls * 0.9),
    });
    this.#alarm('RefusedCalls', {
      runbook: 'calls-refused',
      impact:
        'Callers hear that the number is busy and leave no trace: nobody will call them back (design decision 11).',
      metric: calls('CallsBreachingConcurrencyQuota'),
      threshold: 1,
    });
    this.#alarm('ThrottledCalls', {
      runbook: 'calls-throttled',
      impact: 'Callers hear that the number is busy, because calls come faster than the quota of calls a second.',
      metric: calls('ThrottledCalls'),
      threshold: 1,
    });
    this.#alarm('CallbacksOverdue', {
      runbook: 'callbacks-overdue',
      impact: 'People who were promised a call have not been called in time (SAMPS-04).',
      metric: counted(metrics.callbacksOverdue, 'Maximum'),
      threshold: 1,
      periods: 3,
    });
    this.#alarm('ForeignRecords', {
      runbook: 'foreign-records',
      impact: 'Records of another instance reach this journal: the reports of two clients may mix.',
      metric: counted(metrics.foreignRecords, 'Sum'),
      threshold: 1,
    });
    this.#alarm('RejectedRecords', {
      runbook: 'rejected-records',
      impact: 'Calls whose record cannot be read are missing from the reports, and their callers are not called back.',
      metric: counted(metrics.rejectedRecords, 'Sum'),
      threshold: 1,
    });
    this.#alarm('ReportFailures', {
      runbook: 'report-failures',
      impact: 'The client does not get a report that was due.',
      metric: counted(metrics.reportFailures, 'Sum'),
      threshold: 1,
    });
  }

  #alarm(id: string, props: AlarmProps): void {
    this.#alarms.declare(this, id, props);
  }
}

/** What handlers count in their logs: without dimension, since an account holds one deployment (design decision 1). */
function counted(metricName: string, statistic: 'Sum' | 'Maximum'): Metric {
  return new Metric({ namespace: metrics.namespace, metricName, statistic, period: Duration.minutes(5) });
}
