import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import { changeMember } from '../../domain/member/change-member.ts';
import { forgetMember } from '../../domain/member/forget-member.ts';
import { type Member, memberSubject } from '../../domain/member/member.ts';
import { type MemberOccasion, memberEntry } from '../../domain/member/member-entry.ts';
import { memberFile } from '../../domain/member/member-file.ts';
import { type ConsentChange, noteMemberConsent } from '../../domain/member/note-member-consent.ts';
import { shortDay } from '../../domain/report/french.ts';
import { alikePage, memberEditPage } from '../../pages/alertes/member-form-page.ts';
import { memberPath } from '../../pages/alertes/member-list-page.ts';
import { forgetMemberPage, memberPage } from '../../pages/alertes/member-page.ts';
import { phoneText } from '../../pages/alertes/member-words.ts';
import { noticeOf } from '../../pages/alertes/notices.ts';
import { alertAnswer, done, unknownHere } from '../middleware/alert-page.ts';
import { type ApiEvent, formBody, HttpError } from '../middleware/http.ts';
import type { MembersRequest } from './members-parts.ts';
import { textVersion } from './registration-steps.ts';
import { sentSheet, withNewGroups } from './typed-sheet.ts';

type Answer = APIGatewayProxyStructuredResultV2;

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The sheet, or one of its views: `modifier`, `effacer`, `export`. */
export async function shownMember(event: ApiEvent, request: MembersRequest): Promise<Answer> {
  const { visitor, store, content, consents, today, timeZone, at } = request;
  const member = await memberOf(event, request);
  switch (event.pathParameters?.['view']) {
    case undefined: {
      const { programme, structure } = visitor.scope;
      const [groups, facts, { consentTexts }] = await Promise.all([
        store.groups(),
        consents.facts(programme, { subject: memberSubject(structure, member.memberId) }),
        content.inForce(programme, 'alerts', at),
      ]);
      const authors = [member.createdBy, member.changedBy, ...facts.flatMap(({ by }) => by ?? [])];
      const staff = await request.staff(visitor.scope, authors);
      const notice = noticeOf(event.queryStringParameters?.['fait']);
      const view = { visitor: visitor.page, member, groups, facts, consentTexts, today, timeZone, staff };
      return alertAnswer(200, memberPage({ ...view, ...notice }));
    }
    case 'modifier':
      return await editForm(member, request);
    case 'effacer':
      return alertAnswer(200, forgetMemberPage(visitor.page, member));
    case 'export':
      return await exported(member, request);
    default:
      throw unknownHere();
  }
}

/** What a form of the sheet asks: `modifier`, `consentement`, `effacer`. */
export async function changedMember(event: ApiEvent, request: MembersRequest): Promise<Answer> {
  const member = await memberOf(event, request);
  switch (event.pathParameters?.['action']) {
    case 'modifier':
      return await changed(formBody(event), member, request);
    case 'consentement':
      return await agreed(formBody(event), member, request);
    case 'effacer':
      await forgetMember(
        { ...occasionOf(request), memberId: member.memberId },
        {
          members: request.store,
          journal: request.journal,
          others: request.elsewhere.map((store) => (id) => store(request.visitor.scope).forget(id)),
        },
      );
      return done(alertRoutes.alertHome.path, 'efface');
    default:
      throw unknownHere();
  }
}

/** Whoever is no member, or another structure's, is not there. */
async function memberOf(event: ApiEvent, { store }: MembersRequest): Promise<Member> {
  const memberId = event.pathParameters?.['memberId'] ?? '';
  const [member] = /^[0-9a-f]{32}$/.test(memberId) ? await store.read([memberId]) : [];
  if (member === undefined) {
    throw unknownHere();
  }
  return member;
}

function occasionOf({ visitor: { scope, userName: by }, timeZone, at }: MembersRequest): MemberOccasion {
  return { ...scope, timeZone, at, by };
}

