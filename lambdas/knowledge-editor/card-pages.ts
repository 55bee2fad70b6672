import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { addDays } from '../../domain/calendar/local-time.ts';
import { type CardDraft, cardIdOf } from '../../domain/knowledge/card.ts';
import { type CardForm, readCardForm } from '../../domain/knowledge/card-form.ts';
import { latestVersions } from '../../domain/knowledge/cards-in-force.ts';
import { compareCards } from '../../domain/knowledge/compare-cards.ts';
import { publishCards } from '../../domain/knowledge/publish-cards.ts';
import { firstWrongDay, toldSinceCorrected } from '../../domain/knowledge/told-since-corrected.ts';
import { shortDay } from '../../domain/report/french.ts';
import { type CardPage, cardPage } from '../../pages/card-page.ts';
import { cardToldPage } from '../../pages/card-told-page.ts';
import { formBody, HttpError } from '../middleware/http.ts';
import { pageAnswer, redirect } from '../middleware/page-answer.ts';
import { type EditorRequest, frameOf, labelOf, pathOf } from './editor-parts.ts';

/** The page of a card that is not there yet. */
const newCard = 'nouvelle';
/** Calls are looked at over so many days. */
const mostDays = 92;

export async function cardShown(
  cardId: string,
  request: EditorRequest,
  { status = 200, ...more }: Partial<Pick<CardPage, 'sent' | 'faults' | 'said'>> & { readonly status?: number } = {},
): Promise<APIGatewayProxyStructuredResultV2> {
  const { event, parts, programme, today, schemes, motives } = request;
  const { name } = programme;
  const [{ versions: all, edition }, drafts] = await Promise.all([parts.base.published(name), parts.base.drafts(name)]);
  const versions = all.filter((one) => one.cardId === cardId).toSorted((a, b) => a.version - b.version);
  const draft = drafts.find((one) => one.cardId === cardId);
  if (versions.length === 0 && draft === undefined && cardId !== newCard) {
    throw new HttpError(404, `La fiche « ${cardId} » n’existe pas.`);
  }
  const asked = event.queryStringParameters?.['version'];
  const shown = asked === undefined ? undefined : versions.find(({ version }) => version === Number(asked));
  if (asked !== undefined && shown === undefined) {
    throw new HttpError(404, `La fiche « ${cardId} » n’a pas de version ${asked}.`);
  }
  const compared = draft && compareCards([draft], latestVersions(versions));
  const change = compared && [...compared.added, ...compared.changed][0];
  return pageAnswer(
    status,
    cardPage({
      ...frameOf(request),
      ...{ today, versions, schemes, motives, edition, faults: [], ...more },
      ...(shown && { shown }),
      ...(draft && { draft }),
      ...(change && { change }),
      path: pathOf('cardEdit', name, cardId),
      toldPath: pathOf('cardTold', name, cardId),
    }),
  );
}

/** What the form's button asks: `draft`, `publish`, `discard` or `withdraw`. */
export async function cardStep(cardId: string, request: EditorRequest): Promise<APIGatewayProxyStructuredResultV2> {
  const form = formBody(request.event);
  switch (form.get('step')) {
    case 'draft':
      return await draftSaved(cardId, form, request);
    case 'publish':
      return await published(cardId, form, request);
    case 'withdraw':
      return await publishedAs(
        cardId,
        [{ cardId, corrects: form.get('corrects') === 'true' }],
        `withdraw-${cardId}-${form.get('edition')}`,
        form,
        request,
      );
    case 'discard':
      await request.parts.base.dropDraft(request.programme.name, cardId);
      return redirect(pathOf('cardList', request.programme.name), [], 303);
    default:
      throw new HttpError(400, 'Cette action n’existe pas. Rouvrez la page, puis recommencez.');
  }
}

