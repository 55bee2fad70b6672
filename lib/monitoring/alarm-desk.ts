import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { House } from '../house.ts';

/** Who suffers, and how, when this breaks: one English sentence with its full stop. It becomes the text of the alarm. */
export type Impact = string;

export interface AlarmProps {
  /** Heading of docs/runbook.md that says what to do. */
  readonly runbook: string;
  /** Tells apart alarms of one heading (a queue, a programme). @default none */
  readonly of?: string;
  readonly impact: Impact;
  readonly metric: IMetric;
  /** Rings when the metric is at least this. */
  readonly threshold: number;
  /** Consecutive periods at or over the threshold. @default 1 */
  readonly periods?: number;
  /** Rings when the metric is silent: for what must happen regularly. @default false */
  readonly silenceIsBad?: boolean;
}

/** Declares alarms: fixed name, the sentence of who suffers, the runbook heading, and the operators told. */
export class AlarmDesk {
  readonly #house: House;
  readonly #topic: ITopic;

  constructor(house: House, topic: ITopic) {
    this.#house = house;
    this.#topic = topic;
  }

  declare(scope: Construct, id: string, props: AlarmProps): Alarm {
    if (!/^[A-ZÀ-Ý].*[^.]\.$/u.test(props.impact)) {
      throw new Error(
        `Impact of ${props.runbook}: "${props.impact}" is not accepted; write who suffers and how, as a sentence with its full stop`,
      );
    }
    const alarm = new Alarm(scope, id, {
      alarmName: this.#house.name(props.of === undefined ? props.runbook : `${props.runbook}-${props.of}`),
      alarmDescription: `${props.impact} Runbook: docs/runbook.md#${props.runbook}`,
      metric: props.metric,
      threshold: props.silenceIsBad === true ? 1 : props.threshold,
      comparisonOperator:
        props.silenceIsBad === true
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: props.periods ?? 1,
      treatMissingData: props.silenceIsBad === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
    return alarm;
  }
}
