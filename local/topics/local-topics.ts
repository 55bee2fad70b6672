import { requireAccess } from '../access.ts';
import type { CloudContext, Topics } from '../cloud.ts';
import { compileEventPattern } from '../events/event-pattern.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { deriveUuid, laneRandom } from '../kernel/random.ts';
import type { Principal } from '../principal.ts';
import { ServiceError } from '../service-error.ts';
import type { Outbox } from './outbox.ts';

export interface TopicSubscription {
  readonly arn: string;
  readonly topicArn: string;
  readonly protocol: 'email' | 'email-json' | 'lambda' | 'sqs';
  /** E-mail address, function ARN or queue ARN. */
  readonly endpoint: string;
  readonly rawDelivery: boolean;
  /** Filter policy; null = everything is wanted. */
  readonly filter: Json;
  readonly filterScope: 'MessageAttributes' | 'MessageBody';
}

interface Subscribed extends TopicSubscription {
  readonly accepts: ((subject: JsonObject) => boolean) | undefined;
}

interface Notification {
  readonly messageId: string;
  readonly subject: string | undefined;
  readonly message: string;
  readonly attributes: JsonObject;
  readonly at: string;
}

/** SNS standard topics. E-mail subscriptions count as confirmed. */
export class LocalTopics implements Topics {
  readonly #cloud: CloudContext;
  readonly #outbox: Outbox;
  readonly #subscriptions = new Map<string, Subscribed[]>();

  constructor(cloud: CloudContext, outbox: Outbox) {
    this.#cloud = cloud;
    this.#outbox = outbox;
  }

  create(topicArn: string): void {
    this.#subscriptions.set(topicArn, []);
  }

  subscribe(subscription: TopicSubscription): void {
    const { filter } = subscription;
    const accepts = isJsonObject(filter) ? compileEventPattern(filter) : undefined;
    this.#topic(subscription.topicArn).push({ ...subscription, accepts });
  }

  /** The subscription of an e-mail address. */
  subscriptionOf(topicArn: string, address: string): TopicSubscription | undefined {
    return this.#topic(topicArn).find(({ protocol, endpoint }) => protocol === 'email' && endpoint === address);
  }

  publish(
    topicArn: string,
    message: {
      readonly message: string;
      readonly lane: string;
      readonly subject?: string;
      readonly messageAttributes?: JsonObject;
    },
  ): { readonly messageId: string } {
    const { kernel, seed, settings } = this.#cloud;
    const subscriptions = this.#topic(topicArn);
    const messageId = deriveUuid(seed, 'notification', topicArn, message.lane);
    const notification: Notification = {
      messageId,
      subject: message.subject,
      message: message.message,
      attributes: message.messageAttributes ?? {},
      at: kernel.iso(),
    };
    subscriptions.forEach((subscription, index) => {
      const key = `${message.lane}/${topicArn.split(':').at(-1)}.${index}`;
      const random = laneRandom(seed, `sns/${key}`);
      const copies = random.chance(settings.unfriendly.duplicate) && subscription.protocol !== 'email' ? 2 : 1;
      for (let copy = 1; copy <= copies; copy += 1) {
        const lane = copy === 1 ? key : `${key}~again`;
        kernel.after(random.integer(10, 200), `sns/${lane}`, () => this.#deliver(subscription, notification, lane));
      }
    });
    return { messageId };
  }

  #deliver(subscription: Subscribed, notification: Notification, lane: string): void {
    const { protocol, endpoint, topicArn } = subscription;
    if (subscription.accepts?.(filtered(subscription, notification)) === false) return;
    const principal: Principal = {
      type: 'service',
      service: 'sns.amazonaws.com',
      sourceArn: topicArn,
      sourceAccount: this.#cloud.account,
    };
    const envelope = envelopeOf(topicArn, notification);
    try {
      if (protocol === 'lambda') {
        const record = {
          EventSource: 'aws:sns',
          EventVersion: '1.0',
          EventSubscriptionArn: subscription.arn,
          Sns: envelope,
        };
        const invocation = { functionArn: endpoint, payload: { Records: [record] }, key: lane, source: principal };
        this.#cloud.lambda.invokeAsync(invocation);
      } else if (protocol === 'sqs') {
        const conditions = { 'aws:SourceArn': topicArn };
        requireAccess(this.#cloud, { principal, action: 'sqs:SendMessage', resource: endpoint, conditions });
        const body = subscription.rawDelivery ? notification.message : JSON.stringify(envelope);
        this.#cloud.queues.send(endpoint, { body, lane });
      } else {
        const { at, messageId, message, subject = 'AWS Notification Message' } = notification;
        this.#outbox.add({ at, topicArn, to: endpoint, subject, message, messageId });
      }
    } catch (error) {
      this.#cloud.report(`Topic ${topicArn} to ${endpoint}`, error);
    }
  }

  #topic(topicArn: string): Subscribed[] {
    const topic = this.#subscriptions.get(topicArn);
    if (topic === undefined) {
      const known = [...this.#subscriptions.keys()].join(', ') || 'none';
      throw new ServiceError('NotFound', `Topic does not exist: ${topicArn}; there are ${known}`, 404);
    }
    return topic;
  }
}

function envelopeOf(topicArn: string, notification: Notification): JsonObject {
  return {
    Type: 'Notification',
    MessageId: notification.messageId,
    TopicArn: topicArn,
    Subject: notification.subject ?? null,
    Message: notification.message,
    Timestamp: notification.at,
    MessageAttributes: notification.attributes,
  };
}

function filtered(subscription: TopicSubscription, notification: Notification): JsonObject {
  if (subscription.filterScope === 'MessageBody') {
    const body: Json = JSON.parse(notification.message);
    return isJsonObject(body) ? body : {};
  }
  const values = Object.entries(notification.attributes).map(([name, attribute]): [string, Json] => [
    name,
    isJsonObject(attribute) ? attributeValue(attribute) : null,
  ]);
  return Object.fromEntries(values);
}

/** Of a `String.Array`, any of its values may be what a filter wants. */
function attributeValue(attribute: JsonObject): Json {
  const value = attribute['StringValue'] ?? attribute['Value'] ?? null;
  const isList = (attribute['DataType'] ?? attribute['Type']) === 'String.Array' && typeof value === 'string';
  return isList ? JSON.parse(value) : value;
}
