/**
 * What simulated people lived through, in their own words: the only truth the reconciler trusts. Nobody writes here
 * what the system believes; a caller knows when they rang, what they heard, whether a person spoke to them.
 */
export interface CallDiary {
  readonly kind: 'call';
  readonly lane: string;
  /** The caller's number, or undefined when they hide it. */
  readonly number?: string;
  /** Number typed when asked for and confirmed, if any. */
  typedNumber?: string;
  readonly dialledAt: string;
  /** The exchange refused the call (all lines taken). */
  busy?: boolean;
  /** Told that the centre is closed. */
  toldClosed?: boolean;
  /** Scheme code the caller chose or was sent to; undefined when they left before. */
  scheme?: string;
  /** First moment the caller was told to wait for an agent. */
  waitingAt?: string;
  /** Asked to be called back instead of waiting or because closed. */
  askedCallback?: boolean;
  spokenToAt?: string;
  spokenToBy?: string;
  endedAt?: string;
  endedBy?: string;
}

/** The person's phone rang: the centre called. */
export interface RingDiary {
  readonly kind: 'ring';
  readonly number: string;
  readonly rangAt: string;
  /** The person is on a list of the client: what the call is about they hear when they answer. */
  readonly ofOrder?: boolean;
  /** Of such a call: what the conversation came to, or that a machine answered. */
  said?: string;
  answeredAt?: string;
  spokenToAt?: string;
  spokenToBy?: string;
  endedAt?: string;
}

/** What an agent noted at the end of a contact. */
export interface WrapUpDiary {
  readonly kind: 'wrap-up';
  readonly agent: string;
  readonly contactId: string;
  readonly at: string;
  readonly scheme: string;
  readonly motive: string;
  /** True when the contact was the centre calling the person back. */
  readonly callback: boolean;
}

export interface QuestionDiary {
  readonly kind: 'question';
  readonly agent: string;
  readonly at: string;
  readonly scheme: string;
}

export type DiaryEntry = CallDiary | RingDiary | WrapUpDiary | QuestionDiary;

export class Diary {
  readonly entries: DiaryEntry[] = [];

  write<T extends DiaryEntry>(entry: T): T {
    this.entries.push(entry);
    return entry;
  }

  calls(): CallDiary[] {
    return this.entries.filter((entry) => entry.kind === 'call');
  }

  rings(): RingDiary[] {
    return this.entries.filter((entry) => entry.kind === 'ring');
  }

  wrapUps(): WrapUpDiary[] {
    return this.entries.filter((entry) => entry.kind === 'wrap-up');
  }

  questions(): QuestionDiary[] {
    return this.entries.filter((entry) => entry.kind === 'question');
  }
}