async function draftSaved(asked: string, form: URLSearchParams, request: EditorRequest) {
  const { parts, programme, user, at, schemes, motives } = request;
  const { text, faults } = readCardForm(fieldsOf(form));
  const unknown =
    (text.scheme !== undefined && !schemes.some(({ code }) => code === text.scheme)) ||
    (text.motive !== undefined && !motives.some(({ code }) => code === text.motive));
  if (unknown) {
    throw new HttpError(400, 'L’aide ou le motif n’existe pas. Rouvrez la page, puis recommencez.');
  }
  if (faults.length > 0) {
    return await cardShown(asked, request, { sent: text, faults, status: 400 });
  }
  const cardId = asked === newCard ? cardIdOf(text.title) : asked;
  if (asked === newCard && (await isTaken(cardId, request))) {
    const fault = {
      field: 'title' as const,
      reason: 'une fiche porte déjà cette question',
      accepted: 'une autre question, ou la modification de cette fiche',
    };
    return await cardShown(asked, request, { sent: text, faults: [fault], status: 400 });
  }
  const draft: CardDraft = {
    ...{ cardId, text, changedAt: at, changedBy: user.userName },
    basedOn: Number(form.get('basedOn')),
    revision: Number(form.get('revision')) + 1,
  };
  if (!(await parts.base.saveDraft(programme.name, draft))) {
    const said =
      'Quelqu’un a modifié ce brouillon entre-temps : le vôtre n’est pas enregistré. Votre texte est dans le formulaire ci-dessous.';
    return await cardShown(asked, request, { sent: text, said, status: 409 });
  }
  return redirect(pathOf('card', programme.name, cardId), [], 303);
}

async function isTaken(cardId: string, { parts, programme }: EditorRequest): Promise<boolean> {
  const [{ versions }, drafts] = await Promise.all([
    parts.base.published(programme.name),
    parts.base.drafts(programme.name),
  ]);
  return [...versions, ...drafts].some((one) => one.cardId === cardId);
}

async function published(cardId: string, form: URLSearchParams, request: EditorRequest) {
  const { parts, programme } = request;
  const draft = (await parts.base.drafts(programme.name)).find((one) => one.cardId === cardId);
  if (draft === undefined || draft.revision !== Number(form.get('revision'))) {
    const said = 'Ce brouillon a changé entre-temps : rien n’a été publié. Vérifiez-le, puis publiez.';
    return await cardShown(cardId, request, { said, status: 409 });
  }
  const cards = [{ cardId, text: draft.text, corrects: form.get('corrects') === 'true' }];
  const answer = await publishedAs(
    cardId,
    cards,
    `draft-${cardId}-${draft.changedAt}-${draft.revision}`,
    form,
    request,
  );
  if (answer.statusCode === 303) {
    await parts.base.dropDraft(programme.name, cardId);
  }
  return answer;
}

async function publishedAs(
  cardId: string,
  cards: Parameters<typeof publishCards>[0],
  id: string,
  form: URLSearchParams,
  request: EditorRequest,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { parts, programme, user, at } = request;
  const scope = { programme: programme.name, at, by: user.userName, origin: 'edit' as const, id };
  const answer = await publishCards(cards, { ...scope, seen: Number(form.get('edition')) }, parts.base);
  if (answer.type === 'stale') {
    const said =
      'Quelqu’un a publié des fiches entre-temps : rien n’a été changé. Vérifiez la fiche, puis recommencez.';
    return await cardShown(cardId, request, { said, status: 409 });
  }
  return redirect(pathOf('card', programme.name, cardId), [], 303);
}

/** Calls during which a version was open that was corrected since (SAMPS-21). */
export async function toldShown(cardId: string, request: EditorRequest): Promise<APIGatewayProxyStructuredResultV2> {
  const { parts, programme, today } = request;
  const { name, calendar } = programme;
  const { versions } = await parts.base.published(name);
  const wrongFrom = firstWrongDay(versions, cardId, calendar.timeZone);
  const title = latestVersions(versions).get(cardId)?.text.title;
  if (wrongFrom === undefined || title === undefined) {
    throw new HttpError(404, 'Aucune version de cette fiche n’a été corrigée.');
  }
  const earliest = addDays(today, 1 - mostDays);
  const [, from = wrongFrom] = [earliest, wrongFrom].sort();
  const days: string[] = [];
  for (let day = from; day <= today; day = addDays(day, 1)) {
    days.push(day);
  }
  const entries = await Promise.all(
    days.flatMap((day) => [parts.journal.read(name, day, 'card'), parts.journal.read(name, day, 'contact')]),
  );
  return pageAnswer(
    200,
    cardToldPage({
      ...frameOf(request),
      ...{ title, labelOf: labelOf(request), period: `appels du ${shortDay(from)} au ${shortDay(today)}` },
      told: toldSinceCorrected(cardId, versions, entries.flat()),
      cardPath: pathOf('card', name, cardId),
    }),
  );
}

function fieldsOf(form: URLSearchParams): CardForm {
  const value = (name: string) => form.get(name) ?? '';
  return {
    ...{ title: value('title'), answer: value('answer'), scheme: value('scheme'), motive: value('motive') },
    ...{ keywords: value('keywords'), checklist: value('checklist'), dates: value('dates') },
    ...{ refusalCode: value('refusalCode'), validFrom: value('validFrom'), validTo: value('validTo') },
  };
}
