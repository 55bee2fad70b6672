import { createHash } from 'node:crypto';

/** What the sign-in cookie keeps while the person is at the provider: proves that the answer is to our question (state, PKCE). */
export interface SignInRequest {
  readonly state: string;
  readonly verifier: string;
  /** Path of ours to go to afterwards. */
  readonly next: string;
}

const partPattern = /^[\w-]{22,}$/;

export function writeSignInRequest({ state, verifier, next }: SignInRequest): string {
  return [state, verifier, Buffer.from(next).toString('base64url')].join('.');
}

/** Undefined when the cookie is not one of ours. */
export function readSignInRequest(cookie: string | undefined): SignInRequest | undefined {
  const [state, verifier, next, ...rest] = cookie?.split('.') ?? [];
  if (!partPattern.test(state ?? '') || !partPattern.test(verifier ?? '') || next === undefined || rest.length > 0) {
    return undefined;
  }
  return {
    state: state ?? '',
    verifier: verifier ?? '',
    next: ownPath(Buffer.from(next, 'base64url').toString('utf8')),
  };
}

/** PKCE challenge (RFC 7636, S256). */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

/** The path when it is one of this site, else the reports: an address of another site here would be an open redirect. */
export function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[\w./%~?=&#:@+,-]*$/.test(path) ? path : '/rapports';
}