async function editForm(member: Member, { visitor, store }: MembersRequest): Promise<Answer> {
  const groups = await store.groups();
  const { lastName, firstName, birthDate, phone, email = '' } = member;
  const typed = {
    ...{ lastName, firstName, email, groups: member.groups },
    birthDate: birthDate === undefined ? '' : shortDay(birthDate),
    phone: phone === undefined ? '' : phoneText(phone.e164),
  };
  const fields = { typed, faults: [], groups, suggested: [], newGroups: [] };
  return alertAnswer(200, memberEditPage({ visitor: visitor.page, member, fields }));
}

async function changed(form: URLSearchParams, member: Member, request: MembersRequest): Promise<Answer> {
  const { visitor, store, journal, today } = request;
  const { memberId } = member;
  const groups = await store.groups();
  const sent = sentSheet(form, groups, request);
  const version = Number(form.get('version'));
  if (sent.sheet === undefined) {
    const fields = { ...sent, groups, suggested: [] };
    return alertAnswer(422, memberEditPage({ visitor: visitor.page, member: { memberId, version }, fields }));
  }
  const sheet = await withNewGroups(sent.sheet, sent.newGroups, request);
  const order = { ...occasionOf(request), memberId, version, sheet, apart: form.getAll('apart') };
  const answer = await changeMember(order, { members: store, journal });
  switch (answer.outcome) {
    case 'changed':
    case 'unchanged':
      return done(memberPath(memberId), 'modifie');
    case 'known':
      return done(memberPath(answer.member.memberId), 'deja-inscrit');
    case 'alike': {
      const view = { visitor: visitor.page, typed: sent, alike: answer.members, today };
      const action = `${memberPath(memberId)}/modifier`;
      return alertAnswer(200, alikePage({ ...view, action, also: { version: String(answer.version) } }));
    }
    case 'unknown':
      throw unknownHere();
    case 'stale':
    case 'pending':
      throw new HttpError(409, 'Cette fiche a changé entre-temps. Rouvrez-la, puis recommencez : rien n’a été écrasé.');
  }
}

async function agreed(form: URLSearchParams, { memberId }: Member, request: MembersRequest): Promise<Answer> {
  const { store, consents, journal } = request;
  const change = form.get('change');
  if (change !== 'withdrawn' && (change !== 'given' || form.get('consent') !== 'oui')) {
    throw new HttpError(400, 'Cochez la phrase de l’accord, après l’avoir lue à la personne, puis enregistrez.');
  }
  const textShown = await textVersion(form, request);
  const said: ConsentChange = { ...occasionOf(request), memberId, change, textVersion: textShown };
  await noteMemberConsent(said, { members: store, consents, journal });
  return done(memberPath(memberId), change === 'given' ? 'accord-donne' : 'accord-retire');
}

/** All that is kept of a member, as a workbook that they may be given (COMMON-15). */
async function exported(member: Member, request: MembersRequest): Promise<Answer> {
  const { visitor, store, consents, content, journal, elsewhere, timeZone, at, workbook } = request;
  const { programme, structure } = visitor.scope;
  const [groups, facts, { consentTexts, funding }, ...others] = await Promise.all([
    store.groups(),
    consents.facts(programme, { subject: memberSubject(structure, member.memberId) }),
    content.inForce(programme, 'alerts', at),
    ...elsewhere.map(async (other) => (await other(visitor.scope).tell?.(member)) ?? []),
  ]);
  const authors = [member.createdBy, member.changedBy, ...facts.flatMap(({ by }) => by ?? [])];
  const staff = await request.staff(visitor.scope, authors);
  const own = memberFile({ member, groups, facts, consentTexts, timeZone, staff });
  const sections = [...own, ...others.flat()];
  const title = `${visitor.structureName} : données d’un adhérent`;
  const bytes = await workbook(sections, { title, timeZone, at, funding });
  await journal.append([
    memberEntry(occasionOf(request), { memberId: member.memberId, change: 'exported', version: member.version }),
  ]);
  return {
    statusCode: 200,
    headers: {
      'content-type': workbookType,
      'content-disposition': 'attachment; filename="adherent.xlsx"',
      'cache-control': 'no-store',
    },
    isBase64Encoded: true,
    body: Buffer.from(bytes).toString('base64'),
  };
}
