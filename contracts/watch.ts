/** What the centre is watched for, and what began (COMMON-44). Called « alertes » by people; not those that structures send. Imports nothing. */
export const watchCodes = [
  'closing-rate',
  'waiting',
  'longest-wait',
  'no-agent',
  'callbacks-stuck',
  'callbacks-late',
  'report-missing',
  'campaign-behind',
  'first-call-late',
  'referral-waiting',
] as const;

export type WatchCode = (typeof watchCodes)[number];

export const contactSides = ['client', 'house'] as const;
/** Of which of the two parties a named contact is (SAMPS-41). */
export type ContactSide = (typeof contactSides)[number];

/** Kind of content `watchRules`: one rule for each thing that is watched. */
export interface WatchRule {
  readonly code: WatchCode;
  readonly on: boolean;
  /** An episode begins when the figure stays above this, in the unit of its code. */
  readonly above: number;
  /** It ends when the figure stays at or under this, which is at most `above`: in between, nothing flaps. */
  readonly until: number;
  /** How long it must stay there, both ways. */
  readonly lastsMinutes: number;
  /** Of a rate alone: calls offered before it says anything. */
  readonly least?: number;
  /** Whose contacts are told by e-mail; nobody's = the page alone. */
  readonly told: readonly ContactSide[];
  /** They are told again after so many hours while it lasts; 0 = never. */
  readonly reminderHours: number;
}

/** `GET /api/{programme}/veille`. Also pushed, topic `alerts`. */
export interface WatchAnswer {
  readonly programme: string;
  /** ISO instant. */
  readonly at: string;
  /** Those that last first, then those that ended today, the last first. */
  readonly episodes: readonly WatchEpisode[];
}

/** Something that began. */
export interface WatchEpisode {
  /** `<code>-<instant>`. */
  readonly id: string;
  readonly code: WatchCode;
  /** ISO instant; absent while it lasts. */
  readonly beganAt: string;
  readonly endedAt?: string;
  /** The figure when it began, and the last that somebody was told of. */
  readonly value: number;
  readonly told: readonly ContactSide[];
}
