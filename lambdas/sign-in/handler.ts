import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { routes } from '../../contracts/routes.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { HttpError } from '../middleware/http.ts';
import { guardPage } from '../middleware/page-answer.ts';
import { ask, leave, type SignInParts, welcome } from './sign-in-steps.ts';

/** `GET /connexion`, `GET /connexion/retour`, `POST /deconnexion`: OIDC authorization code with PKCE; the ID token becomes the session cookie. */
export function signInHandler(
  parts: () => Promise<SignInParts>,
): FunctionHandler<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  return functionHandler('sign-in', (event, { awsRequestId }) =>
    guardPage('sign-in', awsRequestId, async () => {
      const ready = await parts();
      const path = event.rawPath;
      if (path === routes.signIn.path) {
        return ask(event, ready);
      }
      if (path === routes.signInReturn.path) {
        return await welcome(event, ready);
      }
      if (path === routes.signOut.path && event.requestContext.http.method === routes.signOut.method) {
        return leave(event, ready);
      }
      throw new HttpError(404, 'Cette page n’existe pas.');
    }),
  );
}
