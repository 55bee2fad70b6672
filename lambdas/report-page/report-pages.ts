import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { routes } from '../../contracts/routes.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import {
  attachmentKey,
  type PublishedReports,
  type ReportIssue,
  type ReportLinks,
} from '../../domain/report/report-catalogue.ts';
import { issueFileName } from '../../domain/report/report-issue.ts';
import { reportListPage } from '../../pages/report-list-page.ts';
import { type ApiUser, HttpError } from '../middleware/http.ts';
import { pageAnswer, redirect } from '../middleware/page-answer.ts';
import { downloadPath, parseAttachment, parseDownload } from './download-path.ts';

export interface ReportPageParts {
  readonly reports: PublishedReports;
  readonly links: ReportLinks;
  readonly programmes: Readonly<Record<string, Programme>>;
}

/** About four months of days, their re-issues included: what is asked for is nearly always on top. */
const listed = 200;

/** What one may open. */
export async function list(
  user: ApiUser,
  { reports, programmes }: ReportPageParts,
): Promise<APIGatewayProxyStructuredResultV2> {
  const own = Object.values(programmes).filter(({ name }) => maySee(user, name));
  const sections = await Promise.all(
    own.map(async ({ name, title, outbound, followUp, calendar: { timeZone } }) => {
      const [daily, weekly, cycles, dashboards, packs] = await Promise.all([
        reports.latest(name, 'daily', listed),
        reports.latest(name, 'weekly', listed),
        // Of a follow-up, dashboards tell of the calls.
        outbound === undefined || followUp !== undefined ? undefined : reports.latest(name, 'cycle', listed),
        followUp === undefined ? undefined : reports.latest(name, 'dashboard', listed),
        followUp === undefined ? undefined : reports.latest(name, 'pack', listed),
      ]);
      return {
        ...{ title, timeZone, daily, weekly },
        ...(cycles === undefined ? {} : { cycles }),
        ...(dashboards === undefined || packs === undefined ? {} : { dashboards, packs }),
      };
    }),
  );
  const { displayName: userName } = user;
  const signOutPath = routes.signOut.path;
  return pageAnswer(200, reportListPage({ programmes: sections, userName, signOutPath, hrefOf: downloadPath }));
}

/** Signs a link of 60 s to one file, or to one written beside it, and sends the browser there. */
export async function download(
  path: Readonly<Record<string, string | undefined>>,
  query: Readonly<Record<string, string | undefined>>,
  user: ApiUser,
  { reports, links, programmes }: ReportPageParts,
): Promise<APIGatewayProxyStructuredResultV2> {
  const asked = parseDownload(path);
  let issue: ReportIssue | undefined;
  // A programme of others is unknown here, as one that does not exist.
  if (asked !== undefined && programmes[asked.programme] !== undefined && maySee(user, asked.programme)) {
    issue = await reports.find(asked.programme, asked.kind, asked.period, asked.number);
  }
  if (issue?.published === undefined) {
    throw new HttpError(404, 'Ce rapport n’existe pas, ou votre compte n’y donne pas accès.');
  }
  const name = issueFileName(issue.programme, issue.kind, issue.period, issue);
  const attachment = parseAttachment(query);
  if (attachment !== undefined && issue.published.attachments?.includes(attachment) !== true) {
    throw new HttpError(404, 'Ce rapport n’est accompagné d’aucun fichier de ce nom.');
  }
  return redirect(
    attachment === undefined
      ? await links.link(issue.key, name)
      : await links.link(attachmentKey(issue.key, attachment), attachmentKey(name, attachment)),
  );
}

function maySee({ groups }: ApiUser, programme: string): boolean {
  return ['administrator', `${programme}:client`, `${programme}:supervisor`].some((group) => groups.includes(group));
}
