import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { surveyCookie } from '../../contracts/routes.ts';
import { newSession, sessionSeconds } from '../../domain/link/link-session.ts';
import type { SurveyPages } from '../../domain/survey/survey-pages.ts';
import { surveyMessagePage } from '../../pages/survey-message-page.ts';
import { setCookie } from '../middleware/cookies.ts';
import { pageAnswer } from '../middleware/page-answer.ts';
import type { SurveyParts } from './survey-parts.ts';

/** A public page: beside what every page has, its forms come back here only, and it is never asked for in the clear. */
export function surveyPage(
  statusCode: number,
  body: string,
  cookies: readonly string[] = [],
): APIGatewayProxyStructuredResultV2 {
  const { headers, ...answer } = pageAnswer(statusCode, body, cookies);
  return {
    ...answer,
    headers: {
      ...headers,
      'content-security-policy': `${headers?.['content-security-policy']}; form-action 'self'`,
      'strict-transport-security': 'max-age=31536000',
    },
  };
}

/** One page for links that never were, that are over and that were guessed: it says nothing of which (COMMON-59). */
export function deadLinkPage(pages: SurveyPages): string {
  return surveyMessagePage({
    pages,
    title: 'Ce lien ne mène plus à rien',
    paragraphs: [
      'Le lien est incomplet, ou sa date de fin est passée.',
      'Ouvrez de nouveau le dernier SMS reçu. Si cela ne suffit pas, appelez-nous : nous ferons le point avec vous.',
    ],
  });
}

/** The cookie of whoever has shown who they are, for the pages of this link only. */
export async function sessionCookieOf(
  { token, path, at }: { readonly token: string; readonly path: string; readonly at: string },
  { ports, secure }: SurveyParts,
): Promise<string> {
  return setCookie(surveyCookie, await newSession(token, at, ports.tokens), { path, maxAge: sessionSeconds, secure });
}
