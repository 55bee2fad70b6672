import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { metrics } from '../../contracts/metrics.ts';
import { surveyRoutes } from '../../contracts/routes.ts';
import type { SurveyPages } from '../../domain/survey/survey-pages.ts';
import { surveyMessagePage } from '../../pages/survey-message-page.ts';
import { surveyAccessibilityPage, surveyNoticePage } from '../../pages/survey-notice-pages.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { errorFields, log } from '../middleware/log.ts';
import { deadLinkPage, surveyPage } from './survey-answer.ts';
import type { SurveyParts } from './survey-parts.ts';
import { show, take } from './survey-steps.ts';
import { type SurveyVisit, visitOf } from './survey-visit.ts';
import { call, stop } from './survey-wishes.ts';
import { TokenPace } from './token-pace.ts';

type Answer = APIGatewayProxyStructuredResultV2;

/** A form of these pages has some hundred characters. */
const longestBody = 4_000;

/** The public routes of contracts/routes.ts: a questionnaire answered by personal link (ARS-03, ARS-52, COMMON-59). */
export function surveyHandler(parts: () => Promise<SurveyParts>): FunctionHandler<APIGatewayProxyEventV2, Answer> {
  const pace = new TokenPace();
  return functionHandler('survey', async (event, { awsRequestId }) => {
    const ready = await parts();
    const at = ready.now();
    try {
      return await answer(event, at, awsRequestId, ready, pace);
    } catch (error) {
      log('error', 'survey failed', { requestId: awsRequestId, ...errorFields(error) });
      const title = 'Un problème est survenu';
      const paragraphs = ['Vos réponses déjà données sont gardées. Ouvrez de nouveau le lien dans quelques minutes.'];
      return surveyPage(500, surveyMessagePage({ pages: firstPages(ready), title, paragraphs }));
    }
  });
}

async function answer(
  event: APIGatewayProxyEventV2,
  at: string,
  requestId: string,
  parts: SurveyParts,
  pace: TokenPace,
): Promise<Answer> {
  const pages = firstPages(parts);
  const refuse = (status: number, title: string, paragraphs: readonly string[]) =>
    surveyPage(status, surveyMessagePage({ pages, title, paragraphs }));
  if (event.rawPath === surveyRoutes.surveyNotice.path) {
    return surveyPage(200, surveyNoticePage(await livePages(at, parts)));
  }
  if (event.rawPath === surveyRoutes.surveyAccessibility.path) {
    return surveyPage(200, surveyAccessibilityPage(await livePages(at, parts)));
  }
  if ((event.body?.length ?? 0) > longestBody) {
    return refuse(413, 'Envoi trop gros', ['Cette page n’attend qu’une réponse courte. Rien n’a été enregistré.']);
  }
  const token = event.pathParameters?.['token'] ?? '';
  if (pace.isTooFast(token, Date.parse(at))) {
    return refuse(429, 'Trop de demandes', ['Attendez une minute, puis ouvrez de nouveau le lien.']);
  }
  const visit = await visitOf(event, at, parts);
  if (visit === undefined) {
    parts.count(metrics.deadLinks, 1, firstProgramme(parts));
    return surveyPage(404, deadLinkPage(pages));
  }
  return await serve(event, visit, requestId, parts);
}

async function serve(event: APIGatewayProxyEventV2, visit: SurveyVisit, requestId: string, parts: SurveyParts) {
  const isPosted = event.requestContext.http.method === 'POST';
  if (event.rawPath === `${visit.path}/stop` || visit.link.purpose === 'stop') {
    return await stop(visit, isPosted, parts);
  }
  if (event.rawPath === `${visit.path}/rappel`) {
    return await call(visit, isPosted, parts);
  }
  return isPosted
    ? await take(visit, fieldsOf(event), requestId, parts)
    : await show(visit, event.queryStringParameters?.['question'], parts);
}

function fieldsOf({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): Readonly<Record<string, string>> {
  const form = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  return Object.fromEntries(new URLSearchParams(form));
}

function firstProgramme({ programmes }: SurveyParts): string {
  const found = Object.values(programmes).find(({ survey }) => survey !== undefined);
  if (found === undefined) {
    throw new Error('No programme here has a survey; accepted: a deployment with one');
  }
  return found.name;
}

/** For who comes by no link that opens something, and where live content cannot be read. */
function firstPages(parts: SurveyParts): SurveyPages {
  const pages = parts.programmes[firstProgramme(parts)]?.survey?.surveyPages;
  if (pages === undefined) {
    throw new Error('No programme here has a survey; accepted: a deployment with one');
  }
  return pages;
}

async function livePages(at: string, parts: SurveyParts): Promise<SurveyPages> {
  return await parts.ports.content.inForce(firstProgramme(parts), 'surveyPages', at);
}
