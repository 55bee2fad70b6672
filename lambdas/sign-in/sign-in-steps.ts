import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { routes, sessionCookie } from '../../contracts/routes.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { signInPage } from '../../pages/sign-in-page.ts';
import { cookieOf, setCookie } from '../middleware/cookies.ts';
import { formBody, HttpError } from '../middleware/http.ts';
import type { Session } from '../middleware/id-token.ts';
import { log } from '../middleware/log.ts';
import { pageAnswer, redirect } from '../middleware/page-answer.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { challengeOf, ownPath, readSignInRequest, writeSignInRequest } from './sign-in-request.ts';

export interface SignInParts {
  readonly programmes: Readonly<Record<string, Pick<Programme, 'name' | 'signInCountries'>>>;
  readonly provider: IdentityProvider;
  readonly sessionOf: (token: string) => Promise<Session | undefined>;
  /** Unguessable text of 22 characters or more, of letters, digits, `-` and `_`. */
  readonly randomText: () => string;
  /** The site is served over TLS. */
  readonly secure: boolean;
}

const requestCookie = 'permanence_connexion';
/** Where to go after signing in again: the provider does not bring an address back from signing out. */
const returnCookie = 'permanence_retour';
/** Time to sign in, second factor included. */
const requestSeconds = 15 * 60;
/** COMMON-20: no session longer than this, whatever the issuer says. */
const longestSession = 12 * 3600;

/** Out of this site's session and of the provider's; whoever locked a page says with `retour` where to go once signed in again. */
export function leave(
  event: APIGatewayProxyEventV2,
  { provider, secure }: SignInParts,
): APIGatewayProxyStructuredResultV2 {
  const next = formBody(event).get('retour');
  const cookies = [setCookie(sessionCookie, '', { path: '/', maxAge: 0, secure })];
  if (next !== null) {
    const value = Buffer.from(ownPath(next)).toString('base64url');
    cookies.push(setCookie(returnCookie, value, { path: routes.signIn.path, maxAge: requestSeconds, secure }));
  }
  return redirect(provider.signOutUrl(), cookies, 303);
}

function decoded(value: string | undefined): string | undefined {
  return value === undefined ? undefined : Buffer.from(value, 'base64url').toString('utf8');
}

/** The page that leads to the provider, and the cookie that will know its answer. */
export function ask(
  event: APIGatewayProxyEventV2,
  { provider, randomText, secure }: SignInParts,
): APIGatewayProxyStructuredResultV2 {
  const request = {
    state: randomText(),
    verifier: randomText() + randomText(),
    next: ownPath(event.queryStringParameters?.['retour'] ?? decoded(cookieOf(event, returnCookie))),
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
  { provider, sessionOf, programmes, secure }: SignInParts,
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
  refuseFromElsewhere(event, session, programmes);
  const maxAge = Math.min(session.seconds, longestSession);
  return redirect(request.next, [
    setCookie(sessionCookie, token, { path: '/', maxAge, secure }),
    setCookie(requestCookie, '', { path: routes.signIn.path, maxAge: 0, secure }),
    setCookie(returnCookie, '', { path: routes.signIn.path, maxAge: 0, secure }),
  ]);
}

/** Teams of some programmes are in some countries (ARS-43). The country is what CloudFront says of the address; without it nobody of such a programme signs in. */
function refuseFromElsewhere(
  { headers, requestContext }: APIGatewayProxyEventV2,
  { groups }: Session,
  programmes: SignInParts['programmes'],
): void {
  const country = headers['cloudfront-viewer-country'];
  const closed = Object.values(programmes).find(
    ({ name, signInCountries }) =>
      signInCountries !== undefined &&
      groups.some((group) => group.startsWith(`${name}:`)) &&
      (country === undefined || !signInCountries.includes(country)),
  );
  if (closed !== undefined) {
    const { requestId } = requestContext;
    log('warn', 'sign-in refused: country', { requestId, programme: closed.name, country: country ?? 'unknown' });
    throw new HttpError(
      403,
      'La connexion à ce programme n’est pas ouverte depuis le pays où vous êtes. Si c’est une erreur, prévenez votre responsable.',
    );
  }
}
