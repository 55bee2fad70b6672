import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import { nameWords } from '../../domain/duplicate/person-name.ts';
import type { MemberSheet } from '../../domain/member/member-sheet.ts';
import type { TypedSheet } from '../../domain/member/read-sheet.ts';
import { type Registration, registerMember } from '../../domain/member/register-member.ts';
import { alikePage, registrationPage } from '../../pages/alertes/member-form-page.ts';
import { memberPath } from '../../pages/alertes/member-list-page.ts';
import { alertAnswer, done } from '../middleware/alert-page.ts';
import { type ApiEvent, formBody, HttpError } from '../middleware/http.ts';
import type { MembersRequest } from './members-parts.ts';
import { type SentSheet, sentSheet, withNewGroups } from './typed-sheet.ts';

const nothingTyped: TypedSheet = { lastName: '', firstName: '', birthDate: '', email: '', phone: '', groups: [] };
/** Looks at a registration of the same person that another makes at this moment: 2 s in all. */
const looks = 8;
const lookMs = 250;

export async function registrationForm(request: MembersRequest): Promise<APIGatewayProxyStructuredResultV2> {
  return await form(request, 200, request.operation(), { typed: nothingTyped, newGroups: [], faults: [] }, false);
}

/** Registers whom the form names, once; home after it (ALERTES-15, ALERTES-25), or to the sheet of who is a member already (ALERTES-10, ALERTES-20). */
export async function registered(event: ApiEvent, request: MembersRequest): Promise<APIGatewayProxyStructuredResultV2> {
  const { store, visitor, today } = request;
  const posted = formBody(event);
  const operation = posted.get('operation') ?? '';
  if (!/^[\w-]{16,64}$/.test(operation)) {
    throw new HttpError(400, 'Le formulaire est incomplet. Rouvrez la page, puis recommencez.');
  }
  const sent = sentSheet(posted, await store.groups(), request);
  const agreed = posted.get('consent') === 'oui';
  if (sent.sheet === undefined) {
    return await form(request, 422, operation, sent, agreed);
  }
  const sheet = await withNewGroups(sent.sheet, sent.newGroups, request);
  const consentText = agreed ? await textVersion(posted, request) : undefined;
  const answer = await settled(request, operation, sheet, consentText, posted.getAll('apart'));
  switch (answer.outcome) {
    case 'registered':
    case 'again':
      return done(alertRoutes.alertHome.path, 'inscrit');
    case 'known':
      return done(memberPath(answer.member.memberId), 'deja-inscrit');
    case 'alike':
      return alertAnswer(
        200,
        alikePage({
          ...{ visitor: visitor.page, typed: sent, alike: answer.members, today },
          action: alertRoutes.memberCreation.path,
          also: { operation, ...(consentText !== undefined && { consent: 'oui', consentText }) },
        }),
      );
    case 'pending':
      throw new HttpError(409, 'Cette personne est en cours d’inscription par un collègue. Réessayez dans une minute.');
  }
}

/** A form sent again names the same; the same form filled in for somebody else names somebody else. */
async function settled(
  { visitor: { scope, userName: by }, timeZone, at, wait, hash, store, consents, journal }: MembersRequest,
  operation: string,
  sheet: MemberSheet,
  consentText: string | undefined,
  apart: readonly string[],
): Promise<Registration> {
  const who = [sheet.lastName, sheet.firstName].map((name) => nameWords(name).join(''));
  const order = {
    ...{ ...scope, timeZone, by, at, sheet, apart },
    ...(consentText !== undefined && { consentText }),
    memberId: hash({ ...scope, operation, who, birthDate: sheet.birthDate ?? '' }),
  };
  const ports = { members: store, consents, journal };
  let answer = await registerMember(order, ports);
  for (let look = 0; look < looks && answer.outcome === 'pending'; look += 1) {
    await wait(lookMs);
    answer = await registerMember(order, ports);
  }
  return answer;
}

/** Version of the sentence that was on the screen; it must be one of ours. */
export async function textVersion(
  posted: URLSearchParams,
  { content, visitor, at }: Pick<MembersRequest, 'content' | 'visitor' | 'at'>,
): Promise<string> {
  const { consentTexts } = await content.inForce(visitor.scope.programme, 'alerts', at);
  const shown = consentTexts.find(({ version }) => version === posted.get('consentText'));
  if (shown === undefined) {
    throw new HttpError(400, 'La phrase de l’accord a changé. Rouvrez la page, puis recommencez.');
  }
  return shown.version;
}

async function form(
  { store, content, visitor, at }: MembersRequest,
  status: number,
  operation: string,
  { typed, newGroups, faults }: SentSheet,
  agreed: boolean,
): Promise<APIGatewayProxyStructuredResultV2> {
  const [groups, { consentTexts, suggestedGroups }] = await Promise.all([
    store.groups(),
    content.inForce(visitor.scope.programme, 'alerts', at),
  ]);
  const fields = { typed, newGroups, faults, groups, suggested: suggestedGroups };
  return alertAnswer(
    status,
    registrationPage({ visitor: visitor.page, fields, operation, consent: consentTexts[0], agreed }),
  );
}
