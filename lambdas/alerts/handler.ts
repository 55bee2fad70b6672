import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import { type AlertStep, changeAlert } from '../../domain/alert/change-alert.ts';
import { followAlert } from '../../domain/alert/follow-alert.ts';
import { alertFollowPage } from '../../pages/alertes/alert-follow-page.ts';
import { alertListPage } from '../../pages/alertes/alert-list-page.ts';
import { alertNotice } from '../../pages/alertes/alert-notices.ts';
import { alertAnswer, alertPages, done, unknownHere } from '../middleware/alert-page.ts';
import type { FunctionHandler } from '../middleware/function-handler.ts';
import { type ApiEvent, formBody, pathParameter } from '../middleware/http.ts';
import { structureVisitor } from '../middleware/structure-visitor.ts';
import { newForm, previewForm, sendForm } from './alert-form-steps.ts';
import { type AlertRequest, actOf, isAlertId } from './alert-request.ts';
import type { AlertsParts } from './alerts-parts.ts';

type Answer = APIGatewayProxyStructuredResultV2;

const alertsOfPage = 30;
const linesOfPage = 100;

/** Messages of a structure: written, scheduled, followed, taken back (ALERTES-06, -07, -19, -23, -28). */
export function alertsHandler(parts: () => Promise<AlertsParts>): FunctionHandler<ApiEvent, Answer> {
  return alertPages('alerts', async (event) => {
    const visitor = structureVisitor(event, 'user');
    const ready = await parts();
    const ports = ready.portsOf(visitor.scope, visitor.structureName);
    const request = { event, visitor, ports, parts: ready, at: ready.now() };
    const isPosted = event.requestContext.http.method === 'POST';
    if (event.rawPath === alertRoutes.alertPreview.path) {
      return await previewForm(request);
    }
    if (event.rawPath === alertRoutes.alerts.path) {
      return isPosted ? await sendForm(request) : await list(request);
    }
    if (event.rawPath === alertRoutes.alertForm.path) {
      return await newForm(request);
    }
    return isPosted ? await step(request) : await follow(request);
  });
}

async function list({ event, visitor, ports, at }: AlertRequest): Promise<Answer> {
  const { categorie: category = '', avant: after, fait } = event.queryStringParameters ?? {};
  const [{ categories }, { timeZone }, alerts] = await Promise.all([
    ports.content.inForce(ports.programme, 'alerts', at),
    ports.content.inForce(ports.programme, 'calendar', at),
    ports.alerts.list(alertsOfPage, isAlertId(after) ? after : undefined),
  ]);
  const last = alerts.length === alertsOfPage ? alerts.at(-1)?.alertId : undefined;
  const query = category === '' ? '' : `categorie=${encodeURIComponent(category)}&`;
  return alertAnswer(
    200,
    alertListPage({
      visitor: visitor.page,
      ...alertNotice(fait),
      alerts: category === '' ? alerts : alerts.filter((alert) => alert.category === category),
      categories,
      ...(category === '' ? {} : { category }),
      ...(last === undefined ? {} : { older: `${alertRoutes.alerts.path}?${query}avant=${last}` }),
      timeZone,
    }),
  );
}

async function follow(request: AlertRequest, problem?: string): Promise<Answer> {
  const { event, visitor, ports, parts, at } = request;
  const alertId = pathParameter(event, 'alertId');
  const alert = isAlertId(alertId) ? await ports.alerts.read(alertId) : undefined;
  if (alert === undefined) {
    throw unknownHere();
  }
  const { page: typed, fait } = event.queryStringParameters ?? {};
  const [{ categories }, { timeZone }, lines] = await Promise.all([
    ports.content.inForce(ports.programme, 'alerts', at),
    ports.content.inForce(ports.programme, 'calendar', at),
    alert.selection === undefined ? [] : followAlert(alert, ports, parts.messages),
  ]);
  const pages = Math.max(1, Math.ceil(lines.length / linesOfPage));
  const page = Math.min(pages, Math.max(1, Math.floor(Number(typed)) || 1));
  const shown = lines.slice((page - 1) * linesOfPage, page * linesOfPage);
  const members = await ports.members.read(shown.map(({ line }) => line.memberId));
  return alertAnswer(
    problem === undefined ? 200 : 422,
    alertFollowPage({
      visitor: visitor.page,
      ...alertNotice(fait),
      ...(problem === undefined ? {} : { problem }),
      alert,
      categoryLabel: categories.find(({ code }) => code === alert.category)?.label ?? alert.category,
      ...{ lines, shown, page, pages, now: at, timeZone },
      members: new Map(members.map((member) => [member.memberId, member])),
    }),
  );
}

async function step(request: AlertRequest): Promise<Answer> {
  const { event, ports } = request;
  const alertId = pathParameter(event, 'alertId');
  const asked = stepOf(pathParameter(event, 'action'), formBody(event));
  if (asked === undefined || !isAlertId(alertId)) {
    throw unknownHere();
  }
  const changed = await changeAlert(alertId, asked.step, actOf(request), ports);
  if (changed.type === 'unknown') {
    throw unknownHere();
  }
  return changed.type === 'refused'
    ? await follow(request, changed.problem)
    : done(`${alertRoutes.alerts.path}/${alertId}`, asked.notice);
}

function stepOf(
  action: string,
  form: URLSearchParams,
): { readonly step: AlertStep; readonly notice: string } | undefined {
  switch (action) {
    case 'annuler':
      return { step: { type: 'cancel' }, notice: 'annule' };
    case 'retablir':
      return { step: { type: 'restore' }, notice: 'retabli' };
    case 'laisser-partir':
      return { step: { type: 'release', reason: form.get('motif') ?? '' }, notice: 'programme' };
    default:
      return undefined;
  }
}
