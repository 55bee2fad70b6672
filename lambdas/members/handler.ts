import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import { localDay } from '../../domain/calendar/local-time.ts';
import { alertPages, unknownHere } from '../middleware/alert-page.ts';
import type { FunctionHandler } from '../middleware/function-handler.ts';
import type { ApiEvent } from '../middleware/http.ts';
import { structureVisitor } from '../middleware/structure-visitor.ts';
import { memberList, searchedMembers } from './list-steps.ts';
import type { MembersParts } from './members-parts.ts';
import { registered, registrationForm } from './registration-steps.ts';
import { changedMember, shownMember } from './sheet-steps.ts';

/** Members of the structure of whoever asks: list, search, registration, sheets (ALERTES-04, -05, -10, -14 to -17, -20, -21, -25). */
export function membersHandler(
  parts: () => Promise<MembersParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return alertPages('members', async (event) => {
    const visitor = structureVisitor(event, 'user');
    const ready = await parts();
    const at = ready.now();
    const today = localDay(ready.timeZone, at);
    const request = { ...ready, visitor, store: ready.members(visitor.scope), at, today };
    const posted = event.requestContext.http.method === 'POST';
    if (event.pathParameters?.['memberId'] !== undefined) {
      return posted ? await changedMember(event, request) : await shownMember(event, request);
    }
    switch (event.rawPath) {
      case alertRoutes.members.path:
        return posted ? await registered(event, request) : await memberList(event, request);
      case alertRoutes.memberForm.path:
        return await registrationForm(request);
      case alertRoutes.memberSearch.path:
        return await searchedMembers(event, request);
      default:
        throw unknownHere();
    }
  });
}
