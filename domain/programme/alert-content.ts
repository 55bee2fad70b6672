/** What a programme by which structures write to their members has beside. One version of it is in force at a time. */
export interface AlertContent {
  /** What messages may be about, in the order shown; `code` is kept with each message. */
  readonly categories: readonly { readonly code: string; readonly label: string }[];
  /** Every text of the consent that was ever shown (ALERTES-05, A-18); the first is what the form shows. */
  readonly consentTexts: readonly [ConsentText, ...ConsentText[]];
  /** Names of groups proposed to a structure that has none (ALERTES-09). */
  readonly suggestedGroups: readonly string[];
  readonly dateKinds: readonly AdministrativeDateKind[];
  /** Share of a structure's members, 0..1, above which a sending has to be reasoned by its administrator (ALERTES-28). */
  readonly massShare: number;
  readonly templates: readonly AlertTemplate[];
  readonly funding: Funding;
}

export interface ConsentText {
  /** Kept with each consent, e.g. `v1`. */
  readonly version: string;
  readonly text: string;
}

/** A dated obligation of a member, and when they are reminded of it (ALERTES-26). */
export interface AdministrativeDateKind {
  /** e.g. `france-travail`. */
  readonly code: string;
  readonly label: string;
  readonly recurrence: 'none' | 'monthly' | 'quarterly' | 'yearly';
  /** Days before the date, descending. */
  readonly remindersBefore: readonly number[];
  /** What the reminder says. Fields: see `AlertTemplate`. */
  readonly text: string;
}

/** A text to begin from. `{prenom}`, `{date_rdv}` and `{structure}` stand for what is known as it leaves (ALERTES-06). */
export interface AlertTemplate {
  readonly code: string;
  readonly label: string;
  readonly category: string;
  readonly text: string;
}

/** Publicity that whoever pays asks for on every page and document (ALERTES-35). */
export interface Funding {
  readonly sentence: string;
  /** What the emblem beside it shows, for who does not see it. */
  readonly emblem: string;
}
