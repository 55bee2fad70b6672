import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import { firstNamePrefixes, listKey, searchPrefixes } from '../../domain/member/collation.ts';
import { memberListPage } from '../../pages/alertes/member-list-page.ts';
import { noticeOf } from '../../pages/alertes/notices.ts';
import { alertAnswer } from '../middleware/alert-page.ts';
import { type ApiEvent, formBody } from '../middleware/http.ts';
import type { MembersRequest } from './members-parts.ts';

const pageSize = 50;
const mostFound = 100;

/** A page of the list: from a letter, after or before a member. */
export async function memberList(
  event: ApiEvent,
  { visitor, store, today }: MembersRequest,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { apres: after, avant: before, lettre, fait } = event.queryStringParameters ?? {};
  const letter = lettre !== undefined && /^[A-Z]$/.test(lettre) ? lettre : undefined;
  const [page, groups] = await Promise.all([
    store.page({
      limit: pageSize,
      ...(letter && { prefix: letter.toLowerCase() }),
      ...(after && { after }),
      ...(after === undefined && before && { before }),
    }),
    store.groups(),
  ]);
  const { members, more } = page;
  const forward = after !== undefined || before === undefined;
  const [first, last] = [members.at(0)?.memberId, members.at(-1)?.memberId];
  const at = (place: string) =>
    `${alertRoutes.members.path}?${letter === undefined ? '' : `lettre=${letter}&`}${place}`;
  const hasPrevious = forward ? after !== undefined : more;
  const hasNext = forward ? more : true;
  return alertAnswer(
    200,
    memberListPage({
      visitor: visitor.page,
      ...noticeOf(fait),
      ...{ members, groups, today },
      ...(letter && { letter }),
      ...(hasPrevious && first !== undefined && { previous: at(`avant=${first}`) }),
      ...(hasNext && last !== undefined && { next: at(`apres=${last}`) }),
    }),
  );
}

/** Members whose last or first name begins as typed: one short query of the index for each way to read what was typed. */
export async function searchedMembers(
  event: ApiEvent,
  { visitor, store, today }: MembersRequest,
): Promise<APIGatewayProxyStructuredResultV2> {
  const searched = (formBody(event).get('q') ?? '').trim().slice(0, 80);
  const [groups, ...pages] = await Promise.all([
    store.groups(),
    ...searchPrefixes(searched).map((prefix) => store.page({ limit: mostFound, prefix })),
    ...firstNamePrefixes(searched).map((prefix) => store.page({ limit: mostFound, prefix, by: 'firstName' })),
  ]);
  const found = new Map(pages.flatMap(({ members }) => members.map((member) => [member.memberId, member] as const)));
  const sorted = [...found.values()].sort((a, b) => (listKey(a) < listKey(b) ? -1 : 1));
  const members = sorted.slice(0, mostFound);
  const tooMany = sorted.length > mostFound || pages.some(({ more }) => more);
  return alertAnswer(200, memberListPage({ visitor: visitor.page, members, groups, today, searched, tooMany }));
}
