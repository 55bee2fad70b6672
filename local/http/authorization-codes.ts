import { createHash, randomBytes } from 'node:crypto';

export interface CodeGrant {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly username: string;
  readonly scope: string;
  readonly nonce?: string;
  readonly challenge?: string;
}

const lifetimeMs = 5 * 60_000;

/** Authorization codes: used once, five minutes of real time. */
export class AuthorizationCodes {
  readonly #grants = new Map<string, CodeGrant & { readonly until: number }>();

  issue(grant: CodeGrant): string {
    const code = randomBytes(16).toString('hex');
    this.#grants.set(code, { ...grant, until: performance.now() + lifetimeMs });
    return code;
  }

  /** The grant of a code presented with its verifier (PKCE, S256); undefined when it is not good, or no longer. */
  redeem(code: string, clientId: string, redirectUri: string, verifier: string | undefined): CodeGrant | undefined {
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    if (grant === undefined || grant.until < performance.now()) return undefined;
    if (grant.clientId !== clientId || grant.redirectUri !== redirectUri) return undefined;
    const hashed = createHash('sha256')
      .update(verifier ?? '')
      .digest('base64url');
    return grant.challenge === undefined || grant.challenge === hashed ? grant : undefined;
  }
}
