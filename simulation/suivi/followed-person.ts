/** A telephone number that somebody gave, and what it has become since. */
export interface GivenPhone {
  /** E.164. */
  readonly number: string;
  readonly kind: 'mobile' | 'landline';
  readonly isDead: boolean;
}

/** What somebody does with the SMS of a moment, decided before it comes. */
export type SmsHabit =
  /** Reads it, and answers on their phone. `mistypes`: wrong birth dates first. */
  | { readonly type: 'answers'; readonly mistypes: number }
  /** Opens the link and asks to be called. */
  | { readonly type: 'prefers-call' }
  /** Opens it, answers two screens and leaves it there. */
  | { readonly type: 'gives-up' }
  | { readonly type: 'stops' }
  | { readonly type: 'silent' };

/** One invented person of the daily list of the ARS. */
export interface FollowedPerson {
  readonly index: number;
  readonly lastName: string;
  readonly firstName: string;
  /** Local days. */
  readonly birthDate: string;
  readonly anchor: string;
  /** Day on whose list they are. */
  readonly listedOn: string;
  readonly postcode: string;
  readonly status: 'case' | 'contact';
  readonly vulnerable: boolean;
  readonly minor: boolean;
  readonly phones: readonly GivenPhone[];
  /** Chance that they pick a call up. */
  readonly picksUp: number;
}
