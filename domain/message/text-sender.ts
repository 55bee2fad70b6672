/** One message, as it leaves. */
export interface TextMessage {
  readonly e164: string;
  readonly body: string;
  /** US dollars a part at most. */
  readonly maxPricePerPart: number;
  /** After so long, the network gives up: 5 s to 3 days. */
  readonly liveSeconds: number;
  /** Comes back with each receipt. */
  readonly context: MessageContext;
}

/** Which SendTextMessage a receipt speaks of. */
export interface MessageContext {
  readonly programme: string;
  readonly messageId: string;
  readonly attempt: number;
}

export type SendOutcome =
  | { readonly type: 'accepted' }
  /** Too fast: certainly not sent, and may be sent in a moment. */
  | { readonly type: 'throttled' }
  /** Certainly not sent, whoever in the country it is for: a spending limit, a disabled account, a sender that is not registered. */
  | { readonly type: 'unavailable'; readonly cause: string }
  /** The person said STOP to the provider. */
  | { readonly type: 'opted-out' }
  /** Certainly not sent, and never will be. */
  | { readonly type: 'refused'; readonly cause: string; readonly badNumber: boolean }
  /** It may have been sent. */
  | { readonly type: 'unknown'; readonly cause: string };

/** Port: the provider. Never tries by itself a second time: it has no token by which two tries would be one message (design decision 17). */
export interface TextSender {
  send(programme: string, message: TextMessage): Promise<SendOutcome>;
}
