import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { routes, sessionCookie } from '../../contracts/routes.ts';
import { signInPage } from '../../pages/sign-in-page.ts';
import { cookieOf, setCookie } from '../middleware/cookies.ts';
import { HttpError } from '../middleware/http.ts';
import type { Session } from '../middleware/id-token.ts';
import { pageAnswer, redirect } from '../middleware/page-answer.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { challengeOf, ownPath, readSignInRequest, writeSignInRequest } from './sign-in-request.ts';

export interface SignInParts {
  readonly provider: IdentityProvider;
  readonly sessionOf: (token: string) => Promise<Session | undefined>;
  /** Unguessable text of 22 characters or more, of letters, digits, `-` and `_`. */
  readonly randomText: () => string;
  /** The site is served over TLS. */
  readonly secure: boolean;
}

const requestCookie = 'permanence_connexion';
/** Time to sign in, second factor included. */
const requestSeconds = 15 * 60;
/** COMMON-20: no session longer than this, whatever the issuer says. */
const longestSession = 12 * 3600;

/** The page that leads to the provider, and the cookie that will know its answer. */
export function ask(
  event: APIGatewayProxyEventV2,
  { provider, randomText, secure }: SignInParts,
): APIGatewayProxyStructuredResultV2 {
  const request = {
    state: randomText(),
    verifier: randomText() + randomText(),
    next: ownPath(event.queryStringParameters?.['retour']),
  };
  const cookie = setCookie(requestCookie, writeSignInRequest(request), {
    path: routes.signIn.path,
    maxAge: requestSeconds,
    secure,
  });
  const authorizeUrl = provider.authorizeUrl(request.state, challengeOf(request.verifier));
  return pageAnswer(200, signInPage(authorizeUrl), [cookie]);
}

/** Back from the provider: the code becomes a token, the token a session. */
export async function welcome(
  event: APIGatewayProxyEventV2,
  { provider, sessionOf, secure }: SignInParts,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { code, state, error } = event.queryStringParameters ?? {};
  const request = readSignInRequest(cookieOf(event, requestCookie));
  if (error !== undefined || code === undefined || request === undefined || request.state !== state) {
    throw new HttpError(
      400,
      'La connexion n’a pas abouti : elle a été interrompue ou a pris trop de temps. Recommencez.',
    );
  }
  const token = await provider.exchange(code, request.verifier);
  const session = token === undefined ? undefined : await sessionOf(token);
  if (token === undefined || session === undefined) {
    throw new HttpError(
      400,
      'La connexion a été refusée. Recommencez ; si le refus persiste, prévenez votre responsable.',
    );
  }
  const maxAge = Math.min(session.seconds, longestSession);
  return redirect(request.next, [
    setCookie(sessionCookie, token, { path: '/', maxAge, secure }),
    setCookie(requestCookie, '', { path: routes.signIn.path, maxAge: 0, secure }),
  ]);
}
