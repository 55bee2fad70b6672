import type { IKey } from 'aws-cdk-lib/aws-kms';
import { SubscriptionFilter, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import type { House } from '../house.ts';

/**
 * E-mails to the named contacts of programmes: a report is there, something that is watched began (SAMPS-41). They hold a link and counts, no name. Which
 * addresses a notice is for is said by the notice (adapters/sns-contact-notices.ts), so that one client never learns of another's; those that are named here are
 * subscribed with the deployment, those that a supervisor names later by the function of settings.
 */
export class Notices extends Construct {
  readonly topic: Topic;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, props: { readonly house: House; readonly key: IKey }) {
    super(scope, id);
    this.#key = props.key;
    this.topic = new Topic(this, 'Topic', { masterKey: props.key, enforceSSL: true });
    const { clientContacts, houseContacts = [] } = props.house.deployment;
    for (const email of new Set([...clientContacts, ...houseContacts].map((one) => one.email.toLowerCase()))) {
      const contact = SubscriptionFilter.stringFilter({ allowlist: [email] });
      this.topic.addSubscription(new EmailSubscription(email, { filterPolicy: { contact } }));
    }
  }

  /** Addresses that a supervisor names. */
  grantSubscribe(handler: HandlerFunction): void {
    handler.setEnvironment(env.noticeTopic, this.topic.topicArn);
    handler.allow(['sns:Subscribe'], [this.topic.topicArn]);
  }

  grantPublish(handler: HandlerFunction): void {
    handler.setEnvironment(env.noticeTopic, this.topic.topicArn);
    handler.allow(['sns:Publish'], [this.topic.topicArn]);
    handler.allow(['kms:GenerateDataKey', 'kms:Decrypt'], [this.#key.keyArn]);
  }
}
