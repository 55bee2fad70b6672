import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertRoot, alertRoutes } from '../../contracts/alert-routes.ts';
import type { Notice } from '../../domain/programme/notice.ts';
import { alertHomePage } from '../../pages/alertes/home-page.ts';
import { mentionsPage } from '../../pages/alertes/mentions-page.ts';
import { noticePage } from '../../pages/alertes/notice-page.ts';
import { noticeOf } from '../../pages/alertes/notices.ts';
import { alertAnswer, alertPages, unknownHere } from '../middleware/alert-page.ts';
import type { FunctionHandler } from '../middleware/function-handler.ts';
import { type ApiEvent, pathParameter } from '../middleware/http.ts';
import { redirect } from '../middleware/page-answer.ts';
import { alertProgramme, alertVisitor, anonymous } from '../middleware/structure-visitor.ts';

export interface AlertHomeParts {
  readonly notice: Notice;
  /** A picture of the notice, WebP; undefined when there is none of this name. */
  readonly picture: (name: string) => Promise<Buffer | undefined>;
}

/** The home page of structures, their notice with its pictures, and what becomes of people's data. */
export function alertHomeHandler(parts: AlertHomeParts): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return alertPages('alert-home', async (event) => {
    if (event.rawPath === alertRoot.path) {
      return redirect(alertRoutes.alertHome.path);
    }
    // Public: nobody has read the cookie.
    if (event.rawPath === alertRoutes.alertMentions.path) {
      const { title, alerts } = alertProgramme();
      return alertAnswer(200, mentionsPage(anonymous(title, alerts.funding), alerts.consentTexts[0].text));
    }
    const visitor = alertVisitor(event);
    if (event.rawPath === alertRoutes.alertHome.path) {
      const { notice } = noticeOf(event.queryStringParameters?.['fait']);
      return alertAnswer(200, alertHomePage(visitor, notice));
    }
    if (event.rawPath === alertRoutes.alertNotice.path) {
      return alertAnswer(200, noticePage(visitor, parts.notice));
    }
    return await pictureOf(pathParameter(event, 'image'), parts);
  });
}

async function pictureOf(file: string, { picture }: AlertHomeParts): Promise<APIGatewayProxyStructuredResultV2> {
  const name = /^([a-z0-9-]{1,60})\.webp$/.exec(file)?.[1];
  const bytes = name === undefined ? undefined : await picture(name);
  if (bytes === undefined) {
    throw unknownHere();
  }
  return {
    statusCode: 200,
    headers: {
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=86400',
      'x-content-type-options': 'nosniff',
    },
    isBase64Encoded: true,
    body: bytes.toString('base64'),
  };
}
