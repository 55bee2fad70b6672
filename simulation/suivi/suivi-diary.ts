/** What people and agents of a follow-up lived through, in their own words: nothing that the system believes. Instants are ISO UTC. */
export interface SuiviDiary {
  readonly messages: LivedMessage[];
  readonly answers: LivedAnswer[];
  readonly wishes: LivedWish[];
  readonly rings: LivedRing[];
  readonly talks: LivedTalk[];
}

export interface LivedMessage {
  readonly messageId: string;
  readonly number: string;
  readonly at: string;
  readonly text: string;
}

/** A questionnaire that somebody finished on their phone. */
export interface LivedAnswer {
  readonly number: string;
  readonly link: string;
  readonly at: string;
}

/** On the page of the link: to be called, or to hear no more. */
export interface LivedWish {
  readonly number: string;
  readonly at: string;
  readonly wish: 'called' | 'stop';
}

/** A telephone rang, or the network said why it could not. */
export interface LivedRing {
  readonly contactId: string;
  readonly number: string;
  readonly rangAt: string;
  what: 'unanswered' | 'dead' | 'answered' | 'machine';
  spokenToAt?: string;
  endedAt?: string;
}

/** A conversation, as its agent went through it. */
export interface LivedTalk {
  readonly agent: string;
  readonly contactId: string;
  readonly attemptId: string;
  readonly from: string;
  /** The questionnaire was passed to its end. */
  passed?: true;
  /** What the agent wrote, once the desk had taken it. */
  disposition?: string;
}

export function emptySuiviDiary(): SuiviDiary {
  return { messages: [], answers: [], wishes: [], rings: [], talks: [] };
}
