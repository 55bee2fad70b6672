/** What a host answers: a value, or why it cannot. A refusal sends the action down its error branch; it never throws. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export const answer = <T>(value: T): Answer<T> => ({ ok: true, value });
export const refuse = (reason: string): Answer<never> => ({ ok: false, reason });
