import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { routes } from '../../contracts/routes.ts';
import { type ApiEvent, type ApiUser, HttpError, userOf } from './http.ts';
import { redirect } from './page-answer.ts';

/** Who is signed in; nobody when the authorizer let the browser through without a session. */
export function visitor(event: ApiEvent): ApiUser | undefined {
  try {
    return userOf(event);
  } catch (error) {
    if (error instanceof HttpError && error.status === 401) {
      return undefined;
    }
    throw error;
  }
}

/** Sends a browser without a session to sign in, and back here. */
export function toSignIn({ rawPath, rawQueryString }: ApiEvent): APIGatewayProxyStructuredResultV2 {
  const query = rawQueryString ? `?${rawQueryString}` : '';
  return redirect(`${routes.signIn.path}?retour=${encodeURIComponent(`${rawPath}${query}`)}`);
}
