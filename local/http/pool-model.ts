import type { LocalUser } from '../cloud.ts';

/** A client application of a user pool. */
export interface PoolClient {
  readonly id: string;
  readonly secret?: string;
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  readonly scopes: readonly string[];
  readonly idTokenSeconds: number;
  readonly accessTokenSeconds: number;
}

/** A Cognito user pool: its groups and clients from the templates, its users from the settings and from whoever invites more. */
export interface UserPool {
  readonly id: string;
  readonly groups: Set<string>;
  readonly clients: Map<string, PoolClient>;
  readonly users: LocalUser[];
  /** User names of those who may not sign in. */
  readonly disabled: Set<string>;
}
