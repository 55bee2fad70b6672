import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { DraftReview, QuestionnairesAnswer } from '../../contracts/questionnaire-drafts.ts';
import { localDay } from '../../domain/calendar/local-time.ts';
import { reviewCampaignType } from '../../domain/campaign/review-campaign-type.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { membersOf } from '../../domain/question/question-form.ts';
import { parseDraftForm } from '../../domain/questionnaire/draft-form.ts';
import { type DraftPorts, reviewDraft } from '../../domain/questionnaire/review-draft.ts';
import { reviewReferralRules } from '../../domain/referral/review-referral-rules.ts';
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
import { guardPage } from '../middleware/page-answer.ts';
import { toSignIn, visitor } from '../middleware/visitor.ts';
import { preview } from './preview.ts';

export interface QuestionnaireDraftsParts {
  readonly ports: DraftPorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/**
 * Routes `questionnairesInForce` (GET, answers a `QuestionnairesAnswer`), `questionnaireDraft` (POST, body of `DraftForm`, answers a `Review`), `referralRulesDraft` (POST, `{ rules, validFrom?, publish? }`, answers a
 * `RulesReview`), `campaignTypeDraft` (POST, `{ campaignType, validFrom?, publish? }`, answers a `CampaignTypeReview`) and `questionnairePreview` (GET, the questionnaire in force as a page,
 * whose answers are in its address and kept nowhere) of contracts/routes.ts (REFLEX-15).
 */
export function questionnaireDraftsHandler(
  parts: () => Promise<QuestionnaireDraftsParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('questionnaire-drafts', (event, { awsRequestId }) =>
    event.requestContext.http.method === 'GET' && !event.rawPath.startsWith('/api/')
      ? guardPage('questionnaire-drafts', awsRequestId, async () => {
          if (visitor(event) === undefined) {
            return toSignIn(event);
          }
          const { ports, programmes, now } = await parts();
          const programme = programmeOf(event, programmes, ['agent', 'supervisor', 'client']);
          return await preview(event, programme, now(), ports);
        })
      : jsonAnswer('questionnaire-drafts', awsRequestId, async () => {
          const { ports, programmes, now } = await parts();
          const programme = programmeOf(event, programmes, ['supervisor', 'client']);
          if (event.requestContext.http.method === 'GET') {
            return await inForce(programme, now(), ports);
          }
          if (event.rawPath.endsWith('/regles-signalements')) {
            const { rules, ...rest } = membersOf(jsonBody(event));
            return await reviewReferralRules(rules, datedScope(rest, programme, now()), ports);
          }
          if (event.rawPath.endsWith('/types-campagne')) {
            const { campaignType, ...rest } = membersOf(jsonBody(event));
            return await reviewCampaignType(campaignType, datedScope(rest, programme, now()), ports);
          }
          const form = parseDraftForm(jsonBody(event));
          if ('fault' in form) {
            throw new HttpError(400, form.fault);
          }
          const { questionnaire, ...asked } = form;
          const review: DraftReview = await reviewDraft(questionnaire, { programme, at: now(), ...asked }, ports);
          return review;
        }),
  );
}

async function inForce(programme: string, at: string, { content, hash }: DraftPorts): Promise<QuestionnairesAnswer> {
  const [questionnaires, { timeZone }] = await Promise.all([
    content.inForce(programme, 'questionnaires', at),
    content.inForce(programme, 'calendar', at),
  ]);
  return {
    questionnaires: questionnaires.map((definition) => ({ version: hash(definition), definition })),
    today: localDay(timeZone, at),
  };
}

/** `{ validFrom?, publish? }`: when what is checked would be in force, and whether to put it there. */
function datedScope(body: Readonly<Record<string, unknown>>, programme: string, at: string) {
  const { validFrom = at, publish = false } = body;
  const from = typeof validFrom === 'string' && /Z$/.test(validFrom) ? Date.parse(validFrom) : Number.NaN;
  if (typeof publish !== 'boolean' || Number.isNaN(from)) {
    const given = JSON.stringify({ validFrom, publish });
    throw new HttpError(
      400,
      `Les champs valent ${given} ; valeurs acceptées : « validFrom », un instant tel que 2026-07-06T07:00:00Z, et « publish », true ou false.`,
    );
  }
  return { programme, at, validFrom: new Date(from).toISOString(), publish };
}

function programmeOf(
  event: ApiEvent,
  programmes: QuestionnaireDraftsParts['programmes'],
  roles: readonly string[],
): string {
  const programme = pathParameter(event, 'programme');
  requireRole(userOf(event), programme, roles);
  if (programmes[programme]?.outbound === undefined) {
    throw new HttpError(404, `Le programme « ${programme} » n’a pas de questionnaire ici.`);
  }
  return programme;
}
