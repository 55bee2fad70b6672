import type { IKey } from 'aws-cdk-lib/aws-kms';
import { SubscriptionFilter, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import type { House } from '../house.ts';

/** Tells the client's named contacts by e-mail that a report is there. The e-mail holds a link to the report page, no figure and no name. */
export class Notices extends Construct {
  readonly topic: Topic;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, props: { readonly house: House; readonly key: IKey }) {
    super(scope, id);
    this.#key = props.key;
    this.topic = new Topic(this, 'Topic', { masterKey: props.key, enforceSSL: true });
    const { clientContacts, programmes } = props.house.deployment;
    for (const { email, programme } of clientContacts) {
      this.topic.addSubscription(
        new EmailSubscription(
          email,
          // One client never learns of another's reports.
          programmes.length === 1
            ? {}
            : { filterPolicy: { programme: SubscriptionFilter.stringFilter({ allowlist: [programme] }) } },
        ),
      );
    }
  }

  grantPublish(handler: HandlerFunction): void {
    handler.setEnvironment(env.noticeTopic, this.topic.topicArn);
    handler.allow(['sns:Publish'], [this.topic.topicArn]);
    handler.allow(['kms:GenerateDataKey', 'kms:Decrypt'], [this.#key.keyArn]);
  }
}
