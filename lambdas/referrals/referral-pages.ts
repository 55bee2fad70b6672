import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import { routes } from '../../contracts/routes.ts';
import { referralOutcomes } from '../../domain/referral/answer-referral.ts';
import { referralView } from '../../domain/referral/referral-view.ts';
import { waitingReferrals } from '../../domain/referral/waiting-referrals.ts';
import { cellListPage } from '../../pages/referral-cells-page.ts';
import { referralListPage } from '../../pages/referral-list-page.ts';
import { referralPage } from '../../pages/referral-page.ts';
import { type ApiUser, HttpError } from '../middleware/http.ts';
import { pageAnswer, redirect } from '../middleware/page-answer.ts';
import { cellPath } from '../middleware/referral-ports.ts';
import { answerReferral, openReferrals, unknownReferral } from './referral-requests.ts';
import type { ReferralRequest, ReferralsParts } from './referrals-parts.ts';

/** Some screens of a telephone; who comes after is shown once these are dealt with. */
const shown = 200;

/** Cells the user is a member of; the only one is opened at once. Supervisors see what nobody has taken, cell by cell, and no referral. */
export async function cellsOf(user: ApiUser, parts: ReferralsParts): Promise<APIGatewayProxyStructuredResultV2> {
  const at = parts.now();
  const rows = [];
  for (const { name, title, outbound, calendar } of Object.values(parts.programmes)) {
    if (outbound === undefined) continue;
    const rules = await parts.ports.content.inForce(name, 'referralRules', at);
    const supervises = user.groups.includes(`${name}:supervisor`);
    for (const { code, label } of rules.cells) {
      const isMember = user.groups.includes(`${name}:cell:${code}`);
      if (!isMember && !supervises) continue;
      const { open, waiting, oldest } = waitingReferrals(await parts.ports.referrals.open(name, code), rules);
      rows.push({
        programme: title,
        timeZone: calendar.timeZone,
        cell: label,
        open,
        waiting,
        oldest,
        href: isMember ? cellPath(name, code) : undefined,
      });
    }
  }
  const [only, ...others] = rows;
  return only?.href !== undefined && others.length === 0
    ? redirect(only.href)
    : pageAnswer(200, cellListPage({ rows, userName: user.displayName, signOutPath: routes.signOut.path }));
}

export async function listOf(
  request: ReferralRequest,
  parts: ReferralsParts,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { programme, cell, user } = request;
  const views = await openReferrals(request, parts);
  return pageAnswer(
    200,
    referralListPage({
      cell: cell.label,
      timeZone: programme.calendar.timeZone,
      views: views.slice(0, shown),
      more: Math.max(0, views.length - shown),
      takePath: cellPath(programme.name, cell.code),
      userName: user.displayName,
      signOutPath: routes.signOut.path,
      hrefOf: (referralId) => referralPath(request, referralId),
    }),
  );
}

/** The form of the list: whoever searches takes charge of many people at once. Those that a colleague took first stay theirs. */
export async function takenBy(
  form: URLSearchParams,
  request: ReferralRequest,
  parts: ReferralsParts,
): Promise<APIGatewayProxyStructuredResultV2> {
  const ids = form.getAll('referral').slice(0, shown);
  if (ids.length === 0) {
    throw new HttpError(400, 'Aucun signalement n’est coché ; cochez ceux que vous prenez en charge.');
  }
  for (const referralId of ids) {
    await answerReferral(referralId, 'acknowledge', undefined, request, parts);
  }
  return redirect(cellPath(request.programme.name, request.cell.code), [], 303);
}

/** One referral with who the person is: read now, from under the person's own key. A person who was erased has no name any more. */
export async function detailOf(
  referralId: string,
  request: ReferralRequest,
  { ports, profiles }: ReferralsParts,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { programme, rules, cell, user } = request;
  const item = await ports.referrals.read(programme.name, { cell: cell.code, referralId });
  if (item === undefined) {
    throw unknownReferral(referralId);
  }
  const revealed = await profiles.reveal(programme.name, [item.subject.subject]);
  return pageAnswer(
    200,
    referralPage({
      cell: cell.label,
      timeZone: programme.calendar.timeZone,
      view: referralView(item, rules),
      profile: revealed.get(item.subject.subject)?.profile,
      outcomes: referralOutcomes,
      listPath: cellPath(programme.name, cell.code),
      answerPath: referralPath(request, referralId),
      userName: user.displayName,
      signOutPath: routes.signOut.path,
    }),
  );
}

/** A form of the page above; the browser then reads the list again. */
export async function answeredBy(
  referralId: string,
  form: URLSearchParams,
  request: ReferralRequest,
  parts: ReferralsParts,
): Promise<APIGatewayProxyStructuredResultV2> {
  const action = form.get('action') ?? '';
  await answerReferral(referralId, action, form.get('outcome'), request, parts);
  const { programme, cell } = request;
  const next = action === 'close' ? cellPath(programme.name, cell.code) : referralPath(request, referralId);
  return redirect(next, [], 303);
}

function referralPath({ programme, cell }: ReferralRequest, referralId: string): string {
  return outboundRoutes.referral.path
    .replace('{programme}', encodeURIComponent(programme.name))
    .replace('{cell}', encodeURIComponent(cell.code))
    .replace('{referralId}', encodeURIComponent(referralId));
}
