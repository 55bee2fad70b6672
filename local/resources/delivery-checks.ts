import type { CloudContext } from '../cloud.ts';
import type { Principal } from '../principal.ts';

interface Check {
  readonly what: string;
  readonly principal: Principal;
  readonly targetArn: string;
}

const actions: Readonly<Record<string, string>> = {
  sqs: 'sqs:SendMessage',
  sns: 'sns:Publish',
  lambda: 'lambda:InvokeFunction',
  s3: 's3:PutObject',
};

/**
 * Dead-letter queues, destinations and topics of alarms are used on the worst day only, access logs are read on that day only, and AWS is
 * silent when they may not be: so their permissions are checked once all stacks are up, and a start with one that cannot work is refused.
 */
export class DeliveryChecks {
  readonly #checks: Check[] = [];

  /** `what` names the delivery, e.g. `Dead letters of schedule x`. Nothing to check without a target. */
  add(what: string, principal: Principal, targetArn: string | undefined): void {
    if (targetArn !== undefined) this.#checks.push({ what, principal, targetArn });
  }

  run(cloud: CloudContext): void {
    const refused = this.#checks.flatMap(({ what, principal, targetArn }) => {
      const action = actions[targetArn.split(':')[2] ?? ''];
      if (action === undefined)
        return [`${what}: ${targetArn} is no SQS queue, SNS topic, Lambda function or S3 object`];
      const conditions =
        principal.type === 'service'
          ? { 'aws:SourceArn': principal.sourceArn, 'aws:SourceAccount': principal.sourceAccount }
          : {};
      const decision = cloud.iam.authorize({ principal, action, resource: targetArn, conditions });
      return decision.allowed ? [] : [`${what}: ${decision.message}`];
    });
    if (refused.length > 0) throw new Error(`Deliveries that would be lost in silence: ${refused.join('; ')}`);
  }
}
