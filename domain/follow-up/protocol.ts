/** How people are followed, as data: live content, kind `protocol` (ARS-01..11, -15, -16). Local times are `HH:MM` in the programme's zone. */
export interface Protocol {
  readonly statuses: readonly FollowedStatus[];
  /** In the order of their days. */
  readonly moments: readonly Moment[];
  /** The list of the day is settled then; whoever comes after is flagged (ARS-36). */
  readonly freezeAt: string;
  /** Days since the anchor from which a list may not include a person any more. */
  readonly lateDays: number;
  /** Who is unreachable at a moment is followed no more. `go-on`: the next moment is tried all the same. */
  readonly unreachable: 'abandon' | 'go-on';
  readonly refusalMotives: readonly Coded[];
  readonly abandonMotives: readonly Coded[];
  /** Why somebody is socially vulnerable (ARS-08). */
  readonly vulnerabilityReasons: readonly Coded[];
  /** Read by the agent beside the criterion (ARS-08). */
  readonly vulnerabilityDefinition: string;
  readonly planning: VolumePlanning;
  /** Territories that the programme serves, by the first digits of a postcode (ARS-21). */
  readonly territories: readonly Coded[];
}

export type StatusCode = 'case' | 'contact';

export interface FollowedStatus {
  readonly code: StatusCode;
  /** French, e.g. « Malade ». */
  readonly label: string;
}

/** One contact of the protocol: an SMS, then a call to those whom it does not suffice for. */
export interface Moment {
  /** Code of its campaign type: lowercase letters and digits. */
  readonly code: string;
  /** French, e.g. « J2 ». */
  readonly label: string;
  /** French kind of call: first contact, extra contact, second, third (ARS-05). */
  readonly callLabel: string;
  readonly statuses: readonly StatusCode[];
  /** Days after the anchor, by the local date (ARS-16). */
  readonly day: number;
  /** Only for these people. Absent = for everyone of its statuses. */
  readonly only?: 'vulnerable' | 'not-tested';
  /** When its SMS leaves. */
  readonly smsAt: string;
  /** Who is included later in the day has it at `smsAt` of the next. */
  readonly latestSmsAt: string;
  /** Message template. */
  readonly template: string;
  /** Who has not answered by then is called. */
  readonly answerBy: string;
  /** One SMS reminder so long after the first. Absent = none. */
  readonly reminderAfterMinutes?: number;
  /** Days for which its link opens. */
  readonly linkDays: number;
  /** A call of it and its writing down, failures included. */
  readonly handlingSeconds: number;
  /** Open days after its own in which a call that could not be made is still made. */
  readonly carryOpenDays: number;
}

/** What an order of volume is planned from (ARS-37). */
export interface VolumePlanning {
  /** Share of the calls of a day, by code of moment; together 1. */
  readonly mix: Readonly<Record<string, number>>;
  readonly occupancy: number;
  /** SMS of the morning have all left within this long. */
  readonly textsWithinMinutes: number;
  /** From the order to its effect. */
  readonly noticeHours: number;
}

export interface Coded {
  readonly code: string;
  /** French. */
  readonly label: string;
}
