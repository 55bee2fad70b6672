import { requireAccess } from '../access.ts';
import type { CloudContext } from '../cloud.ts';
import { deliverToDestination } from '../destination.ts';
import type { Json } from '../json.ts';
import { deriveUuid, laneRandom } from '../kernel/random.ts';
import type { Principal } from '../principal.ts';
import type { Occurrences } from './schedule-expression.ts';

export interface Schedule {
  /** `group/name`. */
  readonly id: string;
  readonly arn: string;
  /** What Scheduler names as `aws:SourceArn` when it assumes the role (user guide, confused deputy prevention). */
  readonly groupArn: string;
  readonly occurrences: Occurrences;
  /** Milliseconds since the epoch; no occurrence before or after. */
  readonly from: number;
  readonly until: number;
  readonly targetArn: string;
  readonly roleArn: string;
  /** Text of the target's Input, with `<aws.scheduler.…>` attributes; absent = the default event. */
  readonly input: string | undefined;
  readonly deadLetterArn: string | undefined;
}

/** EventBridge Scheduler on the virtual clock: at least once, FlexibleTimeWindow OFF. */
export class LocalSchedules {
  readonly #cloud: CloudContext;

  constructor(cloud: CloudContext) {
    this.#cloud = cloud;
  }

  create(schedule: Schedule): void {
    this.#next(schedule, Math.max(schedule.from, this.#cloud.kernel.now()) - 1);
  }

  #next(schedule: Schedule, after: number): void {
    const time = schedule.occurrences(after);
    if (time === undefined || time > schedule.until) return;
    this.#cloud.kernel.at(time + this.#delay(schedule), `schedule/${schedule.id}`, () => {
      this.#fire(schedule, time);
      this.#next(schedule, time);
    });
  }

  #delay({ id }: Schedule): number {
    const { seed, settings } = this.#cloud;
    return laneRandom(seed, `schedule/${id}/delay`).integer(0, settings.unfriendly.scheduleDelayMs);
  }

  #fire(schedule: Schedule, time: number): void {
    const { kernel, seed, settings } = this.#cloud;
    const key = `schedule/${schedule.id}/${new Date(time).toISOString()}`;
    this.#deliver(schedule, time, key);
    const random = laneRandom(seed, `duplicate/${key}`);
    if (random.chance(settings.unfriendly.duplicate)) {
      kernel.after(random.integer(0, 5000), `${key}~again`, () => this.#deliver(schedule, time, `${key}~again`));
    }
  }

  #deliver(schedule: Schedule, time: number, key: string): void {
    const { account } = this.#cloud;
    const { roleArn, arn, groupArn, targetArn, deadLetterArn } = schedule;
    const principal: Principal = { type: 'role', roleArn, assumedBy: arn };
    const body = this.#payload(schedule, time, key);
    try {
      requireAccess(this.#cloud, {
        principal: { type: 'service', service: 'scheduler.amazonaws.com', sourceArn: groupArn, sourceAccount: account },
        action: 'sts:AssumeRole',
        resource: roleArn,
        conditions: { 'aws:SourceArn': groupArn, 'aws:SourceAccount': account },
      });
      deliverToDestination(this.#cloud, { targetArn, body, lane: key, principal });
    } catch (error) {
      this.#cloud.report(`Schedule ${schedule.id} to ${targetArn}`, error);
      if (deadLetterArn === undefined) return;
      try {
        deliverToDestination(this.#cloud, { targetArn: deadLetterArn, body, lane: `${key}/dead-letter`, principal });
      } catch (refusal) {
        this.#cloud.report(`Dead-letter queue ${deadLetterArn} of schedule ${schedule.id}`, refusal);
      }
    }
  }

  #payload(schedule: Schedule, time: number, key: string): Json {
    const scheduled = `${new Date(time).toISOString().slice(0, 19)}Z`;
    const id = deriveUuid(this.#cloud.seed, 'execution', key);
    if (schedule.input === undefined) {
      const { account, region } = this.#cloud;
      const envelope = { version: '0', id, 'detail-type': 'Scheduled Event', source: 'aws.scheduler' };
      return { ...envelope, account, time: scheduled, region, resources: [schedule.arn], detail: '{}' };
    }
    const attributes: Readonly<Record<string, string>> = {
      'schedule-arn': schedule.arn,
      'scheduled-time': scheduled,
      'execution-id': id,
      'attempt-number': '1',
    };
    const filled = schedule.input.replace(/<aws\.scheduler\.([a-z-]+)>/g, (_whole, name: string) => {
      const value = attributes[name];
      if (value !== undefined) return value;
      const known = Object.keys(attributes).join(', ');
      throw new Error(`Schedule ${schedule.id}: unknown attribute <aws.scheduler.${name}>; accepted: ${known}`);
    });
    try {
      return JSON.parse(filled);
    } catch {
      // Scheduler passes a text that is not JSON as it is.
      return filled;
    }
  }
}
