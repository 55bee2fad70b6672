import type { Sender } from './sender.ts';

/** How a programme sends messages: dated content. */
export interface MessageRules {
  /** One for each country that is written to. */
  readonly senders: readonly Sender[];
  readonly quietHours: QuietHours;
  /** Whole words, in any case and with or without accents; `malad*` = all that begins so (COMMON-48). */
  readonly forbiddenWords: readonly string[];
  /** A message takes at most so many parts. */
  readonly maxParts: number;
  /** Characters of a link at most. */
  readonly linkLength: number;
  /** ISO country -> US dollars a part, from the provider's price list. */
  readonly prices: Readonly<Record<string, number>>;
  /** US dollars a part: a dearer one is not sent. At most five decimals. */
  readonly maxPricePerPart: number;
  /** `consent`: only to who gave it; `opt-out`: to who did not withdraw it. */
  readonly basis: 'consent' | 'opt-out';
  /** A message that the network did not deliver, by its own word, is sent again. 1 = never. */
  readonly retry: { readonly maxAttempts: number; readonly afterMinutes: number };
  /** Minutes between two looks at what is due, a divisor of 60. @default 1 */
  readonly everyMinutes?: number;
}

/** When messages may be sent, by the clock of whoever receives them (COMMON-35). */
export interface QuietHours {
  /** Local times `HH:MM`: sent from `from` (included) to `to` (excluded). */
  readonly from: string;
  readonly to: string;
  /** ISO weekdays, 1 = Monday. */
  readonly days: readonly number[];
  /** Whether they are sent on public holidays. */
  readonly holidays: boolean;
  /** A crisis: sent at any hour of any day. */
  readonly crisis: boolean;
}
