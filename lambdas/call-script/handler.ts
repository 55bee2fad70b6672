import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { parseAttemptId } from '../../domain/campaign/attempt-id.ts';
import type { CampaignRegister } from '../../domain/campaign/campaign-register.ts';
import { findCycle } from '../../domain/campaign/find-cycle.ts';
import type { Content } from '../../domain/content/content.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { membersOf } from '../../domain/question/question-form.ts';
import type { Profiles } from '../../domain/recipient/profiles.ts';
import {
  type IdentityStep,
  identityStep,
  type RenderedScript,
  renderScript,
} from '../../domain/script/render-script.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import {
  type ApiEvent,
  HttpError,
  jsonAnswer,
  jsonBody,
  pathParameter,
  requireRole,
  userOf,
} from '../middleware/http.ts';
import { log } from '../middleware/log.ts';

export interface CallScriptParts {
  readonly campaigns: Pick<CampaignRegister, 'campaigns'>;
  readonly content: Content;
  readonly profiles: Pick<Profiles, 'reveal'>;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/**
 * Routes `callScript` (GET): who is called, and what to ask them; `callScriptVerified` (POST, `{ "identityVerified": true }`): the whole script with the
 * files of the person (SAMPS-31). Nothing of a file leaves before the agent has ticked the identity (SAMPS-34); who ticked, of which call, is logged.
 */
export function callScriptHandler(
  parts: () => Promise<CallScriptParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('call-script', (event, { awsRequestId: requestId }) =>
    jsonAnswer('call-script', requestId, async () => await scriptOf(event, requestId, await parts())),
  );
}

async function scriptOf(
  event: ApiEvent,
  requestId: string,
  { campaigns, content, profiles, programmes, now }: CallScriptParts,
): Promise<IdentityStep | RenderedScript> {
  const programme = pathParameter(event, 'programme');
  const attemptId = pathParameter(event, 'attemptId');
  const user = userOf(event);
  requireRole(user, programme, ['agent', 'supervisor']);
  if (programmes[programme]?.outbound?.scripts === undefined) {
    throw new HttpError(404, `Le programme « ${programme} » n’a pas de script ici.`);
  }
  const at = now();
  const attempt = parseAttemptId(attemptId);
  const found = attempt && (await findCycle(programme, attempt, { campaigns, content }));
  const [scripts, schemes, kept] = await Promise.all([
    content.inForce(programme, 'scripts', at),
    content.inForce(programme, 'schemes', at),
    profiles.reveal(programme, attempt === undefined ? [] : [attempt.recipientId]),
  ]);
  const script = scripts.find(({ id }) => id === found?.type.script);
  const person = attempt && kept.get(attempt.recipientId)?.profile;
  if (script === undefined || person === undefined) {
    throw new HttpError(
      404,
      `L’appel « ${attemptId} » est inconnu ; valeur acceptée : un appel d’une commande en cours.`,
    );
  }
  const agent = user.displayName;
  if (event.requestContext.http.method === 'GET') {
    return identityStep(script, person, agent);
  }
  const { identityVerified } = membersOf(jsonBody(event));
  if (identityVerified !== true) {
    throw new HttpError(
      403,
      `Le champ « identityVerified » vaut ${JSON.stringify(identityVerified) ?? '« absent »'} ; valeur acceptée : true, une fois l’identité vérifiée.`,
    );
  }
  log('info', 'call-script: identity verified', { requestId, programme, attemptId, agent: user.userName });
  return renderScript(script, person, { agent, schemes });
}
