import type { AlertEntry } from '../alert/alert-entry.ts';
import type { AppointmentEntry } from '../appointment/appointment-entry.ts';
import type { CampaignEntry } from '../campaign/campaign-entry.ts';
import type { LookupEntry } from '../case/lookup-entry.ts';
import type { ConsentEntry } from '../consent/consent-entry.ts';
import type { FollowUpEntry } from '../follow-up/follow-up-entry.ts';
import type { CardEntry } from '../knowledge/card-entry.ts';
import type { MemberEntry } from '../member/member-entry.ts';
import type { MessageEntry } from '../message/message-entry.ts';
import type { QuestionnaireEntry } from '../questionnaire/questionnaire-entry.ts';
import type { CorrectionEntry } from '../recipient/correction-entry.ts';
import type { RegisterChangeEntry } from '../recipient/register-change-entry.ts';
import type { ReferralEntry } from '../referral/referral-entry.ts';
import type { RetentionEntry } from '../retention/retention-entry.ts';
import type { StructureEntry } from '../structure/structure-entry.ts';
import type { WatchEntry } from '../watch/watch-entry.ts';

/**
 * The journal: what happened, one immutable entry per fact (design §2.2). Reports are pure functions of it.
 *
 * Every entry has a `time` (when the fact happened, ISO instant UTC, milliseconds) and an `id` derived from inputs, so that a repeat
 * overwrites itself with the same content (decision 6). `day` is the local day (YYYY-MM-DD, programme's zone) under which it is filed:
 * for contacts, the local day of the root contact's start (decision 12).
 */
export type JournalEntry =
  | ContactEntry
  | CallbackEntry
  | WrapUpEntry
  | QuestionEntry
  | QuestionnaireEntry
  | CampaignEntry
  | AgentStatusEntry
  | ReferralEntry
  | FollowUpEntry
  | CorrectionEntry
  | RegisterChangeEntry
  | MessageEntry
  | ConsentEntry
  | AlertEntry
  | MemberEntry
  | CardEntry
  | AppointmentEntry
  | LookupEntry
  | RetentionEntry
  | StructureEntry
  | WatchEntry;

/** What every entry has; kinds of other folders extend it. */
export interface EntryBase {
  readonly programme: string;
  /** Whose journal it is where structures share a programme: read under `programme#structure`, never with the others'. */
  readonly structure?: string;
  /** Local day YYYY-MM-DD under which the entry is filed. */
  readonly day: string;
  /** ISO 8601 UTC instant with milliseconds. */
  readonly time: string;
  /** Unique within programme and day; derived from inputs. */
  readonly id: string;
}

/** One segment of a call as a contact record reported it. Re-issued records are new revisions: the greatest `lastUpdate` wins. */
export interface ContactEntry extends EntryBase {
  readonly kind: 'contact';
  readonly contactId: string;
  readonly initialContactId: string;
  readonly previousContactId?: string;
  readonly nextContactId?: string;
  /** LastUpdateTimestamp of the record. `id` is `contact#<contactId>#<lastUpdate>`. */
  readonly lastUpdate: string;
  /** Connect's InitiationMethod: INBOUND, TRANSFER, QUEUE_TRANSFER, CALLBACK, API, DISCONNECT… */
  readonly initiation: string;
  readonly initiatedAt: string;
  readonly disconnectedAt: string;
  readonly disconnectReason?: string;
  readonly queue?: {
    readonly name: string;
    readonly enqueuedAt: string;
    readonly dequeuedAt?: string;
    readonly seconds: number;
  };
  readonly agent?: {
    readonly username: string;
    readonly connectedAt: string;
    readonly interactionSeconds: number;
    readonly holdSeconds: number;
    readonly afterContactSeconds: number;
  };
  readonly scheme: Scheme;
  readonly opening?: 'open' | 'closed';
  readonly openingReason?: string;
  readonly callbackRequested?: 'closed' | 'keep-place' | 'queue-full' | 'technical';
  readonly callbackId?: string;
  readonly attemptId?: string;
  readonly personId?: string;
  /** Keyed hash of the caller's number; absent when withheld and none was typed. */
  readonly numberKey?: string;
  readonly failure?: 'technical';
  readonly knownPerson?: boolean;
}

