import { Stream, StreamEncryption, StreamMode } from 'aws-cdk-lib/aws-kinesis';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type IEventSourceDlq, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { AlarmDesk, Impact } from '../monitoring/alarm-desk.ts';
import { explain } from './explain.ts';
import type { HandlerFunction } from './handler-function.ts';

export interface RecordStreamProps {
  readonly alarms: AlarmDesk;
  readonly key: IKey;
  /** How long a record waits for a broken consumer to be repaired. */
  readonly retention: Duration;
  /** Heading of the runbook for records that are read late. */
  readonly runbook: string;
  readonly impact: Impact;
}

/** A Kinesis stream that Connect writes: one shard, since 1 000 records a second is far above any centre and idle shards cost (design decision 22). */
export class RecordStream extends Construct {
  readonly stream: Stream;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, props: RecordStreamProps) {
    super(scope, id);
    this.#key = props.key;
    this.stream = new Stream(this, 'Stream', {
      streamMode: StreamMode.PROVISIONED,
      shardCount: 1,
      encryption: StreamEncryption.KMS,
      encryptionKey: props.key,
      retentionPeriod: props.retention,
    });
    explain(
      this.stream,
      'AwsSolutions-KDS3',
      'Only a key of ours can admit this instance of Connect and no other: the price of the key is accepted.',
    );
    props.alarms.declare(this, 'Alarm', {
      runbook: props.runbook,
      impact: props.impact,
      metric: this.stream.metricGetRecordsIteratorAgeMilliseconds({
        statistic: 'Maximum',
        period: Duration.minutes(5),
      }),
      threshold: Duration.minutes(15).toMilliseconds(),
    });
  }

  /**
   * Hands the records to a function, at most `window` after they came: a bad record is isolated by halving its batch and, after 5 tries, goes
   * to the function's dead letters so that the others pass.
   */
  feed(handler: HandlerFunction, window: Duration): void {
    handler.allow(
      [
        'kinesis:DescribeStream',
        'kinesis:DescribeStreamSummary',
        'kinesis:GetRecords',
        'kinesis:GetShardIterator',
        'kinesis:ListShards',
      ],
      [this.stream.streamArn],
    );
    handler.allow(['kms:Decrypt'], [this.#key.keyArn]);
    handler.fn.addEventSourceMapping('Records', {
      eventSourceArn: this.stream.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      maxBatchingWindow: window,
      parallelizationFactor: 1,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 5,
      onFailure: destinationOf(handler.deadLetters),
    });
  }
}

/** The function's role already may send to its dead letters: the CDK's own destination would let it read the queue's settings too. */
function destinationOf(queue: IQueue): IEventSourceDlq {
  return { bind: () => ({ destination: queue.queueArn }) };
}
