import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import { reminderRules, saveDate } from '../../domain/alert-date/change-date.ts';
import { type ComingDate, comingDates, comingOf } from '../../domain/alert-date/coming-dates.ts';
import { checkDate, type DateFaults, type TypedDate } from '../../domain/alert-date/date-form.ts';
import { localDay } from '../../domain/calendar/local-time.ts';
import { alertNotice } from '../../pages/alertes/alert-notices.ts';
import { dateListPage } from '../../pages/alertes/date-list-page.ts';
import { alertAnswer, alertPages, done, operationOf, unknownHere } from '../middleware/alert-page.ts';
import type { FunctionHandler } from '../middleware/function-handler.ts';
import { type ApiEvent, formBody, HttpError, pathParameter } from '../middleware/http.ts';
import { type StructureVisitor, structureVisitor } from '../middleware/structure-visitor.ts';
import type { DatePorts, DateRequest } from './date-request.ts';
import { dateView, formOf, typedFrom } from './date-view.ts';

type Answer = APIGatewayProxyStructuredResultV2;

export interface AlertDatesParts {
  readonly portsOf: (scope: StructureVisitor['scope'], structureName: string) => DatePorts;
  readonly now: () => string;
  readonly operation: (at: string) => string;
}

const datesOfPage = 100;

/** Administrative dates of members, and their reminders (ALERTES-26, ALERTES-29). */
export function alertDatesHandler(parts: () => Promise<AlertDatesParts>): FunctionHandler<ApiEvent, Answer> {
  return alertPages('alert-dates', async (event) => {
    const visitor = structureVisitor(event, 'user');
    const { portsOf, now, operation } = await parts();
    const ports = portsOf(visitor.scope, visitor.structureName);
    const request = { event, visitor, ports, operation, at: now() };
    const isPosted = event.requestContext.http.method === 'POST';
    if (event.rawPath === alertRoutes.memberDates.path) {
      return isPosted ? await create(request) : await list(request);
    }
    return isPosted ? await step(request) : await show(request);
  });
}

async function list(request: DateRequest, typed?: TypedDate, faults: DateFaults = {}): Promise<Answer> {
  const { event, visitor, ports, at } = request;
  const posted = typed === undefined ? undefined : formBody(event).get('adherent');
  const memberId = posted ?? event.queryStringParameters?.['adherent'];
  const rules = await reminderRules(ports, at);
  const today = localDay(rules.timeZone, at);
  const [member] = memberId === undefined ? [] : await ports.members.read([memberId]);
  if (memberId !== undefined && member === undefined) {
    throw unknownHere();
  }
  const { dateKinds } = await ports.content.inForce(ports.programme, 'alerts', at);
  const coming: readonly ComingDate[] =
    member === undefined
      ? await comingDates(ports, at, today, rules, datesOfPage)
      : (await ports.dates.ofMember(member.memberId)).map((date) => comingOf(date, at, today, rules));
  const members =
    member === undefined ? await ports.members.read([...new Set(coming.map(({ date }) => date.memberId))]) : [member];
  const page = dateListPage({
    visitor: visitor.page,
    ...alertNotice(event.queryStringParameters?.['fait']),
    ...(member === undefined ? {} : { member, form: formOf(request, member.memberId, dateKinds, typed, faults) }),
    ...{ coming, kinds: dateKinds, timeZone: rules.timeZone },
    members: new Map(members.map((one) => [one.memberId, one])),
  });
  return alertAnswer(typed === undefined ? 200 : 422, page);
}

async function create(request: DateRequest): Promise<Answer> {
  const { event, ports, visitor, at } = request;
  const form = formBody(event);
  const memberId = form.get('adherent') ?? '';
  const typed = typedFrom(form);
  const checked = await check(request, typed);
  if ('faults' in checked) {
    return await list(request, typed, checked.faults);
  }
  const dateId = `${memberId}.${operationOf(form).replaceAll('-', '')}`;
  const order = { dateId, memberId, version: 0, sheet: checked.sheet };
  const saved = await saveDate(order, { at, by: visitor.userName }, ports);
  if (saved.type !== 'saved') {
    throw unknownHere();
  }
  return done(`${alertRoutes.memberDates.path}/${dateId}`, 'date-notee');
}

async function show(request: DateRequest, typed?: TypedDate, faults: DateFaults = {}): Promise<Answer> {
  const { ports } = request;
  const date = await ports.dates.read(pathParameter(request.event, 'dateId'));
  const [member] = date === undefined ? [] : await ports.members.read([date.memberId]);
  if (date === undefined || member === undefined) {
    throw unknownHere();
  }
  return alertAnswer(typed === undefined ? 200 : 422, await dateView(request, date, member, typed, faults));
}

async function step(request: DateRequest): Promise<Answer> {
  const { event, ports, visitor, at } = request;
  const dateId = pathParameter(event, 'dateId');
  const action = pathParameter(event, 'action');
  const date = await ports.dates.read(dateId);
  if (date === undefined) {
    throw unknownHere();
  }
  if (action === 'retirer') {
    await ports.dates.remove(dateId);
    return redirectToMember(date.memberId);
  }
  if (action !== 'modifier') {
    throw unknownHere();
  }
  const form = formBody(event);
  const typed = typedFrom(form);
  const checked = await check(request, typed);
  if ('faults' in checked) {
    return await show(request, typed, checked.faults);
  }
  const version = Math.floor(Number(form.get('version'))) || 0;
  const order = { dateId, memberId: date.memberId, version, sheet: checked.sheet };
  const saved = await saveDate(order, { at, by: visitor.userName }, ports);
  if (saved.type === 'changed') {
    throw new HttpError(409, 'Cette date a été changée par une autre personne. Rouvrez-la, puis recommencez.');
  }
  return done(`${alertRoutes.memberDates.path}/${dateId}`, 'date-changee');
}

function redirectToMember(memberId: string): Answer {
  return done(`${alertRoutes.memberDates.path}?adherent=${memberId}&fait=date-retiree`);
}

async function check({ ports, at }: DateRequest, typed: TypedDate) {
  const [{ dateKinds }, { timeZone }] = await Promise.all([
    ports.content.inForce(ports.programme, 'alerts', at),
    ports.content.inForce(ports.programme, 'calendar', at),
  ]);
  return checkDate(typed, { kinds: dateKinds, now: at, timeZone });
}
