/** A message as it came to a phone. */
export interface ReceivedMessage {
  /** Virtual, epoch milliseconds. */
  readonly at: number;
  readonly messageId: string;
  /** Name or number that is shown. */
  readonly from: string;
  readonly to: string;
  readonly body: string;
}

/** A mobile is on unless said otherwise. */
export type PhoneState =
  | { readonly kind: 'on' }
  /** Nobody has this number. */
  | { readonly kind: 'dead' }
  /** Off or out of reach until then, epoch milliseconds. */
  | { readonly kind: 'off'; readonly until: number };

export type MessageHandler = (message: ReceivedMessage) => void;

/** Everybody's phone, as far as text messages go. */
export class Inboxes {
  readonly #states = new Map<string, PhoneState>();
  readonly #handlers = new Map<string, MessageHandler>();
  readonly #inboxes = new Map<string, ReceivedMessage[]>();

  /** State of a number; `on` when nothing was said. */
  state(number: string): PhoneState {
    return this.#states.get(number) ?? { kind: 'on' };
  }

  setState(number: string, state: PhoneState): void {
    this.#states.set(number, state);
  }

  listen(number: string, handler: MessageHandler): void {
    if (this.#handlers.has(number)) throw new Error(`somebody listens to the messages of ${number} already`);
    this.#handlers.set(number, handler);
  }

  receive(message: ReceivedMessage): void {
    const inbox = this.#inboxes.get(message.to) ?? [];
    inbox.push(message);
    this.#inboxes.set(message.to, inbox);
    this.#handlers.get(message.to)?.(message);
  }

  /** Messages a phone holds, oldest first. */
  inbox(number: string): readonly ReceivedMessage[] {
    return this.#inboxes.get(number) ?? [];
  }

  /** Numbers that ever received one, sorted. */
  numbers(): readonly string[] {
    return [...this.#inboxes.keys()].sort();
  }
}
