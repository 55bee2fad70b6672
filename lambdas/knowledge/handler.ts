import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { CardsAnswer, PlacesAnswer } from '../../contracts/desk-knowledge.ts';
import { localDay } from '../../domain/calendar/local-time.ts';
import type { Content } from '../../domain/content/content.ts';
import type { Journal } from '../../domain/journal/journal.ts';
import { ofKind } from '../../domain/journal/of-kind.ts';
import { deskCard, deskCards } from '../../domain/knowledge/desk-cards.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import { openCard } from '../../domain/knowledge/open-card.ts';
import { placesNear } from '../../domain/place/places-near.ts';
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

export interface KnowledgeParts {
  readonly base: Pick<KnowledgeBase, 'published'>;
  readonly content: Content;
  readonly journal: Pick<Journal, 'append' | 'read'>;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

interface Request {
  readonly event: ApiEvent;
  readonly programme: Programme;
  readonly agent: string;
  readonly at: string;
}

/** What the desk asks of cards and places: routes `cards`, `cardVersion`, `openedCard`, `openedCards` and `places` of contracts/knowledge-routes.ts. */
export function knowledgeHandler(
  parts: () => Promise<KnowledgeParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('knowledge', (event, { awsRequestId }) =>
    jsonAnswer('knowledge', awsRequestId, async () => {
      const ready = await parts();
      const name = pathParameter(event, 'programme');
      const { userName } = userOf(event);
      requireRole(userOf(event), name, ['agent', 'supervisor', 'client']);
      const programme = ready.programmes[name];
      if (programme?.knowledge === undefined) {
        throw new HttpError(404, `Le programme « ${name} » n’a pas de fiches ici.`);
      }
      const request = { event, programme, agent: userName, at: ready.now() };
      if (event.rawPath.endsWith('/lieux')) {
        return await near(request, ready);
      }
      if (event.pathParameters?.['contactId'] !== undefined) {
        return event.requestContext.http.method === 'POST'
          ? await opened(request, ready)
          : await ofContact(request, ready);
      }
      return event.pathParameters?.['card'] === undefined ? await all(request, ready) : await one(request, ready);
    }),
  );
}

async function all(
  { event, programme: { name, calendar }, at }: Request,
  { base }: KnowledgeParts,
): Promise<CardsAnswer> {
  const day = dayOf(event) ?? localDay(calendar.timeZone, at);
  const { edition, versions } = await base.published(name);
  return { edition, day, cards: deskCards(versions, day) };
}

async function one({ event, programme: { name, calendar }, at }: Request, { base }: KnowledgeParts) {
  const [card, version] = [pathParameter(event, 'card'), Number(pathParameter(event, 'version'))];
  const { versions } = await base.published(name);
  const found = versions.find(({ cardId, version: n }) => cardId === card && n === version);
  if (found === undefined) {
    throw new HttpError(404, `La fiche « ${card} » n’a pas de version ${pathParameter(event, 'version')}.`);
  }
  return deskCard(found, localDay(calendar.timeZone, at));
}

async function opened({ event, programme: { name }, agent, at }: Request, parts: KnowledgeParts) {
  const { cardId, version, secondsAgo = 0 } = membersOf(jsonBody(event));
  if (typeof cardId !== 'string' || typeof version !== 'number' || !isWithinADay(secondsAgo)) {
    const given = JSON.stringify({ cardId, version, secondsAgo });
    throw new HttpError(
      400,
      `Les champs valent ${given} ; valeurs acceptées : « cardId », une référence, « version », un entier, et « secondsAgo », les secondes depuis l’ouverture, moins d’une journée.`,
    );
  }
  const shownAt = new Date(Date.parse(at) - secondsAgo * 1000).toISOString();
  const contactId = pathParameter(event, 'contactId');
  const entry = await openCard({ programme: name, contactId, cardId, version, agent, at: shownAt }, parts);
  if (entry === undefined) {
    throw new HttpError(404, `La fiche « ${cardId} » n’a pas de version ${version}.`);
  }
  return { contactId, opened: `${cardId}@${version}` };
}

async function ofContact({ event, programme: { name, calendar }, at }: Request, { journal }: KnowledgeParts) {
  const contactId = pathParameter(event, 'contactId');
  const entries = await journal.read(name, dayOf(event) ?? localDay(calendar.timeZone, at), 'card');
  const cards = ofKind(entries, 'card').filter((entry) => entry.contactId === contactId);
  return { contactId, opened: [...new Set(cards.map(({ cardId, version }) => `${cardId}@${version}`))] };
}

async function near({ event, programme: { name }, at }: Request, { content }: KnowledgeParts): Promise<PlacesAnswer> {
  const directory = await content.inForce(name, 'places', at);
  const near = placesNear(directory, event.queryStringParameters?.['commune'] ?? '');
  if ('fault' in near) {
    throw new HttpError(400, near.fault);
  }
  return near;
}

function dayOf(event: ApiEvent): string | undefined {
  const day = event.queryStringParameters?.['jour'];
  if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    throw new HttpError(400, `Le jour vaut « ${day} » ; forme acceptée : 2025-07-04.`);
  }
  return day;
}

/** A desk sends again what the network dropped, and not what happened another day. Its clock is not asked: it may be wrong. */
function isWithinADay(seconds: unknown): seconds is number {
  return typeof seconds === 'number' && seconds >= 0 && seconds < 86_400;
}
