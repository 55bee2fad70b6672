/** What the desk is told of a contact (`GET /api/{programme}/contacts/{contactId}`). Instants are ISO UTC. Imports nothing. */
export interface DeskContext {
  readonly programme: string;
  readonly contactId: string;
  /** First contact of the call. */
  readonly callId: string;
  readonly person: DeskPerson;
  /** As the caller chose in the menu, or as the call was placed for. */
  readonly scheme?: string;
  readonly schemes: readonly CodeAndLabel[];
  readonly motives: readonly CodeAndLabel[];
  /** What there was before this call, newest first. */
  readonly history: readonly DeskPast[];
  /** Questions parked in earlier calls: those answered are to be told. */
  readonly questions: readonly DeskQuestion[];
  /** The callback that this conversation answers. */
  readonly callback?: { readonly calls: number; readonly since: string; readonly deadline: string };
  /** Of a call about a campaign. */
  readonly attempt?: DeskAttempt;
  /** What the agent wrote of this contact so far. */
  readonly draft?: DeskDraft;
}

export interface DeskPerson {
  /** Absent when the number is withheld and none was typed. */
  readonly personId?: string;
  /** Pseudonym of the number they ring from: what an appointment is taken for. */
  readonly numberKey?: string;
  /** Has called before. */
  readonly known: boolean;
  /** Whom a campaign calls, when nothing of a file hangs on who they are. */
  readonly identity?: {
    readonly name: string;
    readonly birthDate?: string;
    readonly place?: string;
    /** How to be heard by them, and who helps. */
    readonly remarks: readonly string[];
  };
}

export interface DeskPast {
  readonly at: string;
  readonly kind: 'conversation' | 'unanswered' | 'callback' | 'attempt' | 'appointment' | 'text';
  /** French, e.g. « Sans réponse ». */
  readonly what: string;
  readonly scheme?: string;
  readonly motive?: string;
  readonly comment?: string;
  readonly agent?: string;
  /** Of an appointment: its hour. */
  readonly slotAt?: string;
  /** French: where, or what became of it. */
  readonly detail?: string;
}

export interface DeskQuestion {
  readonly questionId: string;
  readonly text: string;
  readonly openedAt: string;
  readonly answer?: string;
}

export interface DeskAttempt {
  readonly attemptId: string;
  /** The person rang back by themselves. */
  readonly isRingBack: boolean;
  /** French, e.g. « Canicule ». */
  readonly campaign: string;
  /** What is followed on the call. */
  readonly guide: 'questionnaire' | 'script' | 'none';
  readonly mayLeaveMessage: boolean;
  readonly dispositions: readonly (CodeAndLabel & {
    /** What the agent says beside. */
    readonly asks?: 'askedFor' | 'absentUntil';
  })[];
}

interface CodeAndLabel {
  readonly code: string;
  readonly label: string;
}

/** What an agent writes during and after a contact, saved as they type (`PUT …/brouillon`). */
export interface DeskDraft {
  /** Grows with each change: the greatest is kept, so that sending it again changes nothing. */
  readonly revision: number;
  readonly scheme?: string;
  readonly motive?: string;
  readonly comment?: string;
  readonly disposition?: string;
  readonly outcome?: string;
  readonly askedFor?: string;
  readonly absentUntil?: string;
  /** A question to be parked, and its id once it is. */
  readonly question?: string;
  readonly questionId?: string;
  /** Local day by which the answer is wished, YYYY-MM-DD. */
  readonly questionDue?: string;
  /** `non`: the person does not wish to be called with the answer. */
  readonly questionCallBack?: string;
  /** The wrap-up was sent. */
  readonly wrappedUp?: boolean;
}
