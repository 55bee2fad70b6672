import type { PhoneCall } from './line.ts';

/** A call from the centre rings somebody's phone. */
export interface Ring {
  /** The contact that is calling. */
  readonly contactId: string;
  /** E.164 rung. */
  readonly number: string;
  /** Caller id shown, if any. */
  readonly from: string | undefined;
  /** Epoch milliseconds. */
  readonly at: number;
  /** When the centre gives up, epoch milliseconds. */
  readonly until: number;
  /** This person is on another call with the centre already. */
  readonly engaged: boolean;
  /** The call, to listen to and hang up once answered. */
  readonly call: PhoneCall;
  /** Picks up, in the next kernel round; ignored once the ringing is over. */
  answer(): PhoneCall;
  /** Pushes the call away (busy), in the next kernel round. */
  refuse(): void;
  /** The ringing ended without being answered: given up, refused or called off. */
  onStopped(listener: () => void): void;
}

/** What the person does, decided as it rings. */
export type RingDecision =
  | { readonly kind: 'answer'; readonly afterSeconds: number }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'busy' }
  /** The number does not exist. */
  | { readonly kind: 'invalid' };

/** Without a decision, the person may still call `ring.answer()` or `ring.refuse()` while it rings. */
// biome-ignore lint/suspicious/noConfusingVoidType: a handler that decides later returns nothing.
export type RingHandler = (ring: Ring) => RingDecision | void;

/** Who picks up which number, and who is on the line with the centre now. */
export class Phones {
  readonly #handlers = new Map<string, RingHandler>();
  readonly #engaged = new Map<string, number>();
  /** For numbers nobody registered: the page phone, or a whole simulated town. */
  fallback: RingHandler = () => ({ kind: 'no-answer' });

  register(number: string, handler: RingHandler): void {
    this.#handlers.set(number, handler);
  }

  handler(number: string): RingHandler {
    return this.#handlers.get(number) ?? this.fallback;
  }

  engage(number: string): void {
    this.#engaged.set(number, this.liveCalls(number) + 1);
  }

  release(number: string): void {
    const left = this.liveCalls(number) - 1;
    if (left > 0) this.#engaged.set(number, left);
    else this.#engaged.delete(number);
  }

  /** Calls between this number and the centre now, ringing included. */
  liveCalls(number: string): number {
    return this.#engaged.get(number) ?? 0;
  }
}
