import type { JsonObject } from '../json.ts';

export type AuthorizerVerdict = { readonly allowed: true; readonly context: JsonObject } | { readonly allowed: false };

/** Verdicts by identity, each for as long as its authorizer says, in virtual time. */
export class AuthorizerCache {
  readonly #verdicts = new Map<string, { readonly verdict: AuthorizerVerdict; readonly until: number }>();

  get(key: string, now: number): AuthorizerVerdict | undefined {
    const found = this.#verdicts.get(key);
    if (found === undefined) return undefined;
    if (found.until > now) return found.verdict;
    this.#verdicts.delete(key);
    return undefined;
  }

  put(key: string, verdict: AuthorizerVerdict, until: number): void {
    this.#verdicts.set(key, { verdict, until });
  }
}
