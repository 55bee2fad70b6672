import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { askForCall } from '../../domain/survey/check-identity.ts';
import { surveyMessagePage } from '../../pages/survey-message-page.ts';
import { surveyPage } from './survey-answer.ts';
import type { SurveyParts } from './survey-parts.ts';
import type { SurveyVisit } from './survey-visit.ts';

type Answer = APIGatewayProxyStructuredResultV2;

/** « Je préfère être appelé »: whoever has the link may ask, since a call says nothing by itself and asks who answers. */
export async function call(visit: SurveyVisit, isConfirmed: boolean, { ports }: SurveyParts): Promise<Answer> {
  const { pages, path } = visit;
  if (isConfirmed) {
    await askForCall(visit, ports);
    return surveyPage(200, toBeCalledPage(visit));
  }
  return surveyPage(
    200,
    surveyMessagePage({
      pages,
      path,
      title: 'Être appelé',
      paragraphs: [`Un conseiller vous appelle, ${pages.helpHours}, et pose les mêmes questions.`],
      confirm: { action: `${path}/rappel`, label: 'Je veux être appelé' },
      link: { href: path, label: 'Revenir aux questions' },
    }),
  );
}

/** Objecting to messages takes a link and a button: no sign of who one is (COMMON-12). */
export async function stop(
  { link, pages, path, at }: SurveyVisit,
  isConfirmed: boolean,
  { ports }: SurveyParts,
): Promise<Answer> {
  if (isConfirmed) {
    await ports.stopMessages(link.programme, link.subject, at);
    const paragraphs = ['C’est noté : nous ne vous enverrons plus de SMS.', 'Un conseiller peut encore vous appeler.'];
    return surveyPage(200, surveyMessagePage({ pages, title: 'Plus de SMS', paragraphs }));
  }
  return surveyPage(
    200,
    surveyMessagePage({
      pages,
      path,
      title: 'Ne plus recevoir de SMS',
      paragraphs: [
        'Vous ne recevrez plus aucun SMS de ce suivi. Un conseiller peut encore vous appeler.',
        'Pour arrêter aussi les appels : répondez « Non » à la première question, ou dites-le au conseiller.',
      ],
      confirm: { action: `${path}/stop`, label: 'Ne plus recevoir de SMS' },
      ...(link.purpose === 'survey' && { link: { href: path, label: 'Revenir aux questions' } }),
    }),
  );
}

export function toBeCalledPage({ pages, path }: SurveyVisit, why?: string): string {
  return surveyMessagePage({
    pages,
    path,
    title: 'Nous vous appellerons',
    paragraphs: [...(why === undefined ? [] : [why]), `C’est noté : un conseiller vous appellera, ${pages.helpHours}.`],
  });
}

export function lockedPage({ pages, path }: SurveyVisit): string {
  return surveyMessagePage({
    pages,
    path,
    title: 'Ce lien est bloqué',
    paragraphs: [
      'La date de naissance a été fausse 5 fois. Pour protéger vos informations, ce lien ne s’ouvre plus.',
      `Un conseiller vous appellera, ${pages.helpHours}. Vous pouvez aussi nous appeler.`,
    ],
  });
}
