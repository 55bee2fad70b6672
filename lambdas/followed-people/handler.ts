import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
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
import { calls, results } from './follow-up-lists.ts';
import { hours, priority, volume, volumes } from './follow-up-orders.ts';
import type { FollowedPeopleParts, FollowUpRequest } from './followed-people-parts.ts';
import { personView } from './person-view.ts';

/** What the API takes in one request is 6 MB, and base64 a third more than what it holds. */
const mostBytes = 4 * 1024 * 1024;

/** Routes `followUp…` of contracts/routes.ts: who is followed, whom to call, orders of the client, lists and results (ARS-04, -05, -14, -36..41). */
export function followedPeopleHandler(
  parts: () => Promise<FollowedPeopleParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('followed-people', async (event, { awsRequestId }) => {
    let file: APIGatewayProxyStructuredResultV2 | undefined;
    const answer = await jsonAnswer('followed-people', awsRequestId, async () => {
      const made = await parts();
      const request = requestOf(event, made);
      const part = event.rawPath.split('/')[4] ?? '';
      if (event.requestContext.http.method === 'GET') {
        if (part === 'resultats') {
          file = await results(request, event, made);
          return {};
        }
        return await asked(part, request, event, made);
      }
      return await ordered(part, request, event, made);
    });
    return file ?? answer;
  });
}

function requestOf(event: ApiEvent, { programmes, now }: FollowedPeopleParts): FollowUpRequest {
  const name = pathParameter(event, 'programme');
  const isRead = event.requestContext.http.method === 'GET';
  const isOfOne = event.pathParameters?.['recipientId'] !== undefined;
  requireRole(userOf(event), name, isRead && isOfOne ? ['agent', 'supervisor'] : ['supervisor', 'client']);
  const programme = programmes[name];
  if (programme?.followUp === undefined) {
    throw new HttpError(404, `Le programme « ${name} » ne suit personne ici.`);
  }
  return { programme, at: now() };
}

async function asked(
  part: string,
  request: FollowUpRequest,
  event: ApiEvent,
  parts: FollowedPeopleParts,
): Promise<unknown> {
  const { name } = request.programme;
  switch (part) {
    case 'personnes':
      return await personView(request, pathParameter(event, 'recipientId'), parts);
    case 'appels':
      return await calls(request, event, parts);
    case 'volumes':
      return await volumes(request, parts);
    case 'listes': {
      const list = pathParameter(event, 'list');
      const answer = await parts.lists.answerTo(name, list);
      return answer ?? { list, state: 'waiting' };
    }
    default:
      throw new HttpError(404, 'Cette adresse n’existe pas.');
  }
}

async function ordered(
  part: string,
  request: FollowUpRequest,
  event: ApiEvent,
  parts: FollowedPeopleParts,
): Promise<unknown> {
  switch (part) {
    case 'listes':
      return await dropped(request, event, parts);
    case 'priorites':
      return logged('priority', request, await priority(request, jsonBody(event), parts));
    case 'horaires':
      return logged('hours', request, await hours(request, jsonBody(event), parts));
    case 'volumes':
      return logged('volume', request, await volume(request, jsonBody(event), userOf(event).userName, parts));
    default:
      throw new HttpError(404, 'Cette adresse n’existe pas.');
  }
}

/** The body is the list, as it would be dropped in the bucket; its name is what it holds, unless `nom` gives one. */
async function dropped(
  { programme: { name } }: FollowUpRequest,
  event: ApiEvent,
  { lists, hash }: FollowedPeopleParts,
) {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length === 0 || bytes.length > mostBytes) {
    throw new HttpError(
      413,
      `La liste fait ${bytes.length} octets ; valeur acceptée : de 1 à ${mostBytes} octets, au-delà par dépôt de fichier.`,
    );
  }
  const list = event.queryStringParameters?.['nom'] ?? `api-${hash(bytes.toString('base64'))}`;
  if (!/^[\w.-]{1,80}$/.test(list)) {
    throw new HttpError(
      400,
      `Le nom de la liste vaut « ${list.slice(0, 100)} » ; valeur acceptée : au plus 80 lettres sans accent, chiffres, points et tirets.`,
    );
  }
  await lists.drop(name, list, bytes);
  return { list, state: 'waiting' };
}

function logged<T>(order: string, { programme: { name } }: FollowUpRequest, answer: T): T {
  log('info', 'followed-people: ordered', { programme: name, order });
  return answer;
}
