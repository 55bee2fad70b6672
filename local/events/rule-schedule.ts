import type { CloudContext } from '../cloud.ts';
import { deriveUuid } from '../kernel/random.ts';
import { compileSchedule } from '../schedules/schedule-expression.ts';
import type { LocalEventBridge } from './local-event-bridge.ts';
import type { EventRule } from './rule.ts';

/** Runs a rule's schedule, in UTC; a rate first fires one interval after creation. */
export function startRuleSchedule(
  cloud: CloudContext,
  events: LocalEventBridge,
  rule: EventRule,
  expression: string,
): void {
  const { kernel, account, region, seed } = cloud;
  const occurrences = compileSchedule(expression, 'UTC', kernel.now());
  const next = (after: number): void => {
    const time = occurrences(after);
    if (time === undefined) return;
    kernel.at(time, `rule/${rule.name}`, () => {
      const iso = new Date(time).toISOString();
      const lane = `rule/${rule.name}/${iso}`;
      const event = {
        version: '0',
        id: deriveUuid(seed, 'event', lane),
        'detail-type': 'Scheduled Event',
        source: 'aws.events',
        account,
        time: `${iso.slice(0, 19)}Z`,
        region,
        resources: [rule.arn],
        detail: {},
      };
      events.dispatch(rule, event, lane, 0);
      next(time);
    });
  };
  next(kernel.now());
}
