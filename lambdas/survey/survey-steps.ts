import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { metrics } from '../../contracts/metrics.ts';
import { askedBy, type Screen, screenOf } from '../../domain/questionnaire/screen.ts';
import type { Standing } from '../../domain/questionnaire/standing.ts';
import { answerAlone, type Fields, standingAlone } from '../../domain/survey/answer-alone.ts';
import { checkIdentity } from '../../domain/survey/check-identity.ts';
import { findUsefulContacts } from '../../domain/survey/useful-contact.ts';
import { surveyIdentityPage } from '../../pages/survey-identity-page.ts';
import { surveyQuestionPage } from '../../pages/survey-question-page.ts';
import { errorFields, log } from '../middleware/log.ts';
import { redirect } from '../middleware/page-answer.ts';
import { deadLinkPage, sessionCookieOf, surveyPage } from './survey-answer.ts';
import type { SurveyParts } from './survey-parts.ts';
import type { SurveyVisit } from './survey-visit.ts';
import { lockedPage, toBeCalledPage } from './survey-wishes.ts';

type Answer = APIGatewayProxyStructuredResultV2;

/** What the link shows now; `back`: a question already answered. */
export async function show(visit: SurveyVisit, back: string | undefined, parts: SurveyParts): Promise<Answer> {
  const { link, pages, path, lastDay, isKnown } = visit;
  if (!isKnown) {
    return link.lockedAt === undefined
      ? surveyPage(200, surveyIdentityPage({ pages, path, lastDay }))
      : surveyPage(403, lockedPage(visit));
  }
  const standing = await standingAlone(link, visit.at, parts.ports);
  return standing === undefined ? surveyPage(404, deadLinkPage(pages)) : await shown(visit, standing, parts, { back });
}

/** Takes what the form says: a birth date of whoever is not known yet, an answer of whoever is. */
export async function take(visit: SurveyVisit, fields: Fields, requestId: string, parts: SurveyParts): Promise<Answer> {
  return visit.isKnown ? await answered(visit, fields, requestId, parts) : await identified(visit, fields, parts);
}

async function identified(visit: SurveyVisit, fields: Fields, parts: SurveyParts): Promise<Answer> {
  const { pages, path, lastDay, token, at } = visit;
  const typed = fields['naissance'];
  // A form from before the session ended: the answer is asked again once we know who answers.
  const found =
    typed === undefined
      ? ({ type: 'unreadable', problem: 'Pour continuer, écrivez de nouveau la date de naissance.' } as const)
      : await checkIdentity(typed.slice(0, 40), visit, parts.ports);
  switch (found.type) {
    case 'known':
      return redirect(path, [await sessionCookieOf({ token, path, at }, parts)], 303);
    case 'unreadable':
      return surveyPage(
        422,
        surveyIdentityPage({ pages, path, lastDay, problem: found.problem, typed: (typed ?? '').slice(0, 40) }),
      );
    case 'wrong': {
      const left = found.triesLeft === 1 ? 'Il vous reste 1 essai.' : `Il vous reste ${found.triesLeft} essais.`;
      return surveyPage(
        422,
        surveyIdentityPage({ pages, path, lastDay, problem: `Cette date ne correspond pas. ${left}` }),
      );
    }
    case 'locked':
      parts.count(metrics.lockedLinks, 1, visit.link.programme);
      return surveyPage(403, lockedPage(visit));
    case 'unverifiable':
      return surveyPage(200, toBeCalledPage(visit, 'Nous ne pouvons pas vérifier cette date ici.'));
  }
}

async function answered(visit: SurveyVisit, fields: Fields, requestId: string, parts: SurveyParts): Promise<Answer> {
  const { path, token, at, link, pages } = visit;
  const answer = await answerAlone(fields, { link, at, idOf: parts.idOf }, parts.ports);
  switch (answer.type) {
    case 'no-questionnaire':
      return surveyPage(404, deadLinkPage(pages));
    case 'missing':
      return await shown(visit, answer.standing, parts, { back: fields['asked'], isMissing: true });
    case 'out-of-order':
      return await shown(visit, answer.standing, parts, {
        note: 'Cette réponse ne suivait pas la dernière enregistrée. Voici où vous en êtes : rien n’est perdu.',
        status: 409,
      });
    case 'over':
      return await shown(visit, answer.standing, parts, {
        note: 'Vos réponses étaient déjà enregistrées. Pour en changer une, demandez à être appelé.',
        status: 409,
      });
    case 'saved': {
      for (const { referralId, delayedBy } of answer.created) {
        // Kept all the same: the clock of referrals tells within about a minute.
        if (delayedBy !== undefined) {
          log('warn', 'notice of a referral delayed', { requestId, referralId, ...errorFields(delayedBy) });
        }
      }
      return redirect(path, [await sessionCookieOf({ token, path, at }, parts)], 303);
    }
  }
}

interface Shown {
  readonly back?: string | undefined;
  readonly isMissing?: boolean;
  readonly note?: string;
  readonly status?: number;
}

async function shown(
  { pages, path, link, at }: SurveyVisit,
  { questionnaire, given, record }: Standing,
  { ports }: SurveyParts,
  { back, isMissing = false, note, status }: Shown,
): Promise<Answer> {
  const { respondent, ...others } = given;
  // Who chose wrong may choose again, until it is over.
  const asked = back === 'respondent' && record?.filed !== true ? others : given;
  const screen = screenOf(
    questionnaire,
    asked,
    'self',
    isOver(screenOf(questionnaire, given, 'self')) ? undefined : back,
  );
  const field = askedBy(screen);
  // In an emergency there is one number to call.
  const contacts = screen.type === 'end' ? await ports.content.inForce(link.programme, 'usefulContacts', at) : [];
  const departement = given.answers['departement'];
  return surveyPage(
    status ?? (isMissing ? 422 : 200),
    surveyQuestionPage({
      pages,
      path,
      screen,
      revision: record?.revision ?? 0,
      ...(field !== undefined && { asked: field }),
      isMissing,
      ...(note !== undefined && { note }),
      contacts: findUsefulContacts(contacts, departement === undefined ? {} : { departement }),
    }),
  );
}

function isOver({ type }: Screen): boolean {
  return type === 'end' || type === 'emergency';
}
