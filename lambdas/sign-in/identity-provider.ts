import { routes } from '../../contracts/routes.ts';

/** The hosted sign-in of the deployment. */
export interface IdentityProvider {
  /** Where the person proves who they are. */
  authorizeUrl(state: string, challenge: string): string;
  /** ID token of a code; undefined when the provider refuses the code. Throws when it cannot be reached. */
  exchange(code: string, verifier: string): Promise<string | undefined>;
  /** Where the person leaves the provider's own session too. */
  signOutUrl(): string;
}

export interface HostedSignIn {
  /** Base of the hosted pages, as Cognito lays them out: `/oauth2/authorize`, `/oauth2/token`, `/logout`. */
  readonly signInUrl: string;
  readonly clientId: string;
  readonly publicUrl: string;
  readonly fetch: typeof fetch;
}

export function hostedSignIn({ signInUrl, clientId, publicUrl, fetch }: HostedSignIn): IdentityProvider {
  const redirectUri = `${publicUrl}${routes.signInReturn.path}`;
  const address = (path: string, query: Record<string, string>) => `${signInUrl}${path}?${new URLSearchParams(query)}`;
  return {
    authorizeUrl: (state, challenge) =>
      address('/oauth2/authorize', {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      }),

    async exchange(code, verifier) {
      const response = await fetch(`${signInUrl}/oauth2/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: clientId,
          redirect_uri: redirectUri,
          code,
          code_verifier: verifier,
        }),
      });
      if (response.status >= 500) {
        throw new Error(`The token endpoint answered ${response.status}`);
      }
      const body: unknown = response.ok ? await response.json() : undefined;
      const token = typeof body === 'object' && body !== null && 'id_token' in body ? body.id_token : undefined;
      return typeof token === 'string' ? token : undefined;
    },

    signOutUrl: () => address('/logout', { client_id: clientId, logout_uri: `${publicUrl}${routes.signIn.path}` }),
  };
}
