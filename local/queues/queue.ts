import type { QueueMessage } from '../cloud.ts';

export interface QueueDefinition {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly visibilityTimeoutMs: number;
  readonly delayMs: number;
  readonly retentionMs: number;
  readonly redrive: { readonly deadLetterArn: string; readonly maxReceiveCount: number } | undefined;
}

export interface HeldMessage {
  readonly message: QueueMessage;
  readonly sentAt: number;
  /** Delivered a second time by mistake, as standard queues may: the same message, another delivery. */
  readonly again: boolean;
  firstReceivedAt: number | undefined;
  receiveCount: number;
  /** Hidden until then, while its receiver works on it. */
  visibleAt: number;
}

/** One standard queue: what is in it, and who waits for it. */
export class Queue {
  readonly definition: QueueDefinition;
  readonly #held: HeldMessage[] = [];
  readonly #listeners: (() => void)[] = [];

  constructor(definition: QueueDefinition) {
    this.definition = definition;
  }

  get held(): readonly HeldMessage[] {
    return this.#held;
  }

  onMessage(listener: () => void): void {
    this.#listeners.push(listener);
  }

  add(message: QueueMessage, sentAt: number, now: number, again = false): void {
    this.#held.push({ message, sentAt, again, firstReceivedAt: undefined, receiveCount: 0, visibleAt: now });
    for (const listener of this.#listeners) listener();
  }

  /**
   * Takes up to `limit` visible messages, hidden from others for the visibility timeout. Messages received too often already
   * leave for the dead-letter queue through `redrive`; those kept too long are gone.
   */
  receive(limit: number, now: number, redrive: (message: HeldMessage) => void, visibilityMs?: number): HeldMessage[] {
    const { retentionMs, redrive: policy, visibilityTimeoutMs } = this.definition;
    const taken: HeldMessage[] = [];
    for (const held of [...this.#held]) {
      if (taken.length === limit) break;
      if (held.visibleAt > now) continue;
      if (now - held.sentAt > retentionMs) {
        this.remove(held.message.messageId);
      } else if (policy !== undefined && held.receiveCount >= policy.maxReceiveCount) {
        this.remove(held.message.messageId);
        redrive(held);
      } else {
        held.receiveCount += 1;
        held.firstReceivedAt ??= now;
        held.visibleAt = now + (visibilityMs ?? visibilityTimeoutMs);
        taken.push(held);
      }
    }
    return taken;
  }

  remove(messageId: string): void {
    const index = this.#held.findIndex((each) => each.message.messageId === messageId);
    if (index >= 0) this.#held.splice(index, 1);
  }
}
