/** What a personal link is for: to answer a questionnaire, or to stop messages where a message cannot be replied to. */
export type LinkPurpose = 'survey' | 'stop';

/** What a link opens: one person, one occasion (COMMON-59). Its token derives from these, so that whoever sends it makes it again. */
export interface LinkName {
  readonly programme: string;
  readonly purpose: LinkPurpose;
  /** recipientId. */
  readonly subject: string;
  /** What it is about, such as the code of a moment. */
  readonly occasion: string;
}

export interface LinkOrder extends LinkName {
  /** ISO instant from which it opens nothing. */
  readonly expiresAt: string;
}

/** A link as it is kept; its token is not. Instants of facts are those of their first time. */
export interface Link extends LinkOrder {
  /** Tries of identity since the last right one; the fifth wrong one locks it (ARS-52). */
  readonly tries: number;
  readonly lockedAt?: string;
  /** The person would rather be called. */
  readonly callAskedAt?: string;
}

export const mostTries = 5;

/** A link that still opens something: locked ones do, to whoever has shown who they are. */
export function isOpen({ expiresAt }: LinkOrder, at: string): boolean {
  return at < expiresAt;
}
