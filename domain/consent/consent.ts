/** Who a consent is about: a person, or a number whoever holds it. */
export type ConsentHolder = { readonly subject: string } | { readonly numberKey: string };

/** How it was said. */
export type ConsentChannel = 'sms' | 'web' | 'agent' | 'import';

/** One line of the ledger (COMMON-11): never changed, never removed. */
export interface ConsentFact {
  /** What it is about, e.g. `messages`. */
  readonly scope: string;
  readonly change: 'given' | 'withdrawn';
  /** ISO instant. */
  readonly at: string;
  readonly channel: ConsentChannel;
  /** Version of the words that the person read or heard. */
  readonly textVersion: string;
  /** User name of whoever wrote it down, where somebody did (ALERTES-05). */
  readonly by?: string;
}

/** Scope of text messages. */
export const messagesScope = 'messages';

/** What somebody wanted at an instant (COMMON-11): the ledger is never rewritten, so any instant can be asked. */
export function consentAt(facts: readonly ConsentFact[], scope: string, at: string): 'given' | 'withdrawn' | 'none' {
  return standingConsent(
    facts.filter((fact) => fact.at <= at),
    scope,
  );
}

/** What they last said. Of two facts of one instant, the withdrawal holds. */
export function standingConsent(facts: readonly ConsentFact[], scope: string): 'given' | 'withdrawn' | 'none' {
  const [last] = facts
    .filter((fact) => fact.scope === scope)
    .toSorted((a, b) => (a.at === b.at ? (a.change < b.change ? 1 : -1) : a.at < b.at ? 1 : -1));
  return last?.change ?? 'none';
}
