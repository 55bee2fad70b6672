/** What people and agents of a cycle lived through, in their own words: nothing that the system believes. Instants are ISO UTC. */
export interface ReflexDiary {
  readonly rings: LivedRing[];
  readonly ringBacks: LivedRingBack[];
  readonly talks: LivedTalk[];
  readonly removals: LivedRemoval[];
  readonly acknowledgements: LivedAcknowledgement[];
}

/** A telephone rang, or the network said why it could not. */
export interface LivedRing {
  /** By which the network knows the call. */
  readonly contactId: string;
  readonly number: string;
  readonly rangAt: string;
  what: 'unanswered' | 'busy' | 'dead' | 'answered' | 'machine';
  answeredAt?: string;
  spokenToAt?: string;
  endedAt?: string;
}

/** A person rang the number that had rung them. */
export interface LivedRingBack {
  readonly number: string;
  readonly dialledAt: string;
  busy?: boolean;
  spokenToAt?: string;
  endedAt?: string;
}

/** A conversation, as its agent went through it. */
export interface LivedTalk {
  readonly agent: string;
  readonly contactId: string;
  /** What the desk showed: our attempt, or the person's ringing back; absent for any other call. */
  readonly attemptId?: string;
  readonly recipientId?: string;
  readonly ringBack: boolean;
  readonly from: string;
  /** The person, or somebody for them, heard the end of the questionnaire. */
  passed?: 'person' | 'relative';
  /** What the agent wrote, once the desk had taken it. */
  disposition?: string;
  writtenAt?: string;
  /** By what was answered, the agent announced another call. */
  promised?: boolean;
  /** The desk showed a questionnaire passed in an earlier call: this one asks how they are since. */
  again?: boolean;
  /** Referrals that the desk announced. */
  readonly referrals: { readonly cell: string; readonly level: string }[];
}

export interface LivedRemoval {
  readonly at: string;
  readonly numbers: readonly string[];
}

export interface LivedAcknowledgement {
  readonly cell: string;
  readonly referralId: string;
  readonly at: string;
}

export function emptyDiary(): ReflexDiary {
  return { rings: [], ringBacks: [], talks: [], removals: [], acknowledgements: [] };
}
