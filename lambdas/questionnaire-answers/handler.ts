import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Programme } from '../../domain/programme/programme.ts';
import { parseAnswersForm } from '../../domain/questionnaire/answers-form.ts';
import { type DeskView, deskView } from '../../domain/questionnaire/desk-view.ts';
import type { QuestionnairePorts } from '../../domain/questionnaire/questionnaire-ports.ts';
import { recordKeyOf } from '../../domain/questionnaire/questionnaire-record.ts';
import { saveAnswers } from '../../domain/questionnaire/save-answers.ts';
import { standingOf } from '../../domain/questionnaire/standing.ts';
import { findUsefulContacts } from '../../domain/survey/useful-contact.ts';
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
import { errorFields, log } from '../middleware/log.ts';

export interface QuestionnaireAnswersParts {
  readonly ports: QuestionnairePorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/**
 * Routes `questionnaire` (GET, with `?contact=` that of the conversation, and `?question=` one already answered to be shown again) and
 * `questionnaireAnswers` (POST, body of `AnswersForm`) of contracts/routes.ts. Both answer a `DeskView`; POST adds `referrals`: `[{ cell, level }]`. A form
 * written over an older revision: 409. Route `usefulContacts` answers `{ contacts }`.
 */
export function questionnaireAnswersHandler(
  parts: () => Promise<QuestionnaireAnswersParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('questionnaire-answers', (event, { awsRequestId }) =>
    jsonAnswer('questionnaire-answers', awsRequestId, async () => {
      const { ports, programmes, now } = await parts();
      const programme = pathParameter(event, 'programme');
      if (event.rawPath.endsWith('/contacts-utiles')) {
        requireRole(userOf(event), programme, ['agent', 'supervisor']);
        return await usefulContacts(event, programmes[programme], now(), ports);
      }
      const attemptId = pathParameter(event, 'attemptId');
      requireRole(userOf(event), programme, ['agent', 'supervisor']);
      if ((programmes[programme]?.outbound?.questionnaires ?? []).length === 0) {
        throw new HttpError(404, `Le programme « ${programme} » n’a pas de questionnaire ici.`);
      }
      const scope = { programme, attemptId, channel: 'agent', at: now() } as const;
      return event.requestContext.http.method === 'GET'
        ? await shown(event.queryStringParameters, scope, ports)
        : await saved(jsonBody(event), scope, awsRequestId, ports);
    }),
  );
}

/** `departement` and `mots` of the address narrow the list down (ARS-46). */
async function usefulContacts(
  { queryStringParameters = {} }: ApiEvent,
  programme: Programme | undefined,
  at: string,
  { content }: Pick<QuestionnairePorts, 'content'>,
) {
  if (programme?.survey === undefined) {
    throw new HttpError(404, 'Ce programme n’a pas de contacts utiles ici.');
  }
  const { departement, mots: words = '' } = queryStringParameters;
  const all = await content.inForce(programme.name, 'usefulContacts', at);
  return { contacts: findUsefulContacts(all, { ...(departement && { departement }), words }) };
}

type Scope = Parameters<typeof saveAnswers>[1];

async function shown(
  { question: back, contact }: NonNullable<ApiEvent['queryStringParameters']> = {},
  scope: Scope,
  ports: QuestionnairePorts,
): Promise<DeskView> {
  const standing = await standingOf({ ...scope, contactId: contact }, ports);
  if (standing === undefined) {
    throw unknownAttempt(scope);
  }
  return deskView(standing, back, await saidOf(scope, ports));
}

async function saved(body: unknown, scope: Scope, requestId: string, ports: QuestionnairePorts) {
  const form = parseAnswersForm(body);
  if ('fault' in form) {
    throw new HttpError(400, form.fault);
  }
  const answer = await saveAnswers(form, scope, ports);
  switch (answer.type) {
    case 'refused':
      throw new HttpError(400, answer.fault);
    case 'unknown-attempt':
      throw unknownAttempt(scope);
    case 'outrun':
      throw new HttpError(
        409,
        `Ces réponses ont changé entre-temps (révision ${answer.standing.record?.revision ?? 0}) ; rechargez le questionnaire.`,
      );
    case 'saved': {
      for (const { referralId, delayedBy } of answer.created) {
        // Kept all the same: the clock of referrals tells within about a minute.
        if (delayedBy !== undefined) {
          log('warn', 'notice of a referral delayed', { requestId, referralId, ...errorFields(delayedBy) });
        }
      }
      const referrals = answer.created.map(({ cell, level }) => ({ cell, level }));
      return { ...deskView(answer.standing, undefined, await saidOf(scope, ports)), referrals };
    }
  }
}

/** The comment that was kept of the person, of whatever attempt of the cycle. */
async function saidOf({ programme, attemptId }: Scope, { comments }: QuestionnairePorts): Promise<string | undefined> {
  const key = recordKeyOf(attemptId);
  return key === undefined ? undefined : await comments?.of(programme, key);
}

function unknownAttempt({ attemptId }: Scope): HttpError {
  return new HttpError(
    404,
    `L’appel « ${attemptId} » est inconnu ; valeur acceptée : un appel d’une campagne en cours.`,
  );
}
