/** Calls that people make with another telephone, since voice to their number is not confirmed here (design decision 18). Instants are ISO UTC. Types only. */

/** `GET /api/{programme}/appels-a-composer`. */
export interface ManualCallsAnswer {
  /** Who has waited longest first. */
  readonly calls: readonly ManualCall[];
  readonly results: readonly { readonly code: string; readonly label: string }[];
  readonly schemes: readonly { readonly code: string; readonly label: string }[];
  readonly motives: readonly { readonly code: string; readonly label: string }[];
}

export interface ManualCall {
  /** Pseudonym of the number. */
  readonly numberKey: string;
  readonly scheme: string;
  /** When they first called in vain, how often, and until when they are called. */
  readonly since: string;
  readonly calls: number;
  readonly deadline: string;
  /** Tries that are over. */
  readonly tries: number;
  /** In the hands of whoever asks. */
  readonly mine?: ManualCallInHand;
}

/** `POST …/{numberKey}/prendre`. */
export interface ManualCallInHand {
  readonly attemptId: string;
  /** Nobody else is given it until then. */
  readonly until: string;
  /** To be dialled, as people write it: `+687 75 12 34`. */
  readonly number: string;
}
