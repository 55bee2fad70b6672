import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { routes } from '../../contracts/routes.ts';
import type { DeskAnswer, SessionAnswer } from '../../contracts/session.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { type ApiEvent, HttpError, jsonAnswer, userOf } from '../middleware/http.ts';
import { sessionOf } from '../middleware/session-of.ts';

export interface SessionParts {
  readonly programmes: Readonly<Record<string, Programme>>;
  /** Address of the Connect instance, without a trailing slash. */
  readonly instanceAddress: () => Promise<string>;
}

/** `GET /api/session`: who is signed in, for every page. `GET /api/poste`: the same for whoever takes calls, and where their softphone is. */
export function sessionHandler(
  parts: () => Promise<SessionParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('session', (event, { awsRequestId }) =>
    jsonAnswer('session', awsRequestId, async (): Promise<SessionAnswer | DeskAnswer> => {
      const { programmes, instanceAddress } = await parts();
      const session = sessionOf(userOf(event), programmes, signedInAt(event));
      if (event.rawPath !== routes.desk.path) {
        return session;
      }
      if (!session.programmes.some(({ roles }) => roles.includes('agent') || roles.includes('supervisor'))) {
        throw new HttpError(
          403,
          'Le poste est ouvert aux personnes qui prennent des appels ; votre compte n’en prend pas.',
        );
      }
      const previews = session.programmes.flatMap(({ name }) => (hasCrises(programmes[name]) ? [name] : []));
      return { ...session, accessUrl: await instanceAddress(), previews };
    }),
  );
}

/** Where a crisis arms campaigns, one of them may be of preview. */
function hasCrises(programme: Programme | undefined): boolean {
  return (programme?.outbound?.campaignTypes ?? []).some(({ crisis }) => crisis !== undefined);
}

/** As the authorizer read it in the token. */
function signedInAt({ requestContext }: ApiEvent): string {
  const { signedInAt: since } = requestContext.authorizer?.lambda ?? {};
  return typeof since === 'string' ? since : '';
}
