/** Where a configuration set sends the events of its messages. */
export interface EventDestination {
  readonly name: string;
  readonly enabled: boolean;
  /** e.g. `TEXT_DELIVERED`; `ALL` and `TEXT_ALL` stand for all of them. */
  readonly eventTypes: readonly string[];
  readonly topicArn: string;
}

export interface ConfigurationSet {
  readonly name: string;
  readonly arn: string;
  readonly defaultSenderId: string | undefined;
  readonly protectConfigurationId: string | undefined;
  readonly destinations: readonly EventDestination[];
}

interface Identity {
  readonly id: string;
  readonly arn: string;
}

/** One-way: nobody can reply to a name. */
export interface SenderId extends Identity {
  readonly kind: 'sender-id';
  readonly country: string;
}

export interface OriginationNumber extends Identity {
  readonly kind: 'phone-number';
  readonly country: string;
  /** E.164, or the digits of a short code. */
  readonly number: string;
  readonly optOutList: string;
  /** Topic that gets replies; absent: replies are not passed on. */
  readonly repliesTo: string | undefined;
  /** The account answers STOP itself: a keyword opts nobody out. */
  readonly selfManaged: boolean;
}

export interface Pool extends Identity {
  readonly kind: 'pool';
  readonly optOutList: string;
  /** ARNs. */
  readonly identities: readonly string[];
  readonly sharedRoutes: boolean;
}

export type Origin = SenderId | OriginationNumber | Pool;

export type ProtectStatus = 'ALLOW' | 'BLOCK' | 'MONITOR' | 'FILTER';

export interface ProtectConfiguration extends Identity {
  /** By ISO country; one without rule is allowed. */
  readonly countries: ReadonlyMap<string, ProtectStatus>;
}

export interface OptOutList {
  readonly name: string;
  readonly arn: string;
  /** E.164 of who opted out; `byRecipient`: by a reply. */
  readonly numbers: Map<string, { readonly at: number; readonly byRecipient: boolean }>;
  /** When a number last came off the list. */
  readonly deletedAt: Map<string, number>;
}
