import type { IKey } from 'aws-cdk-lib/aws-kms';
import { SubscriptionFilter, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import type { House } from '../house.ts';

/**
 * Tells whoever is on duty for a cell that a referral waits, and where: nothing of the person. A contact without an address of its own is the
 * operators', so that nobody is told of nothing.
 */
export class ReferralNotices extends Construct {
  readonly topic: Topic;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, props: { readonly house: House; readonly key: IKey }) {
    super(scope, id);
    this.#key = props.key;
    this.topic = new Topic(this, 'Topic', { masterKey: props.key, enforceSSL: true });
    for (const [email, allowlist] of dutiesByEmail(props.house)) {
      this.topic.addSubscription(
        new EmailSubscription(email, { filterPolicy: { duty: SubscriptionFilter.stringFilter({ allowlist }) } }),
      );
    }
  }

  grantPublish(handler: HandlerFunction): void {
    handler.setEnvironment(env.referralTopic, this.topic.topicArn);
    handler.allow(['sns:Publish'], [this.topic.topicArn]);
    handler.allow(['kms:GenerateDataKey', 'kms:Decrypt'], [this.#key.keyArn]);
  }
}

/** `<programme>:<contact>` of each address, as the `duty` of notices (adapters/sns-referral-notices.ts). */
function dutiesByEmail({ programmes, deployment }: House): ReadonlyMap<string, string[]> {
  const duties = new Map<string, string[]>();
  for (const { programme } of programmes) {
    const { cells = [], supervisor } = programme.outbound?.referralRules ?? {};
    const contacts = [...cells.flatMap((cell) => cell.contacts), ...(supervisor === undefined ? [] : [supervisor])];
    for (const code of new Set(contacts.map((contact) => contact.code))) {
      const own = (deployment.dutyContacts ?? []).filter(
        (one) => one.programme === programme.name && one.contact === code,
      );
      for (const email of own.length === 0 ? deployment.operators : own.map((one) => one.email)) {
        duties.set(email, [...(duties.get(email) ?? []), `${programme.name}:${code}`]);
      }
    }
  }
  return duties;
}
