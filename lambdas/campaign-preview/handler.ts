import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { VoiceReach } from '../../domain/callback/voice-reach.ts';
import { parseAttemptId } from '../../domain/campaign/attempt-id.ts';
import type { DialPorts } from '../../domain/campaign/dial-recipient.ts';
import type { DispatchPorts } from '../../domain/campaign/dispatch-run.ts';
import { callPreviewed, nextPreviewed, type PreviewRun, skipPreviewed } from '../../domain/campaign/preview.ts';
import { type PreviewViewPorts, previewView } from '../../domain/campaign/preview-view.ts';
import { isSkipMotive, skipMotives } from '../../domain/campaign/skip-motives.ts';
import type { AgentIds } from '../../domain/presence/agent-ids.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { membersOf } from '../../domain/question/question-form.ts';
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

export interface CampaignPreviewParts {
  readonly ports: DialPorts & Pick<DispatchPorts, 'presence'>;
  readonly view: PreviewViewPorts;
  readonly agentIds: Pick<AgentIds, 'idOf'>;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly voiceReach: VoiceReach;
  readonly concurrentCalls: number;
  readonly now: () => string;
}

/**
 * Routes of campaigns in which agents read before they call (design decision 8): `previewNext` (POST) answers `{ result: 'person' }` with a `PreviewView`,
 * or `{ result: 'nobody' }`; `previewAction` (POST) with action `call`, or `skip` and `{ motive }`, answers `{ result }`. What is not possible: 409.
 */
export function campaignPreviewHandler(
  parts: () => Promise<CampaignPreviewParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('campaign-preview', (event, { awsRequestId }) =>
    jsonAnswer('campaign-preview', awsRequestId, async () => {
      const ready = await parts();
      const run = await runOf(event, ready);
      if (event.pathParameters?.['action'] === undefined) {
        const previewed = await nextPreviewed(run, ready.ports);
        return previewed === undefined
          ? { result: 'nobody' }
          : { result: 'person', ...(await previewView(previewed, run, ready.view)) };
      }
      return await act(event, run, ready);
    }),
  );
}

async function act(
  event: ApiEvent,
  run: PreviewRun,
  { ports }: CampaignPreviewParts,
): Promise<{ readonly result: string }> {
  const id = pathParameter(event, 'attemptId');
  const attempt = parseAttemptId(id);
  if (attempt === undefined) {
    throw new HttpError(404, `La tentative « ${id} » est inconnue ; valeur acceptée : celle de la personne montrée.`);
  }
  const action = pathParameter(event, 'action');
  const answer =
    action === 'call'
      ? await callPreviewed(run, attempt, ports)
      : action === 'skip'
        ? await skipPreviewed(run, attempt, motiveOf(event), ports)
        : undefined;
  if (answer === undefined) {
    throw new HttpError(404, `L’action « ${action} » est inconnue ; valeurs acceptées : call, skip.`);
  }
  if (answer.type === 'refused') {
    throw new HttpError(409, answer.fault);
  }
  log('info', 'campaign-preview: done', { programme: run.programme, action, attemptId: id });
  return { result: answer.type };
}

function motiveOf(event: ApiEvent) {
  const { motive } = membersOf(jsonBody(event));
  if (isSkipMotive(motive)) {
    return motive;
  }
  const accepted = Object.entries(skipMotives).map(([code, label]) => `${code} (${label})`);
  throw new HttpError(
    400,
    `Le champ « motive » vaut ${JSON.stringify(motive) ?? '« absent »'} ; valeurs acceptées : ${accepted.join(', ')}.`,
  );
}

async function runOf(
  event: ApiEvent,
  { agentIds, programmes, voiceReach, concurrentCalls, now }: CampaignPreviewParts,
): Promise<PreviewRun> {
  const programme = pathParameter(event, 'programme');
  const { userName: agent, ...user } = userOf(event);
  requireRole({ ...user, userName: agent }, programme, ['agent']);
  if (programmes[programme]?.outbound === undefined) {
    throw new HttpError(404, `Le programme « ${programme} » n’a pas de campagnes ici.`);
  }
  const agentId = await agentIds.idOf(programme, agent);
  if (agentId === undefined) {
    throw new HttpError(409, 'Votre téléphone n’est pas connu ici : connectez-vous au téléphone, puis recommencez.');
  }
  return { programme, at: now(), kind: 'wake', voiceReach, concurrentCalls, agent, agentId };
}
