import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { AlarmDesk, Impact } from '../monitoring/alarm-desk.ts';

export interface DeadLettersProps {
  readonly alarms: AlarmDesk;
  /** Function whose events end here when it could not handle them. */
  readonly of: string;
  readonly impact: Impact;
}

/** Where what a function could not handle waits for a person: 14 days, then it is lost. */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: DeadLettersProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    props.alarms.declare(this, 'Alarm', {
      runbook: `${props.of}-dead-letters`,
      impact: props.impact,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        statistic: 'Maximum',
        period: Duration.minutes(5),
      }),
      threshold: 1,
    });
  }
}
