import { requireAccess } from '../access.ts';
import type { CloudContext } from '../cloud.ts';
import { deliverToDestination } from '../destination.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Principal } from '../principal.ts';
import type { EventRule, RuleTarget } from './rule.ts';
import { targetPayload } from './target-input.ts';

/** One event to one target. What the target refuses goes to the target's dead-letter queue, else is reported as a problem. */
export function deliverEvent(
  cloud: CloudContext,
  rule: EventRule,
  target: RuleTarget,
  event: JsonObject,
  key: string,
): void {
  const principal: Principal = {
    type: 'service',
    service: 'events.amazonaws.com',
    sourceArn: rule.arn,
    sourceAccount: cloud.account,
  };
  try {
    const payload = targetPayload(target.input, event, rule);
    const service = target.arn.split(':')[2];
    if (service === 'logs') {
      const conditions = { 'aws:SourceArn': rule.arn };
      requireAccess(cloud, { principal, action: 'logs:PutLogEvents', resource: target.arn, conditions });
      return;
    }
    deliverToDestination(cloud, { targetArn: target.arn, body: payload, lane: key, principal });
  } catch (error) {
    cloud.report(`Rule ${rule.name} to ${target.arn}`, error);
    deadLetter(cloud, target, event, key, principal);
  }
}

function deadLetter(cloud: CloudContext, target: RuleTarget, event: Json, key: string, principal: Principal): void {
  if (target.deadLetterArn === undefined) return;
  try {
    deliverToDestination(cloud, {
      targetArn: target.deadLetterArn,
      body: event,
      lane: `${key}/dead-letter`,
      principal,
    });
  } catch (error) {
    cloud.report(`Dead-letter queue ${target.deadLetterArn}`, error);
  }
}
