import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { linkPath, surveyCookie } from '../../contracts/routes.ts';
import { isoInstant, localDay } from '../../domain/calendar/local-time.ts';
import { isOpen, type Link } from '../../domain/link/link.ts';
import { isSession } from '../../domain/link/link-session.ts';
import type { LinkKey } from '../../domain/link/links.ts';
import type { SurveyPages } from '../../domain/survey/survey-pages.ts';
import { cookieOf } from '../middleware/cookies.ts';
import type { SurveyParts } from './survey-parts.ts';

/** A request for a link that opens something. */
export interface SurveyVisit {
  readonly link: Link;
  readonly key: LinkKey;
  readonly token: string;
  readonly path: string;
  readonly pages: SurveyPages;
  /** Last local day on which the link opens. */
  readonly lastDay: string;
  /** ISO instant of the request. */
  readonly at: string;
  /** Whoever asks has shown who they are. */
  readonly isKnown: boolean;
}

/** Undefined when the token opens nothing: whatever the reason, as much was read. */
export async function visitOf(
  event: APIGatewayProxyEventV2,
  at: string,
  { ports, programmes }: SurveyParts,
): Promise<SurveyVisit | undefined> {
  const token = event.pathParameters?.['token'] ?? '';
  const { tokens, links, content } = ports;
  const key = tokens.keyOf(token);
  const names = Object.values(programmes).flatMap(({ name, survey }) => (survey === undefined ? [] : [name]));
  const cookie = cookieOf(event, surveyCookie);
  const [link, isKnown] = await Promise.all([
    links.find(names, key),
    cookie !== undefined && isSession(cookie, { token, at }, tokens),
  ]);
  if (link === undefined || !isOpen(link, at)) {
    return undefined;
  }
  const { programme, expiresAt } = link;
  const [pages, { timeZone }] = await Promise.all([
    content.inForce(programme, 'surveyPages', at),
    content.inForce(programme, 'calendar', at),
  ]);
  const lastDay = localDay(timeZone, isoInstant(Date.parse(expiresAt) - 1));
  return { link, key: { programme, key }, token, path: linkPath(token), pages, lastDay, at, isKnown };
}
