/** Keys that Lambda functions answer to contact flows (`$.External.<key>`): flat strings, STRING_MAP. Imports nothing. */

/** `inbound-context`: called once at the start of every inbound call. */
export interface InboundContextResponse {
  readonly state: 'open' | 'closed';
  /** Why closed; `open` when open. */
  readonly reason: 'open' | 'hours' | 'weekend' | 'holiday' | 'exception' | 'before-period' | 'after-period';
  /** What the caller hears when closed: why, hours, web address. Empty when open. */
  readonly closedText: string;
  readonly welcomeText: string;
  /** `yes` when a callback may be asked for while closed. */
  readonly callbackOffered: 'yes' | 'no';
  /** `known` when a callable number came with the call, else the flow asks for it. */
  readonly callerNumber: 'known' | 'missing';
  readonly personId: string;
  readonly knownPerson: 'yes' | 'no';
  readonly numberKey: string;
  /** Priority class for the queue: `callback` (rings back while we hold a callback for them), or `normal`. */
  readonly priorityClass: 'callback' | 'normal';
  /** Where programmes have campaigns: who rings back during a cycle (REFLEX-34), greeted in its words; empty for anybody else. */
  readonly ringBackId?: string;
  readonly recipientId?: string;
}

/** `caller-number`: the number typed by a caller whose number is withheld. Parameters: `typed` (digits). */
export interface CallerNumberResponse {
  readonly accepted: 'yes' | 'no';
  readonly personId: string;
  readonly numberKey: string;
  readonly knownPerson: 'yes' | 'no';
  /** Said back to the caller, digits spaced for speech. */
  readonly spokenNumber: string;
}

/** `callback-request`: parameters `reason` = `closed` | `keep-place` | `queue-full` | `technical`. Registers the callback, deduped by number. */
export interface CallbackRequestResponse {
  readonly registered: 'yes' | 'already' | 'no';
  readonly callbackId: string;
  /** E.164 to give to UpdateContactCallbackNumber (keep-place only, flow logging off); empty otherwise. */
  readonly callbackNumber: string;
  /** What the caller hears. */
  readonly text: string;
}

/** `queue-announcement`: parameters `position` and `waitSeconds` (may be empty), `turn`. What a waiting caller hears. */
export interface QueueAnnouncementResponse {
  readonly text: string;
  /** `yes` when the callback may be offered now. */
  readonly offerCallback: 'yes' | 'no';
}
