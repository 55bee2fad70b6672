import type { LocalUser } from '../cloud.ts';
import { deriveUuid } from '../kernel/random.ts';
import type { PoolClient, UserPool } from './pool-model.ts';
import type { SigningKey } from './signing-key.ts';

export interface TokenRequest {
  readonly issuer: string;
  readonly pool: UserPool;
  readonly client: PoolClient;
  readonly user: LocalUser;
  /** Now, milliseconds: the handlers' (virtual) clock, since it is they who check the expiry. */
  readonly now: number;
  readonly scope: string;
  readonly nonce?: string;
}

export interface PoolTokens {
  readonly id_token: string;
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
}

/** ID and access tokens with the claims of a Cognito user pool (Cognito developer guide, "Understanding the identity token"). */
export function poolTokens(key: SigningKey, request: TokenRequest): PoolTokens {
  const { issuer, pool, client, user, now, scope, nonce } = request;
  const issuedAt = Math.floor(now / 1000);
  const shared = {
    sub: deriveUuid('pool-user', pool.id, user.username),
    ...(user.groups.length === 0 ? {} : { 'cognito:groups': user.groups }),
    iss: issuer,
    auth_time: issuedAt,
    iat: issuedAt,
    jti: deriveUuid('token', client.id, user.username, now),
  };
  return {
    id_token: key.token({
      ...shared,
      aud: client.id,
      token_use: 'id',
      exp: issuedAt + client.idTokenSeconds,
      'cognito:username': user.username,
      email: user.email,
      email_verified: true,
      given_name: user.givenName,
      family_name: user.familyName,
      ...(nonce === undefined ? {} : { nonce }),
    }),
    access_token: key.token({
      ...shared,
      client_id: client.id,
      token_use: 'access',
      exp: issuedAt + client.accessTokenSeconds,
      username: user.username,
      scope,
      version: 2,
    }),
    token_type: 'Bearer',
    expires_in: client.accessTokenSeconds,
  };
}
