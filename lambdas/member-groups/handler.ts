import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import { localDay } from '../../domain/calendar/local-time.ts';
import type { Content } from '../../domain/content/content.ts';
import { listKey } from '../../domain/member/collation.ts';
import { ensureGroups, GroupRefused, groupNamed, removeGroup, renameGroup } from '../../domain/member/groups.ts';
import type { Member, MemberGroup } from '../../domain/member/member.ts';
import type { MemberStore } from '../../domain/member/member-store.ts';
import type { StructureScope } from '../../domain/structure/structure-scope.ts';
import { groupListPage, groupPage, groupPath } from '../../pages/alertes/member-groups-page.ts';
import { noticeOf } from '../../pages/alertes/notices.ts';
import { alertAnswer, alertPages, done, unknownHere } from '../middleware/alert-page.ts';
import type { FunctionHandler } from '../middleware/function-handler.ts';
import { type ApiEvent, formBody, HttpError } from '../middleware/http.ts';
import { type StructureVisitor, structureVisitor } from '../middleware/structure-visitor.ts';

export interface MemberGroupsParts {
  readonly members: (scope: StructureScope) => MemberStore;
  readonly content: Content;
  readonly timeZone: string;
  readonly now: () => string;
  readonly hash: (value: unknown) => string;
}

type Answer = APIGatewayProxyStructuredResultV2;

interface GroupsRequest extends MemberGroupsParts {
  readonly visitor: StructureVisitor;
  readonly store: MemberStore;
  readonly at: string;
}

const pageSize = 100;

/** Sending groups of the structure of whoever asks (ALERTES-09, ALERTES-12, ALERTES-22). */
export function memberGroupsHandler(parts: () => Promise<MemberGroupsParts>): FunctionHandler<ApiEvent, Answer> {
  return alertPages('member-groups', async (event) => {
    const visitor = structureVisitor(event, 'user');
    const ready = await parts();
    const request = { ...ready, visitor, store: ready.members(visitor.scope), at: ready.now() };
    const posted = event.requestContext.http.method === 'POST';
    const groupId = event.pathParameters?.['groupId'];
    if (groupId === undefined) {
      return posted ? await made(event, request) : await list(event, request);
    }
    const group = (await request.store.groups()).find((one) => one.groupId === groupId);
    if (group === undefined) {
      throw unknownHere();
    }
    return posted ? await stepped(event, group, request) : await shown(event, group, request);
  });
}

async function list(
  event: ApiEvent,
  { store, content, visitor, at }: GroupsRequest,
  refused?: { readonly name: string; readonly reason: string },
): Promise<Answer> {
  const [groups, { suggestedGroups }] = await Promise.all([
    store.groups(),
    content.inForce(visitor.scope.programme, 'alerts', at),
  ]);
  const sized = await Promise.all(
    groups.map(async (group) => ({ ...group, size: await store.groupSize(group.groupId) })),
  );
  const suggested = suggestedGroups.filter((name) => groupNamed(groups, name) === undefined);
  const notice = refused === undefined ? noticeOf(event.queryStringParameters?.['fait']) : {};
  const view = { visitor: visitor.page, groups: sized, suggested, ...notice, ...(refused && { refused }) };
  return alertAnswer(refused === undefined ? 200 : 422, groupListPage(view));
}

async function made(event: ApiEvent, request: GroupsRequest): Promise<Answer> {
  const { store, visitor, at, hash } = request;
  const name = formBody(event).get('name') ?? '';
  try {
    const idOf = (one: string) => hash({ ...visitor.scope, group: one, at });
    await ensureGroups([name], { at, by: visitor.userName }, idOf, store);
  } catch (error) {
    if (error instanceof GroupRefused) {
      return await list(event, request, { name, reason: error.message });
    }
    throw error;
  }
  return done(alertRoutes.memberGroups.path, 'groupe-cree');
}

async function shown(
  event: ApiEvent,
  group: MemberGroup,
  { store, visitor, timeZone, at }: GroupsRequest,
  refused?: { readonly name: string; readonly reason: string },
): Promise<Answer> {
  const all: Member[] = [];
  for await (const some of store.inGroups([group.groupId])) {
    all.push(...some);
  }
  const sorted = all
    .map((member) => ({ member, key: listKey(member) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ member }) => member);
  const pages = Math.max(1, Math.ceil(sorted.length / pageSize));
  const asked = Number(event.queryStringParameters?.['page'] ?? '1');
  const page = Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1;
  const members = sorted.slice((page - 1) * pageSize, page * pageSize);
  const view = { visitor: visitor.page, group, members, size: sorted.length, page, pages };
  const notice = refused === undefined ? noticeOf(event.queryStringParameters?.['fait']) : {};
  return alertAnswer(
    refused === undefined ? 200 : 422,
    groupPage({ ...view, ...notice, today: localDay(timeZone, at), ...(refused && { refused }) }),
  );
}

async function stepped(event: ApiEvent, group: MemberGroup, request: GroupsRequest): Promise<Answer> {
  const { store } = request;
  const form = formBody(event);
  switch (event.pathParameters?.['action']) {
    case 'renommer':
      try {
        await renameGroup(group.groupId, form.get('name') ?? '', store);
      } catch (error) {
        if (error instanceof GroupRefused) {
          return await shown(event, group, request, { name: form.get('name') ?? '', reason: error.message });
        }
        throw error;
      }
      return done(groupPath(group.groupId), 'groupe-renomme');
    case 'supprimer':
      if (form.get('sure') !== 'oui') {
        throw new HttpError(400, 'Cochez « Je veux supprimer ce groupe », puis recommencez.');
      }
      await removeGroup(group.groupId, store);
      return done(alertRoutes.memberGroups.path, 'groupe-supprime');
    default:
      throw unknownHere();
  }
}