/**
 * Facts about callbacks (SAMPS-04). The journal files `requested`, `resolved` and `attempt`: each follows from its own inputs alone, so any
 * order of records files the same entries. Which calls share a callback, and how it ended, is read back from these facts by
 * `callbackHistory` (domain/callback/callback-history.ts), which yields the other changes: `created`, `source-added`, `closed`.
 * `day` is the local day of the call concerned; of an attempt, that of the callback's first call.
 */
export interface CallbackEntry extends EntryBase {
  readonly kind: 'callback';
  /** On `requested` and `resolved`: the callback this call would open by itself. */
  readonly callbackId: string;
  readonly scheme: Scheme;
  readonly numberKey?: string;
  readonly change: /** An unanswered call, or a request, asks for a callback. `deadline` and `maxAttempts`: the policy in force at the call. */
    | {
        readonly type: 'requested';
        readonly sourceContactId: string;
        readonly reason: CallbackReason;
        readonly startedAt: string;
        readonly deadline: string;
        readonly maxAttempts: number;
      }
    /** A conversation that answers this call, as every call of the number that started before `since`. */
    | {
        readonly type: 'resolved';
        readonly sourceContactId: string;
        readonly resolution: 'reached' | 'answered-inbound';
        readonly contactId: string;
        /** First contact of that conversation's chain; the call itself when an agent did take it after all: then it asks for nothing. */
        readonly callId: string;
        readonly since: string;
      }
    /** An attempt ended; `reached` = the person and an agent talked. `contactId` is absent when nothing was dialled. */
    | {
        readonly type: 'attempt';
        readonly attempt: number;
        readonly attemptId: string;
        readonly result: AttemptResult;
        readonly startedAt?: string;
        readonly contactId?: string;
        readonly answeredByCustomer: boolean;
      }
    /** Read back: a new callback for this number. */
    | { readonly type: 'created'; readonly sourceContactId: string; readonly reason: CallbackReason }
    /** Read back: a later unanswered call of the same number joined the open callback. */
    | { readonly type: 'source-added'; readonly sourceContactId: string; readonly reason?: CallbackReason }
    /** Read back: `resolution` is why nothing more will be done. */
    | { readonly type: 'closed'; readonly resolution: CallbackResolution };
}

export type CallbackReason =
  | 'abandoned'
  | 'keep-place'
  | 'closed-request'
  | 'queue-full'
  | 'technical'
  | 'appointment'
  /** A question of theirs was answered (SAMPS-23). */
  | 'answer';
export type AttemptResult =
  | 'reached'
  | 'no-answer'
  | 'busy'
  | 'invalid-number'
  | 'abandoned-before-agent'
  | 'failed'
  /** Connect is not allowed to dial this number. */
  | 'refused'
  | 'indeterminate';
export type CallbackResolution = 'reached' | 'answered-inbound' | 'not-reached' | 'not-dialable';

/** What the agent wrote at the end of a contact. The greatest `revision` (then `time`) wins for a contact. */
export interface WrapUpEntry extends EntryBase {
  readonly kind: 'wrap-up';
  readonly contactId: string;
  readonly scheme: Scheme;
  readonly motive: string;
  readonly agent: string;
  readonly revision: number;
}

export interface QuestionEntry extends EntryBase {
  readonly kind: 'question';
  readonly questionId: string;
  readonly change: 'opened' | 'answered' | 'closed';
  readonly scheme: Scheme;
  /** The question's text, without any name (SAMPS-23); present on `opened`. */
  readonly text?: string;
  readonly agent: string;
}

/** An agent's status as the agent event stream told it; only changes of status are filed. */
export interface AgentStatusEntry extends EntryBase {
  readonly kind: 'agent-status';
  readonly agent: string;
  readonly statusName: string;
  readonly statusType: 'ROUTABLE' | 'CUSTOM' | 'OFFLINE';
}

/** Aid schemes of the programme (SAMPS-01), as data; `NON_QUALIFIE` always exists. */
export type Scheme = string;
export const unqualifiedScheme: Scheme = 'NON_QUALIFIE';
