import type { CloudContext, QueueMessage, Queues } from '../cloud.ts';
import type { JsonObject } from '../json.ts';
import { deriveUuid, laneRandom } from '../kernel/random.ts';
import { ServiceError } from '../service-error.ts';
import { type HeldMessage, Queue, type QueueDefinition } from './queue.ts';

/** SQS standard queues: at least once, redrive after too many receives. */
export class LocalQueues implements Queues {
  readonly #cloud: CloudContext;
  readonly #queues = new Map<string, Queue>();

  constructor(cloud: CloudContext) {
    this.#cloud = cloud;
  }

  create(definition: QueueDefinition): void {
    this.#queues.set(definition.arn, new Queue(definition));
  }

  queue(queueArn: string): Queue {
    const queue = this.#queues.get(queueArn);
    if (queue === undefined) {
      const known = [...this.#queues.keys()].join(', ') || 'none';
      throw new ServiceError('AWS.SimpleQueueService.NonExistentQueue', `No queue ${queueArn}; there are ${known}`);
    }
    return queue;
  }

  arnOf(queueUrl: string): string {
    const found = [...this.#queues.values()].find(
      ({ definition }) => definition.url === queueUrl || queueUrl.endsWith(`/${definition.name}`),
    );
    if (found === undefined) {
      const known = [...this.#queues.values()].map(({ definition }) => definition.url).join(', ') || 'none';
      throw new ServiceError('AWS.SimpleQueueService.NonExistentQueue', `No queue at ${queueUrl}; there are ${known}`);
    }
    return found.definition.arn;
  }

  send(
    queueArn: string,
    message: {
      readonly body: string;
      readonly lane: string;
      readonly delaySeconds?: number;
      readonly messageAttributes?: JsonObject;
    },
  ): { readonly messageId: string } {
    const { kernel, seed, settings } = this.#cloud;
    const queue = this.queue(queueArn);
    const messageId = deriveUuid(seed, 'message', queueArn, message.lane);
    const sentAt = kernel.now();
    const sent: QueueMessage = {
      messageId,
      body: message.body,
      attributes: { SentTimestamp: String(sentAt) },
      messageAttributes: message.messageAttributes ?? {},
    };
    const delay = message.delaySeconds === undefined ? queue.definition.delayMs : message.delaySeconds * 1000;
    const lane = `queue/${message.lane}`;
    const add = () => queue.add(sent, sentAt, kernel.now());
    kernel.after(delay, lane, add);
    const random = laneRandom(seed, `duplicate/${queueArn}/${message.lane}`);
    if (random.chance(settings.unfriendly.duplicate))
      kernel.after(delay + random.integer(0, 5000), `${lane}~again`, () => queue.add(sent, sentAt, kernel.now(), true));
    return { messageId };
  }

  receive(queueArn: string, limit: number, visibilitySeconds?: number): readonly HeldMessage[] {
    const queue = this.queue(queueArn);
    const now = this.#cloud.kernel.now();
    const visibilityMs = visibilitySeconds === undefined ? undefined : visibilitySeconds * 1000;
    return queue.receive(limit, now, (held) => this.#redrive(queue, held), visibilityMs);
  }

  messages(queueArn: string): readonly QueueMessage[] {
    return this.queue(queueArn).held.map((held) => held.message);
  }

  #redrive(queue: Queue, held: HeldMessage): void {
    const deadLetterArn = queue.definition.redrive?.deadLetterArn;
    if (deadLetterArn !== undefined) this.queue(deadLetterArn).add(held.message, held.sentAt, this.#cloud.kernel.now());
  }
}
