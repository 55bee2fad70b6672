import type { CloudContext } from '../cloud.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { ConfigurationSet, OptOutList, Origin, ProtectConfiguration } from './model.ts';
import type { Inboxes } from './phones.ts';

/** A message that the service took in charge. */
export interface AcceptedMessage {
  readonly messageId: string;
  /** Virtual, epoch milliseconds. */
  readonly at: number;
  /** Deterministic, of the call that asked for it. */
  readonly lane: string;
  readonly to: string;
  /** ISO country of the destination. */
  readonly country: string;
  /** Mobile or not, by the numbering plan. */
  readonly mobile: boolean;
  /** What the phone shows as sender. */
  readonly from: string;
  readonly body: string;
  readonly messageType: string;
  readonly timeToLiveSeconds: number;
  readonly context: Readonly<Record<string, string>>;
  readonly configurationSet: string | undefined;
  readonly parts: number;
  readonly encoding: 'GSM' | 'Unicode';
  /** USD. */
  readonly price: number;
}

/** `fail`: the caller is answered an internal error although the message goes out, as a real service does at times. */
export type AfterAccepting = 'answer' | 'fail';

/** All that is true now of End User Messaging in the account. */
export interface SmsWorld {
  readonly cloud: CloudContext;
  readonly configurationSets: Map<string, ConfigurationSet>;
  readonly optOutLists: Map<string, OptOutList>;
  /** By ARN. */
  readonly origins: Map<string, Origin>;
  readonly protectConfigurations: Map<string, ProtectConfiguration>;
  readonly inboxes: Inboxes;
  readonly rates: RateLimits;
  /** USD by month, `2021-03`, UTC. */
  readonly spent: Map<string, number>;
  /** In the order they were accepted. */
  readonly accepted: Map<string, AcceptedMessage>;
  /** What the caller of an accepted message is told. */
  afterAccepting: (messageId: string) => AfterAccepting;
}

export const now = (world: SmsWorld): number => world.cloud.kernel.now();

export const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7);
