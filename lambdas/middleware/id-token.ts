import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { ApiUser } from './http.ts';

export interface IdTokenOptions {
  readonly issuer: string;
  /** The pages' client at the issuer. */
  readonly clientId: string;
  /** Keys to verify with; by default those the issuer publishes, kept while they are known. */
  readonly keys?: JWTVerifyGetKey;
}

export interface Session extends ApiUser {
  /** How long the token was issued for, in seconds. */
  readonly seconds: number;
  /** ISO instant at which the person showed who they are. */
  readonly signedInAt: string;
}

/** Faults of the token itself; others (the issuer cannot be reached) say nothing of the person. */
const tokenFaults: ReadonlySet<string> = new Set([
  errors.JWTExpired.code,
  errors.JWTInvalid.code,
  errors.JWTClaimValidationFailed.code,
  errors.JWSInvalid.code,
  errors.JWSSignatureVerificationFailed.code,
  errors.JWKSNoMatchingKey.code,
  errors.JOSEAlgNotAllowed.code,
]);

/** Reads sessions from ID tokens; undefined when the token is not one, not ours, or over. Throws when the issuer's keys cannot be had. */
export function sessionReader(options: IdTokenOptions): (token: string) => Promise<Session | undefined> {
  const { issuer, clientId } = options;
  const keys = options.keys ?? createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`));
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, audience: clientId, algorithms: ['RS256'] });
      const { 'cognito:username': userName, 'cognito:groups': groups, token_use: use, exp = 0, iat = exp } = payload;
      const { auth_time: since = iat } = payload;
      if (typeof userName !== 'string' || userName === '' || use !== 'id') {
        return undefined;
      }
      const displayName = nameIn(payload) ?? userName;
      return {
        userName,
        displayName,
        groups: Array.isArray(groups) ? groups.map(String) : [],
        seconds: exp - iat,
        signedInAt: new Date(Number(since) * 1000).toISOString(),
      };
    } catch (error) {
      if (error instanceof errors.JOSEError && tokenFaults.has(error.code)) {
        return undefined;
      }
      throw error;
    }
  };
}

/** The person's name, of a pool that knows it. */
function nameIn({ name, given_name: given, family_name: family }: JWTPayload): string | undefined {
  const parts = typeof name === 'string' && name.trim() !== '' ? [name] : [given, family];
  const full = parts
    .flatMap((part) => (typeof part === 'string' ? part.trim() : []))
    .join(' ')
    .trim();
  return full === '' ? undefined : full;
}
