/**
 * A sending of one text to some groups of a structure (ALERTES-06, -07, -23). `draft`: nobody gets it; `scheduled`: it leaves at `sendAt`; `held`: it
 * would reach more people than when it was confirmed, and waits for a reason; `sending`: who gets it was decided; `withdrawing`: what has not left is
 * being taken back; `cancelled`: nothing more leaves.
 */
export type AlertState = 'draft' | 'scheduled' | 'held' | 'sending' | 'withdrawing' | 'cancelled';

export interface Alert {
  /** Time-ordered, from the operation that made it: a double click makes one. */
  readonly alertId: string;
  /** For the staff only: it is never in the SMS. */
  readonly title: string;
  /** Code of a category of the programme. */
  readonly category: string;
  /** As typed, with its places such as `{prenom}`. */
  readonly text: string;
  /** With the names they had: a group may be deleted meanwhile. */
  readonly groups: readonly AlertGroup[];
  readonly state: AlertState;
  /** ISO instant from which it leaves. */
  readonly sendAt?: string;
  /** ISO instant, user name. */
  readonly createdAt: string;
  readonly createdBy: string;
  readonly changedAt: string;
  readonly changedBy: string;
  /** Name of who last acted, as colleagues call them. */
  readonly author: string;
  readonly reusedFrom?: string;
  /** Why it may go to most members (ALERTES-28), written by an administrator of the structure. */
  readonly reason?: { readonly text: string; readonly by: string; readonly at: string };
  /** `late`: its moment was long past when it could have left. Shares are of the members, 0..1. */
  readonly held?: { readonly why: 'mass' | 'late'; readonly share: number };
  readonly selection?: Selection;
  /** Grows by one at each write. */
  readonly version: number;
}

export interface AlertGroup {
  readonly groupId: string;
  readonly name: string;
}

/** Who was chosen as it left (ALERTES-19). */
export interface Selection {
  readonly at: string;
  readonly pages: number;
  /** Messages handed over. */
  readonly chosen: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** Names of groups that were no more. */
  readonly missingGroups: readonly string[];
  /** All of them are planned. */
  readonly handedOver?: true;
}

/** Why a member of the groups is not written to, known before anything is sent. */
export type SkipReason =
  | 'stopped'
  | 'no-consent'
  | 'no-number'
  | 'landline'
  | 'no-sender'
  /** Somebody else of the groups has this number, and gets the message (ALERTES-27). */
  | 'same-number'
  /** The text says a date that they do not have. */
  | 'no-date';

/** One member of the groups of an alert, as decided when it left. Ids only. */
export interface SelectedLine {
  readonly memberId: string;
  /** Those of the alert's groups that they are in. */
  readonly groups: readonly string[];
  /** Age band on that day. */
  readonly band: string;
  readonly skip?: SkipReason;
  /** What `{date_rdv}` becomes. */
  readonly date?: string;
}

/** Link occasion and purpose by which a member stops the messages of their structure. */
export const stopOccasion = 'sms';
