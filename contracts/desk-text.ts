/** What the desk is told of a text for the person on the line (SAMPS-13, SAMPS-22). Types only. */

/** `GET /api/{programme}/contacts/{contactId}/sms`. */
export interface DeskTextAnswer {
  /** As it is sent. */
  readonly text: string;
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly parts: number;
  /** US dollars, all parts. */
  readonly dollars?: number;
  readonly sender: string;
  /** How the number of the person on the line takes texts; `none`: withheld. */
  readonly number: 'mobile' | 'landline' | 'no-sender' | 'none';
  /** Why it is not sent at all, in French. */
  readonly fault?: string;
  /** What became of the message that was asked after. */
  readonly outcome?: DeskTextOutcome;
}

export interface DeskTextOutcome {
  readonly state: 'planned' | 'sending' | 'sent' | 'delivered' | 'failed' | 'dropped' | 'undetermined';
  /** French. */
  readonly words: string;
  /** Nothing more will become of it. */
  readonly final: boolean;
}

/** The answer to a POST. */
export interface DeskTextSent {
  readonly messageId: string;
  /** ISO instant: the first at which messages leave. */
  readonly leavesAt: string;
}
